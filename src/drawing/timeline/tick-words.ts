import type { ShownCalendar } from '#domain/time/shown';
import type { Words } from '../words.ts';
import type { Tick, TickStep } from './ticks.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** A year as shown: Buddhist-era years are 543 more. */
export function yearText(year: number, calendar: ShownCalendar): string {
  return String(calendar === 'buddhist' ? year + 543 : year);
}

/** Day, month and year in the reader's language, from figures: no zone can move them. Years are put in afterwards, for both eras. */
export function dateText(
  at: Pick<Tick, 'year' | 'month' | 'day'>,
  parts: { readonly weekday?: boolean; readonly day?: boolean; readonly year?: boolean },
  calendar: ShownCalendar,
  locale: string,
): string {
  const date = new Date(0);
  date.setUTCFullYear(at.year, at.month - 1, at.day);
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    timeZone: 'UTC',
    calendar: 'gregory',
    month: 'short',
    ...(parts.weekday && { weekday: 'short' }),
    ...(parts.day && { day: 'numeric' }),
    ...(parts.year && { year: 'numeric' }),
  });
  return format
    .formatToParts(date)
    .map((p) => (p.type === 'year' ? yearText(at.year, calendar) : p.value))
    .join('');
}

/** What stands at a tick: figures of its own unit, or of the coarser one that begins there. */
export function tickText(tick: Tick, { unit }: TickStep, calendar: ShownCalendar, locale: string): string {
  const { begins } = tick;
  if (unit === 'year' || (unit === 'month' && begins === 'year')) return yearText(tick.year, calendar);
  if (unit === 'month') return dateText(tick, {}, calendar, locale);
  if (begins === 'year') return dateText(tick, { day: true, year: true }, calendar, locale);
  if (begins === 'month' || (unit !== 'day' && begins === 'day'))
    return dateText(tick, { day: true }, calendar, locale);
  if (unit === 'day') return String(tick.day);
  const hour = `${two(tick.hour)}:${two(tick.minute)}`;
  return unit === 'second' && begins === 'second' ? `${hour}:${two(tick.second)}` : hour;
}

/** The coarser date all ticks in sight belong to, and the zone they are figures of. */
export function contextText(
  first: Tick,
  { unit }: TickStep,
  zone: string,
  calendar: ShownCalendar,
  locale: string,
): string {
  const where = zoneText(zone);
  if (unit === 'year') return where;
  if (unit === 'month') return `${yearText(first.year, calendar)} · ${where}`;
  if (unit === 'day') return `${dateText(first, { year: true }, calendar, locale)} · ${where}`;
  return `${dateText(first, { weekday: true, day: true, year: true }, calendar, locale)} · ${where}`;
}

export function zoneText(zone: string): string {
  return /^[+-]/.test(zone) ? `UTC${zone}` : zone;
}

/** How long a stretch lasts, in its largest unit. */
export function lengthText(ms: number, words: Words): string {
  for (const [unit, length] of [
    ['year', 365.2425 * 86_400_000],
    ['day', 86_400_000],
    ['hour', 3_600_000],
    ['minute', 60_000],
  ] as const)
    if (ms >= length) return words(`timeline.length.${unit}`, { count: Math.round(ms / length) });
  return words('timeline.length.second', { count: Math.round(ms / 1000) });
}
