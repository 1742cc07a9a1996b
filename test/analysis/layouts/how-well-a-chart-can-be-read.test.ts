import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packGraph } from '#analysis/graph/packed-graph';
import { finish } from '#analysis/graph/work';
import { layoutById, qualityOf } from '#analysis/layouts/index';

const square = (links: readonly (readonly [number, number])[]) =>
  packGraph({ nodeCount: 4, source: links.map((l) => l[0]), target: links.map((l) => l[1]) });
/** Corners of a square of side 100, in turn. */
const corners = Float64Array.from([0, 0, 100, 0, 100, 100, 0, 100]);
const small = new Float64Array(4).fill(10);

it('a chain drawn straight and even has no stress, at any scale', () => {
  const chain = packGraph({ nodeCount: 3, source: [0, 1], target: [1, 2] });
  const q = finish(qualityOf(chain, Float64Array.from([0, 0, 37, 0, 74, 0]), small.slice(0, 3)));
  expect(q.stress).toBeCloseTo(0, 12);
  expect(q).toMatchObject({ crossings: 0, overlaps: 0, stressSampled: false, crossingsSampled: false });
});

it('a chain folded back on itself has the stress that a pocket calculator finds', () => {
  // Distances 1, 1 and 0 for 1, 1 and 2 links: ratios 1, 1, 0; the best scale is 1, and (1-1)² + (1-1)² + (0-1)² over 3 pairs is left.
  const chain = packGraph({ nodeCount: 3, source: [0, 1], target: [1, 2] });
  const q = finish(qualityOf(chain, Float64Array.from([0, 0, 100, 0, 0, 0]), new Float64Array(3).fill(1)));
  expect(q.stress).toBeCloseTo(1 / 3, 12);
  expect(q.overlaps).toBe(1);
});

it('nothing that is joined: stress is not defined', () => {
  expect(finish(qualityOf(square([]), corners, small)).stress).toBeNaN();
});

it('diagonals of a square cross; its sides, and lines that share an end, do not', () => {
  const crossings = (lines: string) => {
    const links = lines.split(' ').map((line) => [Number(line[0]), Number(line[1])] as const);
    return finish(qualityOf(square(links), corners, small)).crossings;
  };
  expect(crossings('02 13')).toBe(1);
  expect(crossings('01 12 23 30')).toBe(0);
  expect(crossings('02 01 03')).toBe(0);
});

it('crossings and overlaps are those that comparing each pair finds', () => {
  const point = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }));
  const chart = fc.record({
    points: fc.array(point, { minLength: 12, maxLength: 12 }),
    radii: fc.array(fc.integer({ min: 5, max: 60 }), { minLength: 12, maxLength: 12 }),
    links: fc.array(fc.tuple(fc.nat({ max: 11 }), fc.nat({ max: 11 })), { maxLength: 30 }),
  });
  fc.assert(
    fc.property(chart, ({ points, radii, links }) => {
      const graph = packGraph({ nodeCount: 12, source: links.map((l) => l[0]), target: links.map((l) => l[1]) });
      const q = finish(qualityOf(graph, Float64Array.from(points.flat()), Float64Array.from(radii)));
      let crossings = 0;
      for (let e = 0; e < graph.edgeCount; e++)
        for (let f = e + 1; f < graph.edgeCount; f++) {
          const [a, b, c, d] = [graph.source[e]!, graph.target[e]!, graph.source[f]!, graph.target[f]!];
          if (new Set([a, b, c, d]).size < 4) continue;
          const [[ax, ay], [bx, by], [cx, cy], [dx, dy]] = [points[a]!, points[b]!, points[c]!, points[d]!];
          // Both lines as ways from 0 to 1: they cross where both meet within.
          const over = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
          if (over === 0) continue;
          const s = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / over;
          const t = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / over;
          if (s > 0 && s < 1 && t > 0 && t < 1) crossings++;
        }
      let overlaps = 0;
      for (let i = 0; i < 12; i++)
        for (let j = i + 1; j < 12; j++) {
          const far = Math.hypot(points[i]![0] - points[j]![0], points[i]![1] - points[j]![1]);
          if (far < radii[i]! + radii[j]! - 0.01) overlaps++;
        }
      expect(q.crossings).toBe(crossings);
      expect(q.overlaps).toBe(overlaps);
    }),
  );
});

it('of a large chart it takes samples, says so, and they come near the whole', () => {
  // A mesh of 60 × 60 on its lattice: 3,600 items and 7,080 lines.
  const wide = 60;
  const across = [...Array(wide * wide).keys()].filter((i) => i % wide < wide - 1);
  const down = [...Array(wide * (wide - 1)).keys()];
  const mesh = packGraph({
    nodeCount: wide * wide,
    source: [...across, ...down],
    target: [...across.map((i) => i + 1), ...down.map((i) => i + wide)],
  });
  const lattice = Float64Array.from({ length: 2 * wide * wide }, (_, k) =>
    k % 2 === 0 ? 30 * ((k >> 1) % wide) : 30 * Math.floor((k >> 1) / wide),
  );
  const q = finish(qualityOf(mesh, lattice, new Float64Array(wide * wide).fill(5)));
  expect(q).toMatchObject({ stressSampled: true, crossingsSampled: true, crossings: 0, overlaps: 0 });
  // On a lattice the way along links is |dx| + |dy|: between 1 and √2 times the way drawn; the best scale leaves a little over .01.
  expect(q.stress).toBeGreaterThan(0.005);
  expect(q.stress).toBeLessThan(0.03);
});

it('a layout by stress is better to read than a circle', () => {
  const source = [0, 1, 2, 3, 4, 5, 6, 7];
  const tree = packGraph({ nodeCount: 9, source, target: source.map((i) => (i + 9) >> 1) });
  const subject = {
    positions: new Float64Array(18).fill(Number.NaN),
    radii: new Float64Array(9).fill(20),
    pinned: new Uint8Array(9),
  };
  const by = (id: string, parameters: Record<string, number>) =>
    finish(qualityOf(tree, finish(layoutById(id)!.run(tree, subject, parameters)), subject.radii)).stress;
  expect(by('stress', { spacing: 60, seed: 1 })).toBeLessThan(by('circle', { spacing: 20 }));
});
