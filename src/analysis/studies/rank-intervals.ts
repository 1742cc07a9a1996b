import type { Network } from '../graph/network.ts';
import type { Parameter } from '../graph/parameters.ts';
import { seededRandom } from '../graph/seeded-random.ts';
import type { Work } from '../graph/work.ts';
import { columnWithin, type Ready } from './ranked-measure.ts';
import { rankingOf, shareOfPlaces } from './ranking.ts';
import { type MissingModel, missingModels, type Resampling, resampler } from './resample.ts';

const share = (name: string, most: number, preset: number): Parameter => ({
  name,
  kind: 'number',
  min: 0,
  max: most,
  step: 0.05,
  default: preset,
});

/** What a rank interval rests on. `confirmed`, `unconfirmed`, `tentative`: how likely a line of that strength is kept. */
export const intervalParameters = [
  { name: 'resamples', kind: 'number', min: 200, max: 5000, step: 100, default: 200 },
  { name: 'seed', kind: 'number', min: 1, max: 1_000_000, step: 1, default: 1 },
  share('confirmed', 1, 0.95),
  share('unconfirmed', 1, 0.7),
  share('tentative', 1, 0.4),
  share('source-loss', 0.9, 0),
  share('missing', 1, 0),
  { name: 'model', kind: 'choice', options: missingModels, default: 'triadic' },
] as const satisfies readonly Parameter[];

/** The percentiles between which a rank interval runs. */
export const PERCENTILES = [5, 95] as const;
/** The tops whose probability is told. */
export const TOPS = [3, 5, 10] as const;
/** Ranks held at once: resamples × entities. */
export const MOST_RANKS = 40_000_000;
/** Ranks put in order between two yields: some ten milliseconds. */
const RANKS_PER_YIELD = 50_000;

export function resamplingOf(values: Readonly<Record<string, unknown>>): Resampling {
  return {
    keep: [Number(values.confirmed), Number(values.unconfirmed), Number(values.tentative)],
    sourceLoss: Number(values['source-loss']),
    missing: Number(values.missing),
    model: values.model as MissingModel,
  };
}

/** Places of all nodes in some of the resamples, one after another: `first[k * nodes + i]`. */
export interface ResampledRanks {
  readonly first: Int32Array<ArrayBuffer>;
  readonly last: Int32Array<ArrayBuffer>;
  readonly defined: Uint8Array<ArrayBuffer>;
}

/** What is handed over with ranks: up to a few hundred megabytes, which nobody wants twice. */
export function ranksBuffers({ first, last, defined }: ResampledRanks): ArrayBuffer[] {
  return [first.buffer, last.buffer, defined.buffer];
}

/** Which resamples a worker computes: `first`, `first + step`, … below `resamples`. Each has a seed of its own, so that the dealing changes no figure. */
export interface ResampleShare {
  readonly resamples: number;
  readonly seed: number;
  readonly first: number;
  readonly step: number;
}

/** How many resamples a share has. */
export function shareCount({ resamples, first, step }: ResampleShare): number {
  return first < resamples ? Math.floor((resamples - 1 - first) / step) + 1 : 0;
}

export function* resampledRanks(
  network: Network,
  ready: Ready,
  lowest: boolean,
  by: Resampling,
  share: ResampleShare,
): Work<ResampledRanks> {
  const n = network.nodeCount;
  const mine = shareCount(share);
  const ranks = {
    first: new Int32Array(mine * n),
    last: new Int32Array(mine * n),
    defined: new Uint8Array(mine * n),
  };
  const draw = resampler(network, by, ready.definition.readsLines?.(ready.values));
  for (let k = 0; k < mine; k++) {
    const progress = { done: k, of: mine, stage: 'resamples' };
    yield progress;
    const graph = draw(seededRandom(seedOf(share.seed, share.first + k * share.step)));
    const ranking = rankingOf(yield* columnWithin(ready, graph, progress), lowest);
    ranks.first.set(ranking.first, k * n);
    ranks.last.set(ranking.last, k * n);
    ranks.defined.set(ranking.defined, k * n);
  }
  return ranks;
}

/** Spreads run and resample over 32 bits, so that run 1's second resample is not run 2's first. */
export function seedOf(seed: number, resample: number): number {
  return (Math.imul(seed, 0x9e3779b1) ^ Math.imul(resample + 1, 0x85ebca6b)) | 0;
}

/**
 * Where each node stood over the resamples. Equal values hold all their places, so that an interval is never narrower than its ties: `low` is the
 * 5th percentile of the first place held, `high` the 95th of the last (nearest-rank percentiles). A node without a value stands after all that have one.
 */
export interface RankIntervals {
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** Middle of the places held, median over the resamples. */
  readonly median: Float64Array;
  /** Per entry of `TOPS`: share of the resamples in which the node was among the first 3, 5, 10; equals share the places that are left. */
  readonly top: readonly Float64Array[];
  /** Share of the resamples in which the node was alone or equal first. */
  readonly lead: Float64Array;
  /** Share of the resamples in which the measure had no value here. */
  readonly without: Float64Array;
}

/** Joins the shares of `parts.length` workers, part `j` being the one that began with resample `j`. */
export function* joinIntervals(nodeCount: number, parts: readonly ResampledRanks[]): Work<RankIntervals> {
  const n = nodeCount;
  const intervals = {
    low: new Int32Array(n),
    high: new Int32Array(n),
    median: new Float64Array(n),
    top: TOPS.map(() => new Float64Array(n)),
    lead: new Float64Array(n),
    without: new Float64Array(n),
  };
  const resamples = n === 0 ? 0 : parts.reduce((sum, p) => sum + p.first.length / n, 0);
  const firsts = new Int32Array(resamples);
  const lasts = new Int32Array(resamples);
  const middles = new Float64Array(resamples);
  const tops = new Float64Array(TOPS.length);
  const perYield = Math.max(1, Math.round(RANKS_PER_YIELD / (resamples + 1)));
  for (let i = 0; i < n && resamples > 0; i++) {
    let leads = 0;
    let without = 0;
    tops.fill(0);
    // In the order of the resamples, whoever computed them, so that sums come out alike to the last digit.
    for (let k = 0; k < resamples; k++) {
      const part = parts[k % parts.length]!;
      const at = Math.floor(k / parts.length) * n + i;
      const first = part.first[at]!;
      const last = part.last[at]!;
      firsts[k] = first;
      lasts[k] = last;
      middles[k] = (first + last) / 2;
      if (part.defined[at] === 0) without++;
      else {
        if (first === 1) leads++;
        TOPS.forEach((most, t) => {
          tops[t]! += shareOfPlaces(first, last, most);
        });
      }
    }
    firsts.sort();
    lasts.sort();
    middles.sort();
    intervals.low[i] = firsts[nearest(PERCENTILES[0], resamples)]!;
    intervals.high[i] = lasts[nearest(PERCENTILES[1], resamples)]!;
    intervals.median[i] = middles[nearest(50, resamples)]!;
    intervals.lead[i] = leads / resamples;
    intervals.without[i] = without / resamples;
    TOPS.forEach((_, t) => {
      intervals.top[t]![i] = tops[t]! / resamples;
    });
    if (i % perYield === 0) yield { done: i, of: n, stage: 'resamples' };
  }
  return intervals;
}

/** Position of a percentile in ascending values: the smallest that at least so many per cent do not exceed. */
export function nearest(percentile: number, count: number): number {
  return Math.max(0, Math.ceil((percentile / 100) * count) - 1);
}
