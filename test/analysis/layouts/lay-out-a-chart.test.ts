import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { componentsOf } from '#analysis/graph/components';
import { type PackedGraph, packGraph } from '#analysis/graph/packed-graph';
import { fillParameters, type ParameterValues } from '#analysis/graph/parameters';
import { finish } from '#analysis/graph/work';
import { type LayoutDefinition, type LayoutSubject, layoutById, layouts } from '#analysis/layouts/index';
import { layouts as messages } from '../../../src/i18n/messages/en/layouts.ts';
import { publishedNetworks } from '../published-networks.ts';

function subjectOf(n: number, change: Partial<LayoutSubject> = {}): LayoutSubject {
  return {
    positions: new Float64Array(2 * n).fill(Number.NaN),
    radii: new Float64Array(n).fill(24),
    pinned: new Uint8Array(n),
    ...change,
  };
}

function layOut(l: LayoutDefinition, graph: PackedGraph, subject: LayoutSubject, given: ParameterValues = {}) {
  const filled = fillParameters(l.parameters, given);
  if ('unfit' in filled) throw new Error(filled.unfit);
  return finish(l.run(graph, subject, filled.values));
}

/** The deepest overlap of two items, in units; pairs of pinned items are not counted. */
function deepest(positions: Float64Array, { radii, pinned }: LayoutSubject): number {
  let most = 0;
  for (let i = 0; i < radii.length; i++)
    for (let j = i + 1; j < radii.length; j++) {
      if (pinned[i] && pinned[j]) continue;
      const d = Math.hypot(positions[2 * i]! - positions[2 * j]!, positions[2 * i + 1]! - positions[2 * j + 1]!);
      most = Math.max(most, radii[i]! + radii[j]! - d);
    }
  return most;
}

const oversize = publishedNetworks().find((n) => n.name === 'oversize judgment')!.graph;
const kite = publishedNetworks().find((n) => n.name === 'krackhardt_kite')!.graph;
const caviar = publishedNetworks().find((n) => n.name === 'caviar total directed')!.graph;

const small = fc.integer({ min: 0, max: 25 }).chain((n) =>
  fc.record({
    n: fc.constant(n),
    directed: fc.boolean(),
    rows: fc.array(fc.tuple(fc.nat({ max: Math.max(0, n - 1) }), fc.nat({ max: Math.max(0, n - 1) })), {
      maxLength: n === 0 ? 0 : 50,
    }),
    pinned: fc.array(fc.boolean(), { minLength: n, maxLength: n }),
    radii: fc.array(fc.integer({ min: 5, max: 60 }), { minLength: n, maxLength: n }),
  }),
);

describe.each(layouts.map((l) => [l.id, l] as const))('%s', (_, layout) => {
  it('gives every item a place of its own, moves no pinned item, and repeats itself, on any small chart', () => {
    fc.assert(
      fc.property(small, (g) => {
        const graph = packGraph({
          nodeCount: g.n,
          source: g.rows.map((r) => r[0]),
          target: g.rows.map((r) => r[1]),
          directed: g.directed,
        });
        const positions = new Float64Array(2 * g.n).fill(Number.NaN);
        for (let i = 0; i < g.n; i++)
          if (g.pinned[i]) {
            positions[2 * i] = (i % 5) * 130 - 77;
            positions[2 * i + 1] = Math.floor(i / 5) * 130 + 41;
          }
        const subject = subjectOf(g.n, {
          positions,
          radii: Float64Array.from(g.radii),
          pinned: Uint8Array.from(g.pinned, Number),
        });
        const placed = layOut(layout, graph, subject);
        expect(placed.length).toBe(2 * g.n);
        for (const x of placed) expect(Number.isFinite(x)).toBe(true);
        for (let i = 0; i < g.n; i++)
          if (g.pinned[i]) expect([placed[2 * i], placed[2 * i + 1]]).toEqual([positions[2 * i], positions[2 * i + 1]]);
        expect(deepest(placed, subject)).toBeLessThanOrEqual(0.01);
        expect(layOut(layout, graph, subject)).toEqual(placed);
      }),
      { numRuns: 12 },
    );
  });

  it('lays out a network of 96 parts, and reports its work as it goes', () => {
    const subject = subjectOf(oversize.nodeCount);
    const filled = fillParameters(layout.parameters, {});
    if ('unfit' in filled) throw new Error(filled.unfit);
    const steps = layout.run(oversize, subject, filled.values);
    let reports = 0;
    for (;;) {
      const step = steps.next();
      if (step.done) {
        expect(deepest(step.value, subject)).toBeLessThanOrEqual(0.01);
        break;
      }
      reports++;
      expect(step.value.done).toBeLessThanOrEqual(step.value.of);
      expect(Object.keys(messages)).toContain(`layout.stage.${step.value.stage}`);
    }
    if (['stress', 'force', 'webcola', 'hierarchy', 'concentric'].includes(layout.id))
      expect(reports).toBeGreaterThan(3);
  });
});

