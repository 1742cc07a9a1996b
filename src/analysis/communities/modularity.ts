import type { PackedGraph } from '../graph/packed-graph.ts';
import type { Cover, Partition } from './community-method.ts';

/** How well links stay within groups. */
export interface Quality {
  /** Q = Σ_c (w_c / W − γ (s_c / 2W)²). */
  readonly modularity: number;
  /** The share of all weight that lies within groups. */
  readonly within: number;
  /** The modularity that groups of these strengths would have if all weight lay within them: 1 − γ Σ_c (s_c / 2W)². */
  readonly ceiling: number;
}

/** Groups numbered below the number of nodes; a node whose group is negative is one by itself. */
function groupNumbers(n: number, community: ArrayLike<number>): Int32Array {
  const at = new Map<number, number>();
  const group = new Int32Array(n);
  let last = -2;
  let lastAt = 0;
  for (let u = 0, k = 0; u < n; u++) {
    const c = community[u]!;
    if (c < 0) {
      group[u] = k++;
      continue;
    }
    if (c !== last) {
      last = c;
      const known = at.get(c);
      if (known === undefined) at.set(c, k);
      lastAt = known ?? k++;
    }
    group[u] = lastAt;
  }
  return group;
}

/**
 * w_c the weight inside a group, s_c the strengths of its nodes, W all weight of the undirected collapse. Newman and Girvan, Physical Review E 69
 * (2004) 026113; resolution γ after Reichardt and Bornholdt (2006); the ceiling after Newman, Networks (2010) § 7.13.2. A node whose group
 * is negative is a group by itself. NaN without links.
 */
export function qualityOf(graph: PackedGraph, community: ArrayLike<number>, resolution = 1): Quality {
  const { offsets, targets, weights } = graph.both;
  const n = graph.nodeCount;
  const group = groupNumbers(n, community);
  const inside = new Float64Array(n);
  const strength = new Float64Array(n);
  let doubled = 0;
  for (let u = 0; u < n; u++) {
    const c = group[u]!;
    let all = 0;
    let within = 0;
    for (let a = offsets[u]!; a < offsets[u + 1]!; a++) {
      const w = weights ? weights[a]! : 1;
      all += w;
      if (group[targets[a]!] === c) within += w;
    }
    doubled += all;
    inside[c]! += within;
    strength[c]! += all;
  }
  if (doubled === 0) return { modularity: Number.NaN, within: Number.NaN, ceiling: Number.NaN };
  let within = 0;
  let expected = 0;
  let modularity = 0;
  for (let c = 0; c < n; c++) {
    const share = (strength[c]! / doubled) ** 2;
    within += inside[c]! / doubled;
    expected += share;
    modularity += inside[c]! / doubled - resolution * share;
  }
  return { modularity, within, ceiling: 1 - resolution * expected };
}

/**
 * The modularity of a division along the arrows: Σ_c (w_c / m − γ out_c in_c / m²), with w_c the weight of arrows inside a group, out_c and in_c the
 * weight of those that leave and reach its nodes, m the weight of all; a link without an arrow runs both ways. Leicht and Newman, Physical Review
 * Letters 100 (2008) 118703. A node whose group is negative is a group by itself. NaN without links; without arrows that of Newman and Girvan.
 */
export function modularityAlongArrows(graph: PackedGraph, community: ArrayLike<number>, resolution = 1): number {
  const { offsets, targets, weights } = graph.out;
  const n = graph.nodeCount;
  const group = groupNumbers(n, community);
  const inside = new Float64Array(n);
  const leaves = new Float64Array(n);
  const reaches = new Float64Array(n);
  let all = 0;
  for (let u = 0; u < n; u++) {
    const from = group[u]!;
    for (let a = offsets[u]!; a < offsets[u + 1]!; a++) {
      const w = weights ? weights[a]! : 1;
      const to = group[targets[a]!]!;
      all += w;
      leaves[from]! += w;
      reaches[to]! += w;
      if (from === to) inside[from]! += w;
    }
  }
  if (all === 0) return Number.NaN;
  let sum = 0;
  for (let c = 0; c < n; c++) sum += inside[c]! / all - resolution * (leaves[c]! / all) * (reaches[c]! / all);
  return sum;
}

/** The modularity of a division; see `qualityOf`. */
export function modularityOf(graph: PackedGraph, community: ArrayLike<number>, resolution = 1): number {
  return qualityOf(graph, community, resolution).modularity;
}

/** Numbers groups by falling size, equal sizes by their first node. A negative number stays −1: in no group. */
export function partitionOf(graph: PackedGraph, raw: ArrayLike<number>, resolution = 1): Partition {
  const sizes = new Map<number, number>();
  let outside = false;
  for (let i = 0; i < graph.nodeCount; i++) {
    if (raw[i]! < 0) outside = true;
    else sizes.set(raw[i]!, (sizes.get(raw[i]!) ?? 0) + 1);
  }
  // Map keeps the order of first appearance, and sort is stable.
  const order = [...sizes].sort((a, b) => b[1] - a[1]);
  const rank = new Map(order.map(([c], i) => [c, i]));
  const modularity = outside ? Number.NaN : modularityOf(graph, raw, resolution);
  return {
    community: Int32Array.from({ length: graph.nodeCount }, (_, i) => (raw[i]! < 0 ? -1 : rank.get(raw[i]!)!)),
    sizes: Int32Array.from(order, ([, size]) => size),
    modularity,
    ...(Number.isNaN(modularity) && { reason: outside ? 'some-in-no-group' : 'no-links' }),
  };
}

/** Groups that may overlap, the largest first, equal sizes by their members in turn; members ascending. */
export function coverOf(graph: PackedGraph, groups: readonly (readonly number[])[]): Partition {
  const sorted = groups.map((g) => g.toSorted((a, b) => a - b)).sort(bySizeThenMembers);
  const offsets = new Int32Array(sorted.length + 1);
  sorted.forEach((g, i) => {
    offsets[i + 1] = offsets[i]! + g.length;
  });
  const members = Int32Array.from(sorted.flat());
  const community = new Int32Array(graph.nodeCount).fill(-1);
  for (let g = sorted.length - 1; g >= 0; g--) for (const i of sorted[g]!) community[i] = g;
  const cover: Cover = { offsets, members };
  return {
    community,
    sizes: Int32Array.from(sorted, (g) => g.length),
    modularity: Number.NaN,
    reason: 'groups-overlap',
    cover,
  };
}

function bySizeThenMembers(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return b.length - a.length;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return 0;
}
