import { describe, expect, it } from 'vitest';
import { calendarSlices } from '#domain/time/calendar-slices';

const utc = (text: string) => Date.parse(text);
const written = (slices: Float64Array | null) => [...(slices ?? [])].map((t) => new Date(t).toISOString().slice(0, 16));

describe('time cut by the calendar', () => {
  it('begins with the unit that holds the first instant and ends after the one that holds the last', () => {
    const from = utc('2024-01-31T10:00Z');
    const to = utc('2024-03-01T00:00Z');
    expect(written(calendarSlices(from, to, 'month', 'UTC', 9))).toEqual([
      '2024-01-01T00:00',
      '2024-02-01T00:00',
      '2024-03-01T00:00',
    ]);
    expect(written(calendarSlices(from, to + 1, 'year', 'UTC', 9))).toEqual(['2024-01-01T00:00', '2025-01-01T00:00']);
  });

  it('begins weeks on Monday, also across a year', () => {
    const from = utc('2025-01-01T00:00Z');
    expect(written(calendarSlices(from, from + 1, 'week', 'UTC', 9))).toEqual(['2024-12-30T00:00', '2025-01-06T00:00']);
  });

  it('follows the clocks of the zone: a day of 23 hours, and midnight in Phnom Penh', () => {
    const from = utc('2024-03-31T12:00Z');
    const [start, end] = calendarSlices(from, from + 1, 'day', 'Europe/Berlin', 9)!;
    expect(end! - start!).toBe(23 * 3_600_000);
    expect(written(calendarSlices(from, from + 1, 'day', 'Asia/Phnom_Penh', 9))).toEqual([
      '2024-03-30T17:00',
      '2024-03-31T17:00',
    ]);
  });

  it('gives up where there would be too many', () => {
    expect(calendarSlices(0, utc('2024-01-01T00:00Z'), 'day', 'UTC', 400)).toBeNull();
  });
});
