/** How much of a time is stated. */
export type Precision = 'year' | 'month' | 'day' | 'minute' | 'second';

/** One end of a span, read. What is not stated is not there. */
export interface Moment {
  readonly precision: Precision;
  /** Gregorian, 1–9999. */
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
}

const form = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?)?)?)?$/;

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Reads `2026`, `2026-03`, `2026-03-07`, `2026-03-07T14:20`, `2026-03-07T14:20:05`; nothing for any other form or a day that is not in the calendar. */
export function readMoment(text: string): Moment | undefined {
  const m = form.exec(text);
  if (!m) return undefined;
  const [year = 0, month, day, hour, minute, second] = m
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)));
  if (year < 1) return undefined;
  if (month === undefined) return { precision: 'year', year };
  if (month < 1 || month > 12) return undefined;
  if (day === undefined) return { precision: 'month', year, month };
  if (day < 1 || day > daysInMonth(year, month)) return undefined;
  if (hour === undefined || minute === undefined) return { precision: 'day', year, month, day };
  if (hour > 23 || minute > 59 || (second ?? 0) > 59) return undefined;
  if (second === undefined) return { precision: 'minute', year, month, day, hour, minute };
  return { precision: 'second', year, month, day, hour, minute, second };
}

/** Why a text is no time: written in another way, or a time that no calendar or clock has. `days`: how many that month has. */
export type MomentFault =
  | { readonly code: 'form' | 'month' | 'clock' }
  | { readonly code: 'day'; readonly month: string; readonly days: number };

/** What is wrong with a text that `readMoment` does not read; undefined of one it does. */
export function faultOfMoment(text: string): MomentFault | undefined {
  if (readMoment(text)) return undefined;
  const [, year, month, day] = form.exec(text) ?? [];
  if (year === undefined || Number(year) < 1) return { code: 'form' };
  if (!readMoment(`${year}-${month}`)) return { code: 'month' };
  if (readMoment(`${year}-${month}-${day}`)) return { code: 'clock' };
  return { code: 'day', month: `${year}-${month}`, days: daysInMonth(Number(year), Number(month)) };
}

const two = (n: number) => String(n).padStart(2, '0');

/** The text form, cut off at the precision stated. */
export function writeMoment(m: Moment): string {
  let text = String(m.year).padStart(4, '0');
  if (m.month === undefined) return text;
  text += `-${two(m.month)}`;
  if (m.day === undefined) return text;
  text += `-${two(m.day)}`;
  if (m.hour === undefined || m.minute === undefined) return text;
  text += `T${two(m.hour)}:${two(m.minute)}`;
  return m.second === undefined ? text : `${text}:${two(m.second)}`;
}
