import { defined, inOnePiece, measure } from './measure.ts';

/**
 * The largest k such that the node belongs to a part where everyone has k neighbours within it; undirected collapse.
 * Seidman, Social Networks 5 (1983) 269; by the bins of Batagelj and Zaveršnik (2003), linear in the links.
 */
export const coreness = measure({
  id: 'coreness',
  range: 'count',
  parameters: [],
  reads: { direction: false, weights: false },
  run: (graph) =>
    inOnePiece(() => {
      const n = graph.nodeCount;
      const { offsets, targets } = graph.both;
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
      return defined(Float64Array.from(degree));
    }),
});
