import { expect, test } from 'vitest';
import { dayText, instantText } from '../../src/views/when.ts';

test('an instant is written in ISO order by the clock of the case', () => {
  expect(instantText('2026-05-02T18:00:05.000Z', 'Asia/Phnom_Penh')).toBe('2026-05-03 01:00:05');
  expect(instantText('2026-05-02T18:00:05.000Z', '-03:30')).toBe('2026-05-02 14:30:05');
  expect(dayText(new Date('2026-12-31T17:00:00Z'), 'Asia/Bangkok')).toBe('2027-01-01');
});

test('a zone nobody knows is read as UTC, and what is no instant is left as it is', () => {
  expect(instantText('2026-05-02T18:00:05.000Z', 'Atlantis/Port')).toBe('2026-05-02 18:00:05');
  expect(instantText('soon', 'UTC')).toBe('soon');
});
