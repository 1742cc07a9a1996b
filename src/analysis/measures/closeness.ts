import { lengthsOf } from '../graph/lengths.ts';
import type { Adjacency, PackedGraph } from '../graph/packed-graph.ts';
import { shortestPaths } from '../graph/weighted-paths.ts';
import { sumDistances } from './distance-sums.ts';
import { type Column, defined, measure, type ParameterValues, unsplit, type Work } from './measure.ts';
import type { SourceShare } from './source-share.ts';

/** Per node: how many nodes reach it (itself left out), and a sum over their distances d of `f(d)`. */
interface Reach {
  readonly reached: Float64Array;
  readonly sum: Float64Array;
}

/** Sums over weighted distances into each node, by Dijkstra from every node along the arrows. */
function* sumLengths(
  graph: PackedGraph,
  lengths: Adjacency,
  into: Adjacency,
  f: (d: number) => number,
  share: SourceShare,
): Work<Reach> {
  const n = graph.nodeCount;
  const reached = new Float64Array(n);
  const sum = new Float64Array(n);
  const paths = shortestPaths(lengths, into);
  const perYield = Math.max(1, Math.round(250_000 / (n + lengths.targets.length)));
  let done = 0;
  for (let s = share.first; s < n; s += share.step) {
    const { order, count, distance } = paths.from(s);
    for (let i = 1; i < count; i++) {
      const v = order[i]!;
      reached[v]! += 1;
      sum[v]! += f(distance[v]!);
    }
    if (++done % perYield === 0) yield { done: done * share.step, of: n, stage: 'paths' };
  }
  return { reached, sum };
}

function* reachOf(graph: PackedGraph, length: unknown, inverse: boolean, share: SourceShare): Work<Reach> {
  const lengths = lengthsOf(graph, graph.out, length);
  if (!lengths) return yield* sumDistances(graph, inverse, share);
  const into = graph.directed ? lengthsOf(graph, graph.in, length)! : lengths;
  return yield* sumLengths(graph, lengths, into, inverse ? (d) => 1 / d : (d) => d, share);
}

const LENGTH = { name: 'length', kind: 'choice', options: ['none', 'inverse', 'same'], default: 'none' } as const;

const closenessSplit = {
  *share(graph: PackedGraph, parameters: ParameterValues, share: SourceShare): Work<readonly Float64Array[]> {
    const { reached, sum } = yield* reachOf(graph, parameters.length, false, share);
    return [reached, sum];
  },
  join(graph: PackedGraph, parameters: ParameterValues, [reached, sum]: readonly Float64Array[]): Column {
    const n = graph.nodeCount;
    const whole = parameters.form !== 'component';
    const values = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      const r = reached![i]!;
      if (r === 0) continue;
      values[i] = whole ? (r / (n - 1)) * (r / sum![i]!) : r / sum![i]!;
    }
    return defined(values);
  },
};

const harmonicSplit = {
  *share(graph: PackedGraph, parameters: ParameterValues, share: SourceShare): Work<readonly Float64Array[]> {
    return [(yield* reachOf(graph, parameters.length, true, share)).sum];
  },
  join(graph: PackedGraph, parameters: ParameterValues, [sum]: readonly Float64Array[]): Column {
    const scale = parameters.normalised === true && graph.nodeCount > 1 ? 1 / (graph.nodeCount - 1) : 1;
    return defined(sum!.map((x) => x * scale));
  },
};

/**
 * Closeness improved for graphs in several parts: ((r − 1)/(n − 1)) · ((r − 1)/Σ d), r = nodes that reach this one, itself
 * included; 0 for isolates. Wasserman and Faust, Social Network Analysis (1994) 201. Incoming distances when directed.
 * `component` leaves the first factor out: closeness within the part reached.
 */
export const closeness = measure({
  id: 'closeness',
  range: 'non-negative',
  parameters: [
    LENGTH,
    { name: 'form', kind: 'choice', options: ['wasserman-faust', 'component'], default: 'wasserman-faust' },
  ],
  reads: { direction: true, weights: false },
  split: closenessSplit,
  run: (graph, parameters) => unsplit(closenessSplit, graph, parameters),
});

/** Sum of 1/d over the nodes that reach this one. Marchiori and Latora, Physica A 285 (2000) 539. `normalised` divides by n − 1. */
export const harmonic = measure({
  id: 'harmonic',
  range: 'non-negative',
  parameters: [LENGTH, { name: 'normalised', kind: 'switch', default: false }],
  reads: { direction: true, weights: false },
  split: harmonicSplit,
  run: (graph, parameters) => unsplit(harmonicSplit, graph, parameters),
});
