import { seededRandom, shuffled } from '../graph/seeded-random.ts';
import type { Progress, Work } from '../graph/work.ts';
import { BestSets, SAME } from './best-sets.ts';
import type { Objective } from './objective.ts';

/** What sets are looked for: `free` more members, out of `candidates`, beside those forced. */
export interface Search {
  readonly objective: Objective;
  readonly forced: Uint8Array;
  readonly candidates: Int32Array;
  readonly free: number;
}

/** Number of ways of choosing `k` out of `n`; infinite above what a number holds exactly. */
export function binomial(n: number, k: number): number {
  let count = 1;
  for (let i = 1; i <= k; i++) {
    count = (count * (n - k + i)) / i;
    if (count > Number.MAX_SAFE_INTEGER) return Number.POSITIVE_INFINITY;
  }
  return Math.round(count);
}

/** Runs work under the progress of the whole. */
function* under<T>(progress: () => Progress, work: Work<T>): Work<T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield progress();
  }
}

/**
 * Greedy, then interchange (Borgatti 2006, section 4): every member in turn gives way to whoever serves the set best, until nobody does better. One
 * run starts from the greedy set, the others from sets drawn by the seed. Nothing proves the outcome best.
 */
export function* interchange(
  { objective, forced, candidates, free }: Search,
  first: Float64Array,
  runs: number,
  seed: number,
): Work<BestSets> {
  const n = forced.length;
  const random = seededRandom(seed);
  const found = new BestSets(false);
  const wanted = new Uint8Array(n);
  for (const v of candidates) wanted[v] = 1;
  const values = new Float64Array(n);
  const known = new Map<string, { readonly best: number; readonly value: number }>();
  let sweeps = 0;
  const expected = free + runs * free * 3;
  const progress = () => ({ done: sweeps, of: Math.max(expected, sweeps + 1), stage: 'sets' });

  /** The candidate that serves `base` best, and the figure with it; the one with the lowest number among equals. */
  function* bestBeside(base: Uint8Array, list: readonly number[], given?: Float64Array) {
    const key = [...list].sort((a, b) => a - b).join();
    const before = known.get(key);
    if (before) return before;
    if (!given) yield* under(progress, objective.sweep(base, wanted, values));
    sweeps++;
    const judged = given ?? values;
    let best = -1;
    let value = Number.NEGATIVE_INFINITY;
    for (const v of candidates) {
      if (base[v] === 1) continue;
      if (list.length === free - 1) found.offer(base, v, judged[v]!);
      if (judged[v]! > value + SAME) {
        best = v;
        value = judged[v]!;
      }
    }
    const answer = { best, value };
    known.set(key, answer);
    return answer;
  }

  for (let run = 0; run < runs; run++) {
    const mask = forced.slice();
    let list: number[] = [];
    if (run === 0) {
      for (let k = 0; k < free; k++) {
        const { best } = yield* bestBeside(mask, list, k === 0 ? first : undefined);
        mask[best] = 1;
        list.push(best);
      }
    } else {
      list = [...shuffled(candidates.length, random).subarray(0, free)].map((i) => candidates[i]!);
      for (const v of list) mask[v] = 1;
    }
    let current = Number.NEGATIVE_INFINITY;
    for (let i = 0, settled = 0; settled < free; i = (i + 1) % free) {
      const leaving = list[i]!;
      mask[leaving] = 0;
      const { best, value } = yield* bestBeside(
        mask,
        list.filter((v) => v !== leaving),
      );
      if (value > current + SAME) {
        current = value;
        list[i] = best;
        mask[best] = 1;
        settled = 1;
      } else {
        mask[leaving] = 1;
        settled++;
      }
    }
    yield progress();
  }
  return found;
}

/**
 * Every set, so that the outcome is the best there is; the last member is judged for all candidates at once. Where members gain a set the less the
 * larger it is, sets that cannot come up to what is known are passed over (Nemhauser, Wolsey and Fisher, Mathematical Programming 14 (1978) 265).
 * Null when `most` arcs were walked before the end.
 */
export function* everySet(
  { objective, forced, candidates: given, free }: Search,
  first: Float64Array,
  ground: number,
  floor: number,
  most: number,
): Work<BestSets | null> {
  const found = new BestSets(true, floor);
  const { diminishing } = objective;
  const candidates = diminishing ? given.slice().sort((a, b) => first[b]! - first[a]! || a - b) : given;
  const gain = Float64Array.from(candidates, (v) => first[v]! - ground);
  const base = forced.slice();
  const wanted = new Uint8Array(forced.length);
  const values = new Float64Array(forced.length);
  const began = objective.steps();
  const total = binomial(candidates.length, free - 1);
  let tried = 0;
  let over = false;
  const progress = () => ({ done: Math.min(tried, total), of: total, stage: 'sets' });

  function* last(from: number, worth: number): Work<void> {
    let some = false;
    wanted.fill(0);
    for (let i = from; i < candidates.length; i++) {
      if (diminishing && worth + gain[i]! < found.threshold) break;
      wanted[candidates[i]!] = 1;
      some = true;
    }
    tried++;
    if (!some) return;
    yield* under(progress, objective.sweep(base, wanted, values));
    for (let i = from; i < candidates.length; i++) {
      const v = candidates[i]!;
      if (wanted[v] === 1) found.offer(base, v, values[v]!);
    }
  }

  function* choose(left: number, from: number, worth: number): Work<void> {
    if (left === 1) return yield* last(from, worth);
    for (let i = from; i + left <= candidates.length; i++) {
      if (objective.steps() - began > most) over = true;
      if (over) return;
      if (diminishing) {
        let most = worth;
        for (let j = i; j < i + left; j++) most += gain[j]!;
        if (most < found.threshold) return;
      }
      const v = candidates[i]!;
      base[v] = 1;
      yield* choose(left - 1, i + 1, diminishing ? yield* objective.value(base) : Number.NaN);
      base[v] = 0;
    }
  }

  if (free === 1) for (const v of candidates) found.offer(base, v, first[v]!);
  else yield* choose(free, 0, ground);
  return over ? null : found;
}
