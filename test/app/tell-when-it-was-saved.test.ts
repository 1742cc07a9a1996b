import { expect, test } from 'vitest';
import { clockTime } from '../../src/app/when.ts';

const now = new Date(2026, 4, 3, 9, 0, 0);

test('what was saved today has its hour, of another day its date too, of another year that as well', () => {
  expect(clockTime(new Date(2026, 4, 3, 8, 5, 9).toISOString(), now)).toBe('08:05:09');
  const yesterday = clockTime(new Date(2026, 4, 2, 23, 59, 58).toISOString(), now);
  expect(yesterday).toContain('23:59:58');
  expect(yesterday).toContain('May');
  expect(yesterday).not.toContain('2026');
  expect(clockTime(new Date(2025, 4, 3, 8, 5, 9).toISOString(), now)).toContain('2025');
  expect(clockTime(null, now)).toBe('');
});
