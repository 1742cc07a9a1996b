import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packGraph } from '#analysis/graph/packed-graph';
import { finish } from '#analysis/graph/work';
import { layoutById, qualityOf } from '#analysis/layouts/index';
import { publishedNetworks } from '../published-networks.ts';

const steady = layoutById('steady')!;
const parameters = { reach: 40, spacing: 60, seed: 1 };
const median = (xs: number[]) => xs.sort((a, b) => a - b)[xs.length >> 1]!;
const moved = (a: Float64Array, b: Float64Array, i: number) =>
  Math.hypot(a[2 * i]! - b[2 * i]!, a[2 * i + 1]! - b[2 * i + 1]!);

/** A network with its last `fresh` nodes not yet on the chart, the others laid out, some of them pinned. */
function grown(graph: ReturnType<typeof packGraph>, fresh: number, pin: (i: number) => boolean) {
  const n = graph.nodeCount;
  const old = n - fresh;
  const radii = new Float64Array(n).fill(30);
  const rows = [...graph.source.keys()].filter((e) => graph.source[e]! < old && graph.target[e]! < old);
  const before = packGraph({
    nodeCount: old,
    source: rows.map((e) => graph.source[e]!),
    target: rows.map((e) => graph.target[e]!),
  });
  const empty = {
    positions: new Float64Array(2 * old).fill(Number.NaN),
    radii: radii.slice(0, old),
    pinned: new Uint8Array(old),
  };
  const laid = finish(layoutById('stress')!.run(before, empty, { spacing: 60, seed: 1 }));
  const positions = new Float64Array(2 * n).fill(Number.NaN);
  positions.set(laid.map(Math.round));
  return { positions, radii, pinned: Uint8Array.from({ length: n }, (_, i) => Number(i < old && pin(i))) };
}

const networks = publishedNetworks().filter((n) => n.graph.nodeCount > 40);

describe.each(networks.map((n) => [n.name, n.graph] as const))('ten things added to %s', (_, graph) => {
  it.each([40, 0])('leave the rest, which moves by %i at most; what is pinned does not move at all', (reach) => {
    const subject = grown(graph, 10, (i) => i % 7 === 0);
    const p = finish(steady.run(graph, subject, { ...parameters, reach }));
    const rest = [...Array(graph.nodeCount - 10).keys()];
    const far = rest.map((i) => moved(p, subject.positions, i));
    expect(Math.max(...far)).toBeLessThanOrEqual(reach + 1e-9);
    expect(median(far)).toBeLessThanOrEqual(40);
    for (const i of rest.filter((k) => subject.pinned[k])) expect(moved(p, subject.positions, i)).toBe(0);
    expect(finish(qualityOf(graph, p, subject.radii)).overlaps).toBe(0);
  });
});

it('moves no pinned item and nothing else beyond the reach, whatever the chart', () => {
  const chart = fc.integer({ min: 1, max: 30 }).chain((n) =>
    fc.record({
      n: fc.constant(n),
      reach: fc.constantFrom(0, 40, 200),
      rows: fc.array(fc.tuple(fc.nat({ max: n - 1 }), fc.nat({ max: n - 1 })), { maxLength: 50 }),
      // One in three is new; places may lie on each other.
      places: fc.array(
        fc.option(fc.tuple(fc.integer({ min: -300, max: 300 }), fc.integer({ min: -300, max: 300 })), { freq: 2 }),
        {
          minLength: n,
          maxLength: n,
        },
      ),
      pinned: fc.array(fc.boolean(), { minLength: n, maxLength: n }),
    }),
  );
  fc.assert(
    fc.property(chart, ({ n, reach, rows, places, pinned }) => {
      const graph = packGraph({ nodeCount: n, source: rows.map((r) => r[0]), target: rows.map((r) => r[1]) });
      const subject = {
        positions: Float64Array.from(places.flatMap((p) => p ?? [Number.NaN, Number.NaN])),
        radii: new Float64Array(n).fill(30),
        pinned: Uint8Array.from(pinned, (is, i) => Number(is && places[i] !== null)),
      };
      const p = finish(steady.run(graph, subject, { ...parameters, reach }));
      for (let i = 0; i < n; i++) {
        expect(Number.isFinite(p[2 * i]! + p[2 * i + 1]!)).toBe(true);
        if (places[i] === null) continue;
        expect(moved(p, subject.positions, i)).toBeLessThanOrEqual(subject.pinned[i] ? 0 : reach + 1e-9);
      }
      // What is new overlaps nothing.
      for (let i = 0; i < n; i++)
        if (places[i] === null)
          for (let j = 0; j < n; j++)
            if (j !== i)
              expect(Math.hypot(p[2 * i]! - p[2 * j]!, p[2 * i + 1]! - p[2 * j + 1]!)).toBeGreaterThan(59.98);
    }),
    { numRuns: 150 },
  );
});

it('puts what is new near those it is linked with', () => {
  // A chain of five, 100 apart; one hangs on its end, one joins the two ends of another link.
  const graph = packGraph({ nodeCount: 7, source: [0, 1, 2, 3, 4, 5, 5], target: [1, 2, 3, 4, 6, 1, 2] });
  const positions = new Float64Array(14).fill(Number.NaN);
  positions.set([0, 0, 100, 0, 200, 0, 300, 0, 400, 0]);
  const subject = { positions, radii: new Float64Array(7).fill(20), pinned: new Uint8Array(7) };
  const p = finish(steady.run(graph, subject, { ...parameters, reach: 0 }));
  const far = (i: number, j: number) => Math.hypot(p[2 * i]! - p[2 * j]!, p[2 * i + 1]! - p[2 * j + 1]!);
  for (const [i, j] of [
    [6, 4],
    [5, 1],
    [5, 2],
  ] as const) {
    expect(far(i, j)).toBeGreaterThan(60);
    expect(far(i, j)).toBeLessThan(160);
  }
  expect(p[12]!).toBeGreaterThan(400);
});
