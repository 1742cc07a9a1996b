import type { PackedGraph } from '#analysis/graph/packed-graph';

/** Hops between all pairs by Floyd and Warshall, along the arrows; infinite where unreachable. `gone` nodes are no way. */
export function distancesOf(graph: PackedGraph, gone: ReadonlySet<number> = new Set()): number[][] {
  const n = graph.nodeCount;
  const d = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => (i === j ? 0 : Number.POSITIVE_INFINITY)),
  );
  for (let e = 0; e < graph.edgeCount; e++) {
    const [u, v] = [graph.source[e]!, graph.target[e]!];
    if (gone.has(u) || gone.has(v)) continue;
    d[u]![v] = 1;
    if (!graph.directed) d[v]![u] = 1;
  }
  for (let k = 0; k < n; k++)
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) d[i]![j] = Math.min(d[i]![j]!, d[i]![k]! + d[k]![j]!);
  return d;
}

/** Betweenness from its definition: shares of shortest paths over all pairs, each once. Undirected. */
export function betweennessOf(graph: PackedGraph): number[] {
  const n = graph.nodeCount;
  const d = distancesOf(graph);
  const linked = Array.from({ length: n }, () => new Set<number>());
  for (let e = 0; e < graph.edgeCount; e++) {
    linked[graph.source[e]!]!.add(graph.target[e]!);
    linked[graph.target[e]!]!.add(graph.source[e]!);
  }
  const paths = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  for (let s = 0; s < n; s++) {
    paths[s]![s] = 1;
    const order = [...Array(n).keys()]
      .filter((t) => t !== s && d[s]![t]! < Number.POSITIVE_INFINITY)
      .sort((a, b) => d[s]![a]! - d[s]![b]!);
    for (const t of order) for (const v of linked[t]!) if (d[s]![v]! + 1 === d[s]![t]!) paths[s]![t]! += paths[s]![v]!;
  }
  return Array.from({ length: n }, (_, v) => {
    let sum = 0;
    for (let s = 0; s < n; s++)
      for (let t = s + 1; t < n; t++)
        if (s !== v && t !== v && Number.isFinite(d[s]![t]!) && d[s]![v]! + d[v]![t]! === d[s]![t]!)
          sum += (paths[s]![v]! * paths[v]![t]!) / paths[s]![t]!;
    return sum;
  });
}
