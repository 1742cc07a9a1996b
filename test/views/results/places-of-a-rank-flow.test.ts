import { expect, test } from 'vitest';
import { placesOf } from '../../../src/views/results/flow-panel.tsx';

const row = (id: string, ...ranks: (number | undefined)[]) => ({
  id,
  cells: ranks.map((rank) => (rank === undefined ? { reason: 'no-links' } : { rank })),
});

test('equals have a place each, one below the other; who has no rank has no place', () => {
  const rows = [row('a', 1, 2), row('b', 2, 2), row('c', 2, 1), row('d', 4, undefined)];
  expect(placesOf(rows, 2)).toEqual([
    [1, 2],
    [2, 3],
    [3, 1],
    [4, Number.POSITIVE_INFINITY],
  ]);
  expect(placesOf([], 2)).toEqual([]);
});
