import { CalendarDateTime, fromAbsolute, toZoned } from '@internationalized/date';
import type { Moment } from './moment.ts';

const fixed = /^([+-])(\d{2}):(\d{2})$/;
const known = new Map<string, boolean>();

/** Minutes east of Greenwich of a fixed offset such as `+07:00`; nothing for names. */
function fixedMinutes(zone: string): number | undefined {
  const m = fixed.exec(zone);
  if (!m) return undefined;
  const minutes = Number(m[2]) * 60 + Number(m[3]);
  return Number(m[2]) > 14 || Number(m[3]) > 59 ? undefined : m[1] === '-' ? -minutes : minutes;
}

/** An IANA name this program's time zone data knows, or a fixed offset from -14:59 to +14:59. */
export function isZone(zone: string): boolean {
  if (fixed.test(zone)) return fixedMinutes(zone) !== undefined;
  let answer = known.get(zone);
  if (answer === undefined) {
    try {
      new Intl.DateTimeFormat('en', { timeZone: zone });
      answer = /^[A-Za-z]/.test(zone);
    } catch {
      answer = false;
    }
    if (known.size < 2000) known.set(zone, answer);
  }
  return answer;
}

/** The zone a time is read in: its own, else that of the case, else UTC when neither is known. */
export function zoneOf(own: string | undefined, caseZone: string): string {
  if (own !== undefined && isZone(own)) return own;
  return isZone(caseZone) ? caseZone : 'UTC';
}

/**
 * First instant of a moment in a zone, in ms since 1970 UTC: a year begins with its first second. A local time that the clocks
 * skipped or showed twice has two answers; `side` picks the earlier or the later.
 */
export function startOf(m: Moment, zone: string, side: 'earlier' | 'later'): number {
  const offset = fixedMinutes(zone);
  const [month, day, hour, minute, second] = [m.month ?? 1, m.day ?? 1, m.hour ?? 0, m.minute ?? 0, m.second ?? 0];
  if (offset !== undefined) {
    const utc = new Date(0);
    utc.setUTCFullYear(m.year, month - 1, day);
    utc.setUTCHours(hour, minute, second, 0);
    return utc.getTime() - offset * 60_000;
  }
  return toZoned(new CalendarDateTime(m.year, month, day, hour, minute, second), zone, side)
    .toDate()
    .getTime();
}

/** The moment after which nothing of `m` is left: the next year, month, day, minute or second. */
export function following(m: Moment): Moment {
  const { year, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = m;
  const next = new Date(0);
  next.setUTCFullYear(
    year + (m.precision === 'year' ? 1 : 0),
    month - 1 + (m.precision === 'month' ? 1 : 0),
    day + (m.precision === 'day' ? 1 : 0),
  );
  next.setUTCHours(hour, minute + (m.precision === 'minute' ? 1 : 0), second + (m.precision === 'second' ? 1 : 0), 0);
  const full = {
    year: next.getUTCFullYear(),
    month: next.getUTCMonth() + 1,
    day: next.getUTCDate(),
    hour: next.getUTCHours(),
    minute: next.getUTCMinutes(),
    second: next.getUTCSeconds(),
  };
  return { precision: 'second', ...full };
}

/** Wall clock of an instant in a zone, to the second. */
export function momentAt(epochMs: number, zone: string): Moment {
  const offset = fixedMinutes(zone);
  if (offset !== undefined) {
    const d = new Date(epochMs + offset * 60_000);
    const date = { year: d.getUTCFullYear(), month: d.getUTCMonth() + 1, day: d.getUTCDate() };
    return {
      precision: 'second',
      ...date,
      hour: d.getUTCHours(),
      minute: d.getUTCMinutes(),
      second: d.getUTCSeconds(),
    };
  }
  const z = fromAbsolute(epochMs, zone);
  return {
    precision: 'second',
    year: z.year,
    month: z.month,
    day: z.day,
    hour: z.hour,
    minute: z.minute,
    second: z.second,
  };
}
