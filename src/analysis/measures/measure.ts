import type { Network } from '../graph/network.ts';
import type { Parameter, ParameterValues } from '../graph/parameters.ts';
import type { Work } from '../graph/work.ts';
import { type SourceShare, sharesOf } from './source-share.ts';

export type { Parameter, ParameterValue, ParameterValues } from '../graph/parameters.ts';
export { inOnePiece, type Progress, type Work } from '../graph/work.ts';

/** Why a node has no value. Each code has its message under `measure.reason.<code>`. */
export type ReasonCode =
  | 'no-links'
  | 'one-contact'
  | 'no-grouping'
  | 'group-not-stated'
  | 'no-variance'
  | 'no-variance-known'
  | 'outside-largest-component'
  | 'several-largest-components'
  | 'not-converged'
  | 'not-finite'
  | 'reaches-nobody'
  | 'too-large'
  | 'no-links-to-groups'
  | 'no-spread-in-group'
  | 'no-lines'
  | 'not-in-layer'
  | 'one-layer';

/** A number the reader of a column needs beside it; each has its words under `measure.fact.<key>`. */
export type FactKey = 'residual' | 'attenuation' | 'largest-eigenvalue' | 'samples' | 'error' | 'probability';

/** One value per node of the packed graph, or, of a measure of links, per edge. Where `reason[i]` is not 0 the value is undefined: `values[i]` is NaN and `reasons[reason[i] - 1]` says why. */
export interface Column {
  readonly values: Float64Array;
  readonly reason: Uint8Array | null;
  readonly reasons: readonly ReasonCode[];
  readonly facts?: Readonly<Partial<Record<FactKey, number>>>;
}

/** The column of a measure of links: `values[e]` belongs to the edge from `source[e]` to `target[e]` of the packed graph. */
export type EdgeColumn = Column;

/** What values a measure can take, for the reader of a figure and for scales on charts. */
export type Range = 'count' | 'non-negative' | 'unit-interval' | 'share' | 'label' | 'any';

export interface MeasureDefinition {
  readonly id: string;
  /** Message keys: the question it answers in the analyst's words, and the definition with its source. */
  readonly question: `measure.${string}.question`;
  readonly definition: `measure.${string}.definition`;
  readonly name: `measure.${string}.name`;
  readonly range: Range;
  readonly parameters: readonly Parameter[];
  /** Whether it reads arrows, tie weights, both, or neither; told in the method statement. */
  readonly reads: { readonly direction: boolean; readonly weights: boolean };
  /** Whether, with these parameters, it must be given the lines one by one (`Network.rows`). */
  readsLines?(parameters: ParameterValues): boolean;
  /** It compares layers (link types): in one of them alone it says nothing. */
  readonly acrossLayers?: true;
  /** Seconds that `run` takes on one thread of an office computer, roughly; missing where it is linear in the links or nearly so. */
  cost?(graph: Network, parameters: ParameterValues): number;
  /** Largest number of nodes (of one part) it is computed for; beyond, the reason is `too-large`. */
  readonly exactUpTo?: number;
  /** Id of the measure that estimates this one where it takes too long. */
  readonly estimatedBy?: string;
  /** Ids of measures of a like question, the nearest first, for whoever gets `too-large` from this one. */
  readonly instead?: readonly string[];
  /** `tell` is handed columns that grow better, before the last one is returned; most measures have only the last. */
  run(graph: Network, parameters: ParameterValues, tell?: (column: Column) => void): Work<Column>;
  /** Where the work is a sum over sources: the sums of one of `sharesOf`, and the column from the sums of all, added in their order by `addShares`. */
  readonly split?: {
    share(graph: Network, parameters: ParameterValues, share: SourceShare): Work<readonly Float64Array[]>;
    join(graph: Network, parameters: ParameterValues, sums: readonly Float64Array[]): Column;
  };
}

/** The work of a split measure on one thread: the same shares as several threads would have, added in the same order. */
export function* unsplit(
  split: NonNullable<MeasureDefinition['split']>,
  graph: Network,
  parameters: ParameterValues,
): Work<Column> {
  const shares = sharesOf(graph.nodeCount);
  let sums: readonly Float64Array[] = [];
  for (const [k, share] of shares.entries()) {
    const steps = split.share(graph, parameters, share);
    let step = steps.next();
    for (; !step.done; step = steps.next()) {
      const { done, of, stage } = step.value;
      yield { done: k * of + done, of: shares.length * of, stage };
    }
    sums = k === 0 ? step.value : addShares([sums, step.value]);
  }
  return split.join(graph, parameters, sums);
}

/** Adds the sums of all shares in their order, onto the first. */
export function addShares(shares: readonly (readonly Float64Array[])[]): readonly Float64Array[] {
  const [first, ...others] = shares;
  if (!first) throw new RangeError('no shares to add');
  for (const other of others) {
    first.forEach((sums, k) => {
      for (let i = 0; i < sums.length; i++) sums[i]! += other[k]![i]!;
    });
  }
  return first;
}

/** Keeps the literal id of a definition. */
export function measure<const I extends string>(
  definition: Omit<MeasureDefinition, 'id' | 'question' | 'definition' | 'name'> & { readonly id: I },
): MeasureDefinition & { readonly id: I } {
  return {
    ...definition,
    name: `measure.${definition.id}.name`,
    question: `measure.${definition.id}.question`,
    definition: `measure.${definition.id}.definition`,
  };
}

/** A column defined everywhere; a value that overflowed is reported, never passed on. */
export function defined(values: Float64Array): Column {
  let reason: Uint8Array | null = null;
  for (let i = 0; i < values.length; i++) {
    if (Number.isFinite(values[i])) continue;
    reason ??= new Uint8Array(values.length);
    reason[i] = 1;
    values[i] = Number.NaN;
  }
  return { values, reason, reasons: reason ? ['not-finite'] : [] };
}

/** A column where `why(i)` names the reason of each undefined value. */
export function partly(values: Float64Array, why: (i: number) => ReasonCode | null): Column {
  const reasons: ReasonCode[] = [];
  let reason: Uint8Array | null = null;
  for (let i = 0; i < values.length; i++) {
    const code = why(i) ?? (Number.isFinite(values[i]) ? null : 'not-finite');
    if (code === null) continue;
    let at = reasons.indexOf(code);
    if (at < 0) at = reasons.push(code) - 1;
    reason ??= new Uint8Array(values.length);
    reason[i] = at + 1;
    values[i] = Number.NaN;
  }
  return { values, reason, reasons };
}

export function reasonAt(column: Column, i: number): ReasonCode | null {
  const r = column.reason?.[i] ?? 0;
  return r === 0 ? null : column.reasons[r - 1]!;
}
