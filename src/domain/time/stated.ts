import { matchKey } from '../identifiers/matching.ts';
import { daysInMonth, type Moment, type Precision, writeMoment } from './moment.ts';
import type { Span } from './span.ts';

/** How figures are ordered in `03/05/2026`. */
export type DateOrder = 'day-first' | 'month-first';

export interface StatedOptions {
  /** Found from the whole column, or asked for. Without it a date that reads both ways is `ambiguous`. */
  readonly order?: DateOrder;
  /** Zone written into the span; missing = the zone of the case. */
  readonly zone?: string;
}

/** `ambiguous` carries both readings. `unreadable` says why; the words are kept in `asStated` alone. */
export type StatedReading =
  | { readonly result: 'read'; readonly span: Span; readonly era: 'gregorian' | 'buddhist'; readonly order?: DateOrder }
  | { readonly result: 'ambiguous'; readonly dayFirst: Span; readonly monthFirst: Span }
  | {
      readonly result: 'unreadable';
      readonly code: 'finding.span.form' | 'finding.span.no-such-day' | 'finding.span.two-digit-year';
      readonly span: Span;
    };

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const thaiMonths = [
  'มกราคม',
  'กุมภาพันธ์',
  'มีนาคม',
  'เมษายน',
  'พฤษภาคม',
  'มิถุนายน',
  'กรกฎาคม',
  'สิงหาคม',
  'กันยายน',
  'ตุลาคม',
  'พฤศจิกายน',
  'ธันวาคม',
].map(matchKey);

/** Gregorian years a case can speak of; the same years in the Buddhist era are 543 more, so the two never meet. */
const gregorianYears = [1800, 2199] as const;

function yearOf(text: string): { readonly year: number; readonly era: 'gregorian' | 'buddhist' } | undefined {
  const year = Number(text);
  if (year >= gregorianYears[0] && year <= gregorianYears[1]) return { year, era: 'gregorian' };
  const ce = year - 543;
  return ce >= gregorianYears[0] && ce <= gregorianYears[1] ? { year: ce, era: 'buddhist' } : undefined;
}

const clock = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?\s*(am|pm)?$/;

type Time = Pick<Moment, 'hour' | 'minute' | 'second'>;

function timeOf(text: string): Time | undefined {
  const m = clock.exec(text);
  if (!m) return undefined;
  let hour = Number(m[1]);
  if (m[4]) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (m[4] === 'pm' ? 12 : 0);
  }
  const [minute, second] = [Number(m[2]), m[3] === undefined ? undefined : Number(m[3])];
  if (hour > 23 || minute > 59 || (second ?? 0) > 59) return undefined;
  return { hour, minute, ...(second === undefined ? {} : { second }) };
}

interface Parts {
  readonly year: string;
  readonly month?: number;
  readonly day?: number;
  /** Two figures whose order the text does not tell. */
  readonly pair?: readonly [number, number];
}

function partsOf(date: string): Parts | undefined {
  let m = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(date);
  if (m) return { year: m[1] ?? '', ...(m[2] ? { month: Number(m[2]) } : {}), ...(m[3] ? { day: Number(m[3]) } : {}) };
  m = /^(\d{4})(\d{2})(\d{2})$/.exec(date);
  if (m) return { year: m[1] ?? '', month: Number(m[2]), day: Number(m[3]) };
  m = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(date);
  if (m) return { year: m[3] ?? '', pair: [Number(m[1]), Number(m[2])] };
  m = /^(\d{1,2})[-/.](\d{4})$/.exec(date);
  if (m) return { year: m[2] ?? '', month: Number(m[1]) };
  m = /^(?:(\d{1,2})(?:st|nd|rd|th)?[-/. ]*)?([\p{L}\p{M}]{3,12})[-/., ]*(\d{4}|\d{2})$/u.exec(date);
  if (m) return named(m[2], m[3], m[1]);
  m = /^([a-z]{3,9})\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})$/.exec(date);
  return m ? named(m[1], m[3], m[2]) : undefined;
}

function named(name = '', year = '', day?: string): Parts | undefined {
  const thai = thaiMonths.indexOf(name);
  const month = (thai >= 0 ? thai : months.findIndex((x) => name.startsWith(x))) + 1;
  return month === 0 ? undefined : { year, month, ...(day ? { day: Number(day) } : {}) };
}

/**
 * Reads a date or date and time as people and machines write it: ISO, `07/03/2026 14:20`, `7 March 2026`, `Mar 2026`, `2026`, `03/05/2569`,
 * Thai month names and figures. What the text leaves out stays out. Day and month are never guessed: without `order`, `03/05/2026` is ambiguous,
 * while `13/05/2026` is not. A year of two figures is not read, for two centuries and two eras could be meant. `Z` and `+07:00` set the zone.
 */
