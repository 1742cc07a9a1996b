import { type LinkRows, type Network, packRows, pickRows } from '../graph/network.ts';
import type { PackedGraph } from '../graph/packed-graph.ts';

/** How unobserved links are thought to lie. `triadic`: between two neighbours of one entity; `degree`: ends drawn by degree + 1. */
export const missingModels = ['triadic', 'degree'] as const;
export type MissingModel = (typeof missingModels)[number];

/** One thought experiment on what was recorded; every number in it is an assumption that the method statement prints. */
export interface Resampling {
  /** How likely a line is kept, by `PROOF`: confirmed, unconfirmed, tentative. */
  readonly keep: readonly [number, number, number];
  /** How likely a source is lost whole: lines that rest on lost sources alone go with it. */
  readonly sourceLoss: number;
  /** Links thought to be unobserved, as a share of the recorded pairs; 0 adds none. */
  readonly missing: number;
  readonly model: MissingModel;
}

/** Tries per unobserved link to find a pair that is not linked yet. */
const TRIES = 20;

/**
 * A generator of networks as they might have been recorded; the same draws from `random` give the same network. The attributes of its nodes come along;
 * `lines`: so do the lines one by one, for a measure that reads them.
 */
export function resampler(network: Network, by: Resampling, lines = false): (random: () => number) => Network {
  const { rows, groupings, nodeCount: n } = network;
  if (!rows) throw new RangeError('a network without rows cannot be resampled');
  const how = { directed: network.directed, weighted: network.weight !== null };
  const expected = by.missing * network.edgeCount;
  const most = Math.ceil(expected);
  const ends = {
    count: rows.count,
    source: lengthened(rows.source, most),
    target: lengthened(rows.target, most),
    arrow: Uint8Array.from({ length: rows.count + most }, (_, r) => (r < rows.count ? rows.arrow[r]! : 1)),
    weight: Float64Array.from({ length: rows.count + most }, (_, r) => (r < rows.count ? rows.weight[r]! : 1)),
  };
  const lost = new Uint8Array(sourceCount(rows));
  const keep = new Uint8Array(rows.count + most);
  /** Recorded lines that the unobserved ones are like. */
  const like = new Int32Array(most);
  const draw = by.model === 'degree' ? byDegree(network) : byTriad(network);
  return (random) => {
    if (by.sourceLoss > 0) for (let s = 0; s < lost.length; s++) lost[s] = random() < by.sourceLoss ? 1 : 0;
    for (let r = 0; r < rows.count; r++) {
      const kept = random() < by.keep[rows.proof[r] as 0 | 1 | 2];
      keep[r] = kept && !(by.sourceLoss > 0 && allLost(rows, r, lost)) ? 1 : 0;
    }
    let added = 0;
    if (expected > 0 && n > 1) {
      const whole = Math.floor(expected);
      const wanted = whole + (random() < expected - whole ? 1 : 0);
      const taken = new Set<number>();
      for (let k = 0; k < wanted; k++)
        for (let attempt = 0; attempt < TRIES; attempt++) {
          const pair = draw(random);
          if (!pair) break;
          const [u, v] = pair;
          const key = u < v ? u * n + v : v * n + u;
          if (u === v || taken.has(key) || linked(network, u, v)) continue;
          taken.add(key);
          ends.source[rows.count + added] = u;
          ends.target[rows.count + added] = v;
          // As strong as some recorded line, and of its type, for we know no better.
          like[added] = Math.floor(random() * rows.count);
          ends.weight[rows.count + added] = rows.weight[like[added]!]!;
          keep[rows.count + added] = 1;
          added++;
          break;
        }
    }
    const { graph, edge } = packRows(n, { ...ends, count: rows.count + added }, how, keep);
    const there = groupings ? { ...graph, groupings } : graph;
    if (!lines) return there;
    const at: number[] = [];
    for (let r = 0; r < rows.count + added; r++) if (keep[r]) at.push(r);
    const picked = pickRows(
      rows,
      at.map((r) => (r < rows.count ? r : like[r - rows.count]!)),
    );
    const source = Int32Array.from(at, (r) => ends.source[r]!);
    const target = Int32Array.from(at, (r) => ends.target[r]!);
    const arrow = Uint8Array.from(at, (r) => ends.arrow[r]!);
    return { ...there, rows: { ...picked, source, target, arrow, edge: Int32Array.from(at, (r) => edge[r]!) } };
  };
}

/** Numbers of sources named in the rows, one past the greatest. */
export function sourceCount(rows: LinkRows): number {
  let most = -1;
  for (const s of rows.sources) if (s > most) most = s;
  return most + 1;
}

/** Whether a row names sources and every one of them is lost. */
export function allLost(rows: LinkRows, r: number, lost: Uint8Array): boolean {
  const end = rows.sourceOffsets[r + 1]!;
  const start = rows.sourceOffsets[r]!;
  for (let a = start; a < end; a++) if (lost[rows.sources[a]!] === 0) return false;
  return end > start;
}

function lengthened(column: Int32Array, more: number): Int32Array {
  const longer = new Int32Array(column.length + more);
  longer.set(column);
  return longer;
}

function linked({ both }: PackedGraph, u: number, v: number): boolean {
  let low = both.offsets[u]!;
  let high = both.offsets[u + 1]! - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = both.targets[middle]!;
    if (at === v) return true;
    if (at < v) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

type Draw = (random: () => number) => readonly [number, number] | undefined;

/** Both ends by degree + 1, so that nobody is out of reach (Chung and Lu, Annals of Combinatorics 6 (2002) 125, is the model without the one). */
function byDegree({ nodeCount: n, both }: PackedGraph): Draw {
  const pick = weightedPick(Float64Array.from({ length: n }, (_, i) => both.offsets[i + 1]! - both.offsets[i]! + 1));
  return (random) => [pick(random), pick(random)];
}

/** Two neighbours of an entity that is drawn by its pairs of neighbours: links tend to close triads (Rapoport, Bulletin of Mathematical Biophysics 15 (1953) 523). */
function byTriad({ nodeCount: n, both }: PackedGraph): Draw {
  const pairs = Float64Array.from({ length: n }, (_, i) => {
    const d = both.offsets[i + 1]! - both.offsets[i]!;
    return (d * (d - 1)) / 2;
  });
  if (!pairs.some((p) => p > 0)) return () => undefined;
  const pick = weightedPick(pairs);
  return (random) => {
    const centre = pick(random);
    const start = both.offsets[centre]!;
    const d = both.offsets[centre + 1]! - start;
    const a = Math.floor(random() * d);
    const b = Math.floor(random() * (d - 1));
    return [both.targets[start + a]!, both.targets[start + (b < a ? b : b + 1)]!];
  };
}

function weightedPick(weights: Float64Array): (random: () => number) => number {
  const sums = new Float64Array(weights.length);
  let total = 0;
  for (let i = 0; i < weights.length; i++) {
    total += weights[i]!;
    sums[i] = total;
  }
  return (random) => {
    const x = random() * total;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! > x) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
