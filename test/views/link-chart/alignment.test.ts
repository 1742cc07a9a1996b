import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  align,
  alignments,
  distribute,
  distributions,
  GRID,
  type Moved,
  type Standing,
  snapToGrid,
} from '../../../src/views/link-chart/alignment.ts';

const item = (id: string, x: number, y: number, more: Partial<Standing> = {}): Standing => ({
  id,
  x,
  y,
  diameter: 40,
  pinned: false,
  ...more,
});
const stand = (items: readonly Standing[], moved: readonly Moved[]): Standing[] =>
  items.map((i) => ({ ...i, ...moved.find((m) => m.id === i.id) }));
const three = [item('a', 0, 0), item('b', 100, 50), item('c', 70, 300, { diameter: 80 })];

describe('align', () => {
  it.each([
    ['left', [0, 0, 20]],
    ['centre', [50, 50, 50]],
    ['right', [100, 100, 80]],
  ] as const)('%s lines up rims or middles, and leaves heights alone', (by, xs) => {
    const now = stand(three, align(three, by));
    expect(now.map((i) => i.x)).toEqual(xs);
    expect(now.map((i) => i.y)).toEqual([0, 50, 300]);
  });
  it.each([
    ['top', [0, 0, 20]],
    ['middle', [160, 160, 160]],
    ['bottom', [320, 320, 300]],
  ] as const)('%s does the same downwards', (by, ys) => {
    expect(stand(three, align(three, by)).map((i) => i.y)).toEqual(ys);
  });
  it('takes its line from what is pinned, and lets that stay', () => {
    const items = [item('a', 0, 0), item('b', 100, 50, { pinned: true }), item('c', 300, 90)];
    expect(stand(items, align(items, 'left')).map((i) => i.x)).toEqual([100, 100, 100]);
  });
});

describe('distribute', () => {
  it('makes steps even between the outermost two', () => {
    const items = [item('c', 300, 9), item('a', 0, 5), item('b', 40, 7)];
    expect(stand(items, distribute(items, 'across'))).toEqual([items[0], items[1], item('b', 150, 7)]);
  });
  it('makes them even on both sides of what is pinned', () => {
    const items = [0, 10, 60, 70, 400].map((y, k) => item(`i${k}`, 0, y, { pinned: k === 2 }));
    expect(stand(items, distribute(items, 'down')).map((i) => i.y)).toEqual([0, 30, 60, 230, 400]);
  });
});

it('snaps to the nearest crossing of the grid', () => {
  expect(snapToGrid([item('a', 29, -31), item('b', 60, 80)])).toEqual([{ id: 'a', x: 20, y: -40 }]);
});

const some = fc.array(
  fc.record({
    x: fc.integer({ min: -500, max: 500 }),
    y: fc.integer({ min: -500, max: 500 }),
    diameter: fc.integer({ min: 20, max: 90 }),
    pinned: fc.boolean(),
  }),
  { maxLength: 12 },
);
const acts = [
  ...alignments.map((by) => [by, (items: readonly Standing[]) => align(items, by)] as const),
  ...distributions.map((by) => [by, (items: readonly Standing[]) => distribute(items, by)] as const),
  ['snap', snapToGrid] as const,
];

it.each(acts)(
  '%s: moves nothing pinned, tells only what moved, in whole units, and is done after once',
  (name, act) => {
    fc.assert(
      fc.property(some, (places) => {
        const items = places.map((p, k) => ({ id: `i${k}`, ...p }));
        const moved = act(items);
        for (const m of moved) {
          const was = items.find((i) => i.id === m.id)!;
          expect(was.pinned).toBe(false);
          expect(m.x !== was.x || m.y !== was.y).toBe(true);
          expect(Number.isInteger(m.x) && Number.isInteger(m.y)).toBe(true);
        }
        const now = stand(items, moved);
        // Too near each other for whole units, a second time may take them in another order.
        const alike = (axis: 'x' | 'y') => new Set(now.map((i) => i[axis])).size < now.length;
        if (name === 'across' ? alike('x') : name === 'down' && alike('y')) return;
        // Once more moves nothing by more than the rounding of the first time.
        for (const again of act(now)) {
          const was = now.find((i) => i.id === again.id)!;
          expect(Math.max(Math.abs(again.x - was.x), Math.abs(again.y - was.y))).toBeLessThanOrEqual(1);
        }
      }),
    );
  },
);

it('leaves everything that is not pinned on the grid', () => {
  fc.assert(
    fc.property(some, (places) => {
      const items = places.map((p, k) => ({ id: `i${k}`, ...p }));
      for (const i of stand(items, snapToGrid(items)))
        if (!i.pinned) expect([Math.abs(i.x % GRID), Math.abs(i.y % GRID)]).toEqual([0, 0]);
    }),
  );
});
