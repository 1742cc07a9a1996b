import { DAY, type DayClock, HOUR, inCalendar, MINUTE, SECOND } from './day-clock.ts';

export type TickUnit = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';

/** A mark on the axis with the figures of its zone's wall clock, for a language to put into words. */
export interface Tick {
  readonly t: number;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** The coarsest unit that begins here: the first of January is a `year` even among days. */
  readonly begins: TickUnit;
}

export interface TickStep {
  readonly unit: TickUnit;
  readonly every: number;
}

const STEPS: readonly (TickStep & { readonly ms: number })[] = [
  ...[1, 2, 5, 10, 15, 30].map((every) => ({ unit: 'second' as const, every, ms: every * SECOND })),
  ...[1, 2, 5, 10, 15, 30].map((every) => ({ unit: 'minute' as const, every, ms: every * MINUTE })),
  ...[1, 2, 3, 6, 12].map((every) => ({ unit: 'hour' as const, every, ms: every * HOUR })),
  ...[1, 2, 5, 10].map((every) => ({ unit: 'day' as const, every, ms: every * DAY })),
  ...[1, 2, 3, 6].map((every) => ({ unit: 'month' as const, every, ms: every * 30.4 * DAY })),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000].map((every) => ({
    unit: 'year' as const,
    every,
    ms: every * 365.2425 * DAY,
  })),
];

/** The finest step whose ticks stand at least `room` pixels apart. */
export function tickStep(pxPerMs: number, room: number): TickStep {
  return STEPS.find((s) => s.ms * pxPerMs >= room) ?? STEPS[STEPS.length - 1]!;
}

/** The ticks of a step within a stretch of time, on round figures of the zone's own clock: an hour skipped in spring is not there. */
export function ticksBetween(from: number, to: number, step: TickStep, clock: DayClock): readonly Tick[] {
  const out: Tick[] = [];
  const [first, last] = [inCalendar(from), inCalendar(to)];
  if (!(first < last)) return out;
  const { unit, every } = step;
  const begin = clock.wall(first);
  const add = (t: number, at: Omit<Tick, 't' | 'begins'>) => {
    if (t >= first && t <= last) out.push({ t, ...at, begins: beginning(at) });
  };
  const midnight = { hour: 0, minute: 0, second: 0 };
  if (unit === 'year') {
    const end = clock.wall(last).year;
    for (
      let year = Math.max(every === 1 ? 1 : every, Math.floor(begin.year / every) * every);
      year <= end;
      year += every
    )
      add(clock.day(year, 1, 1), { year, month: 1, day: 1, ...midnight });
    return out;
  }
  if (unit === 'month') {
    let month = Math.floor((begin.month - 1) / every) * every + 1;
    for (let year = begin.year; out.length < 5000; month += every) {
      if (month > 12) {
        month = 1;
        year++;
      }
      const t = clock.day(year, month, 1);
      if (t > last) return out;
      add(t, { year, month, day: 1, ...midnight });
    }
    return out;
  }
  const date = new Date(0);
  date.setUTCFullYear(begin.year, begin.month - 1, begin.day);
  for (let n = 0; n < 5000; n++, date.setUTCDate(date.getUTCDate() + 1)) {
    const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
    const start = clock.day(year, month, day);
    if (start > last) break;
    if (unit === 'day') {
      // Counted from the first of each month, the last one left out where it would stand too close to the next first.
      if ((day - 1) % every === 0 && !(every > 2 && day > 30 - every / 2))
        add(start, { year, month, day, ...midnight });
      continue;
    }
    const end = clock.day(year, month, day + 1);
    if (end <= first) continue;
    const ms = every * (unit === 'hour' ? HOUR : unit === 'minute' ? MINUTE : SECOND);
    const even = end - start === DAY;
    for (
      let t = even ? start + Math.max(0, Math.floor((first - start) / ms)) * ms : start;
      t < end && t <= last;
      t += ms
    ) {
      if (t < first) continue;
      const inDay = t - start;
      const wall = even
        ? {
            hour: Math.floor(inDay / HOUR),
            minute: Math.floor((inDay % HOUR) / MINUTE),
            second: Math.floor((inDay % MINUTE) / SECOND),
          }
        : clock.wall(t);
      const figure = unit === 'hour' ? wall.hour : unit === 'minute' ? wall.minute : wall.second;
      if (figure % every === 0) add(t, { year, month, day, hour: wall.hour, minute: wall.minute, second: wall.second });
    }
  }
  return out;
}

function beginning(at: Omit<Tick, 't' | 'begins'>): TickUnit {
  if (at.second !== 0) return 'second';
  if (at.minute !== 0) return 'minute';
  if (at.hour !== 0) return 'hour';
  if (at.day !== 1) return 'day';
  return at.month === 1 ? 'year' : 'month';
}

export interface Shade {
  readonly kind: 'night' | 'weekend';
  readonly from: number;
  readonly to: number;
}

/** Nights are shaded from 18:00 to 06:00 by the clock of the zone: the sun itself is not known. */
export const NIGHT = { begins: 18, ends: 6 } as const;

/** Weekends where a day is at least `weekendFrom` pixels wide, nights where it is at least `nightFrom`. */
export function shades(
  from: number,
  to: number,
  pxPerMs: number,
  clock: DayClock,
  room: { readonly weekendFrom: number; readonly nightFrom: number } = { weekendFrom: 4, nightFrom: 48 },
): readonly Shade[] {
  const dayWidth = DAY * pxPerMs;
  if (dayWidth < room.weekendFrom) return [];
  const [first, last] = [inCalendar(from), inCalendar(to)];
  const out: Shade[] = [];
  const begin = clock.wall(first);
  const date = new Date(0);
  date.setUTCFullYear(begin.year, begin.month - 1, begin.day - 1);
  for (let n = 0; n < 2000; n++, date.setUTCDate(date.getUTCDate() + 1)) {
    const at = (days: number) => clock.day(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate() + days);
    const start = at(0);
    if (start > last) break;
    const weekday = date.getUTCDay();
    if (weekday === 6 || weekday === 0) out.push({ kind: 'weekend', from: start, to: at(1) });
    if (dayWidth >= room.nightFrom)
      out.push({ kind: 'night', from: start + NIGHT.begins * HOUR, to: at(1) + NIGHT.ends * HOUR });
  }
  return out.filter((s) => s.to > first && s.from < last);
}
