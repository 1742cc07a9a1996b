import { readMoment } from '#domain/time/moment';
import type { Span } from '#domain/time/span';
import type { Clocks, DayClock } from './day-clock.ts';
import type { TimeMark } from './marks.ts';

/** A weekday and an hour by the wall clock of the case: weekday × 24 + hour, Monday 0 to Sunday 6. */
export type WeekHour = number;

export const WEEK_HOURS = 7 * 24;

export function weekHourAt(t: number, clock: DayClock): WeekHour {
  const { year, month, day, hour } = clock.wall(t);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return ((date.getUTCDay() + 6) % 7) * 24 + hour;
}

/** Whether its beginning is stated to the hour; where only an end is stated, that. */
export function hasHour(span: Span | undefined): boolean {
  const end = span?.earliest ?? span?.latest;
  return end !== undefined && readMoment(end)?.hour !== undefined;
}

/** The cell a span begins in, or undefined where nobody says the hour. */
export function weekHourOf(span: Span | undefined, clocks: Clocks): WeekHour | undefined {
  const b = hasHour(span) ? clocks.bounds(span) : undefined;
  return b && weekHourAt(Number.isFinite(b.from) ? b.from : b.to - 1, clocks.home);
}

export interface WeekHours {
  /** 168 counts of what begins in each cell. */
  readonly counts: Uint32Array;
  /** Dated, but without an hour: in no cell. */
  readonly withoutHour: number;
}

export function weekHours(marks: readonly TimeMark[], clocks: Clocks): WeekHours {
  const counts = new Uint32Array(WEEK_HOURS);
  let withoutHour = 0;
  for (const m of marks) {
    const cell = weekHourOf(m.span, clocks);
    if (cell === undefined) withoutHour++;
    else counts[cell]!++;
  }
  return { counts, withoutHour };
}

/** Shade 0–6 of a count: 0 for nothing, then in even steps up to the largest. */
export function heatStep(count: number, largest: number): number {
  return count === 0 || largest === 0 ? 0 : Math.max(1, Math.ceil((count / largest) * 6));
}
