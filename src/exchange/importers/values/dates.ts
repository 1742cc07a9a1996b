import { BuddhistCalendar, CalendarDate, GregorianCalendar, toCalendar } from '@internationalized/date';
import { asciiDigits } from './digits.ts';
import { monthNumber } from './month-names.ts';

/** How the numbers of `03/04/2026` are to be read; `text` keeps the words and leaves the record undated. */
export type DateOrder = 'day-first' | 'month-first' | 'text';
/** `auto`: years 2400–2700 are Buddhist-era (2569 = 2026), others of the common era. */
export type DateEra = 'auto' | 'common' | 'buddhist';
/** What two-digit years mean; missing = they are rejected, for nobody knows. */
export type Century = '1900' | '2000';

export interface DateReading {
  readonly order?: DateOrder;
  readonly era?: DateEra;
  readonly century?: Century;
}

export type DateFault =
  | 'date.unreadable'
  | 'date.year'
  | 'date.impossible'
  | 'date.order-needed'
  | 'date.two-digit-year';

/** A date cut off at the precision stated: `2026`, `2026-03`, `2026-03-07`, `2026-03-07T14:20`, `…:05`. */
export interface ReadDate {
  readonly iso: string;
  /** `Z` and offsets as `+07:00`; missing when the text names none. */
  readonly zone?: string;
  readonly buddhist: boolean;
}

/** The parts as written, before anybody decides what they mean. */
export interface DateShape {
  readonly form: 'year-first' | 'numbers' | 'named' | 'compact' | 'month' | 'year';
  readonly year: number;
  readonly twoDigits: boolean;
  /** First and second number after or before the year, as written; 0 = not stated. */
  readonly a: number;
  readonly b: number;
  readonly time?: string;
  readonly zone?: string;
}

const TIME = String.raw`(?:(?:[T,]\s*|\s+)(\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d{1,9})?)?\s?(?:[AaPp]\.?[Mm]\.?)?)\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?`;
const YEAR_FIRST = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})(?:\\2(\\d{1,2})${TIME})?$`);
const NUMBERS = new RegExp(`^(\\d{1,2})([-/. ])(\\d{1,2})\\2(\\d{4}|\\d{2})${TIME}$`);
const NAMED_DAY = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[ .-]*([\\p{L}\\p{M}.]{2,20})[ .,-]*(\\d{4})${TIME}$`, 'u');
const NAMED_MONTH = new RegExp(`^([\\p{L}\\p{M}.]{2,20}) (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})${TIME}$`, 'u');
const MONTH_YEAR = /^([\p{L}\p{M}.]{2,20})[ .,-]*(\d{4})$/u;
const MONTH_NUMBER = /^(\d{1,2})[/.](\d{4})$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:[T ]?(\d{2})(\d{2})(\d{2})?)?$/;
const YEAR = /^\d{4}$/;

/** Reads the shape of a date without interpreting it; undefined when the text has none. Linear in the length (≤ 60). */
export function dateShape(stated: string): DateShape | undefined {
  if (stated.length < 4 || stated.length > 60) return undefined;
  const text = asciiDigits(stated);
  let m = YEAR_FIRST.exec(text);
  if (m) {
    const form = m[4] === undefined ? 'month' : 'year-first';
    return shape(form, m[1], m[3], m[4], m[5], m[6]);
  }
  m = NUMBERS.exec(text);
  if (m) return shape('numbers', m[4], m[1], m[3], m[5], m[6]);
  if (YEAR.test(text)) return shape('year', text, undefined, undefined, undefined, undefined);
  m = MONTH_NUMBER.exec(text);
  if (m) return shape('month', m[2], m[1], undefined, undefined, undefined);
  m = COMPACT.exec(text);
  if (m) {
    const time = m[4] === undefined ? undefined : `${m[4]}:${m[5]}${m[6] === undefined ? '' : `:${m[6]}`}`;
    return shape('compact', m[1], m[2], m[3], time, undefined);
  }
  return namedShape(text);
}

function namedShape(text: string): DateShape | undefined {
  let m = NAMED_DAY.exec(text);
  if (m) return named(m[2], m[1], m[3], m[4], m[5]);
  m = NAMED_MONTH.exec(text);
  if (m) return named(m[1], m[2], m[3], m[4], m[5]);
  m = MONTH_YEAR.exec(text);
  const month = m ? monthNumber(m[1] ?? '') : undefined;
  return m && month ? shape('month', m[2], String(month), undefined, undefined, undefined) : undefined;
}

function named(
  word: string | undefined,
  day: string | undefined,
  year: string | undefined,
  time?: string,
  zone?: string,
) {
  const month = monthNumber(word ?? '');
  return month ? shape('named', year, String(month), day, time, zone) : undefined;
}

