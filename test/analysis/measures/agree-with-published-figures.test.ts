import { describe, expect, it } from 'vitest';
import { fillParameters, finish, type MeasureId, measureById, type ParameterValues } from '#analysis/measures/index';
import { type Network, publishedNetworks } from '../published-networks.ts';

/** Which measure, on the weighted or the plain graph, answers each checked figure. */
const FIGURES: readonly {
  readonly figure: string;
  readonly measure: MeasureId;
  readonly on: 'graph' | 'plain';
  readonly parameters?: ParameterValues;
  readonly tolerance?: number;
}[] = [
  { figure: 'degree', measure: 'degree', on: 'plain' },
  { figure: 'in_degree', measure: 'in-degree', on: 'plain' },
  { figure: 'out_degree', measure: 'out-degree', on: 'plain' },
  { figure: 'strength', measure: 'strength', on: 'graph' },
  { figure: 'in_strength', measure: 'in-strength', on: 'graph' },
  { figure: 'out_strength', measure: 'out-strength', on: 'graph' },
  { figure: 'betweenness_raw', measure: 'betweenness', on: 'graph' },
  { figure: 'betweenness_normalized', measure: 'betweenness', on: 'plain', parameters: { normalised: true } },
  {
    figure: 'betweenness_raw_distance_inverse_weight',
    measure: 'betweenness',
    on: 'graph',
    parameters: { length: 'inverse' },
  },
  {
    figure: 'betweenness_normalized_distance_inverse_weight',
    measure: 'betweenness',
    on: 'graph',
    parameters: { length: 'inverse', normalised: true },
  },
  { figure: 'betweenness_raw_distance_weight', measure: 'betweenness', on: 'graph', parameters: { length: 'same' } },
  { figure: 'closeness_wasserman_faust', measure: 'closeness', on: 'graph' },
  { figure: 'closeness_in_wasserman_faust', measure: 'closeness', on: 'graph' },
  { figure: 'closeness_within_component', measure: 'closeness', on: 'plain', parameters: { form: 'component' } },
  {
    figure: 'closeness_wf_distance_inverse_weight',
    measure: 'closeness',
    on: 'graph',
    parameters: { length: 'inverse' },
  },
  { figure: 'harmonic_raw', measure: 'harmonic', on: 'plain' },
  { figure: 'eigenvector_max1_largest_component', measure: 'eigenvector', on: 'plain', tolerance: 1e-6 },
  {
    figure: 'eigenvector_L2norm_largest_component',
    measure: 'eigenvector',
    on: 'plain',
    parameters: { scale: 'length-1' },
    tolerance: 1e-6,
  },
  {
    figure: 'eigenvector_weighted_L2norm_largest_component',
    measure: 'eigenvector',
    on: 'graph',
    parameters: { scale: 'length-1' },
    tolerance: 1e-6,
  },
  { figure: 'pagerank_0.85', measure: 'pagerank', on: 'plain' },
  { figure: 'pagerank_weighted_0.85', measure: 'pagerank', on: 'graph' },
  { figure: 'core_number', measure: 'coreness', on: 'graph' },
  { figure: 'clustering_local', measure: 'clustering', on: 'graph' },
  { figure: 'burt_constraint', measure: 'constraint', on: 'plain' },
  { figure: 'burt_constraint_weighted', measure: 'constraint', on: 'graph' },
  { figure: 'burt_effective_size', measure: 'effective-size', on: 'plain' },
  { figure: 'burt_efficiency', measure: 'efficiency', on: 'plain' },
];

/** Stored figures carry ten significant digits, so a right value may differ by 2e-9. */
const STORED = 2e-9;

function valuesOf(net: Network, id: MeasureId, on: 'graph' | 'plain', given: ParameterValues = {}): Float64Array {
  const definition = measureById(id)!;
  const filled = fillParameters(definition.parameters, given);
  if ('unfit' in filled) throw new Error(`unfit parameter ${filled.unfit}`);
  return finish(definition.run(net[on], filled.values)).values;
}

function worst(net: Network, values: Float64Array, expected: Readonly<Record<string, number>>): [number, string] {
  let off: [number, string] = [0, ''];
  net.ids.forEach((id, i) => {
    const want = expected[id];
    const got = values[i]!;
    const apart =
      want === undefined || want === null
        ? Number.isNaN(got)
          ? 0
          : Number.POSITIVE_INFINITY
        : Number.isNaN(got)
          ? Number.POSITIVE_INFINITY
          : Math.abs(got - want) / Math.max(Math.abs(want), 1e-6);
    if (apart > off[0]) off = [apart, `${id}: ${got} instead of ${want}`];
  });
  return off;
}

const networks = publishedNetworks();
const used = new Map<string, number>();

describe.each(networks.map((n) => [n.name, n] as const))('%s', (_, net) => {
  it('has the published size', () => {
    expect(net.graph.nodeCount).toBe(net.block.graph.nodes);
    expect(net.graph.edgeCount).toBe(net.block.graph.edges);
    const { components } = net.block.graph;
    if (components) {
      const column = finish(measureById('components')!.run(net.graph, {})).values;
      const sizes = new Map<number, number>();
      for (const c of column) sizes.set(c, (sizes.get(c) ?? 0) + 1);
      expect([...sizes].sort(([a], [b]) => a - b).map(([, size]) => size)).toEqual(components.sizes);
    }
  });
  const checked = FIGURES.filter((f) => net.block.node_metrics[f.figure]);
  it.each(checked.map((f) => [f.figure, f] as const))('%s', (figure, f) => {
    used.set(figure, (used.get(figure) ?? 0) + 1);
    const values = valuesOf(net, f.measure, f.on, f.parameters);
    const [off, where] = worst(net, values, net.block.node_metrics[figure]!);
    expect(off, where).toBeLessThanOrEqual(f.tolerance ?? STORED);
  });
});

it('checks every figure of the list at least once', () => {
  expect(FIGURES.map((f) => f.figure).filter((f) => !used.has(f))).toEqual([]);
  expect(networks.length).toBe(32);
});
