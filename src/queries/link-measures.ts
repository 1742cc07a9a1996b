import { useQueryClient } from '@tanstack/react-query';
import type { ParameterValues } from '#analysis/measures/index';
import { type Column, fillParameters, linkMeasureById, linkMeasures, reasonAt } from '#analysis/measures/index';
import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { type AnalysisDesk, useAnalysis } from './analysis.ts';
import { useOpenCase } from './case-context.ts';
import { type Derivation, derivation, type Figure, type RunOptions } from './derivation.ts';
import type { FigureRequest } from './figures.ts';
import type { GraphRequest } from './packing.ts';
import { remember } from './remember.ts';

/** The catalogue, for menus. */
export const linkMeasureCatalogue = linkMeasures;

/** A pair that links join, with its value; missing where it is undefined, with the reason's code. */
export interface LinkRow {
  readonly from: Id;
  readonly to: Id;
  /** The links of the case that became this one: several where they run side by side; none in a projection. */
  readonly links: readonly Id[];
  readonly value?: number;
  readonly reason?: string;
}

export interface LinkMeasureResult extends Derivation {
  readonly measure: string;
  readonly facts?: Column['facts'] & {};
  /** Highest value first, undefined ones last. */
  readonly rows: readonly LinkRow[];
}

/** A measure of links, with the links of the case behind each of its values. Failures: `unknown-method`, `unfit-parameter`, or those of the worker. */
export async function measureLinks(
  desk: AnalysisDesk,
  state: CaseState,
  request: GraphRequest & { readonly measure: string; readonly parameters?: ParameterValues },
  run: RunOptions = {},
): Promise<Figure<LinkMeasureResult>> {
  const began = performance.now();
  const { measure, parameters = {} } = request;
  const definition = linkMeasureById(measure);
  if (!definition) return { ok: false, code: 'unknown-method' };
  const filled = fillParameters(definition.parameters, parameters);
  if ('unfit' in filled) return { ok: false, code: 'unfit-parameter', detail: filled.unfit };
  const packed = await desk.pack(state, request, { rows: true }, run);
  if ('failure' in packed) return { ok: false, code: packed.failure };
  const outcome = await desk.ask('link-measure', { measure, parameters }, packed, run);
  if ('failure' in outcome)
    return { ok: false, code: outcome.failure, ...(outcome.detail !== undefined && { detail: outcome.detail }) };
  const column = outcome.result;
  const { graph, ids, linkIds } = packed;
  const links = Array.from({ length: graph.edgeCount }, (): Id[] => []);
  graph.rows?.edge.forEach((edge, row) => {
    if (edge >= 0) links[edge]!.push(linkIds[row]!);
  });
  const rows = links.map((behind, e): LinkRow => {
    const reason = reasonAt(column, e);
    return {
      from: ids[graph.source[e]!]!,
      to: ids[graph.target[e]!]!,
      links: behind,
      ...(reason === null ? { value: column.values[e]! } : { reason }),
    };
  });
  const least = Number.NEGATIVE_INFINITY;
  return {
    ok: true,
    figure: {
      measure,
      ...(column.facts && { facts: column.facts }),
      rows: rows.sort((a, b) => (b.value ?? least) - (a.value ?? least) || 0),
      ...derivation(request, packed, filled.values, began),
    },
  };
}

/** Asks for measures of links, remembering answers for as long as somebody may go back to them. */
export function useLinkMeasures() {
  const client = useQueryClient();
  const desk = useAnalysis();
  const { localId } = useOpenCase();
  return (state: CaseState, request: FigureRequest & { readonly measure: string }, run: RunOptions) => {
    const { scope, content, direction, weights, currency, twoMode, measure, revision } = request;
    const key = [
      'link-measure',
      localId,
      scope.kind,
      content,
      direction,
      weights,
      currency,
      twoMode,
      measure,
      revision,
    ];
    return remember(client, key, run.signal, () => measureLinks(desk, state, request, run));
  };
}
