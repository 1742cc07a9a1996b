import type { Network } from '../graph/network.ts';
import type { PackedGraph } from '../graph/packed-graph.ts';
import type { Parameter } from '../graph/parameters.ts';
import type { Work } from '../graph/work.ts';
import { measureById } from '../measures/index.ts';
import { columnWithin } from './ranked-measure.ts';
import { byBetweenness, byChance, byColumn, byDegree, byFragmentation } from './removal-order.ts';

/**
 * Orders in which entities are removed one after another. `degree`, `betweenness`: computed again after each removal; with `-once` they keep the order
 * of the whole network. `key-players`: each time the one whose loss parts most pairs. `random`: mean of seeded runs.
 */
export const removalOrders = [
  'degree',
  'degree-once',
  'betweenness',
  'betweenness-once',
  'key-players',
  'random',
] as const;
export type RemovalOrder = (typeof removalOrders)[number];

export const curveParameters = [
  { name: 'runs', kind: 'number', min: 10, max: 1000, step: 10, default: 50 },
  { name: 'seed', kind: 'number', min: 1, max: 1_000_000, step: 1, default: 1 },
] as const satisfies readonly Parameter[];

/** Steps (links walked) above which betweenness is not computed again after each removal: some twenty seconds. */
const MOST_STEPS = 4e9;

export interface RemovalCurve {
  readonly order: RemovalOrder;
  /** Share of all entities in the largest component after 0, 1, 2 … removals; n + 1 values. Of `random` the mean. */
  readonly largest: Float64Array;
  /** Of `random`: 5th and 95th percentile over the runs at each step. */
  readonly low?: Float64Array;
  readonly high?: Float64Array;
  /** Who goes when, missing for `random`. */
  readonly sequence?: Int32Array;
  /** R of Schneider and others, PNAS 108 (2011) 3838: mean of the share after 1 … n removals; 0 to ½, the smaller the sooner the network falls apart. */
  readonly area: number;
}

export type CurveResult =
  | RemovalCurve
  | { readonly order: RemovalOrder; readonly failure: 'too-large-to-recompute' | 'no-entities' };

/** Whether an order can be had for a network of this size in reasonable time. */
export function fitsOrder(graph: PackedGraph, order: RemovalOrder): boolean {
  const n = graph.nodeCount;
  return order !== 'betweenness' || (n * n * (n + graph.out.targets.length)) / 3 <= MOST_STEPS;
}

export function* removalCurve(
  network: Network,
  order: RemovalOrder,
  { runs, seed }: { readonly runs: number; readonly seed: number },
): Work<CurveResult> {
  const n = network.nodeCount;
  if (n === 0) return { order, failure: 'no-entities' };
  if (!fitsOrder(network, order)) return { order, failure: 'too-large-to-recompute' };
  if (order === 'random') return yield* randomCurve(network, runs, seed);
  const sequence = yield* sequenceOf(network, order);
  const largest = largestAfter(network, sequence);
  return { order, largest, sequence, area: areaOf(largest) };
}

function* sequenceOf(network: Network, order: Exclude<RemovalOrder, 'random'>): Work<Int32Array> {
  const once = function* (id: string): Work<Int32Array> {
    const column = yield* columnWithin({ definition: measureById(id)!, values: {} }, network, {
      done: 0,
      of: 1,
      stage: 'removals',
    });
    return byColumn(column);
  };
  switch (order) {
    case 'degree':
      return yield* byDegree(network);
    case 'degree-once':
      return yield* once('degree');
    case 'betweenness':
      return yield* byBetweenness(network);
    case 'betweenness-once':
      return yield* once('betweenness');
    case 'key-players':
      return yield* byFragmentation(network);
  }
}

function* randomCurve(network: Network, runs: number, seed: number): Work<RemovalCurve> {
  const n = network.nodeCount;
  const all: Float64Array[] = [];
  for (let run = 0; run < runs; run++) {
    all.push(largestAfter(network, byChance(n, (Math.imul(seed, 0x9e3779b1) ^ Math.imul(run + 1, 0x85ebca6b)) | 0)));
    yield { done: run, of: runs, stage: 'removals' };
  }
  const largest = new Float64Array(n + 1);
  const low = new Float64Array(n + 1);
  const high = new Float64Array(n + 1);
  const at = new Float64Array(runs);
  for (let q = 0; q <= n; q++) {
    for (let run = 0; run < runs; run++) at[run] = all[run]![q]!;
    at.sort();
    largest[q] = at.reduce((a, b) => a + b, 0) / runs;
    low[q] = at[Math.max(0, Math.ceil(0.05 * runs) - 1)]!;
    high[q] = at[Math.ceil(0.95 * runs) - 1]!;
    if (q % 500 === 499) yield { done: runs, of: runs, stage: 'removals' };
  }
  return { order: 'random', largest, low, high, area: areaOf(largest) };
}

/** Share in the largest component after 0 … n removals, found backwards: nodes come back one by one and pieces grow together. */
export function largestAfter(graph: PackedGraph, sequence: Int32Array): Float64Array {
  const n = graph.nodeCount;
  const { offsets, targets } = graph.both;
  const root = Int32Array.from({ length: n }, (_, i) => i);
  const size = new Int32Array(n).fill(1);
  const there = new Uint8Array(n);
  const find = (v: number): number => {
    let at = v;
    while (root[at] !== at) {
      root[at] = root[root[at]!]!;
      at = root[at]!;
    }
    return at;
  };
  const largest = new Float64Array(n + 1);
  let most = 0;
  for (let k = n - 1; k >= 0; k--) {
    const v = sequence[k]!;
    there[v] = 1;
    if (most === 0) most = 1;
    for (let a = offsets[v]!; a < offsets[v + 1]!; a++) {
      const w = targets[a]!;
      if (!there[w]) continue;
      let x = find(v);
      let y = find(w);
      if (x === y) continue;
      if (size[x]! < size[y]!) [x, y] = [y, x];
      root[y] = x;
      size[x]! += size[y]!;
      most = Math.max(most, size[x]!);
    }
    largest[k] = most / n;
  }
  return largest;
}

function areaOf(largest: Float64Array): number {
  let sum = 0;
  for (let q = 1; q < largest.length; q++) sum += largest[q]!;
  return sum / (largest.length - 1);
}
