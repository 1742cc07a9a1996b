import { expect, test } from 'vitest';
import { MARGIN, median, placeLabels, scales, standOuts, ticksTo } from '../../../src/views/results/scatter-layout.ts';

test('ticks are round, begin at nothing and reach the largest value', () => {
  expect(ticksTo(147.5)).toEqual([0, 50, 100, 150]);
  expect(ticksTo(16)).toEqual([0, 5, 10, 15, 20]);
  expect(ticksTo(0.8)).toHaveLength(5);
  expect(ticksTo(0.8).at(-1)).toBeCloseTo(0.8);
  for (const odd of [0, -3, Number.NaN, Number.POSITIVE_INFINITY]) expect(ticksTo(odd)).toEqual([0, 1]);
});

test('every point lies within the frame, values below nothing too', () => {
  const frame = { width: 600, height: 300 };
  const points = [
    { id: 'a', x: -2, y: 0 },
    { id: 'b', x: 7, y: 31 },
    { id: 'c', x: 0, y: -5 },
  ];
  const scale = scales(points, frame);
  for (const p of points) {
    expect(scale.x(p.x)).toBeGreaterThanOrEqual(MARGIN.left);
    expect(scale.x(p.x)).toBeLessThanOrEqual(frame.width - MARGIN.right);
    expect(scale.y(p.y)).toBeGreaterThanOrEqual(MARGIN.top);
    expect(scale.y(p.y)).toBeLessThanOrEqual(frame.height - MARGIN.bottom);
  }
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
});

test('names stand by the first of either measure and by the quiet one, and never over each other', () => {
  const points = Array.from({ length: 40 }, (_, i) => ({ id: `p${i}`, x: 40 - i, y: 40 - i }));
  // Few links, and yet the second by what runs through.
  const quiet = { id: 'quiet', x: 2.5, y: 39.5 };
  const out = standOuts([...points, quiet]);
  expect(out).toContain('p0');
  expect(out).toContain('quiet');
  const frame = { width: 300, height: 200 };
  const wanted = Array.from({ length: 12 }, (_, i) => ({ id: `${i}`, x: 120 + i, y: 100 + i, width: 60 }));
  const boxes = placeLabels(wanted, frame).map((l) => ({
    l: l.anchor === 'start' ? l.x : l.x - 60,
    t: l.y - 11,
    b: l.y + 3,
  }));
  expect(boxes.length).toBeGreaterThan(1);
  for (const [i, a] of boxes.entries())
    for (const b of boxes.slice(i + 1)) expect(a.l < b.l + 60 && b.l < a.l + 60 && a.t < b.b && b.t < a.b).toBe(false);
});
