import type { Progress, Work } from '../graph/work.ts';
import type { Refusal } from './community-method.ts';
import { type Ground, renumber } from './level.ts';
import type { Once } from './seeded-runs.ts';
import { laidOut } from './stability.ts';

/** Ties of a consensus: what fifty runs over them take seconds for. */
const MOST_TIES = 500_000;
const MOST_ROUNDS = 20;
/** Pairs counted between two reports. */
const PIECE = 500_000;

/** Pairs of nodes (a < b) with the share of runs in which they stood together. */
interface Ties {
  readonly a: number[];
  readonly b: number[];
  readonly share: number[];
}

/** Counts who stood together, node by node; undefined where more pairs than `MOST_TIES` did so often enough. */
function* tiesOf(
  runs: readonly Int32Array[],
  threshold: number,
  progress: Progress,
): Generator<Progress, Ties | undefined, void> {
  const n = runs[0]!.length;
  const laid = runs.map((run) => laidOut(run));
  const counts = new Int32Array(n);
  const tied = new Uint8Array(n);
  const strongest = new Float64Array(n);
  const to = new Int32Array(n).fill(-1);
  const ties: Ties = { a: [], b: [], share: [] };
  const add = (a: number, b: number, share: number) => {
    ties.a.push(a);
    ties.b.push(b);
    ties.share.push(share);
    tied[a] = 1;
    tied[b] = 1;
  };
  let paced = 0;
  for (let a = 0; a < n; a++) {
    const near: number[] = [];
    laid.forEach(({ start, order }, r) => {
      const c = runs[r]![a]!;
      // Members stand in ascending order: those after `a` come last.
      for (let m = start[c + 1]! - 1; m >= start[c]! && order[m]! > a; m--) {
        const b = order[m]!;
        if (counts[b] === 0) near.push(b);
        counts[b] = counts[b]! + 1;
        paced++;
      }
    });
    for (const b of near) {
      const share = counts[b]! / runs.length;
      counts[b] = 0;
      if (share >= threshold) add(a, b, share);
      if (share > strongest[a]!) {
        strongest[a] = share;
        to[a] = b;
      }
      if (share > strongest[b]!) {
        strongest[b] = share;
        to[b] = a;
      }
    }
    if (ties.a.length > MOST_TIES) return undefined;
    if (paced > PIECE) {
      paced = 0;
      yield progress;
    }
  }
  // Who would stand alone keeps its strongest tie.
  for (let i = 0; i < n; i++)
    if (tied[i] === 0 && to[i] !== -1) add(Math.min(i, to[i]!), Math.max(i, to[i]!), strongest[i]!);
  return ties;
}

/** Ties as a weighted graph; no pair stands there twice, as a node that keeps its strongest tie had none before. */
function groundOfTies(n: number, { a, b, share }: Ties): Ground {
  const offsets = new Int32Array(n + 1);
  const ends = [a, b];
  for (const list of ends) for (const i of list) offsets[i + 1]!++;
  for (let i = 0; i < n; i++) offsets[i + 1]! += offsets[i]!;
  const fill = offsets.slice();
  const targets = new Int32Array(2 * a.length);
  const weights = new Float64Array(2 * a.length);
  const strength = new Float64Array(n);
  let doubled = 0;
  for (let k = 0; k < a.length; k++)
    for (const [from, to] of [
      [a[k]!, b[k]!],
      [b[k]!, a[k]!],
    ] as const) {
      const at = fill[from]!++;
      targets[at] = to;
      weights[at] = share[k]!;
      strength[from]! += share[k]!;
      doubled += share[k]!;
    }
  return { n, offsets, targets, weights, strength, doubled, links: a.length };
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
    const ties = yield* tiesOf(runs, threshold, { done: 0, of: count, stage: 'consensus' });
    if (!ties) return { refused: 'too-many-pairs', most: MOST_TIES, has: MOST_TIES + 1 };
    const ground = groundOfTies(n, ties);
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
