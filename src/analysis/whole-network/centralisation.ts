import { degreeOf, type FigureValue, figure, none } from './figure.ts';

/**
 * Freeman, Social Networks 1 (1978) 215: how far the most central node stands out, Σ_i (largest − value_i) against the most that sum can be in a network of
 * this size, which a star reaches. 0 = all alike, 1 = a star.
 */
function centralised(values: ArrayLike<number>, most: number): FigureValue {
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, values[i]!);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += largest - values[i]!;
  return { value: sum / most, beside: { largest } };
}

/** Of the degree. With `side` in or out, of arrows one way: most = (n − 1)². */
export const degreeCentralisation = figure({
  id: 'degree-centralisation',
  range: 'unit-interval',
  parameters: [{ name: 'side', kind: 'choice', options: ['all', 'in', 'out'], default: 'all' }],
  reads: { direction: true },
  *run(network, { side }, facts) {
    const n = network.nodeCount;
    if (n < 3) return none('too-few-nodes');
    if (side !== 'all' && network.directed)
      return centralised(yield* facts.column(side === 'in' ? 'in-degree' : 'out-degree'), (n - 1) ** 2);
    return centralised(
      Float64Array.from({ length: n }, (_, i) => degreeOf(network, i)),
      (n - 1) * (n - 2),
    );
  },
});

/** Of the betweenness, along the arrows where there are some. */
export const betweennessCentralisation = figure({
  id: 'betweenness-centralisation',
  range: 'unit-interval',
  parameters: [],
  reads: { direction: true },
  *run(network, _, facts) {
    const n = network.nodeCount;
    if (n < 3) return none('too-few-nodes');
    const most = (n - 1) ** 2 * (n - 2);
    return centralised(yield* facts.column('betweenness'), network.directed ? most : most / 2);
  },
});

/** Of the closeness (n − 1)/Σd, directions ignored; defined where everyone reaches everyone. */
export const closenessCentralisation = figure({
  id: 'closeness-centralisation',
  range: 'unit-interval',
  parameters: [],
  reads: { direction: false },
  *run(network, _, facts) {
    const n = network.nodeCount;
    if (n < 3) return none('too-few-nodes');
    const { pairs, into } = yield* facts.distances(facts.collapsed);
    if (pairs < n * (n - 1)) return none('not-connected');
    return centralised(
      into.map((sum) => (n - 1) / sum),
      ((n - 1) * (n - 2)) / (2 * n - 3),
    );
  },
});