function shape(
  form: DateShape['form'],
  year: string | undefined,
  a: string | undefined,
  b: string | undefined,
  time: string | undefined,
  zone: string | undefined,
): DateShape {
  return {
    form,
    year: Number(year),
    twoDigits: year?.length === 2,
    a: a === undefined ? 0 : Number(a),
    b: b === undefined ? 0 : Number(b),
    ...(time === undefined ? {} : { time }),
    ...(zone === undefined ? {} : { zone }),
  };
}

/**
 * Reads one date as the column's reading says; nothing is guessed: day-first or month-first is asked for unless one number is above 12
 * in *this* text and the reading leaves the order open. Impossible days (30/02) are faults, never moved to the next month.
 */
export function readDate(stated: string, reading: DateReading): ReadDate | { readonly fault: DateFault } {
  const s = dateShape(stated.trim());
  if (!s) return { fault: 'date.unreadable' };
  if (s.twoDigits && reading.century === undefined) return { fault: 'date.two-digit-year' };
  const year = commonYear(s, reading);
  // 0001-01-01 and 9999-12-31 are what databases write for “none” and “open”: no date of anything that happened.
  if (year < 1000 || year > 2999) return { fault: 'date.year' };
  const buddhist = year !== s.year && !s.twoDigits;
  const order = monthAndDay(s, reading.order);
  if ('fault' in order) return order;
  let iso = String(year);
  if (order.month > 0) {
    if (order.month > 12) return { fault: 'date.impossible' };
    iso += `-${pad(order.month)}`;
    if (order.day > 0) {
      if (order.day > daysIn(year, order.month)) return { fault: 'date.impossible' };
      iso += `-${pad(order.day)}`;
    } else if (s.form !== 'month') return { fault: 'date.impossible' };
  } else if (s.form !== 'year') return { fault: 'date.impossible' };
  if (s.time === undefined) return { iso, buddhist };
  const time = readTime(s.time);
  if (time === undefined) return { fault: 'date.impossible' };
  const zone = fixedZone(s.zone);
  return { iso: `${iso}T${time}`, buddhist, ...(zone === undefined ? {} : { zone }) };
}

function monthAndDay(
  s: DateShape,
  order: DateOrder | undefined,
): { month: number; day: number } | { fault: DateFault } {
  if (s.form !== 'numbers') return { month: s.a, day: s.b };
  if (order === 'day-first') return { month: s.b, day: s.a };
  if (order === 'month-first') return { month: s.a, day: s.b };
  if (s.a > 12 && s.b <= 12) return { month: s.b, day: s.a };
  if (s.b > 12 && s.a <= 12) return { month: s.a, day: s.b };
  if (s.a === s.b) return { month: s.a, day: s.b };
  return { fault: s.a > 12 ? 'date.impossible' : 'date.order-needed' };
}

/** Years that can only be Buddhist-era in a living case: 2400 BE = 1857, 2700 BE = 2157. */
export function isBuddhistYear(year: number): boolean {
  return year >= 2400 && year <= 2700;
}

function commonYear(s: DateShape, reading: DateReading): number {
  if (s.twoDigits) return Number(reading.century) + s.year;
  const era = reading.era ?? 'auto';
  return era === 'buddhist' || (era === 'auto' && isBuddhistYear(s.year)) ? fromBuddhist(s.year) : s.year;
}

const buddhistCalendar = new BuddhistCalendar();
const gregorianCalendar = new GregorianCalendar();
const converted = new Map<number, number>();

function fromBuddhist(year: number): number {
  let common = converted.get(year);
  if (common === undefined) {
    common = toCalendar(new CalendarDate(buddhistCalendar, year, 6, 15), gregorianCalendar).year;
    converted.set(year, common);
  }
  return common;
}

function daysIn(year: number, month: number): number {
  return gregorianCalendar.getDaysInMonth(new CalendarDate(year, month, 1));
}

const CLOCK = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?\s?(?:([AaPp])\.?[Mm]\.?)?$/;

/** `14:20` or `14:20:05` of a time as written; undefined when it is none. Fractions of a second are left to `asStated`. */
export function readTime(stated: string): string | undefined {
  const m = CLOCK.exec(asciiDigits(stated.trim()));
  if (!m) return undefined;
  let hour = Number(m[1]);
  const half = m[4]?.toLowerCase();
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half === 'p' ? 12 : 0);
  }
  if (hour > 23 || Number(m[2]) > 59 || Number(m[3] ?? 0) > 59) return undefined;
  return `${pad(hour)}:${m[2]}${m[3] === undefined ? '' : `:${m[3]}`}`;
}

function fixedZone(stated: string | undefined): string | undefined {
  if (stated === undefined) return undefined;
  if (!/\d/.test(stated)) return '+00:00';
  return stated.includes(':') ? stated : `${stated.slice(0, 3)}:${stated.slice(3)}`;
}

function pad(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}
