import type { PackedGraph } from './packed-graph.ts';

/** Connected components (weak when directed), numbered from the largest; equal sizes in order of their first node. */
export interface Components {
  /** Component of each node, from 0. */
  readonly of: Int32Array;
  /** Nodes in each component, never growing. */
  readonly sizes: Int32Array;
}

export function componentsOf(graph: Pick<PackedGraph, 'nodeCount' | 'both'>): Components {
  const n = graph.nodeCount;
  const { offsets, targets } = graph.both;
  const found = new Int32Array(n).fill(-1);
  const queue = new Int32Array(n);
  const sizes: number[] = [];
  for (let s = 0; s < n; s++) {
    if (found[s] !== -1) continue;
    const c = sizes.length;
    let tail = 0;
    queue[tail++] = s;
    found[s] = c;
    for (let head = 0; head < tail; head++) {
      const u = queue[head]!;
      const end = offsets[u + 1]!;
      for (let a = offsets[u]!; a < end; a++) {
        const v = targets[a]!;
        if (found[v] !== -1) continue;
        found[v] = c;
        queue[tail++] = v;
      }
    }
    sizes.push(tail);
  }
  const order = sizes.map((_, c) => c).sort((a, b) => sizes[b]! - sizes[a]! || a - b);
  const rank = new Int32Array(sizes.length);
  order.forEach((c, r) => {
    rank[c] = r;
  });
  for (let i = 0; i < n; i++) found[i] = rank[found[i]!]!;
  return { of: found, sizes: Int32Array.from(order, (c) => sizes[c]!) };
}
