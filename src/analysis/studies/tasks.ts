import type { Ended, Handlers } from '#threads/serve';
import type { Network } from '../graph/network.ts';
import type { Progress, Work } from '../graph/work.ts';
import { bestSets } from './best-sets.ts';
import type { StudyFailures, StudyTasks } from './contract.ts';
import { joinIntervals, MOST_RANKS, ranksBuffers, resampledRanks } from './rank-intervals.ts';
import { columnWithin, type RankedMeasure, type Ready, readyMeasure } from './ranked-measure.ts';
import { rankingOf } from './ranking.ts';
import { ranksOverTime } from './ranks-over-time.ts';
import { removalCurve } from './removal-curves.ts';
import { resampledSets, setsBuffers } from './resampled-sets.ts';
import { samplingWarnings } from './sampling-warnings.ts';
import { withoutSources } from './source-jackknife.ts';
import { weakestLink } from './weakest-link.ts';
import { whatIf } from './what-if.ts';

type Steps<R> = Generator<Progress, Ended<R>, void>;

const refuse = (failure: StudyFailures | 'not-loaded') => ({ failure });

/** Looks the measure of a ranking up, then runs the study; `buffers` names what of its answer is handed over, not copied. */
function* ranked<R>(
  network: Network | undefined,
  asked: RankedMeasure,
  study: (network: Network, ready: Ready) => Work<R>,
  buffers?: (result: R) => readonly ArrayBuffer[],
): Steps<R> {
  if (!network) return refuse('not-loaded');
  const ready = readyMeasure(network, asked);
  if ('failure' in ready) return ready;
  const result = yield* study(network, ready);
  return { result, ...(buffers && { transfer: buffers(result) }) };
}

/** The tasks of this room, whichever thread serves them. */
export const studyHandlers: Handlers<{ readonly load: Network; readonly tasks: StudyTasks }> = {
  'weakest-link': ({ asked, cuts, top }, { data }) =>
    ranked(data, asked, (network, ready) => weakestLink(network, ready, asked.lowest, cuts, top)),
  *'rank-intervals'({ asked, by, share }, { data }) {
    if (data && data.nodeCount * share.resamples > MOST_RANKS) return refuse('too-many-ranks');
    return yield* ranked(
      data,
      asked,
      (network, ready) => resampledRanks(network, ready, asked.lowest, by, share),
      ranksBuffers,
    );
  },
  *'resampled-sets'({ request, members, by, share }, { data }) {
    if (!data) return refuse('not-loaded');
    if (!data.rows) return refuse('no-lines');
    if (data.nodeCount * share.resamples > MOST_RANKS) return refuse('too-many-ranks');
    const sets = yield* resampledSets(data, request, members, by, share);
    if (!('refused' in sets)) return { result: sets, transfer: setsBuffers(sets) };
    return { failure: sets.refused, ...(sets.detail !== undefined && { detail: sets.detail }) };
  },
  *'join-intervals'({ nodeCount, parts }) {
    return { result: yield* joinIntervals(nodeCount, parts) };
  },
  'without-sources': ({ asked, share }, { data }) =>
    ranked(data, asked, function* (network, ready) {
      const column = yield* columnWithin(ready, network, { done: 0, of: 1, stage: 'sources' });
      const all = rankingOf(column, asked.lowest);
      return {
        column,
        all,
        without: yield* withoutSources(network, ready, asked.lowest, all, share),
      };
    }),
  'ranks-over-time': ({ asked, bounds }, { data }) =>
    ranked(data, asked, (network, ready) => ranksOverTime(network, ready, asked.lowest, bounds)),
  *'sampling-warnings'(context, { data }) {
    if (!data) return refuse('not-loaded');
    yield { done: 0, of: 1, stage: 'warnings' };
    return data.rows ? { result: samplingWarnings(data, context) } : refuse('no-lines');
  },
  *'what-if'(removal, { data }) {
    if (!data) return refuse('not-loaded');
    if (!data.rows) return refuse('no-lines');
    const inside = (numbers: readonly number[], most: number) =>
      numbers.every((i) => Number.isInteger(i) && i >= 0 && i < most);
    if (!inside(removal.nodes, data.nodeCount) || !inside(removal.rows, data.rows.count)) return refuse('no-such-node');
    return { result: yield* whatIf(data, removal) };
  },
  *'best-sets'(request, { data }) {
    if (!data) return refuse('not-loaded');
    return { result: yield* bestSets(data, request) };
  },
  *'removal-curve'({ order, runs, seed }, { data }) {
    if (!data) return refuse('not-loaded');
    return { result: yield* removalCurve(data, order, { runs, seed }) };
  },
};
