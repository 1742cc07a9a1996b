import { lengthsOf } from '../graph/lengths.ts';
import type { Adjacency, PackedGraph } from '../graph/packed-graph.ts';
import { shortestPaths } from '../graph/weighted-paths.ts';
import type { Work } from '../graph/work.ts';
import { type DistanceSums, sumDistances } from './distance-sums.ts';
import { fromSide } from './side.ts';
import { ALL_SOURCES, type SourceShare } from './source-share.ts';

/** The parameter that makes lengths of tie weights (`lengthsOf`). */
export const LENGTH = {
  name: 'length',
  kind: 'choice',
  options: ['none', 'inverse', 'same'],
  default: 'none',
} as const;

/** Sums over weighted distances into each node, by Dijkstra from every node along the arrows. */
function* sumLengths(
  lengths: Adjacency,
  into: Adjacency,
  f: (d: number) => number,
  share: SourceShare,
): Work<DistanceSums> {
  const n = lengths.offsets.length - 1;
  const reached = new Float64Array(n);
  const sum = new Float64Array(n);
  const furthest = new Float64Array(n);
  const paths = shortestPaths(lengths, into);
  const perYield = Math.max(1, Math.round(250_000 / (n + lengths.targets.length)));
  let done = 0;
  for (let s = share.first; s < n; s += share.step) {
    const { order, count, distance } = paths.from(s);
    for (let i = 1; i < count; i++) {
      const v = order[i]!;
      const d = distance[v]!;
      reached[v]! += 1;
      sum[v]! += f(d);
      if (d > furthest[v]!) furthest[v] = d;
    }
    if (++done % perYield === 0) yield { done: done * share.step, of: n, stage: 'paths' };
  }
  return { reached, sum, furthest };
}

/** Σ f(distance) per node over the paths that lead to it (`side` in) or away from it (out), lengths as asked. */
export function* pathSums(
  graph: PackedGraph,
  { length, side }: { readonly length?: unknown; readonly side?: unknown },
  f: (d: number) => number,
  share: SourceShare = ALL_SOURCES,
): Work<DistanceSums> {
  const g = fromSide(graph, side);
  const lengths = lengthsOf(g, g.out, length);
  if (!lengths) return yield* sumDistances(g, f, share);
  const into = g.directed ? lengthsOf(g, g.in, length)! : lengths;
  return yield* sumLengths(lengths, into, f, share);
}
