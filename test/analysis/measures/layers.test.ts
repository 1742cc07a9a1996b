import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packGraph } from '#analysis/graph/packed-graph';
import { reasonAt } from '#analysis/measures/index';
import { layerDegrees } from '#analysis/measures/layers';
import { trials } from '../random-graphs.ts';
import { networkOf, type Raw, raw, run } from './plain.ts';

/** Links of each of the four layers as a set of pairs, by the rule of `networkOf`: line k is of layer k % 4, every third has no arrow. */
function layersOf(g: Raw): Set<string>[] {
  const layers = Array.from({ length: 4 }, () => new Set<string>());
  g.rows.forEach(([u, v], k) => {
    if (u === v) return;
    if (!g.directed) layers[k % 4]!.add(u < v ? `${u}-${v}` : `${v}-${u}`);
    else {
      layers[k % 4]!.add(`${u}-${v}`);
      if (k % 3 === 2) layers[k % 4]!.add(`${v}-${u}`);
    }
  });
  return layers;
}

const degreeIn = (layer: Set<string>, i: number) =>
  [...layer].reduce((sum, pair) => sum + pair.split('-').filter((end) => Number(end) === i).length, 0);

it('the table of layers tells the degree in each, on any small graph', () => {
  fc.assert(
    fc.property(raw, (g) => {
      const layers = layersOf(g).slice(0, Math.min(4, g.rows.length));
      const table = layerDegrees(networkOf(g, false))!;
      expect(table.count).toBe(layers.length);
      expect(table.used).toBe(layers.filter((layer) => layer.size > 0).length);
      const want = Array.from({ length: g.n }, (_, i) => layers.map((layer) => degreeIn(layer, i)));
      expect([...table.degree]).toEqual(want.flat());
    }),
    trials(200),
  );
});

it('layers-present, overlapping-degree and layer-participation follow from the degrees per layer', () => {
  fc.assert(
    fc.property(raw, (g) => {
      const layers = layersOf(g);
      const used = layers.filter((layer) => layer.size > 0).length;
      const network = networkOf(g, false);
      const present = run(network, 'layers-present').values;
      const overlapping = run(network, 'overlapping-degree').values;
      const spread = run(network, 'layer-participation');
      for (let i = 0; i < g.n; i++) {
        const degrees = layers.map((layer) => degreeIn(layer, i));
        const all = degrees.reduce((a, k) => a + k, 0);
        expect(present[i]).toBe(degrees.filter((k) => k > 0).length);
        expect(overlapping[i]).toBe(all);
        if (all === 0) expect(reasonAt(spread, i)).toBe('no-links');
        else if (used < 2) expect(reasonAt(spread, i)).toBe('one-layer');
        else {
          const squares = degrees.reduce((a, k) => a + (k / all) ** 2, 0);
          expect(spread.values[i]).toBeCloseTo((used / (used - 1)) * (1 - squares), 12);
        }
      }
    }),
    trials(200),
  );
});

it('a graph that came without its lines has no layers, and says why', () => {
  const graph = packGraph({ nodeCount: 2, source: [0], target: [1] });
  expect(layerDegrees(graph)).toBeUndefined();
  expect(reasonAt(run(graph, 'layers-present'), 0)).toBe('no-lines');
});
