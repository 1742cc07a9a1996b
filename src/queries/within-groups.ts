import { fillParameters, measureById, type ParameterValues } from '#analysis/measures/index';
import type { CaseState } from '#domain/change/case-state';
import type { AnalysisDesk } from './analysis.ts';
import {
  derivation,
  type Figure,
  groupingsOf,
  type MeasureResult,
  type RunOptions,
  rowsOf,
  wantedBy,
} from './derivation.ts';
import { type GroupingName, wordTold } from './groupings.ts';
import { groupsBy, groupsFor, type KnownGroups } from './known-groups.ts';
import type { GraphRequest } from './packing.ts';

export interface WithinGroupsRequest extends GraphRequest {
  readonly measure: string;
  readonly parameters?: ParameterValues;
  /** By what entities are grouped: route stage, agency, the groups of an answer … */
  readonly within: GroupingName;
  /** The groups of `community`; missing where it is asked for: they are found over the same graph. */
  readonly groups?: KnownGroups;
}

/** The group of each entity stands beside its value: values of different groups are not on one scale. */
export interface WithinGroupsResult extends MeasureResult {
  readonly within: GroupingName;
  /** In the order of `rows`; missing where nothing is stated. */
  readonly groups: readonly (string | undefined)[];
}

/**
 * A measure within each group alone, links between groups left out: who leads in a stage of the route, and not who stands out in the whole. Where groups are
 * words of an attribute, protected persons are in none of them: their place in a group would tell the word.
 */
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
  const names = [within, ...groupingsOf(definition, filled.values)];
  const sorted = await groupsFor(desk, state, request, names, request.groups, run);
  if (!sorted.ok) return sorted;
  const by = names.includes('community') ? sorted.figure : undefined;
  const communities = by?.of;
  const wanted = wantedBy(state, definition, filled.values, communities);
  const groupings = new Map([...(wanted.groupings ?? []), [within, wordTold(state, within, communities)]]);
  const packed = await desk.pack(state, request, { ...wanted, groupings }, run);
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
      rows: rowsOf(packed, column),
      ...(column.facts && { facts: column.facts }),
      ...(by && { groupsBy: groupsBy(by) }),
      ...derivation(request, packed, filled.values, began),
    },
  };
}
