import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packGraph } from '#analysis/graph/packed-graph';
import {
  fillParameters,
  finish,
  inLayer,
  layersCost,
  type MeasureId,
  measureById,
  measures,
  type ParameterValues,
  reasonAt,
} from '#analysis/measures/index';
import { trials } from '../random-graphs.ts';
import { arrowed, networkOf, pack, raw } from './plain.ts';

/** All that rank nodes by the graph alone; those that sort them by a grouping are given one below. */
const plain = measures.filter(
  (m) => m.range !== 'label' && !('acrossLayers' in m) && !m.parameters.some((p) => p.kind === 'grouping'),
);

function measured(network: Parameters<typeof inLayer>[0], layer: number, id: MeasureId, given: ParameterValues = {}) {
  const definition = measureById(id)!;
  const filled = fillParameters(definition.parameters, given);
  if ('unfit' in filled) throw new Error(filled.unfit);
  return {
    column: finish(inLayer(network, layer, (part) => definition.run(part, filled.values))),
    of: (graph: Parameters<typeof definition.run>[0]) => finish(definition.run(graph, filled.values)),
  };
}

it('a measure in a layer is the measure of the graph packed from the rows of that layer alone, on any multigraph', () => {
  fc.assert(
    fc.property(raw, fc.boolean(), fc.constantFrom(...plain), fc.nat(4), (g, weighted, { id }, layer) => {
      const own = { ...g, rows: g.rows.filter((_, k) => k % 4 === layer) };
      const { column, of } = measured(arrowed(g, weighted), layer, id);
      const alone = of(pack(own, weighted));
      for (let i = 0; i < g.n; i++) {
        const linked = own.rows.some(([u, v]) => u !== v && (u === i || v === i));
        const reason = linked ? reasonAt(alone, i) : 'not-in-layer';
        expect(reasonAt(column, i)).toBe(reason);
        if (reason === null) expect(column.values[i]).toBeCloseTo(alone.values[i]!, 9);
        else expect(column.values[i]).toBeNaN();
      }
      expect(column.facts).toEqual(alone.facts);
    }),
    trials(600),
  );
});

it('lines are counted one by one within the layer alone, and groups stay those of the whole', () => {
  const g = { n: 4, directed: false, rows: [0, 1, 2, 3, 4].map(() => [0, 1, 1] as const) };
  const counted = measured(networkOf(g, false), 0, 'degree', { parallel: 'counted' }).column;
  expect([...counted.values]).toEqual([2, 2, Number.NaN, Number.NaN]);
  const sorted = networkOf({ n: 3, directed: false, rows: [...g.rows.slice(0, 4), [0, 2, 1]] }, false, [0, 0, 1]);
  const spread = measured(sorted, 0, 'participation', { by: 'set' }).column;
  // Of the two links in the layer one stays in the group, one leaves it.
  expect(spread.values[0]).toBeCloseTo(0.5, 12);
});

it('nobody is in a layer that has no links, or none but loops; without lines there are no layers', () => {
  const loops = networkOf({ n: 2, directed: true, rows: [[1, 1, 1]] }, false);
  for (const layer of [0, 1])
    expect([0, 1].map((i) => reasonAt(measured(loops, layer, 'pagerank').column, i))).toEqual([
      'not-in-layer',
      'not-in-layer',
    ]);
  const graph = packGraph({ nodeCount: 2, source: [0], target: [1] });
  expect(reasonAt(measured(graph, 0, 'degree').column, 0)).toBe('no-lines');
  expect(() => finish(layersCost(graph, 1, measureById('degree')!, {}))).toThrow(RangeError);
});

it('can be stopped before a layer is packed, and tells the progress of its measure', () => {
  const network = networkOf({ n: 3, directed: false, rows: [[0, 1, 1]] }, false);
  const work = inLayer(network, 0, (part) => measureById('closeness')!.run(part, { length: 'none' }));
  const first = work.next();
  expect(first).toEqual({ done: false, value: { done: 0, of: 1, stage: 'layers' } });
  expect(work.next().value).not.toEqual(first.value);
});

it('what all layers would take is told beforehand: of each what its own lines take', () => {
  const network = networkOf({ n: 6, directed: false, rows: [0, 1, 2, 3, 4].map((k) => [k, k + 1, 1] as const) }, false);
  const betweenness = measureById('betweenness')!;
  const [whole, ...each] = finish(layersCost(network, 4, betweenness, {}));
  expect(whole).toBe(betweenness.cost!(network, {}));
  // Lines 0 and 4 are of the first layer.
  const arcs = (m: number) => (6 * (6 + 2 * m)) / 1e8;
  expect(each).toEqual([2, 1, 1, 1].map(arcs));
  expect(finish(layersCost(network, 4, measureById('degree')!, {}))).toEqual([0, 0, 0, 0, 0]);
});
