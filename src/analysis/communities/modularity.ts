import type { PackedGraph } from '../graph/packed-graph.ts';
import type { Partition } from './community-method.ts';

/**
 * Q = Σ_c (w_c / W − γ (s_c / 2W)²): w_c the weight inside a community, s_c the strengths of its nodes, W all weight.
 * Newman and Girvan, Physical Review E 69 (2004) 026113; resolution γ after Reichardt and Bornholdt (2006). NaN without links.
 */
export function modularityOf(graph: PackedGraph, community: ArrayLike<number>, resolution = 1): number {
  const { offsets, targets, weights } = graph.both;
  const inside = new Map<number, number>();
  const strength = new Map<number, number>();
  let doubled = 0;
  for (let u = 0; u < graph.nodeCount; u++) {
    const c = community[u]!;
    let all = 0;
    let within = 0;
    for (let a = offsets[u]!; a < offsets[u + 1]!; a++) {
      const w = weights ? weights[a]! : 1;
      all += w;
      if (community[targets[a]!] === c) within += w;
    }
    doubled += all;
    inside.set(c, (inside.get(c) ?? 0) + within);
    strength.set(c, (strength.get(c) ?? 0) + all);
  }
  if (doubled === 0) return Number.NaN;
  let q = 0;
  for (const [c, s] of strength) q += inside.get(c)! / doubled - resolution * (s / doubled) ** 2;
  return q;
}

/** Numbers communities by falling size, equal sizes by their first node. */
export function partitionOf(graph: PackedGraph, raw: ArrayLike<number>, resolution: number): Partition {
  const sizes = new Map<number, number>();
  for (let i = 0; i < graph.nodeCount; i++) sizes.set(raw[i]!, (sizes.get(raw[i]!) ?? 0) + 1);
  // Map keeps the order of first appearance, and sort is stable.
  const order = [...sizes].sort((a, b) => b[1] - a[1]);
  const rank = new Map(order.map(([c], i) => [c, i]));
  return {
    community: Int32Array.from({ length: graph.nodeCount }, (_, i) => rank.get(raw[i]!)!),
    sizes: Int32Array.from(order, ([, size]) => size),
    modularity: modularityOf(graph, raw, resolution),
  };
}
