import { i18nInstance } from '#i18n/index';

/** A point of time of the program itself (last change, last file): the hour today, the day this year, else the date. */
export function shortWhen(iso: string | undefined, now = new Date()): string {
  if (iso === undefined) return '';
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const language = i18nInstance.language;
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
  if (at.toDateString() === now.toDateString()) return time;
  if (at.getFullYear() === now.getFullYear())
    return new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', month: 'short' }).format(at);
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric' }).format(at);
}

/** A point of time to the second; of another day than today with its date, of another year with that. */
export function clockTime(iso: string | null, now = new Date()): string {
  if (iso === null) return '';
  const at = new Date(iso);
  return new Intl.DateTimeFormat(i18nInstance.language, {
    ...(at.toDateString() !== now.toDateString() && { day: 'numeric', month: 'short' }),
    ...(at.getFullYear() !== now.getFullYear() && { year: 'numeric' }),
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

/** Bytes in the unit a reader thinks in. */
export function byteSize(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return new Intl.NumberFormat(i18nInstance.language, {
    style: 'unit',
    unit: units[unit] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 && unit > 0 ? 1 : 0,
  }).format(value);
}
