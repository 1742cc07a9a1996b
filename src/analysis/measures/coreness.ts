import { coresOf } from '../graph/core-numbers.ts';
import { defined, inOnePiece, measure } from './measure.ts';

/**
 * The largest k such that the node belongs to a part where everyone has k neighbours within it; undirected collapse.
 * Seidman, Social Networks 5 (1983) 269.
 */
export const coreness = measure({
  id: 'coreness',
  range: 'count',
  parameters: [],
  reads: { direction: false, weights: false },
  run: (graph) => inOnePiece(() => defined(Float64Array.from(coresOf(graph.both).coreness))),
});
