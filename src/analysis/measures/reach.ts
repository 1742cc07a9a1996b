import type { PackedGraph } from '../graph/packed-graph.ts';
import { distanceCost } from './cost.ts';
import { sumDistances } from './distance-sums.ts';
import { type Column, defined, measure, type ParameterValues, partly, unsplit, type Work } from './measure.ts';
import { LENGTH, pathSums } from './path-sums.ts';
import { fromSide, sideParameter } from './side.ts';
import type { SourceShare } from './source-share.ts';

const reachSplit = {
  *share(graph: PackedGraph, parameters: ParameterValues, share: SourceShare): Work<readonly Float64Array[]> {
    const g = fromSide(graph, parameters.side);
    return [(yield* sumDistances(g, () => 0, share, Number(parameters.steps))).reached];
  },
  join(graph: PackedGraph, parameters: ParameterValues, [reached]: readonly Float64Array[]): Column {
    const scale = parameters.normalised === true && graph.nodeCount > 1 ? 1 / (graph.nodeCount - 1) : 1;
    return defined(reached!.map((x) => x * scale));
  },
};

/**
 * Number of others within k steps, itself left out; `normalised` divides by n − 1. The m-reach of Borgatti, Computational and
 * Mathematical Organization Theory 12 (2006) 21, of one node. Directed: along the arrows, or against them by `side`.
 */
export const reach = measure({
  id: 'k-reach',
  range: 'non-negative',
  parameters: [
    { name: 'steps', kind: 'number', min: 1, max: 100, step: 1, default: 2 },
    sideParameter('out'),
    { name: 'normalised', kind: 'switch', default: false },
  ],
  reads: { direction: true, weights: false },
  cost: distanceCost,
  split: reachSplit,
  run: (graph, parameters) => unsplit(reachSplit, graph, parameters),
});

const weightedSplit = {
  *share(graph: PackedGraph, parameters: ParameterValues, share: SourceShare): Work<readonly Float64Array[]> {
    return [(yield* pathSums(graph, parameters, (d) => 1 / d, share)).sum];
  },
  join(graph: PackedGraph, _: ParameterValues, [sum]: readonly Float64Array[]): Column {
    return defined(sum!.map((x) => (1 + x) / graph.nodeCount));
  },
};

/**
 * (1 + Σ 1/d) / n over the nodes it reaches: the distance-weighted reach of Borgatti (2006) 30 for a set of one, whose own
 * member counts 1. In the unit interval when links are steps.
 */
export const distanceWeightedReach = measure({
  id: 'distance-weighted-reach',
  range: 'non-negative',
  parameters: [LENGTH, sideParameter('out')],
  reads: { direction: true, weights: false },
  cost: distanceCost,
  split: weightedSplit,
  run: (graph, parameters) => unsplit(weightedSplit, graph, parameters),
});

/**
 * Greatest distance to a node that it reaches (Hage and Harary, Social Networks 17 (1995) 57); in a network in pieces within
 * what is reached. No value for a node that reaches nobody.
 */
export const eccentricity = measure({
  id: 'eccentricity',
  range: 'non-negative',
  parameters: [LENGTH, sideParameter('out')],
  reads: { direction: true, weights: false },
  cost: distanceCost,
  *run(graph, parameters) {
    const { reached, furthest } = yield* pathSums(graph, parameters, () => 0);
    return partly(furthest, (i) => (reached[i] === 0 ? 'reaches-nobody' : null));
  },
});
