import type { Work } from '../graph/work.ts';
import { adjusted } from './agreement.ts';
import type { Partition, Stability } from './community-method.ts';

/** Nodes whose rivals are looked for between two reports. */
const RIVALS_A_PIECE = 500;

const pairs = (k: number) => (k * (k - 1)) / 2;

/** One run's groups laid out member by member, ascending: those of group `c` are `order[start[c]] … order[start[c + 1] - 1]`. */
export function laidOut(run: Int32Array): { readonly start: Int32Array; readonly order: Int32Array } {
  const k = run.reduce((most, c) => Math.max(most, c), -1) + 1;
  const start = new Int32Array(k + 1);
  for (const c of run) start[c + 1]!++;
  for (let c = 0; c < k; c++) start[c + 1]! += start[c]!;
  const fill = start.slice();
  const order = new Int32Array(run.length);
  for (let i = 0; i < run.length; i++) order[fill[run[i]!]!++] = i;
  return { start, order };
}

/** How far runs agree with an answer. Each run numbers its groups from 0 without gaps; `qualities` are their modularities. */
export function* stabilityOf(
  { community, sizes }: Pick<Partition, 'community' | 'sizes'>,
  runs: readonly Int32Array[],
  qualities: readonly number[],
): Work<Stability> {
  const n = community.length;
  const share = new Float64Array(n);
  const together = new Float64Array(n);
  const counts = new Int32Array(sizes.length);
  const answerPairs = sizes.reduce((sum, k) => sum + pairs(k), 0);
  /** Per run and group of the run, the groups of the answer of which it holds more than half. */
  const held: (readonly number[])[][] = [];
  let agreement = 0;
  for (const run of runs) {
    const { start, order } = laidOut(run);
    const k = start.length - 1;
    const heldHere: number[][] = [];
    let bothPairs = 0;
    let runPairs = 0;
    for (let c = 0; c < k; c++) {
      const from = start[c]!;
      const to = start[c + 1]!;
      runPairs += pairs(to - from);
      const near: number[] = [];
      for (let m = from; m < to; m++) {
        const g = community[order[m]!]!;
        if (counts[g]!++ === 0) near.push(g);
      }
      for (let m = from; m < to; m++) {
        const i = order[m]!;
        const g = community[i]!;
        const others = sizes[g]! - 1;
        if (others === 0) {
          if (to - from > 1) continue;
          share[i]!++;
          together[i]!++;
          continue;
        }
        const met = counts[g]! - 1;
        if (2 * met > others) share[i]!++;
        together[i]! += met / others;
      }
      const mine: number[] = [];
      for (const g of near) {
        bothPairs += pairs(counts[g]!);
        if (2 * counts[g]! > sizes[g]!) mine.push(g);
        counts[g] = 0;
      }
      heldHere.push(mine);
    }
    held.push(heldHere);
    const one = adjusted(bothPairs, answerPairs, runPairs, pairs(n));
    agreement += Number.isNaN(one) ? 1 : one;
    yield { done: held.length, of: runs.length, stage: 'stability' };
  }
  const r = runs.length;
  for (let i = 0; i < n; i++) {
    share[i]! /= r;
    together[i]! /= r;
  }
  return {
    runs: r,
    share,
    together,
    ...(yield* rivals(community, sizes.length, runs, held)),
    agreement: agreement / r,
    modularity: [
      qualities.reduce((a, b) => Math.min(a, b)),
      qualities.reduce((a, b) => a + b) / r,
      qualities.reduce((a, b) => Math.max(a, b)),
    ],
  };
}

function* rivals(
  community: Int32Array,
  groups: number,
  runs: readonly Int32Array[],
  held: readonly (readonly (readonly number[])[])[],
): Work<Pick<Stability, 'rival' | 'rivalShare'>> {
  const n = community.length;
  const rival = new Int32Array(n).fill(-1);
  const rivalShare = new Float64Array(n);
  const seen = new Int32Array(groups);
  for (let i = 0; i < n; i++) {
    const near: number[] = [];
    runs.forEach((run, r) => {
      for (const g of held[r]![run[i]!]!) if (g !== community[i] && seen[g]!++ === 0) near.push(g);
    });
    for (const g of near) {
      const s = seen[g]! / runs.length;
      if (s > rivalShare[i]! || (s === rivalShare[i] && g < rival[i]!)) {
        rivalShare[i] = s;
        rival[i] = g;
      }
      seen[g] = 0;
    }
    if (i % RIVALS_A_PIECE === RIVALS_A_PIECE - 1) yield { done: i, of: n, stage: 'stability' };
  }
  return { rival, rivalShare };
}
