import type { Adjacency } from '../graph/packed-graph.ts';
import { defined, inOnePiece, measure } from './measure.ts';

function rowLengths(rows: Adjacency, into: Float64Array): Float64Array {
  for (let i = 0; i < into.length; i++) into[i]! += rows.offsets[i + 1]! - rows.offsets[i]!;
  return into;
}

/** Number of distinct neighbours; in a directed graph incoming plus outgoing arcs. Freeman, Social Networks 1 (1978) 215. */
export const degree = measure({
  id: 'degree',
  range: 'count',
  parameters: [],
  reads: { direction: true, weights: false },
  run: (graph) =>
    inOnePiece(() => {
      const values = new Float64Array(graph.nodeCount);
      rowLengths(graph.out, values);
      return defined(graph.directed ? rowLengths(graph.in, values) : values);
    }),
});

export const inDegree = measure({
  id: 'in-degree',
  range: 'count',
  parameters: [],
  reads: { direction: true, weights: false },
  run: (graph) =>
    inOnePiece(() => {
      return defined(rowLengths(graph.in, new Float64Array(graph.nodeCount)));
    }),
});

export const outDegree = measure({
  id: 'out-degree',
  range: 'count',
  parameters: [],
  reads: { direction: true, weights: false },
  run: (graph) =>
    inOnePiece(() => {
      return defined(rowLengths(graph.out, new Float64Array(graph.nodeCount)));
    }),
});
