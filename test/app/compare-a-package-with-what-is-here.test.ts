import { expect, test } from 'vitest';
import { compareCopies } from '../../src/app/package-questions.tsx';
import { isDatePart } from '../../src/app/workspace/case-properties-dialog.tsx';

const hash = (n: number) => String(n).repeat(64);

test('a copy that is here is compared by its head', () => {
  expect(compareCopies({ count: 3, hash: hash(1) }, { seq: 3, hash: hash(1) })).toBe('same');
  expect(compareCopies({ count: 4, hash: hash(2) }, { seq: 3, hash: hash(1) })).toBe('here-more');
  expect(compareCopies({ count: 2, hash: hash(2) }, { seq: 3, hash: hash(1) })).toBe('package-more');
  expect(compareCopies({ count: 3, hash: hash(2) }, { seq: 3, hash: hash(1) })).toBe('differ');
});

test('a period takes a year, a month or a day that exists', () => {
  for (const good of ['2026', '2026-05', '2026-02-28', '2024-02-29']) expect(isDatePart(good)).toBe(true);
  for (const bad of ['', '26', '2026-13', '2026-02-30', '2026-2-3', '2026-00', '2026-05-00', '13.05.2026'])
    expect(isDatePart(bad)).toBe(false);
});
