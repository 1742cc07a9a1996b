import type { PackedCase, PackOptions, Scope, Wanted } from '#analysis/graph/pack-case';
import type { TwoMode } from '#analysis/graph/two-mode';
import { type Column, type MeasureDefinition, type ParameterValues, reasonAt } from '#analysis/measures/index';
import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import type { Progress } from '#threads/protocol';
import { type GroupingName, groupingsFor } from './groupings.ts';
import type { GroupsBy, KnownGroups } from './known-groups.ts';
import type { GraphRequest } from './packing.ts';

export interface RunOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** What every figure keeps, so that it can be derived again. */
export interface Derivation {
  readonly revision: number;
  readonly scope: Scope['kind'];
  readonly direction: PackOptions['direction'];
  readonly weights: PackOptions['weights'];
  readonly currency?: string;
  readonly twoMode?: TwoMode;
  readonly parameters: ParameterValues;
  readonly nodes: number;
  readonly edges: number;
  readonly loopsLeftOut: number;
  readonly parallelMerged: number;
  readonly eventsLeftOut: number;
  /** Links without the amount or count they were to be weighed by. */
  readonly unweighedLeftOut: number;
  /** Links that say two of the entities may be one: no contact, so no tie. */
  readonly identityLeftOut: number;
  /** Milliseconds on the clock. */
  readonly took: number;
}

export interface MeasureOptions extends RunOptions {
  /** Given figures of a measure that grows better as it goes, before the last one. */
  readonly onRefined?: (figure: MeasureResult) => void;
  /** What entities are sorted by where a measure is asked by `community`; missing: groups are found over the same graph. */
  readonly groups?: KnownGroups;
}

export interface MeasureResult extends Derivation {
  readonly measure: string;
  /** Numbers to be told beside the values, by key of `measure.fact.*`. */
  readonly facts?: Column['facts'] & {};
  /** The groups of `community`, where entities were sorted by them. */
  readonly groupsBy?: GroupsBy;
  /** In the order of the packed graph; `value` missing where it is undefined, with the reason's code. */
  readonly rows: readonly { readonly id: Id; readonly value?: number; readonly reason?: string }[];
}

/** `detail`: what goes into the words of the code, such as the bound that was passed. */
export type Figure<R> =
  | { readonly ok: true; readonly figure: R }
  | { readonly ok: false; readonly code: string; readonly detail?: string };

/** The groupings that a measure with these parameters sorts entities by. */
export function groupingsOf({ parameters }: MeasureDefinition, values: ParameterValues): readonly GroupingName[] {
  return parameters.flatMap((p) => (p.kind === 'grouping' ? [values[p.name] as GroupingName] : []));
}

/** What a measure with these parameters must be given beside the graph. */
export function wantedBy(
  state: CaseState,
  definition: MeasureDefinition,
  values: ParameterValues,
  communities?: ReadonlyMap<Id, number>,
): Wanted {
  const names = groupingsOf(definition, values);
  return {
    ...(definition.readsLines?.(values) && { rows: true }),
    ...(names.length > 0 && { groupings: groupingsFor(state, names, communities) }),
  };
}

/** The column of a measure by the ids of the packed graph. */
export function rowsOf({ ids }: PackedCase, column: Column): MeasureResult['rows'] {
  return ids.map((id, i) => {
    const reason = reasonAt(column, i);
    return reason === null ? { id, value: column.values[i]! } : { id, reason };
  });
}

/** How a figure over this graph was come by. */
export function derivation(
  request: GraphRequest,
  packed: PackedCase,
  parameters: ParameterValues,
  began: number,
): Derivation {
  return {
    revision: request.revision,
    scope: request.scope.kind,
    direction: request.direction,
    weights: request.weights,
    ...(request.currency !== undefined && { currency: request.currency }),
    ...(request.twoMode && { twoMode: request.twoMode }),
    parameters,
    nodes: packed.graph.nodeCount,
    edges: packed.graph.edgeCount,
    loopsLeftOut: packed.graph.loopRows,
    parallelMerged: packed.graph.parallelRows,
    eventsLeftOut: packed.eventsLeftOut,
    unweighedLeftOut: packed.unweighedLeftOut,
    identityLeftOut: packed.identityLeftOut,
    took: performance.now() - began,
  };
}
