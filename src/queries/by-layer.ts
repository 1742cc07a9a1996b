import { useQueryClient } from '@tanstack/react-query';
import { fillParameters, layersCost, measureById } from '#analysis/measures/index';

export { layerMeasures } from '#analysis/measures/index';

import type { CaseState } from '#domain/change/case-state';
import {
  type AnalysisDesk,
  derivation,
  type Figure,
  type MeasureResult,
  type ParameterValues,
  type RunOptions,
  useAnalysis,
  wantedBy,
} from './analysis.ts';
import { useOpenCase } from './case-context.ts';
import { groupingsOf, rowsOf } from './derivation.ts';
import { inBreaths } from './in-breaths.ts';
import { groupsBy, groupsFor, type KnownGroups } from './known-groups.ts';
import type { GraphRequest } from './packing.ts';
import { remember, scopeKey } from './remember.ts';
import { allShares } from './shares.ts';

export interface ByLayerRequest extends GraphRequest {
  readonly measure: string;
  readonly parameters?: ParameterValues;
  /** The groups of `community`; missing where it is asked for: they are found over the links of all kinds. */
  readonly groups?: KnownGroups;
}

/** A measure over the links of all kinds, and of each kind alone. */
export interface ByLayerResult extends MeasureResult {
  /** Of all entities of the graph in each; who has no link with another of the kind has no value there: `not-in-layer`. */
  readonly layers: readonly (Pick<MeasureResult, 'rows' | 'facts'> & { readonly linkType: string })[];
}

const unfit = (detail: string) => ({ ok: false, code: 'unfit-parameter', detail }) as const;

/** The measure and what is packed for it; failures are those of the measure, of the groups and of packing. */
async function ready(desk: AnalysisDesk, state: CaseState, request: ByLayerRequest, run: RunOptions) {
  const definition = measureById(request.measure);
  if (!definition) return { ok: false, code: 'unknown-method' } as const;
  const filled = fillParameters(definition.parameters, request.parameters ?? {});
  if ('unfit' in filled) return unfit(filled.unfit);
  const names = groupingsOf(definition, filled.values);
  const sorted = await groupsFor(desk, state, request, names, request.groups, run);
  if (!sorted.ok) return sorted;
  const groups = names.includes('community') ? sorted.figure : undefined;
  const wanted = { ...wantedBy(state, definition, filled.values, groups?.of), rows: true };
  const packed = await desk.pack(state, request, wanted, run);
  if ('failure' in packed) return { ok: false, code: packed.failure } as const;
  return { ok: true, definition, values: filled.values, groups, packed } as const;
}

/** A measure in each kind of link and over all of them: each a question of its own, shared out over all workers. */
export async function measureByLayer(
  desk: AnalysisDesk,
  state: CaseState,
  request: ByLayerRequest,
  run: RunOptions = {},
): Promise<Figure<ByLayerResult>> {
  const began = performance.now();
  const asked = await ready(desk, state, request, run);
  if (!asked.ok) return asked;
  const { packed, values, groups } = asked;
  const { measure } = request;
  const one = { measure, parameters: values };
  const each = [one, ...packed.layers.map((_, layer) => ({ ...one, layer }))];
  const shares = each.map((params) => (own: RunOptions) => desk.ask('measure', params, packed, own));
  const outcome = await allShares(shares, run);
  if ('failure' in outcome) return { ok: false, code: outcome.failure };
  const [all, ...alone] = outcome.results.map((column) => ({
    rows: rowsOf(packed, column),
    ...(column.facts && { facts: column.facts }),
  }));
  return {
    ok: true,
    figure: {
      measure,
      ...all!,
      layers: packed.layers.map((linkType, l) => ({ linkType, ...alone[l]! })),
      ...(groups && { groupsBy: groupsBy(groups) }),
      ...derivation(request, packed, values, began),
    },
  };
}

/** Seconds that it would take with nothing else to do, roughly, and which measure estimates it in less. */
export async function estimateByLayer(
  desk: AnalysisDesk,
  state: CaseState,
  request: ByLayerRequest,
  run: RunOptions = {},
): Promise<Figure<{ readonly seconds: number; readonly estimatedBy?: string }>> {
  if (!measureById(request.measure)?.cost) return { ok: true, figure: { seconds: 0 } };
  const asked = await ready(desk, state, request, run);
  if (!asked.ok) return asked;
  const { packed, definition, values } = asked;
  const work = layersCost(packed.graph, packed.layers.length, definition, values);
  const found = await inBreaths(work, run);
  if ('failure' in found) return { ok: false, code: found.failure };
  // No share is cut further: the longest alone is waited for.
  const longest = Math.max(...found.result);
  const seconds = Math.max(longest, found.result.reduce((sum, s) => sum + s, 0) / desk.workers);
  return { ok: true, figure: { seconds, ...(definition.estimatedBy && { estimatedBy: definition.estimatedBy }) } };
}

/** Both questions; answers are remembered for the revision they were asked at. */
export function useByLayer() {
  const client = useQueryClient();
  const desk = useAnalysis();
  const { localId } = useOpenCase();
  return {
    estimate: (state: CaseState, request: ByLayerRequest, run: RunOptions) =>
      estimateByLayer(desk, state, request, run),
    measure: (state: CaseState, request: ByLayerRequest, run: RunOptions) => {
      const { scope: _, groups, ...rest } = request;
      const by = groups && [groups.method, groups.parameters, groups.revision, [...groups.of]];
      return remember(client, ['by-layer', localId, ...scopeKey(request), rest, by], run.signal, () =>
        measureByLayer(desk, state, request, run),
      );
    },
  };
}
