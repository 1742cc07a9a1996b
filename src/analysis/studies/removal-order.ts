import { type PackedGraph, packGraph } from '../graph/packed-graph.ts';
import { seededRandom, shuffled } from '../graph/seeded-random.ts';
import type { Progress, Work } from '../graph/work.ts';
import { type Column, measureById } from '../measures/index.ts';
import { columnWithin } from './ranked-measure.ts';
import { rankingOf } from './ranking.ts';

/** Nodes and links walked between two yields: some ten milliseconds. */
const STEPS_PER_YIELD = 200_000;

/** What is left of the links without some nodes, which stay as isolates. */
function withoutNodes(graph: PackedGraph, gone: Uint8Array): PackedGraph {
  const source: number[] = [];
  const target: number[] = [];
  for (let e = 0; e < graph.edgeCount; e++) {
    if (gone[graph.source[e]!] || gone[graph.target[e]!]) continue;
    source.push(graph.source[e]!);
    target.push(graph.target[e]!);
  }
  return packGraph({ nodeCount: graph.nodeCount, source, target, directed: graph.directed });
}

/** Most links first, counted again after each removal; equal ones by number. */
export function* byDegree(graph: PackedGraph): Work<Int32Array> {
  const { offsets, targets } = graph.both;
  const n = graph.nodeCount;
  const degree = Int32Array.from({ length: n }, (_, i) => offsets[i + 1]! - offsets[i]!);
  const gone = new Uint8Array(n);
  const order = new Int32Array(n);
  for (let k = 0; k < n; k++) {
    let best = -1;
    for (let i = 0; i < n; i++) if (!gone[i] && (best < 0 || degree[i]! > degree[best]!)) best = i;
    order[k] = best;
    gone[best] = 1;
    for (let a = offsets[best]!; a < offsets[best + 1]!; a++) degree[targets[a]!]!--;
    if (k % 256 === 0) yield { done: k, of: n, stage: 'removals' };
  }
  return order;
}

/** By the values of a column, greatest first; equal ones by number. */
export function byColumn(column: Column): Int32Array {
  const { first } = rankingOf(column);
  return Int32Array.from(Array.from(first, (_, i) => i).sort((a, b) => first[a]! - first[b]! || a - b));
}

/** Greatest betweenness first, computed again after each removal; equal ones by degree in what is left, then by number. */
export function* byBetweenness(graph: PackedGraph): Work<Int32Array> {
  const n = graph.nodeCount;
  const betweenness = { definition: measureById('betweenness')!, values: {} };
  const gone = new Uint8Array(n);
  const order = new Int32Array(n);
  let left = graph;
  for (let k = 0; k < n; k++) {
    const progress: Progress = { done: k, of: n, stage: 'removals' };
    yield progress;
    let best = -1;
    if (left.edgeCount > 0) {
      const { first } = rankingOf(yield* columnWithin(betweenness, left, progress), false, gone);
      for (let i = 0; i < n; i++) if (first[i] === 1 && (best < 0 || more(left, i, best))) best = i;
    } else best = gone.indexOf(0);
    order[k] = best;
    gone[best] = 1;
    if (left.edgeCount > 0) left = withoutNodes(graph, gone);
  }
  return order;
}

function more({ both: { offsets } }: PackedGraph, a: number, b: number): boolean {
  return offsets[a + 1]! - offsets[a]! > offsets[b + 1]! - offsets[b]!;
}

export function byChance(n: number, seed: number): Int32Array {
  return shuffled(n, seededRandom(seed));
}

/**
 * Key players one after another: each time the node without which the fewest pairs still reach each other, whatever the direction (the greedy
 * order for KPP-NEG); equal ones by degree in what is left, then by number. One depth-first walk tells the loss of every node at once: the
 * subtrees that hang on a cut point become pieces (Tarjan, SIAM Journal on Computing 1 (1972) 146).
 */
export function* byFragmentation(graph: PackedGraph): Work<Int32Array> {
  const n = graph.nodeCount;
  const gone = new Uint8Array(n);
  const loss = new Float64Array(n);
  const degree = Int32Array.from({ length: n }, (_, i) => graph.both.offsets[i + 1]! - graph.both.offsets[i]!);
  const walk = lossWalker(graph, gone, loss);
  const seen = new Uint8Array(n);
  for (let i = 0; i < n; i++) if (!seen[i]) for (const v of walk(i)) seen[v] = 1;
  const order = new Int32Array(n);
  let walked = n;
  for (let k = 0; k < n; k++) {
    let best = -1;
    for (let i = 0; i < n; i++)
      if (!gone[i] && (best < 0 || loss[i]! > loss[best]! || (loss[i] === loss[best] && degree[i]! > degree[best]!)))
        best = i;
    order[k] = best;
    gone[best] = 1;
    const { offsets, targets } = graph.both;
    const again = new Set<number>();
    for (let a = offsets[best]!; a < offsets[best + 1]!; a++) {
      const v = targets[a]!;
      degree[v]!--;
      if (!gone[v]) again.add(v);
    }
    for (const v of again) {
      if (!again.has(v)) continue;
      for (const u of walk(v)) {
        again.delete(u);
        walked += 1 + offsets[u + 1]! - offsets[u]!;
      }
    }
    walked += n / 4;
    if (walked > STEPS_PER_YIELD) {
      walked = 0;
      yield { done: k, of: n, stage: 'removals' };
    }
  }
  return order;
}

/** Walks the component of a node and writes what losing each of its nodes would cost: ordered pairs that reach each other, before less after. */
function lossWalker(graph: PackedGraph, gone: Uint8Array, loss: Float64Array): (root: number) => readonly number[] {
  const n = graph.nodeCount;
  const { offsets, targets } = graph.both;
  const depth = new Int32Array(n);
  const low = new Int32Array(n);
  const size = new Int32Array(n);
  const parent = new Int32Array(n);
  const next = new Int32Array(n);
  const cutOff = new Int32Array(n);
  const still = new Float64Array(n);
  return (root) => {
    const visited: number[] = [];
    const enter = (v: number, from: number) => {
      parent[v] = from;
      depth[v] = from < 0 ? 1 : depth[from]! + 1;
      low[v] = depth[v]!;
      size[v] = 1;
      next[v] = offsets[v]!;
      cutOff[v] = 0;
      still[v] = 0;
      visited.push(v);
    };
    enter(root, -1);
    let at = root;
    while (at >= 0) {
      if (next[at]! < offsets[at + 1]!) {
        const v = targets[next[at]!++]!;
        if (gone[v]) continue;
        if (depth[v] === 0) {
          enter(v, at);
          at = v;
        } else if (v !== parent[at]) low[at] = Math.min(low[at]!, depth[v]!);
        continue;
      }
      const up = parent[at]!;
      if (up >= 0) {
        size[up]! += size[at]!;
        low[up] = Math.min(low[up]!, low[at]!);
        if (low[at]! >= depth[up]!) {
          cutOff[up]! += size[at]!;
          still[up]! += size[at]! * (size[at]! - 1);
        }
      }
      at = up;
    }
    const all = visited.length;
    for (const v of visited) {
      const rest = all - 1 - cutOff[v]!;
      loss[v] = all * (all - 1) - still[v]! - rest * (rest - 1);
      depth[v] = 0;
    }
    return visited;
  };
}
