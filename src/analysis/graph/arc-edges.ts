import type { Adjacency, PackedGraph } from './packed-graph.ts';

/** Position of the arc u → v in rows of ascending targets, or −1. */
export function arcOf(rows: Adjacency, u: number, v: number): number {
  let low = rows.offsets[u]!;
  let high = rows.offsets[u + 1]! - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = rows.targets[middle]!;
    if (at === v) return middle;
    if (at < v) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** For each arc of `graph.out`, the edge of the graph it belongs to; an undirected edge has two arcs. */
export function edgesOfArcs(graph: PackedGraph): Int32Array {
  const edges = new Int32Array(graph.out.targets.length);
  for (let e = 0; e < graph.edgeCount; e++) {
    const u = graph.source[e]!;
    const v = graph.target[e]!;
    edges[arcOf(graph.out, u, v)] = e;
    if (!graph.directed) edges[arcOf(graph.out, v, u)] = e;
  }
  return edges;
}
