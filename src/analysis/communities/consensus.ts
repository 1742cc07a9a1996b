import { packGraph } from '../graph/packed-graph.ts';
import type { Work } from '../graph/work.ts';
import type { Refusal } from './community-method.ts';
import { groundOf, renumber } from './level.ts';
import type { Once } from './seeded-runs.ts';

/** Pairs that stood together in some run: what a page can hold. */
const MOST_PAIRS = 3_000_000;
const MOST_ROUNDS = 20;

/** Share of runs in which each pair stood together, as rows of `a * n + b` (a < b) and their counts; undefined where there are too many pairs. */
function togetherOf(runs: readonly Int32Array[], n: number): ReadonlyMap<number, number> | undefined {
  const counts = new Map<number, number>();
  for (const run of runs) {
    const members = new Map<number, number[]>();
    for (let i = 0; i < n; i++) {
      const list = members.get(run[i]!);
      if (list) list.push(i);
      else members.set(run[i]!, [i]);
    }
    for (const list of members.values())
      for (let a = 0; a < list.length; a++)
        for (let b = a + 1; b < list.length; b++) {
          const key = list[a]! * n + list[b]!;
          counts.set(key, (counts.get(key) ?? 0) + 1);
          if (counts.size > MOST_PAIRS) return undefined;
        }
  }
  return counts;
}

const same = (a: Int32Array, b: Int32Array) => a.every((c, i) => c === b[i]);

/**
 * Consensus clustering (Lancichinetti and Fortunato, Scientific Reports 2 (2012) 336): nodes are tied by the share of runs in which they stood
 * together, shares below `threshold` are dropped (a node that loses all keeps its strongest), and the method runs over these ties as
 * often as before, until all runs are the same. A round that is not the last after `MOST_ROUNDS` gives its most frequent division.
 */
export function* consensusOf(
  first: readonly Int32Array[],
  threshold: number,
  resolution: number,
  random: () => number,
  once: Once,
): Work<Int32Array | Refusal> {
  const n = first[0]!.length;
  const count = first.length;
  let runs = first;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (runs.every((run) => same(run, runs[0]!))) return runs[0]!;
    const together = togetherOf(runs, n);
    if (!together) return { refused: 'too-many-pairs', most: MOST_PAIRS, has: MOST_PAIRS + 1 };
    const ties = tiesOf(together, n, count, threshold);
    const ground = groundOf(packGraph({ nodeCount: n, ...ties }));
    const next: Int32Array[] = [];
    for (let r = 0; r < count; r++) {
      const found = yield* once(ground, resolution, random, { done: r, of: count, stage: 'consensus' });
      renumber(found);
      next.push(found);
      yield { done: r + 1, of: count, stage: 'consensus' };
    }
    runs = next;
  }
  return mostFrequent(runs);
}

function tiesOf(
  together: ReadonlyMap<number, number>,
  n: number,
  runs: number,
  threshold: number,
): { readonly source: number[]; readonly target: number[]; readonly weight: number[] } {
  const source: number[] = [];
  const target: number[] = [];
  const weight: number[] = [];
  const tied = new Uint8Array(n);
  const strongest = new Float64Array(n);
  const to = new Int32Array(n).fill(-1);
  for (const [key, count] of together) {
    const a = Math.floor(key / n);
    const b = key % n;
    const share = count / runs;
    if (share >= threshold) {
      source.push(a);
      target.push(b);
      weight.push(share);
      tied[a] = 1;
      tied[b] = 1;
    }
    if (share > strongest[a]!) {
      strongest[a] = share;
      to[a] = b;
    }
    if (share > strongest[b]!) {
      strongest[b] = share;
      to[b] = a;
    }
  }
  for (let i = 0; i < n; i++) {
    if (tied[i] === 1 || to[i] === -1) continue;
    tied[i] = 1;
    source.push(i);
    target.push(to[i]!);
    weight.push(strongest[i]!);
  }
  return { source, target, weight };
}

function mostFrequent(runs: readonly Int32Array[]): Int32Array {
  let best = runs[0]!;
  let most = 0;
  for (const run of runs) {
    const times = runs.filter((other) => same(run, other)).length;
    if (times > most) {
      most = times;
      best = run;
    }
  }
  return best;
}
