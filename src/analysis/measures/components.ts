import { componentsOf } from '../graph/components.ts';
import { defined, inOnePiece, measure } from './measure.ts';

/** Which separate part of the network a node is in (weak when directed), numbered from 1 for the largest; a label, not a quantity. */
export const components = measure({
  id: 'components',
  range: 'label',
  parameters: [],
  reads: { direction: false, weights: false },
  run: (graph) =>
    inOnePiece(() => {
      return defined(Float64Array.from(componentsOf(graph).of, (c) => c + 1));
    }),
});
