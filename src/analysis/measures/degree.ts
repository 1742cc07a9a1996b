import type { Network } from '../graph/network.ts';
import type { Adjacency } from '../graph/packed-graph.ts';
import { addLoops, LOOPS, linesOf, PARALLEL, readsLines } from './lines.ts';
import { type Column, defined, inOnePiece, measure, type ParameterValues, type Work } from './measure.ts';

function addLengths(rows: Adjacency, into: Float64Array): void {
  for (let i = 0; i < into.length; i++) into[i]! += rows.offsets[i + 1]! - rows.offsets[i]!;
}

/** Row lengths of the sides that count; a loop has both ends here, so that it counts twice where both sides do, or where there are no arrows. */
function count(network: Network, parameters: ParameterValues, side: 'in' | 'out' | 'all'): Work<Column> {
  return inOnePiece(() => {
    const values = new Float64Array(network.nodeCount);
    const graph = linesOf(network, parameters);
    if (side !== 'in' || !network.directed) addLengths(graph.out, values);
    if (side !== 'out' && network.directed) addLengths(graph.in, values);
    addLoops(network, parameters, side === 'all' || !network.directed ? 2 : 1, values);
    return defined(values);
  });
}

const common = {
  range: 'count',
  parameters: [PARALLEL, LOOPS],
  reads: { direction: true, weights: false },
  readsLines,
} as const;

/**
 * Number of distinct neighbours; in a directed graph incoming plus outgoing arcs. Freeman, Social Networks 1 (1978) 215. `parallel` counts lines
 * instead of neighbours; a counted loop adds 2 (Diestel, Graph Theory (2017) 30).
 */
export const degree = measure({
  id: 'degree',
  ...common,
  run: (network, parameters) => count(network, parameters, 'all'),
});

export const inDegree = measure({
  id: 'in-degree',
  ...common,
  run: (network, parameters) => count(network, parameters, 'in'),
});

export const outDegree = measure({
  id: 'out-degree',
  ...common,
  run: (network, parameters) => count(network, parameters, 'out'),
});
