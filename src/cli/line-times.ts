import type { LinkRows } from '#analysis/graph/network';
import { bounds } from '#domain/time/bounds';
import { CALENDAR_UNITS, type CalendarUnit, calendarSlices } from '#domain/time/calendar-slices';
import { wholeNetwork as english } from '#i18n/messages/en/whole-network';
import { type BadInput, isBad } from './cli-command.ts';
import { type CsvTable, columnOf } from './csv-table.ts';
import { type OptionKinds, type Options, text } from './options.ts';

const MOST_SLICES = 400;

/** Of commands that tell a figure slice by slice of time. */
export const SLICE_OPTIONS: OptionKinds = { begin: 'string', end: 'string', slices: 'string' };
export const SLICE_USAGE = `[--begin COL [--end COL] --slices ${CALENDAR_UNITS.join('|')}]`;

/** What does not go together among these options. */
export function strayTime(options: Options): BadInput | undefined {
  if (options.has('begin') !== options.has('slices')) return { bad: '--begin and --slices go together' };
  if (options.has('end') && !options.has('begin')) return { bad: '--end needs --begin COL' };
  return undefined;
}

/** The words of a column that an option names, trimmed; undefined where it names none. */
export function wordsOf(table: CsvTable, options: Options, option: string): string[] | undefined | BadInput {
  const asked = text(options, option);
  if (asked === undefined) return undefined;
  const found = columnOf(table, asked);
  return isBad(found) ? found : table.rows.map((row) => row[found.at]!.trim());
}

/** When each line of `table` was: earliest and latest moment, in ms since 1970 UTC; NaN where nothing is stated. */
export function timesOf(table: CsvTable, options: Options): Pick<LinkRows, 'begin' | 'end'> | BadInput {
  const begin = wordsOf(table, options, 'begin');
  if (begin && 'bad' in begin) return begin;
  const end = wordsOf(table, options, 'end');
  if (end && 'bad' in end) return end;
  const count = table.rows.length;
  const from = new Float64Array(count).fill(Number.NaN);
  const to = new Float64Array(count).fill(Number.NaN);
  for (let r = 0; begin && r < count; r++) {
    const earliest = begin[r]!;
    const latest = end ? end[r]! : earliest;
    if (earliest === '' && latest === '') continue;
    const stated = bounds({ ...(earliest && { earliest }), ...(latest && { latest }) }, 'UTC');
    const open = (earliest !== '' && !Number.isFinite(stated?.from)) || (latest !== '' && !Number.isFinite(stated?.to));
    if (!stated || open)
      return { bad: `${table.path}, row ${table.line[r]}: "${earliest || latest}" is no date such as 2026-03-07` };
    from[r] = stated.from;
    to[r] = stated.to;
  }
  return { begin: from, end: to };
}

/** Where the slices of `--slices` begin and end that hold all times of these lines. */
export function slicesOf(
  { begin, end }: Pick<LinkRows, 'begin' | 'end'>,
  options: Options,
): { readonly unit: CalendarUnit; readonly cuts: Float64Array } | BadInput {
  const unit = CALENDAR_UNITS.find((u) => u === text(options, 'slices'));
  if (!unit) return { bad: `--slices takes ${CALENDAR_UNITS.join(', ')}, not "${text(options, 'slices') ?? ''}"` };
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const ends of [begin, end])
    for (const t of ends) {
      if (!Number.isFinite(t)) continue;
      first = Math.min(first, t);
      last = Math.max(last, t);
    }
  if (first > last) return { bad: english['network-figure.refused.no-dates'] };
  const cuts = calendarSlices(first, Math.max(last, first + 1), unit, 'UTC', MOST_SLICES);
  return cuts
    ? { unit, cuts }
    : { bad: english['network-figure.refused.too-many-slices'].replace('{{detail}}', String(MOST_SLICES)) };
}
