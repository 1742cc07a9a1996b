import type { PackedGraph } from '../graph/packed-graph.ts';
import { distanceCost } from './cost.ts';
import { type Column, defined, measure, type ParameterValues, unsplit, type Work } from './measure.ts';
import { LENGTH, pathSums } from './path-sums.ts';
import { sideParameter } from './side.ts';
import type { SourceShare } from './source-share.ts';

const closenessSplit = {
  *share(graph: PackedGraph, parameters: ParameterValues, share: SourceShare): Work<readonly Float64Array[]> {
    const { reached, sum } = yield* pathSums(graph, parameters, (d) => d, share);
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
    return [(yield* pathSums(graph, parameters, (d) => 1 / d, share)).sum];
  },
  join(graph: PackedGraph, parameters: ParameterValues, [sum]: readonly Float64Array[]): Column {
    const scale = parameters.normalised === true && graph.nodeCount > 1 ? 1 / (graph.nodeCount - 1) : 1;
    return defined(sum!.map((x) => x * scale));
  },
};

/**
 * Closeness improved for graphs in several parts: ((r − 1)/(n − 1)) · ((r − 1)/Σ d), r = nodes that reach this one, itself
 * included; 0 for isolates. Wasserman and Faust, Social Network Analysis (1994) 201. Directed: incoming distances, or outgoing by `side`.
 * `component` leaves the first factor out: closeness within the part reached.
 */
export const closeness = measure({
  id: 'closeness',
  range: 'non-negative',
  parameters: [
    LENGTH,
    sideParameter('in'),
    { name: 'form', kind: 'choice', options: ['wasserman-faust', 'component'], default: 'wasserman-faust' },
  ],
  reads: { direction: true, weights: false },
  cost: distanceCost,
  split: closenessSplit,
  run: (graph, parameters) => unsplit(closenessSplit, graph, parameters),
});

/** Sum of 1/d over the nodes that reach this one. Marchiori and Latora, Physica A 285 (2000) 539. `normalised` divides by n − 1. */
export const harmonic = measure({
  id: 'harmonic',
  range: 'non-negative',
  parameters: [LENGTH, sideParameter('in'), { name: 'normalised', kind: 'switch', default: false }],
  reads: { direction: true, weights: false },
  cost: distanceCost,
  split: harmonicSplit,
  run: (graph, parameters) => unsplit(harmonicSplit, graph, parameters),
});