// Where the picture is kept, nothing moves as a whole.
it.each(layouts.filter((l) => l.id !== 'steady').map((l) => [l.id, l] as const))(
  '%s keeps the middle of the chart where it was',
  (_, layout) => {
    const positions = Float64Array.from({ length: 20 }, (_, k) => (k % 2 ? -400 : 1000) + 10 * k);
    const placed = layOut(layout, kite, subjectOf(10, { positions }));
    const middle = (p: Float64Array, axis: number) => {
      const xs = [...p].filter((_, k) => k % 2 === axis);
      return (Math.min(...xs) + Math.max(...xs)) / 2;
    };
    for (const axis of [0, 1]) expect(middle(placed, axis)).toBeCloseTo(middle(positions, axis), 6);
  },
);

it.each(['stress', 'webcola', 'hierarchy'])('%s keeps separate parts apart', (id) => {
  const positions = layOut(layoutById(id)!, oversize, subjectOf(oversize.nodeCount));
  const { of, sizes } = componentsOf(oversize);
  const boxes = Array.from(sizes.slice(0, 3), (_, c) => {
    const nodes = [...of.keys()].filter((i) => of[i] === c);
    const span = (axis: number) => nodes.map((i) => positions[2 * i + axis]!);
    return {
      left: Math.min(...span(0)),
      right: Math.max(...span(0)),
      top: Math.min(...span(1)),
      bottom: Math.max(...span(1)),
    };
  });
  boxes.forEach((a, i) => {
    for (const b of boxes.slice(i + 1))
      expect(a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top).toBe(true);
  });
});

it('hierarchy puts the end of most arrows below their start', () => {
  const positions = layOut(layoutById('hierarchy')!, caviar, subjectOf(caviar.nodeCount));
  const tree = packGraph({ nodeCount: 7, source: [0, 0, 1, 1, 2, 2], target: [1, 2, 3, 4, 5, 6], directed: true });
  const placed = layOut(layoutById('hierarchy')!, tree, subjectOf(7));
  for (let e = 0; e < tree.edgeCount; e++)
    expect(placed[2 * tree.target[e]! + 1]).toBeGreaterThan(placed[2 * tree.source[e]! + 1]!);
  let down = 0;
  for (let e = 0; e < caviar.edgeCount; e++)
    if (positions[2 * caviar.target[e]! + 1]! > positions[2 * caviar.source[e]! + 1]!) down++;
  expect(down).toBeGreaterThan(caviar.edgeCount / 2);
});

it('stress draws a chain straight and a ring round', () => {
  const chain = packGraph({ nodeCount: 6, source: [0, 1, 2, 3, 4], target: [1, 2, 3, 4, 5] });
  const p = layOut(layoutById('stress')!, chain, subjectOf(6), { spacing: 52 });
  const distance = (i: number, j: number) => Math.hypot(p[2 * i]! - p[2 * j]!, p[2 * i + 1]! - p[2 * j + 1]!);
  expect(distance(0, 5)).toBeGreaterThan(480);
  expect(distance(0, 1)).toBeGreaterThan(90);
  expect(distance(0, 1)).toBeLessThan(110);
});

