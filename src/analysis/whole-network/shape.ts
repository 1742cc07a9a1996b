import { componentsOf } from '../graph/components.ts';
import { strongComponentsOf } from '../graph/strong-components.ts';
import { atOnce, degreeOf, figure, none, pairsLinked } from './figure.ts';

/** Links against the number there could be: pairs without directions, ordered pairs with them. Wasserman and Faust (1994) 101, 129. */
export const density = figure({
  id: 'density',
  range: 'unit-interval',
  parameters: [],
  reads: { direction: true },
  run: atOnce(({ nodeCount: n, edgeCount, directed }) =>
    n < 2 ? none('too-few-nodes') : { value: edgeCount / ((n * (n - 1)) / (directed ? 1 : 2)) },
  ),
});

/** Mean number of distinct neighbours, directions ignored. */
export const meanDegree = figure({
  id: 'mean-degree',
  range: 'non-negative',
  parameters: [],
  reads: { direction: false },
  run: atOnce((network) =>
    network.nodeCount === 0 ? none('no-nodes') : { value: (2 * pairsLinked(network)) / network.nodeCount },
  ),
});

/** Separate pieces, directions ignored. */
export const components = figure({
  id: 'components',
  range: 'count',
  parameters: [],
  reads: { direction: false },
  run: atOnce((network) => {
    const { sizes } = componentsOf(network);
    const alone = sizes.reduce((k, s) => k + (s === 1 ? 1 : 0), 0);
    return { value: sizes.length, beside: { largest: sizes[0] ?? 0, isolates: alone } };
  }),
});

/** Share of the nodes that are in the largest piece. */
export const largestComponent = figure({
  id: 'largest-component',
  range: 'unit-interval',
  parameters: [],
  reads: { direction: false },
  run: atOnce((network) =>
    network.nodeCount === 0
      ? none('no-nodes')
      : {
          value: componentsOf(network).sizes[0]! / network.nodeCount,
          beside: { largest: componentsOf(network).sizes[0]! },
        },
  ),
});

/** Pieces within which everyone reaches everyone along the arrows. */
export const strongComponents = figure({
  id: 'strong-components',
  range: 'count',
  parameters: [],
  reads: { direction: true },
  run: atOnce((network) => {
    if (!network.directed) return none('no-directions');
    const { of, count } = strongComponentsOf(network.out);
    const sizes = new Int32Array(count);
    for (const c of of) sizes[c]!++;
    return { value: count, beside: { largest: sizes.reduce((a, b) => Math.max(a, b), 0) } };
  }),
});

/** Share of the pairs that cannot reach each other, directions ignored. Borgatti (2006), equation 4, with nobody taken out. */
export const fragmentation = figure({
  id: 'fragmentation',
  range: 'unit-interval',
  parameters: [],
  reads: { direction: false },
  run: atOnce((network) => {
    const n = network.nodeCount;
    if (n < 2) return none('too-few-nodes');
    return { value: 1 - componentsOf(network).sizes.reduce((sum, s) => sum + s * (s - 1), 0) / (n * (n - 1)) };
  }),
});

/** Share of the links that are returned. Wasserman and Faust (1994) 515; as networkx and igraph reckon it. */
export const reciprocity = figure({
  id: 'reciprocity',
  range: 'unit-interval',
  parameters: [],
  reads: { direction: true },
  run: atOnce((network) => {
    if (!network.directed) return none('no-directions');
    if (network.edgeCount === 0) return none('no-links');
    const mutual = network.edgeCount - pairsLinked(network);
    return { value: (2 * mutual) / network.edgeCount, beside: { mutual } };
  }),
});

/** Three times the triangles against the pairs of links that meet: how often two contacts of one are linked. Newman, Strogatz and Watts (2001). */
export const transitivity = figure({
  id: 'transitivity',
  range: 'unit-interval',
  parameters: [],
  reads: { direction: false },
  *run(network, _, facts) {
    const local = yield* facts.column('clustering');
    let closed = 0;
    let open = 0;
    for (let i = 0; i < network.nodeCount; i++) {
      const d = degreeOf(network, i);
      open += (d * (d - 1)) / 2;
      closed += Math.round(local[i]! * ((d * (d - 1)) / 2));
    }
    return open === 0 ? none('no-two-contacts') : { value: closed / open, beside: { triangles: closed / 3 } };
  },
});

/** Mean of the clustering coefficients of all nodes, 0 below two neighbours. Watts and Strogatz (1998). */
export const meanClustering = figure({
  id: 'mean-clustering',
  range: 'unit-interval',
  parameters: [],
  reads: { direction: false },
  *run({ nodeCount: n }, _, facts) {
    if (n === 0) return none('no-nodes');
    const local = yield* facts.column('clustering');
    return { value: local.reduce((a, b) => a + b, 0) / n };
  },
});

/** How many nodes have how many neighbours, directions ignored; the figure itself is the largest number. */
export const degreeDistribution = figure({
  id: 'degree-distribution',
  range: 'count',
  parameters: [],
  reads: { direction: false },
  run: atOnce((network) => {
    if (network.nodeCount === 0) return none('no-nodes');
    const counts = new Map<number, number>();
    for (let i = 0; i < network.nodeCount; i++) {
      const d = degreeOf(network, i);
      counts.set(d, (counts.get(d) ?? 0) + 1);
    }
    const distribution = [...counts].sort(([a], [b]) => a - b);
    return { value: distribution.at(-1)![0], distribution };
  }),
});
