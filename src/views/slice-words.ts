import type { CalendarUnit } from '#domain/time/calendar-slices';
import { dayText } from './when.ts';

/** A slice of time by its beginning, in ISO order and in the zone of the case: `2026-03`, the Monday of a week `2026-03-02`. */
export function sliceText(from: number, unit: CalendarUnit, zone: string): string {
  const day = dayText(from, zone);
  return unit === 'year' ? day.slice(0, 4) : unit === 'month' ? day.slice(0, 7) : day;
}
