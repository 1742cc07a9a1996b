import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withinEach } from '#analysis/graph/induced';
import type { LinkRows, Network } from '#analysis/graph/network';
import { packRows } from '#analysis/graph/network';
import { packGraph } from '#analysis/graph/packed-graph';
import { fillParameters, finish, measureById, reasonAt, withinGroups } from '#analysis/measures/index';

const any = fc.integer({ min: 1, max: 9 }).chain((n) =>
  fc.record({
    n: fc.constant(n),
    directed: fc.boolean(),
    rows: fc.array(fc.tuple(fc.nat(n - 1), fc.nat(n - 1), fc.constantFrom(1, 2, 3)), { maxLength: 24 }),
    groups: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: n, maxLength: n }),
  }),
);

const ids = ['betweenness', 'strength', 'closeness', 'constraint', 'eigenvector'] as const;

it('a measure within groups is the measure of each group packed by itself', () => {
  fc.assert(
    fc.property(any, fc.constantFrom(...ids), ({ n, directed, rows, groups }, id) => {
      const definition = measureById(id)!;
      const filled = fillParameters(definition.parameters, {});
      if ('unfit' in filled) throw new Error(filled.unfit);
      const network: Network = {
        ...packGraph({
          nodeCount: n,
          source: rows.map((r) => r[0]),
          target: rows.map((r) => r[1]),
          weight: rows.map((r) => r[2]),
          directed,
        }),
        groupings: new Map([['stage', { of: Int32Array.from(groups), count: 3 }]]),
      };
      const column = finish(withinGroups(network, 'stage', definition, filled.values));
      for (let g = 0; g < 3; g++) {
        const nodes = [...Array(n).keys()].filter((i) => groups[i] === g);
        const own = rows.filter(([u, v]) => groups[u] === g && groups[v] === g);
        const alone = finish(
          definition.run(
            packGraph({
              nodeCount: nodes.length,
              source: own.map((r) => nodes.indexOf(r[0])),
              target: own.map((r) => nodes.indexOf(r[1])),
              weight: own.map((r) => r[2]),
              directed,
            }),
            filled.values,
          ),
        );
        nodes.forEach((node, i) => {
          expect(reasonAt(column, node)).toBe(reasonAt(alone, i));
          if (reasonAt(alone, i) === null) expect(column.values[node]).toBeCloseTo(alone.values[i]!, 9);
        });
      }
      groups.forEach((g, i) => {
        if (g < 0) expect(reasonAt(column, i)).toBe('group-not-stated');
      });
    }),
    { numRuns: 200 },
  );
});

it('the hub of a stage leads there, and hides behind others in the whole', () => {
  // A star of six at the border, and two large stars inland that a line joins.
  const star = (hub: number, from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => [hub, from + i] as const);
  const rows = [...star(0, 1, 6), ...star(6, 7, 20), ...star(20, 21, 36), [6, 20] as const, [5, 6] as const];
  const network: Network = {
    ...packGraph({ nodeCount: 36, source: rows.map((r) => r[0]), target: rows.map((r) => r[1]) }),
    groupings: new Map([['stage', { of: Int32Array.from({ length: 36 }, (_, i) => (i < 6 ? 0 : 1)), count: 2 }]]),
  };
  const degree = measureById('degree')!;
  const best = (values: Float64Array, first: number, end: number) =>
    values.subarray(first, end).reduce((b, v, i) => (v > values[b]! ? i + first : b), first);
  expect(best(finish(degree.run(network, {})).values, 0, 36)).toBe(20);
  const within = finish(withinGroups(network, 'stage', degree, {})).values;
  expect(best(within, 0, 6)).toBe(0);
  expect(within[6]).toBe(14);
  expect(within[5]).toBe(1);
});

it('without such an attribute every value is missing, with the reason', () => {
  const network: Network = packGraph({ nodeCount: 2, source: [0], target: [1] });
  const column = finish(withinGroups(network, 'stage', measureById('degree')!, {}));
  expect(reasonAt(column, 1)).toBe('no-grouping');
});

it('lines and attributes come with the part, renumbered', () => {
  const of = Int32Array.of(0, 1, 0, 1, -1);
  const ends = {
    count: 4,
    source: Int32Array.of(0, 1, 2, 3),
    target: Int32Array.of(2, 0, 0, 1),
    arrow: new Uint8Array(4),
    weight: Float64Array.of(1, 1, 2, 5),
  };
  const { graph, edge } = packRows(5, ends, { directed: false, weighted: true });
  const instants = () => new Float64Array(4).fill(Number.NaN);
  const rows: LinkRows = {
    ...ends,
    edge,
    layer: Int32Array.of(0, 1, 1, 0),
    proof: new Uint8Array(4),
    begin: instants(),
    end: instants(),
    sureBegin: instants(),
    sureEnd: instants(),
    lasted: new Uint8Array(4),
    sourceOffsets: new Int32Array(5),
    sources: new Int32Array(0),
  };
  const network: Network = { ...graph, rows, groupings: new Map([['stage', { of, count: 2 }]]) };
  const [first, second] = [...withinEach(network, { of, count: 2 })];
  expect([...first!.nodes]).toEqual([0, 2]);
  expect([...first!.network.weight!]).toEqual([3]);
  expect([...first!.network.rows!.source]).toEqual([0, 1]);
  expect([...first!.network.rows!.target]).toEqual([1, 0]);
  expect([...first!.network.rows!.edge]).toEqual([0, 0]);
  expect([...first!.network.rows!.layer]).toEqual([0, 1]);
  expect([...second!.nodes]).toEqual([1, 3]);
  expect([...second!.network.rows!.edge]).toEqual([0]);
  expect([...second!.network.groupings!.get('stage')!.of]).toEqual([1, 1]);
});
