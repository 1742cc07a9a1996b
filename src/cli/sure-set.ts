import type { ParameterValues } from '#analysis/graph/parameters';
import { finish } from '#analysis/graph/work';
import type { KeyPlayerRequest } from '#analysis/key-players/index';
import { intervalParameters, joinSets, PERCENTILES, resampledSets, resamplingOf } from '#analysis/studies/index';
import { howSure as words } from '#i18n/messages/en/how-sure';
import { tableOf } from './csv-out.ts';
import type { NetworkInput } from './network-input.ts';

/** What resamples of a set rest on; its seed is that of the search as well. */
export const RESAMPLES = { id: 'resamples', parameters: intervalParameters };

/** How a set of key players fares over resamples of the lines, for `--sure`; the request is one that has been answered. */
export function sureSetOf(
  input: NetworkInput,
  request: KeyPlayerRequest,
  members: readonly number[],
  settings: ParameterValues,
) {
  const resamples = Math.floor(Number(settings.resamples));
  const share = { resamples, seed: Math.floor(Number(settings.seed)), first: 0, step: 1 };
  const sets = finish(resampledSets(input.graph, request, members, resamplingOf(settings), share));
  if ('refused' in sets) throw new Error(`answered, but refused in a resample: ${sets.refused}`);
  const { membership, asGood: as_good, ...standing } = joinSets(input.graph.nodeCount, [sets]);
  const isMember = new Set(members);
  const bestSets = [...membership]
    .map((part, node) => ({ id: input.ids[node]!, member: isMember.has(node), share: part }))
    .filter((row) => row.member || row.share > 0)
    .sort((a, b) => Number(b.member) - Number(a.member) || b.share - a.share);
  return {
    json: {
      as_good,
      ...standing,
      best_sets: bestSets,
      method: {
        ...settings,
        resamples,
        percentiles: PERCENTILES,
        assumption: words['sure.method.assumption.set'],
      },
    },
    table: () => tableOf(['id', 'member', 'share'], bestSets),
  };
}
