import type { Adjacency, PackedGraph } from '../graph/packed-graph.ts';
import { dot, leadingVector, polish, rowsWithin } from './leading-vector.ts';
import { type Column, defined, measure, type ParameterValues, partly, type Work } from './measure.ts';

/** Singular values within this relative distance are equal. */
const SAME = 1e-9;

/**
 * The graph as two-mode: node i as a hub is i, as an authority n + i; an arc u → v links hub u with authority v. The leading
 * eigenvector of each of its parts holds the leading singular vectors of that part, hubs and authorities each of equal length.
 */
function twoMode(graph: PackedGraph): Adjacency {
  const n = graph.nodeCount;
  const { out, in: into } = graph;
  const arcs = out.targets.length;
  const offsets = new Int32Array(2 * n + 1);
  const targets = new Int32Array(2 * arcs);
  const weights = out.weights ? new Float64Array(2 * arcs) : null;
  offsets.set(out.offsets);
  for (let i = 0; i <= n; i++) offsets[n + i] = arcs + into.offsets[i]!;
  for (let a = 0; a < arcs; a++) {
    targets[a] = n + out.targets[a]!;
    targets[arcs + a] = into.targets[a]!;
  }
  if (weights && out.weights && into.weights) {
    weights.set(out.weights);
    weights.set(into.weights, arcs);
  }
  return { offsets, targets, weights };
}

/** Parts of rows that are symmetric, each as its nodes; those of one node are left out. */
function partsOf({ offsets, targets }: Adjacency): Int32Array[] {
  const n = offsets.length - 1;
  const seen = new Uint8Array(n);
  const parts: Int32Array[] = [];
  for (let s = 0; s < n; s++) {
    if (seen[s] === 1 || offsets[s] === offsets[s + 1]) continue;
    const found = [s];
    seen[s] = 1;
    for (let head = 0; head < found.length; head++) {
      const u = found[head]!;
      for (let a = offsets[u]!; a < offsets[u + 1]!; a++) {
        const v = targets[a]!;
        if (seen[v] === 1) continue;
        seen[v] = 1;
        found.push(v);
      }
    }
    parts.push(Int32Array.from(found));
  }
  return parts;
}

/** No singular value of a part is larger than this: the root of its largest row sum times its largest column sum. */
function bound(rows: Adjacency, part: Int32Array, n: number): number {
  let hub = 0;
  let authority = 0;
  for (const i of part) {
    let sum = 0;
    for (let a = rows.offsets[i]!; a < rows.offsets[i + 1]!; a++) sum += rows.weights ? rows.weights[a]! : 1;
    if (i < n) hub = Math.max(hub, sum);
    else authority = Math.max(authority, sum);
  }
  return Math.sqrt(hub * authority);
}

/**
 * Hubs in the first n places, authorities in the next: the vector of ones projected onto the leading singular vectors of each
 * side, so that the answer is one even where several parts have the same largest value. Null when it does not settle.
 */
function* hubsAndAuthorities(graph: PackedGraph): Work<Float64Array | null> {
  const n = graph.nodeCount;
  const rows = twoMode(graph);
  const parts = partsOf(rows)
    .map((part) => ({ part, most: bound(rows, part, n) }))
    .sort((a, b) => b.most - a.most);
  const keep = new Int32Array(2 * n).fill(-1);
  let values = new Float64Array(2 * n);
  let largest = 0;
  for (const { part, most } of parts) {
    if (most < largest * (1 - SAME)) break;
    part.forEach((old, i) => {
      keep[old] = i;
    });
    const within = rowsWithin(rows, part, keep);
    const found = yield* leadingVector(within);
    if (!found) return null;
    if (found.value < largest * (1 - SAME)) continue;
    if (found.value > largest * (1 + SAME)) {
      largest = found.value;
      values = new Float64Array(2 * n);
    }
    const x = found.vector;
    polish(within, x, found.value);
    for (const first of [0, n]) {
      let sum = 0;
      let squares = 0;
      part.forEach((old, i) => {
        if (first === 0 ? old >= n : old < n) return;
        sum += x[i]!;
        squares += x[i]! ** 2;
      });
      part.forEach((old, i) => {
        if (first === 0 ? old < n : old >= n) values[old]! += (x[i]! * sum) / squares;
      });
    }
  }
  return values;
}

function* side(graph: PackedGraph, parameters: ParameterValues, first: number): Work<Column> {
  const n = graph.nodeCount;
  if (graph.edgeCount === 0) return partly(new Float64Array(n), () => 'no-links');
  const both = yield* hubsAndAuthorities(graph);
  if (!both) return partly(new Float64Array(n), () => 'not-converged');
  const x = both.slice(first, first + n);
  const scale =
    parameters.scale === 'length-1'
      ? Math.sqrt(dot(x, x))
      : x.reduce((a, b) => (parameters.scale === 'sum-1' ? a + b : Math.max(a, b)), 0);
  return defined(x.map((v) => v / scale));
}

const SCALE = {
  name: 'scale',
  kind: 'choice',
  options: ['largest-1', 'length-1', 'sum-1'],
  default: 'largest-1',
} as const;

/** HITS, Kleinberg, Journal of the ACM 46 (1999) 604: a hub points at good authorities. Follows arrows and tie weights. */
export const hubs = measure({
  id: 'hubs',
  range: 'unit-interval',
  parameters: [SCALE],
  reads: { direction: true, weights: true },
  run: (graph, parameters) => side(graph, parameters, 0),
});

/** HITS, Kleinberg (1999): an authority is pointed at by good hubs. Without directions the same as `hubs`. */
export const authorities = measure({
  id: 'authorities',
  range: 'unit-interval',
  parameters: [SCALE],
  reads: { direction: true, weights: true },
  run: (graph, parameters) => side(graph, parameters, graph.nodeCount),
});
