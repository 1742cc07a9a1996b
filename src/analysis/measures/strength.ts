import type { Adjacency } from '../graph/packed-graph.ts';
import { defined, inOnePiece, measure } from './measure.ts';

/** Sum of each row's weights, onto `into`; an unweighted link counts 1. */
export function addRowWeights(rows: Adjacency, into: Float64Array): Float64Array {
  for (let i = 0; i < into.length; i++) {
    const end = rows.offsets[i + 1]!;
    if (rows.weights) for (let a = rows.offsets[i]!; a < end; a++) into[i]! += rows.weights[a]!;
    else into[i]! += end - rows.offsets[i]!;
  }
  return into;
}

/** Weighted degree: the sum of the tie weights. Barrat et al., PNAS 101 (2004) 3747. */
export const strength = measure({
  id: 'strength',
  range: 'non-negative',
  parameters: [],
  reads: { direction: true, weights: true },
  run: (graph) =>
    inOnePiece(() => {
      const values = addRowWeights(graph.out, new Float64Array(graph.nodeCount));
      return defined(graph.directed ? addRowWeights(graph.in, values) : values);
    }),
});

export const inStrength = measure({
  id: 'in-strength',
  range: 'non-negative',
  parameters: [],
  reads: { direction: true, weights: true },
  run: (graph) =>
    inOnePiece(() => {
      return defined(addRowWeights(graph.in, new Float64Array(graph.nodeCount)));
    }),
});

export const outStrength = measure({
  id: 'out-strength',
  range: 'non-negative',
  parameters: [],
  reads: { direction: true, weights: true },
  run: (graph) =>
    inOnePiece(() => {
      return defined(addRowWeights(graph.out, new Float64Array(graph.nodeCount)));
    }),
});