export function readStated(text: string, options: StatedOptions = {}): StatedReading {
  const asStated = text.trim();
  const unreadable = (code: Extract<StatedReading, { result: 'unreadable' }>['code']): StatedReading => ({
    result: 'unreadable',
    code,
    span: { asStated },
  });
  if (asStated.length > 60) return unreadable('finding.span.form');
  let key = matchKey(asStated).replace(/\p{Nd}/gu, (c) => latinDigit(c));
  let zone = options.zone;
  const offset = /(?<=\d)\s*(z|[+-]\d{2}:?\d{2})$/.exec(key);
  if (offset?.[1] && /\d:\d{2}/.test(key)) {
    zone = offset[1] === 'z' ? 'UTC' : `${offset[1].slice(0, 3)}:${offset[1].slice(-2)}`;
    key = key.slice(0, offset.index);
  }
  const [, date = '', rest = ''] =
    /^(.*?\d)(?:[t ,]+(\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d+)?\s*(?:am|pm)?))?$/.exec(key) ?? [];
  const time = rest === '' ? {} : timeOf(rest);
  const parts = partsOf(date.trim().replace(/,$/, ''));
  if (!parts || !time) return unreadable('finding.span.form');
  if (parts.year.length === 2) return unreadable('finding.span.two-digit-year');
  const dated = yearOf(parts.year);
  if (!dated) return unreadable('finding.span.form');
  const at = (month: number | undefined, day: number | undefined): Span | undefined => {
    if (month !== undefined && (month < 1 || month > 12)) return undefined;
    if (month !== undefined && day !== undefined && (day < 1 || day > daysInMonth(dated.year, month))) return undefined;
    if (day === undefined && rest !== '') return undefined;
    const precision: Precision = day === undefined ? 'month' : 'day';
    const iso = writeMoment({
      precision,
      year: dated.year,
      ...(month ? { month } : {}),
      ...(day ? { day } : {}),
      ...time,
    });
    const span = { earliest: iso, latest: iso, ...(zone === undefined ? {} : { zone }) };
    return iso === asStated ? span : { ...span, asStated };
  };
  if (!parts.pair) {
    const span = at(parts.month, parts.day);
    return span ? { result: 'read', span, era: dated.era } : unreadable('finding.span.no-such-day');
  }
  const [a, b] = parts.pair;
  const [dayFirst, monthFirst] = [at(b, a), at(a, b)];
  const wanted = options.order === 'day-first' ? dayFirst : options.order === 'month-first' ? monthFirst : undefined;
  if (options.order)
    return wanted
      ? { result: 'read', span: wanted, era: dated.era, order: options.order }
      : unreadable('finding.span.no-such-day');
  if (dayFirst && monthFirst && a !== b) return { result: 'ambiguous', dayFirst, monthFirst };
  if (dayFirst) return { result: 'read', span: dayFirst, era: dated.era, ...(a === b ? {} : { order: 'day-first' }) };
  if (monthFirst) return { result: 'read', span: monthFirst, era: dated.era, order: 'month-first' };
  return unreadable('finding.span.no-such-day');
}

function latinDigit(c: string): string {
  const point = c.codePointAt(0) ?? 0;
  let zero = point;
  while (point - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String((point - zero) % 10);
}

/** The span a text states, from one point or a range (`7 March 2026 – 9 March 2026`, `2026-03 .. 2026-05`, `since 2026`); otherwise its words alone. */
export function spanOf(text: string, options: StatedOptions = {}): Span {
  const asStated = text.trim();
  const ends = asStated.split(/\s+(?:–|—|-|to|until)\s+|\s*\.\.\s*/);
  if (ends.length === 2) {
    const [a, b] = [readStated(ends[0] ?? '', options), readStated(ends[1] ?? '', options)];
    if (a.result === 'read' && b.result === 'read') {
      const zone = a.span.zone ?? b.span.zone;
      return {
        earliest: a.span.earliest ?? '',
        latest: b.span.latest ?? '',
        ...(zone === undefined ? {} : { zone }),
        asStated,
      };
    }
  }
  const open = /^(since|from|after|until|till|before|by)\s+(.*)$/i.exec(asStated);
  if (open) {
    const inner = readStated(open[2] ?? '', options);
    const end = inner.result === 'read' ? inner.span.earliest : undefined;
    if (end === undefined) return { asStated };
    const zone = inner.result === 'read' && inner.span.zone !== undefined ? { zone: inner.span.zone } : {};
    return /^(since|from|after)$/i.test(open[1] ?? '')
      ? { earliest: end, ...zone, asStated }
      : { latest: end, ...zone, asStated };
  }
  const reading = readStated(asStated, options);
  return reading.result === 'read' ? reading.span : { asStated };
}

/**
 * Which order a whole column of dates is written in: `undefined` while every date that tells reads both ways, `mixed` when some tell one and
 * some the other, so that somebody must be asked.
 */
export function orderOfColumn(cells: readonly string[]): DateOrder | 'mixed' | undefined {
  let found: DateOrder | undefined;
  for (const cell of cells) {
    const reading = readStated(cell);
    if (reading.result !== 'read' || !reading.order) continue;
    if (found && found !== reading.order) return 'mixed';
    found = reading.order;
  }
  return found;
}
