import { expect, test } from 'vitest';
import type { TimeMark } from '#drawing/timeline/marks';
import { firstBin } from '../../../src/views/timeline/use-window.ts';

const bins = { unit: 'month' as const, every: 1, edges: [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100] };
const mark = (kind: TimeMark['kind'], from: number, to: number) => ({ kind, from, to }) as TimeMark;

test('a role held for years and a link that lasts most of the time are no beginning; a short thing is', () => {
  expect(firstBin(bins, [mark('role', 0, 5), mark('link', 3, 95), mark('event', 42, 43), mark('link', 55, 56)])).toBe(
    4,
  );
});

test('where nothing is short the first event or link is, and without those whatever there is', () => {
  expect(firstBin(bins, [mark('role', 0, 5), mark('link', 25, 95)])).toBe(2);
  expect(firstBin(bins, [mark('presence', 35, 95)])).toBe(3);
  expect(firstBin(bins, [])).toBe(0);
});
