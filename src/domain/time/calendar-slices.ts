import type { Moment } from './moment.ts';
import { following, momentAt, startOf } from './zone.ts';

export const CALENDAR_UNITS = ['day', 'week', 'month', 'year'] as const;

export type CalendarUnit = (typeof CALENDAR_UNITS)[number];

/** Midnight before which the calendar unit of a moment began; weeks begin on Monday. */
function firstDayOf(at: Moment, unit: CalendarUnit): Moment {
  const { year, month = 1, day = 1 } = at;
  if (unit === 'year') return { precision: 'year', year };
  if (unit === 'month') return { precision: 'month', year, month };
  if (unit === 'day') return { precision: 'day', year, month, day };
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return { precision: 'day', year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/**
 * Where days, weeks, months or years begin in a zone, from the one that holds `from` to the end of the one that holds the last instant before `to` (ms since
 * 1970 UTC). Null when there would be more than `most` of them.
 */
export function calendarSlices(
  from: number,
  to: number,
  unit: CalendarUnit,
  zone: string,
  most: number,
): Float64Array | null {
  const starts: number[] = [];
  let at = firstDayOf(momentAt(from, zone), unit);
  for (;;) {
    const start = startOf(at, zone, 'earlier');
    starts.push(start);
    if (start >= to) return Float64Array.from(starts);
    if (starts.length > most) return null;
    for (let step = unit === 'week' ? 7 : 1; step > 0; step--) at = { ...following(at), precision: at.precision };
  }
}
