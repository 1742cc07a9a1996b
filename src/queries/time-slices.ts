import type { LinkRows } from '#analysis/graph/network';
import { type CalendarUnit, calendarSlices } from '#domain/time/calendar-slices';

/**
 * Where the slices of a calendar unit begin and end that hold all times known of these lines, in a zone. Refused: `no-dates`, `too-many-slices` with the
 * most there may be.
 */
export function boundsOfLines(
  { begin, end }: LinkRows,
  unit: CalendarUnit,
  zone: string,
  most: number,
): Float64Array | { readonly ok: false; readonly code: string; readonly detail?: string } {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  // Open ends say nothing of where the first or the last slice should lie.
  for (const ends of [begin, end])
    for (const t of ends) {
      if (!Number.isFinite(t)) continue;
      if (t < from) from = t;
      if (t > to) to = t;
    }
  if (from > to) return { ok: false, code: 'no-dates' };
  const bounds = calendarSlices(from, Math.max(to, from + 1), unit, zone, most);
  return bounds ?? { ok: false, code: 'too-many-slices', detail: String(most) };
}
