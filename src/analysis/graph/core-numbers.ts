import type { Adjacency } from './packed-graph.ts';

/** Coreness of each node, and an order in which each node has at most its coreness of neighbours behind it (a degeneracy order). */
export interface Cores {
  readonly coreness: Int32Array;
  readonly order: Int32Array;
}

/** The bins of Batagelj and Zaveršnik (2003): linear in the links. */
export function coresOf({ offsets, targets }: Adjacency): Cores {
  const n = offsets.length - 1;
  const degree = new Int32Array(n);
  let most = 0;
  for (let i = 0; i < n; i++) {
    degree[i] = offsets[i + 1]! - offsets[i]!;
    most = Math.max(most, degree[i]!);
  }
  const binStart = new Int32Array(most + 2);
  for (let i = 0; i < n; i++) binStart[degree[i]! + 1]!++;
  for (let d = 0; d <= most; d++) binStart[d + 1]! += binStart[d]!;
  const fill = binStart.slice();
  const order = new Int32Array(n);
  const place = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    const at = fill[degree[i]!]!++;
    order[at] = i;
    place[i] = at;
  }
  for (let k = 0; k < n; k++) {
    const u = order[k]!;
    const end = offsets[u + 1]!;
    for (let a = offsets[u]!; a < end; a++) {
      const v = targets[a]!;
      const d = degree[v]!;
      if (d <= degree[u]!) continue;
      // Swap v with the first of its bin, then move the bin's border past it.
      const first = binStart[d]!;
      const w = order[first]!;
      const at = place[v]!;
      order[first] = v;
      order[at] = w;
      place[v] = first;
      place[w] = at;
      binStart[d] = first + 1;
      degree[v] = d - 1;
    }
  }
  return { coreness: degree, order };
}