it('stress draws a mesh of 3,000, too many for all pairs, flat and even, and reports more and more of each stage', () => {
  const [wide, high] = [60, 50];
  const across = [...Array(wide * high).keys()].filter((i) => i % wide < wide - 1);
  const down = [...Array(wide * (high - 1)).keys()];
  const source = [...across, ...down];
  const target = [...across.map((i) => i + 1), ...down.map((i) => i + wide)];
  const mesh = packGraph({ nodeCount: wide * high, source, target });
  const subject = subjectOf(wide * high, { radii: new Float64Array(wide * high).fill(10) });
  const steps = layoutById('stress')!.run(mesh, subject, { spacing: 60, seed: 1 });
  const done = new Map<string, number>();
  for (;;) {
    const step = steps.next();
    if (step.done) {
      // Corner to corner are 108 links; drawn flat, the way straight through is shorter by Pythagoras at most.
      const p = step.value;
      const far = Math.hypot(p[0]! - p[2 * 2999]!, p[1]! - p[2 * 2999 + 1]!);
      expect(far).toBeGreaterThan(0.6 * 108 * 80);
      expect(far).toBeLessThan(108 * 80);
      let links = 0;
      for (let e = 0; e < source.length; e++)
        links += Math.hypot(p[2 * source[e]!]! - p[2 * target[e]!]!, p[2 * source[e]! + 1]! - p[2 * target[e]! + 1]!);
      expect(links / source.length).toBeGreaterThan(0.7 * 80);
      expect(links / source.length).toBeLessThan(1.3 * 80);
      break;
    }
    expect(step.value.done).toBeGreaterThanOrEqual(done.get(step.value.stage) ?? 0);
    done.set(step.value.stage, step.value.done);
  }
  expect([...done.keys()]).toEqual(expect.arrayContaining(['distances', 'rounds']));
});

it('circle puts all items at one distance from the middle, linked ones side by side', () => {
  const ring = packGraph({ nodeCount: 8, source: [0, 1, 2, 3], target: [4, 5, 6, 7] });
  const p = layOut(layoutById('circle')!, ring, subjectOf(8));
  const far = Array.from({ length: 8 }, (_, i) => Math.hypot(p[2 * i]!, p[2 * i + 1]!));
  for (const d of far) expect(d).toBeCloseTo(far[0]!, 6);
  const side = 2 * far[0]! * Math.sin(Math.PI / 8);
  for (let i = 0; i < 4; i++)
    expect(Math.hypot(p[2 * i]! - p[2 * i + 8]!, p[2 * i + 1]! - p[2 * i + 9]!)).toBeCloseTo(side, 6);
});

it('grid stands in rows and columns, the most linked first', () => {
  const p = layOut(layoutById('grid')!, kite, subjectOf(10), { columns: 5 });
  const axis = (a: number) => new Set([...p].filter((_, k) => k % 2 === a).map(Math.round));
  expect([axis(0).size, axis(1).size]).toEqual([5, 2]);
  const first = [...Array(10).keys()].reduce((best, i) =>
    p[2 * i]! + 1e4 * p[2 * i + 1]! < p[2 * best]! + 1e4 * p[2 * best + 1]! ? i : best,
  );
  expect(kite.both.offsets[first + 1]! - kite.both.offsets[first]!).toBe(6);
});

describe('groups of the analyst', () => {
  const stress = layoutById('stress')!;
  /** How far the members of a group stand apart on average, beside how far all do. */
  const spread = (positions: Float64Array, members: Iterable<number>) => {
    const list = [...members];
    let sum = 0;
    let count = 0;
    for (const [at, i] of list.entries())
      for (const j of list.slice(at + 1)) {
        sum += Math.hypot(positions[2 * i]! - positions[2 * j]!, positions[2 * i + 1]! - positions[2 * j + 1]!);
        count++;
      }
    return sum / count;
  };

  it('stand nearer together than links alone would put them, and nothing overlaps for it', () => {
    const n = caviar.nodeCount;
    const everyTenth = Int32Array.from({ length: Math.floor(n / 10) }, (_, i) => 10 * i);
    const all = Array.from({ length: n }, (_, i) => i);
    const plain = layOut(stress, caviar, subjectOf(n));
    const subject = subjectOf(n, { groups: [everyTenth] });
    const grouped = layOut(stress, caviar, subject);
    const share = (p: Float64Array) => spread(p, everyTenth) / spread(p, all);
    expect(share(grouped)).toBeLessThan(0.8 * share(plain));
    expect(deepest(grouped, subject)).toBeLessThan(0.5);
  });

  it('change nothing where there are none', () => {
    const n = kite.nodeCount;
    expect(layOut(stress, kite, subjectOf(n, { groups: [] }))).toEqual(layOut(stress, kite, subjectOf(n)));
  });
});
