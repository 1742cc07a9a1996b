import type { CaseState } from '#domain/change/case-state';
import { displayLabel } from '#domain/entity/entity';
import type { Id } from '#domain/record';
import { formatSpan, type ShownCalendar, type ShownMoment } from '#domain/time/shown';
import type { Span } from '#domain/time/span';
import type { TimeMark } from '#drawing/timeline/marks';
import type { Tick, TickStep } from '#drawing/timeline/ticks';
import { i18nInstance, number, t } from '#i18n/index';
import { linkWords, nameOf, wordOf } from '#i18n/record-words';

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
): string {
  const date = new Date(0);
  date.setUTCFullYear(at.year, at.month - 1, at.day);
  const format = new Intl.DateTimeFormat(i18nInstance.language === 'en' ? 'en-GB' : i18nInstance.language, {
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
export function tickText(tick: Tick, { unit }: TickStep, calendar: ShownCalendar): string {
  const { begins } = tick;
  if (unit === 'year' || (unit === 'month' && begins === 'year')) return yearText(tick.year, calendar);
  if (unit === 'month') return dateText(tick, {}, calendar);
  if (begins === 'year') return dateText(tick, { day: true, year: true }, calendar);
  if (begins === 'month' || (unit !== 'day' && begins === 'day')) return dateText(tick, { day: true }, calendar);
  if (unit === 'day') return String(tick.day);
  const hour = `${two(tick.hour)}:${two(tick.minute)}`;
  return unit === 'second' && begins === 'second' ? `${hour}:${two(tick.second)}` : hour;
}

/** The coarser date all ticks in sight belong to, and the zone they are figures of. */
export function contextText(first: Tick, { unit }: TickStep, zone: string, calendar: ShownCalendar): string {
  const where = zoneText(zone);
  if (unit === 'year') return where;
  if (unit === 'month') return `${yearText(first.year, calendar)} · ${where}`;
  if (unit === 'day') return `${dateText(first, { year: true }, calendar)} · ${where}`;
  return `${dateText(first, { weekday: true, day: true, year: true }, calendar)} · ${where}`;
}

export function zoneText(zone: string): string {
  return /^[+-]/.test(zone) ? `UTC${zone}` : zone;
}

/** How long a stretch lasts, in its largest unit. */
export function lengthText(ms: number): string {
  for (const [unit, length] of [
    ['year', 365.2425 * 86_400_000],
    ['day', 86_400_000],
    ['hour', 3_600_000],
    ['minute', 60_000],
  ] as const)
    if (ms >= length) return t(`timeline.length.${unit}`, { count: Math.round(ms / length) });
  return t('timeline.length.second', { count: Math.round(ms / 1000) });
}

/** What happened, in a few words; protected persons by their pseudonym. Says so where it is told in more than one way. */
export function markText(state: CaseState, mark: TimeMark, contested: ReadonlySet<Id> = new Set()): string {
  if (mark.kind === 'account') return t('timeline.account', { what: nameOf(state.entity(mark.record)) });
  const plain = plainText(state, mark);
  return contested.has(mark.record) ? t('timeline.contested', { what: plain }) : plain;
}

function plainText(state: CaseState, mark: TimeMark): string {
  if (mark.kind === 'link') {
    const link = state.link(mark.record);
    if (!link) return '';
    const words = linkWords(link);
    return (link.count ?? 1) > 1 ? t('timeline.counted', { what: words, times: number(link.count ?? 1) }) : words;
  }
  const entity = state.entity(mark.record);
  if (!entity) return '';
  if (mark.kind === 'role') return wordOf('role', entity.roles?.[mark.role ?? 0]?.role ?? '');
  if (mark.kind === 'presence') return t('timeline.presence');
  return displayLabel(entity);
}

/** Whom a mark concerns, all of them, on a lane or not. */
export function markWho(state: CaseState, mark: TimeMark): string {
  if (mark.kind === 'link') {
    const link = state.link(mark.record);
    return link
      ? t('timeline.from-to', { from: nameOf(state.entity(link.from)), to: nameOf(state.entity(link.to)) })
      : '';
  }
  if (mark.kind !== 'event') return nameOf(state.entity(mark.record));
  const names: string[] = [];
  for (const id of state.linksOf(mark.record)) {
    const link = state.link(id);
    const other = link && state.entity(link.from === mark.record ? link.to : link.from);
    if (other && !names.includes(nameOf(other))) names.push(nameOf(other));
  }
  const place = state.entity(state.entity(mark.record)?.place ?? '');
  if (place && !names.includes(nameOf(place))) names.push(nameOf(place));
  return names.join(', ');
}

function momentText(m: ShownMoment | undefined): string {
  return m?.text ?? '';
}

/** A span in one zone and calendar; a day is never moved to another zone, and then its own is named. */
export function whenText(
  span: Span | undefined,
  options: { readonly zone: string; readonly caseZone: string; readonly calendar: ShownCalendar },
): string {
  if (!span) return '';
  const shown = formatSpan(span, options);
  const [from, to] = [momentText(shown.earliest), momentText(shown.latest)];
  let text = '';
  if (shown.point) text = from;
  else if (from && to) text = t('span.between', { from, to });
  else if (from) text = t('span.from', { from });
  else if (to) text = t('span.until', { to });
  if (shown.foreignZone && text) text += ` ${zoneText(shown.zone)}`;
  const stated = shown.asStated;
  if (!stated || stated === span.earliest) return text;
  return text ? `${text} (“${stated}”)` : `“${stated}”`;
}
