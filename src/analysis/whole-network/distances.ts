import { figure, none } from './figure.ts';

/** The longest of the shortest paths, over the pairs that reach each other. */
export const diameter = figure({
  id: 'diameter',
  range: 'count',
  parameters: [],
  reads: { direction: true },
  *run(network, _, facts) {
    const { pairs, longest } = yield* facts.distances(network);
    return pairs === 0 ? none('no-links') : { value: longest };
  },
});

/** Mean length of the shortest paths, over the pairs that reach each other. */
export const meanDistance = figure({
  id: 'mean-distance',
  range: 'non-negative',
  parameters: [],
  reads: { direction: true },
  *run(network, _, facts) {
    const n = network.nodeCount;
    const { pairs, sum } = yield* facts.distances(network);
    return pairs === 0 ? none('no-links') : { value: sum / pairs, beside: { reached: pairs / (n * (n - 1)) } };
  },
});

/** 1 − mean of 1/d over all pairs, 0 where there is no path; directions ignored. Borgatti (2006), equation 9, with nobody taken out. */
export const distanceFragmentation = figure({
  id: 'distance-fragmentation',
  range: 'unit-interval',
  parameters: [],
  reads: { direction: false },
  *run({ nodeCount: n }, _, facts) {
    if (n < 2) return none('too-few-nodes');
    return { value: 1 - (yield* facts.inverseDistances()) / (n * (n - 1)) };
  },
});
