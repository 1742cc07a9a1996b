import { expect, test } from 'vitest';
import { measureRows } from '../../../src/views/figure-rows.ts';

test('values that differ only in their last digits share a rank, as they do in rank intervals; the next has the rank of its place', () => {
  const row = (id: string, value?: number) => ({ id, ...(value === undefined ? { reason: 'x' } : { value }) });
  const rows = measureRows({
    rows: [row('a', 0.1 + 0.2), row('none'), row('b', 0.3), row('c', 0.299999), row('d', 7), row('e', 0), row('f', -0)],
  } as never);
  expect(rows.map((r) => [r.id, r.rank])).toEqual([
    ['d', 1],
    ['a', 2],
    ['b', 2],
    ['c', 4],
    ['e', 5],
    ['f', 5],
    ['none', undefined],
  ]);
});
