import type { PackedGraph } from '../graph/packed-graph.ts';
import { defined, measure, type Work } from './measure.ts';

/**
 * Triangles through each node: links are turned from the lower to the higher degree, so that no row stays long
 * (Schank and Wagner, WEA 2005), and two turned rows are compared by marks.
 */
export function* trianglesOf(graph: PackedGraph): Work<Float64Array> {
  const n = graph.nodeCount;
  const { offsets, targets } = graph.both;
  const degree = (i: number) => offsets[i + 1]! - offsets[i]!;
  const upOffsets = new Int32Array(n + 1);
  const up = new Int32Array(targets.length >> 1);
  let k = 0;
  for (let u = 0; u < n; u++) {
    const du = degree(u);
    for (let a = offsets[u]!; a < offsets[u + 1]!; a++) {
      const v = targets[a]!;
      const dv = degree(v);
      if (dv > du || (dv === du && v > u)) up[k++] = v;
    }
    upOffsets[u + 1] = k;
  }
  const triangles = new Float64Array(n);
  const mark = new Int32Array(n).fill(-1);
  let work = 0;
  for (let u = 0; u < n; u++) {
    const start = upOffsets[u]!;
    const end = upOffsets[u + 1]!;
    for (let a = start; a < end; a++) mark[up[a]!] = u;
    for (let a = start; a < end; a++) {
      const v = up[a]!;
      const stop = upOffsets[v + 1]!;
      for (let b = upOffsets[v]!; b < stop; b++) {
        const w = up[b]!;
        if (mark[w] !== u) continue;
        triangles[u]!++;
        triangles[v]!++;
        triangles[w]!++;
      }
      work += stop - upOffsets[v]!;
    }
    if (work > 2_000_000) {
      work = 0;
      yield { done: u + 1, of: n, stage: 'triangles' };
    }
  }
  return triangles;
}

/** Share of a node's pairs of neighbours that are linked themselves; 0 below two neighbours. Watts and Strogatz, Nature 393 (1998) 440. */
export const clustering = measure({
  id: 'clustering',
  range: 'unit-interval',
  parameters: [],
  reads: { direction: false, weights: false },
  *run(graph) {
    const values = yield* trianglesOf(graph);
    const { offsets } = graph.both;
    for (let i = 0; i < values.length; i++) {
      const d = offsets[i + 1]! - offsets[i]!;
      values[i] = d < 2 ? 0 : (2 * values[i]!) / (d * (d - 1));
    }
    return defined(values);
  },
});
