import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packGraph } from '#analysis/graph/packed-graph';
import { finish } from '#analysis/graph/work';
import { crossingsBetween } from '#analysis/layouts/by-type';
import { type LayoutSubject, layoutById } from '#analysis/layouts/index';

function subjectOf(n: number, change: Partial<LayoutSubject>): LayoutSubject {
  return {
    positions: new Float64Array(2 * n).fill(Number.NaN),
    radii: new Float64Array(n).fill(24),
    pinned: new Uint8Array(n),
    ...change,
  };
}
const xs = (p: Float64Array) => [...p].filter((_, k) => k % 2 === 0);
const ys = (p: Float64Array) => [...p].filter((_, k) => k % 2 === 1);

describe('by-type', () => {
  const layout = layoutById('by-type')!;
  /** Ten people, each with one phone, numbered so that the first try crosses all lines; two vehicles in a rank between. */
  const source = [...Array(10).keys()];
  const target = source.map((i) => 10 + ((i * 7) % 10));
  const graph = packGraph({ nodeCount: 22, source: [...source, 0, 9], target: [...target, 20, 21] });
  const kinds = Int32Array.from({ length: 22 }, (_, i) => (i < 10 ? 0 : i < 20 ? 5 : 2));

  it('sets one column for each type, in the order of the ranks', () => {
    const p = finish(layout.run(graph, subjectOf(22, { kinds }), { spacing: 140, bands: 'columns' }));
    const columns = [0, 2, 5].map((kind) => new Set(xs(p).filter((_, i) => kinds[i] === kind)));
    expect(columns.map((c) => c.size)).toEqual([1, 1, 1]);
    const [people, vehicles, phones] = columns.map((c) => [...c][0]!);
    expect(people).toBeLessThan(vehicles! - 140);
    expect(vehicles).toBeLessThan(phones! - 140);
  });

  it('sets rows instead where asked', () => {
    const p = finish(layout.run(graph, subjectOf(22, { kinds }), { spacing: 140, bands: 'rows' }));
    expect(new Set(ys(p).map(Math.round)).size).toBe(3);
  });

  it('orders the columns so that pairs do not cross', () => {
    const pairs = packGraph({ nodeCount: 20, source, target });
    const p = finish(
      layout.run(pairs, subjectOf(20, { kinds: kinds.slice(0, 20) }), { spacing: 140, bands: 'columns' }),
    );
    for (let e = 0; e < 10; e++)
      for (let f = e + 1; f < 10; f++) {
        const left = p[2 * e + 1]! - p[2 * f + 1]!;
        const right = p[2 * target[e]! + 1]! - p[2 * target[f]! + 1]!;
        expect(Math.sign(left)).toBe(Math.sign(right));
      }
  });

  it('folds a type of many into several files, and leaves pinned items out of the columns', () => {
    const n = 300;
    const crowd = packGraph({ nodeCount: n, source: [], target: [] });
    const positions = new Float64Array(2 * n).fill(Number.NaN);
    positions.set([5000, -3000]);
    const subject = subjectOf(n, { kinds: new Int32Array(n), positions, pinned: new Uint8Array(n).fill(1, 0, 1) });
    const p = finish(layout.run(crowd, subject, { spacing: 140, bands: 'columns' }));
    expect([p[0], p[1]]).toEqual([5000, -3000]);
    const [wide, high] = [xs(p), ys(p)].map((v) => Math.max(...v.slice(1)) - Math.min(...v.slice(1)));
    expect(high! / wide!).toBeLessThan(4);
  });

  it('counts crossings between two columns as counting each pair does', () => {
    const columns = fc.record({
      left: fc.integer({ min: 1, max: 8 }),
      right: fc.integer({ min: 1, max: 8 }),
      links: fc.array(fc.tuple(fc.nat({ max: 7 }), fc.nat({ max: 7 })), { maxLength: 30 }),
    });
    fc.assert(
      fc.property(columns, ({ left, right, links }) => {
        const rows = links.filter(([a, b]) => a < left && b < right);
        const packed = packGraph({
          nodeCount: left + right,
          source: rows.map((r) => r[0]),
          target: rows.map((r) => left + r[1]),
        });
        const bands = [[...Array(left).keys()], [...Array(right).keys()].map((i) => left + i).reverse()];
        let expected = 0;
        for (let e = 0; e < packed.edgeCount; e++)
          for (let f = e + 1; f < packed.edgeCount; f++) {
            // The right column stands the other way round.
            const a = packed.source[e]! - packed.source[f]!;
            const b = packed.target[f]! - packed.target[e]!;
            if (a * b < 0) expected++;
          }
        expect(crossingsBetween(packed, bands)).toBe(expected);
      }),
    );
  });
});

describe('by-time', () => {
  const layout = layoutById('by-time')!;
  const day = 86_400_000;
  const graph = packGraph({ nodeCount: 6, source: [0, 1, 2, 3], target: [1, 2, 3, 4] });

  it('goes from left to right by date; what has no date stands left of the first day', () => {
    const times = Float64Array.from([9 * day, 3 * day, 3 * day, 400 * day, Number.NaN, 5 * day]);
    for (const scale of ['even', 'true']) {
      const p = finish(layout.run(graph, subjectOf(6, { times }), { spacing: 60, scale }));
      const x = (i: number) => Math.round(p[2 * i]!);
      expect(x(4)).toBeLessThan(x(1) - 60);
      expect(x(1)).toBe(x(2));
      expect(x(1)).toBeLessThanOrEqual(x(5));
      expect(x(5)).toBeLessThanOrEqual(x(0));
      expect(x(0)).toBeLessThan(x(3));
    }
  });

  it('keeps proportions, or takes one step from date to date', () => {
    const times = Float64Array.from([0, day, 2 * day, 11 * day, 11 * day, 11 * day]);
    const at = (scale: string) => xs(finish(layout.run(graph, subjectOf(6, { times }), { spacing: 60, scale })));
    const even = at('even');
    expect(even[3]! - even[2]!).toBeCloseTo(even[1]! - even[0]!, 6);
    const true_ = at('true');
    expect((true_[3]! - true_[0]!) / (true_[1]! - true_[0]!)).toBeCloseTo(11, 6);
  });

  it('draws two threads of events that do not touch as two lines that do not cross', () => {
    const threads = packGraph({ nodeCount: 8, source: [0, 2, 4, 1, 3, 5], target: [2, 4, 6, 3, 5, 7] });
    const times = Float64Array.from({ length: 8 }, (_, i) => i * day);
    const p = finish(layout.run(threads, subjectOf(8, { times }), { spacing: 60, scale: 'even' }));
    const sides = [0, 2, 4, 6].map((i) => Math.sign(p[2 * i + 1]! - p[2 * i + 3]!));
    expect(new Set(sides.map((s) => s >= 0)).size).toBe(1);
  });
});
