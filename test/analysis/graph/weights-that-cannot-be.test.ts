import { describe, expect, it, test } from 'vitest';
import { packCase } from '#analysis/graph/pack-case';
import { packGraph } from '#analysis/graph/packed-graph';
import { finish } from '#analysis/graph/work';
import { fillParameters, type MeasureDefinition, measures, reasonAt } from '#analysis/measures/index';
import type { Link } from '#domain/link/link';
import { publishedNetworks } from '../published-networks.ts';

const entities = ['ann', 'bo', 'cy'].map((id) => ({ id, type: 'person' as const }));
const link = (id: string, from: string, to: string, more: object): Link =>
  ({ id, kind: 'link', type: 'paid', from, to, direction: 'forward', strength: 'confirmed', ...more }) as Link;
const paid = (id: string, ...amounts: readonly (readonly [string, string])[]) =>
  link(id, 'ann', 'bo', { amounts: amounts.map(([amount, currency]) => ({ amount, currency })) });

describe('a link without a weight that can be is left out and counted', () => {
  const packed = (links: readonly Link[], options: { weights: 'count' | 'amount'; currency?: string }) =>
    packCase({ entities, links }, { kind: 'case' }, { direction: 'ignore', ...options });

  test.each([0, -1, -0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('a count of %s', (count) => {
    const { graph, unweighedLeftOut } = packed(
      [link('bad', 'ann', 'bo', { count }), link('good', 'bo', 'cy', { count: 2 })],
      { weights: 'count' },
    );
    expect([...graph.weight!]).toEqual([2]);
    expect(unweighedLeftOut).toBe(1);
  });

  test.each(['0', '-5', '-0.01', 'NaN', 'five', '1e999', ''])('an amount of "%s"', (amount) => {
    const { graph, unweighedLeftOut } = packed([paid('bad', [amount, 'THB']), paid('good', ['7.5', 'THB'])], {
      weights: 'amount',
      currency: 'THB',
    });
    expect([...graph.weight!]).toEqual([7.5]);
    expect(unweighedLeftOut).toBe(1);
  });

  test('amounts of several currencies are never added, and what is paid back is set against what was paid', () => {
    const links = [
      paid('mixed', ['100', 'THB'], ['3', 'USD']),
      paid('back', ['10', 'THB'], ['-10', 'THB']),
      paid('other', ['4', 'EUR']),
    ];
    const inCurrency = (currency: string) => packed(links, { weights: 'amount', currency });
    expect([...inCurrency('THB').graph.weight!]).toEqual([100]);
    expect(inCurrency('THB').unweighedLeftOut).toBe(2);
    expect([...inCurrency('USD').graph.weight!]).toEqual([3]);
    expect([...inCurrency('EUR').graph.weight!]).toEqual([4]);
  });

  test('amounts without a currency said: nothing weighs, everything is counted as left out', () => {
    const { graph, unweighedLeftOut } = packed([paid('a', ['1', 'THB']), paid('b', ['2', 'USD'])], {
      weights: 'amount',
    });
    expect(graph.edgeCount).toBe(0);
    expect(unweighedLeftOut).toBe(2);
  });
});

test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('the kernel packs no weight of %s', (weight) => {
  expect(() => packGraph({ nodeCount: 2, source: [0], target: [1], weight: [weight] })).toThrow(RangeError);
});

describe('weights that are all equal', () => {
  const networks = publishedNetworks().filter((n) => n.graph.nodeCount <= 120);
  const weighed = (graph: (typeof networks)[number]['graph'], weight: number) =>
    packGraph({ ...graph, weight: new Float64Array(graph.edgeCount).fill(weight) });
  const bare = (graph: (typeof networks)[number]['graph']) => packGraph({ ...graph, weight: undefined });

  const columnOf = (definition: MeasureDefinition, graph: ReturnType<typeof packGraph>, length: string) => {
    const takesLength = definition.parameters.some((p) => p.name === 'length');
    const filled = fillParameters(definition.parameters, takesLength ? { length } : {});
    if ('unfit' in filled) throw new Error(filled.unfit);
    return finish(definition.run(graph, filled.values));
  };

  it.each(measures.map((m): [string, MeasureDefinition] => [m.id, m]))('are no weights: %s', (_, definition) => {
    for (const { graph } of networks.slice(0, 4)) {
      const none = columnOf(definition, bare(graph), 'none');
      for (const length of ['none', 'inverse', 'same']) {
        const ones = columnOf(definition, weighed(graph, 1), length);
        none.values.forEach((x, i) => {
          expect(reasonAt(ones, i)).toBe(reasonAt(none, i));
          if (!Number.isNaN(x)) expect(Math.abs(ones.values[i]! - x)).toBeLessThanOrEqual(1e-6 * Math.max(1, x));
        });
      }
      // Whatever they all weigh, who stands before whom stays as it is.
      const equal = columnOf(definition, weighed(graph, 2.5), 'none');
      for (let i = 0; i < graph.nodeCount; i++)
        for (let j = 0; j < i; j++) {
          const [a, b] = [none.values[i]! - none.values[j]!, equal.values[i]! - equal.values[j]!];
          if (a > 1e-6) expect(b).toBeGreaterThan(0);
          if (a < -1e-6) expect(b).toBeLessThan(0);
        }
    }
  });
});
