import { fillParameters, measureById, reasonAt } from '#analysis/measures/index';
import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import {
  type AnalysisDesk,
  derivation,
  type Figure,
  type MeasureResult,
  type ParameterValues,
  type RunOptions,
  wantedBy,
} from './analysis.ts';
import { type GroupingName, groupingsFor } from './groupings.ts';
import type { GraphRequest } from './packing.ts';

export interface WithinGroupsRequest extends GraphRequest {
  readonly measure: string;
  readonly parameters?: ParameterValues;
  /** By what entities are grouped: route stage, agency, the groups of an answer … */
  readonly within: GroupingName;
  readonly communities?: ReadonlyMap<Id, number>;
}

/** The group of each entity stands beside its value: values of different groups are not on one scale. */
export interface WithinGroupsResult extends MeasureResult {
  readonly within: GroupingName;
  /** In the order of `rows`; missing where nothing is stated. */
  readonly groups: readonly (string | undefined)[];
}

/** A measure within each group alone, links between groups left out: who leads in a stage of the route, and not who stands out in the whole. */
export async function measureWithinGroups(
  desk: AnalysisDesk,
  state: CaseState,
  request: WithinGroupsRequest,
  run: RunOptions = {},
): Promise<Figure<WithinGroupsResult>> {
  const began = performance.now();
  const { measure, parameters = {}, within } = request;
  const definition = measureById(measure);
  if (!definition) return { ok: false, code: 'unknown-method' };
  const filled = fillParameters(definition.parameters, parameters);
  if ('unfit' in filled) return { ok: false, code: 'unfit-parameter', detail: filled.unfit };
  const wanted = wantedBy(state, definition, filled.values);
  const groupings = new Map([...(wanted.groupings ?? []), ...groupingsFor(state, [within], request.communities)]);
  const packed = desk.pack(state, request, { ...wanted, groupings });
  if ('failure' in packed) return { ok: false, code: packed.failure };
  const outcome = await desk.ask('measure', { measure, parameters, within }, packed, run);
  if ('failure' in outcome)
    return { ok: false, code: outcome.failure, ...(outcome.detail !== undefined && { detail: outcome.detail }) };
  const column = outcome.result;
  const words = packed.groupingWords.get(within) ?? [];
  const codes = packed.graph.groupings!.get(within)!.of;
  return {
    ok: true,
    figure: {
      measure,
      within,
      groups: [...codes].map((code) => (code < 0 ? undefined : words[code])),
      rows: packed.ids.map((id, i) => {
        const reason = reasonAt(column, i);
        return reason === null ? { id, value: column.values[i]! } : { id, reason };
      }),
      ...derivation(request, packed, filled.values, began),
    },
  };
}
