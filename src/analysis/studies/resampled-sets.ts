import type { Network } from '../graph/network.ts';
import { seededRandom } from '../graph/seeded-random.ts';
import type { Work } from '../graph/work.ts';
import {
  type Effort,
  findKeyPlayers,
  type KeyPlayerAnswer,
  type KeyPlayerRequest,
  type KeyPlayers,
} from '../key-players/index.ts';
import { nearest, PERCENTILES, type ResampleShare, seedOf, shareCount } from './rank-intervals.ts';
import { type Resampling, resampler } from './resample.ts';

/** Two figures of sets this near are equally good. */
const EQUAL = 1e-9;
/** Of each resample: a hundredth of what one answer may take, and counted, not timed, so that every machine comes to the same figures. */
const EFFORT: Effort = { most: 3_000_000, hoping: 1_000_000 };

/** A set of key players against the best of each of some resamples. */
export interface ResampledSets {
  /** Per resample of this share: the figure of the set asked about on that network, and whether none was found to do better there (1). */
  readonly value: Float64Array<ArrayBuffer>;
  readonly asGood: Uint8Array<ArrayBuffer>;
  /** Per resample: whether every set was tried or ruled out (1); else another may do better still. */
  readonly proven: Uint8Array<ArrayBuffer>;
  /** Per resample, one after another, and node: in which part of the sets that are best there it stands (of those kept by name, the first twenty-one). */
  readonly membership: Float64Array<ArrayBuffer>;
}

export type SetsOutcome = ResampledSets | Extract<KeyPlayerAnswer, { refused: string }>;

/**
 * How a set of key players fares where links are missing: over resamples of the recorded lines its figure, whether another set does better, and who
 * stands in the best set. `request` is what the set was looked for by; each resample is searched anew, with a seed of its own.
 */
export function* resampledSets(
  network: Network,
  request: KeyPlayerRequest,
  members: readonly number[],
  by: Resampling,
  share: ResampleShare,
): Work<SetsOutcome> {
  const n = network.nodeCount;
  const mine = shareCount(share);
  const sets = {
    value: new Float64Array(mine),
    asGood: new Uint8Array(mine),
    proven: new Uint8Array(mine),
    membership: new Float64Array(mine * n),
  };
  const draw = resampler(network, by);
  for (let k = 0; k < mine; k++) {
    yield { done: k, of: mine, stage: 'resamples' };
    const graph = draw(seededRandom(seedOf(share.seed, share.first + k * share.step)));
    // A set whose members are all given is not looked for, only rated.
    const rated = yield* findKeyPlayers(graph, { ...request, forced: members });
    if ('refused' in rated) return rated;
    const best = yield* findKeyPlayers(graph, request, EFFORT);
    if ('refused' in best) return best;
    sets.value[k] = rated.value;
    sets.asGood[k] = rated.value >= best.value - EQUAL ? 1 : 0;
    sets.proven[k] = best.proven ? 1 : 0;
    const first = bestOf(best, rated);
    // Counted first: whoever stands in all of them has a part of 1 exactly.
    for (const set of first) for (const v of set) sets.membership[k * n + v]! += 1;
    for (let at = k * n; at < (k + 1) * n; at++) sets.membership[at]! /= first.length;
  }
  return sets;
}

/** The best sets of a resample. A search may miss the set asked about, though it is as good, or better than all it found. */
function bestOf(best: KeyPlayers, asked: KeyPlayers): readonly Int32Array[] {
  if (asked.value > best.value + EQUAL) return [asked.members];
  const found = [best.members, ...best.ties];
  const mine = new Set(asked.members);
  const isMissed = asked.value >= best.value - EQUAL && !found.some((set) => set.every((v) => mine.has(v)));
  // Of those proven only so many are kept by name, it may be among the others.
  return isMissed && !best.proven ? [...found, asked.members] : found;
}

export function setsBuffers({ value, asGood, proven, membership }: ResampledSets): ArrayBuffer[] {
  return [value.buffer, asGood.buffer, proven.buffer, membership.buffer];
}

/** How a set stands over all resamples. */
export interface SetStanding {
  /** Share of the resamples in which no other set was found to do better. */
  readonly asGood: number;
  /** Share of the resamples in which every set was tried or ruled out. */
  readonly proven: number;
  /** Between which figures of the set the middle nine tenths of the resamples lie: 5th and 95th percentile, nearest rank; and the median. */
  readonly low: number;
  readonly median: number;
  readonly high: number;
  /** Per node: mean part of the best sets in which it stands. */
  readonly membership: Float64Array;
}

/** Joins the shares of `parts.length` workers, in the order of their first resample; at least one resample. */
export function joinSets(nodeCount: number, parts: readonly ResampledSets[]): SetStanding {
  const resamples = parts.reduce((sum, p) => sum + p.value.length, 0);
  const membership = new Float64Array(nodeCount);
  // In the order of the resamples, whoever computed them, so that sums come out alike to the last digit.
  for (let k = 0; k < resamples; k++) {
    const part = parts[k % parts.length]!;
    const at = Math.floor(k / parts.length) * nodeCount;
    for (let i = 0; i < nodeCount; i++) membership[i]! += part.membership[at + i]!;
  }
  for (let i = 0; i < nodeCount; i++) membership[i]! /= resamples;
  const values = Float64Array.from(parts.flatMap((p) => [...p.value])).sort();
  const shareOf = (flags: 'asGood' | 'proven') =>
    parts.reduce((sum, p) => sum + p[flags].reduce((a, b) => a + b, 0), 0) / resamples;
  const [low, median, high] = [PERCENTILES[0], 50, PERCENTILES[1]].map((p) => values[nearest(p, resamples)]!);
  return { asGood: shareOf('asGood'), proven: shareOf('proven'), low: low!, median: median!, high: high!, membership };
}
