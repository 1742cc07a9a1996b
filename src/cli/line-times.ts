import type { LinkRows } from '#analysis/graph/network';
import { CALENDAR_UNITS, type CalendarUnit, calendarSlices } from '#domain/time/calendar-slices';
import { writeMoment } from '#domain/time/moment';
import { momentAt } from '#domain/time/zone';
import { wholeNetwork as english } from '#i18n/messages/en/whole-network';
import type { BadInput } from './cli-command.ts';
import { type OptionKinds, type Options, text } from './options.ts';

const MOST_SLICES = 400;

/** Of commands that tell a figure slice by slice of the times in `--begin` and `--end`. */
export const SLICE_OPTIONS: OptionKinds = { slices: 'string' };
export const SLICE_USAGE = `[--slices ${CALENDAR_UNITS.join('|')}]`;

/** The first day of a slice. */
export function dayOf(instant: number, zone: string): string {
  return writeMoment(momentAt(instant, zone)).slice(0, 10);
}

/** Where the slices of `--slices` begin and end that hold all times of these lines. */
export function slicesOf(
  { begin, end }: Pick<LinkRows, 'begin' | 'end'>,
  options: Options,
): { readonly unit: CalendarUnit; readonly zone: string; readonly cuts: Float64Array } | BadInput {
  // Checked by `strayOption`.
  const unit = text(options, 'slices') as CalendarUnit;
  const zone = text(options, 'zone') ?? 'UTC';
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const ends of [begin, end])
    for (const t of ends) {
      if (!Number.isFinite(t)) continue;
      first = Math.min(first, t);
      last = Math.max(last, t);
    }
  if (first > last) return { bad: english['network-figure.refused.no-dates'] };
  const cuts = calendarSlices(first, Math.max(last, first + 1), unit, zone, MOST_SLICES);
  return cuts
    ? { unit, zone, cuts }
    : { bad: english['network-figure.refused.too-many-slices'].replace('{{detail}}', String(MOST_SLICES)) };
}
