import { bounds as exactBounds } from '#domain/time/bounds';
import { type Moment, readMoment } from '#domain/time/moment';
import type { Span } from '#domain/time/span';
import { following, momentAt, startOf, zoneOf } from '#domain/time/zone';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** First instant of year 1 and last of year 9999, with room for any zone: outside it no calendar is shown. */
export const FIRST_INSTANT = new Date(0).setUTCFullYear(1, 0, 2);
export const LAST_INSTANT = Date.UTC(9999, 11, 30);

interface DayLength {
  readonly start: number;
  /** 24 hours without a change of clocks: every time of the day is then a plain sum. */
  readonly even: boolean;
}

/**
 * A zone's calendar for many questions: the first instant of each day is worked out once. A time zone's rules are slow to ask, and a
 * timeline asks for every mark and tick.
 */
export class DayClock {
  readonly zone: string;
  readonly #days = new Map<number, DayLength>();

  constructor(zone: string) {
    this.zone = zoneOf(undefined, zone);
  }

  /** First instant of a day; a day of the month may lie outside the month (0 = the last of the one before). */
  day(year: number, month: number, day: number): number {
    return this.#day(year, month, day).start;
  }

  #day(year: number, month: number, day: number): DayLength {
    const key = (year * 12 + month) * 64 + day;
    let found = this.#days.get(key);
    if (!found) {
      const date = new Date(0);
      date.setUTCFullYear(year, month - 1, day);
      const m: Moment = {
        precision: 'day',
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
      };
      const start = startOf(m, this.zone, 'earlier');
      // A midnight that was skipped has two readings an hour apart, which the length of the day would hide.
      const even =
        startOf(following(m), this.zone, 'earlier') - start === DAY && startOf(m, this.zone, 'later') === start;
      found = { start, even };
      if (this.#days.size > 50_000) this.#days.clear();
      this.#days.set(key, found);
    }
    return found;
  }

  /** Wall clock of an instant; the nearest shown year where the calendar ends. */
  wall(t: number): Required<Moment> {
    const { year, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = momentAt(inCalendar(t), this.zone);
    return { precision: 'second', year, month, day, hour, minute, second };
  }

  /** First instant of a moment, and the instant after its last, or undefined where the clocks changed that day. */
  #unit(m: Moment): readonly [number, number] | undefined {
    const { year, month = 1, day = 1 } = m;
    if (m.precision === 'year') return [this.day(year, 1, 1), this.day(year + 1, 1, 1)];
    if (m.precision === 'month') return [this.day(year, month, 1), this.day(year, month + 1, 1)];
    const d = this.#day(year, month, day);
    if (m.precision === 'day') return [d.start, this.day(year, month, day + 1)];
    if (!d.even) return undefined;
    const at = d.start + (m.hour ?? 0) * HOUR + (m.minute ?? 0) * MINUTE + (m.second ?? 0) * SECOND;
    return [at, at + (m.precision === 'minute' ? MINUTE : SECOND)];
  }

  /** As `bounds` of the domain says, for spans read in this zone. */
  bounds(span: Span): { readonly from: number; readonly to: number } | undefined {
    const first = span.earliest === undefined ? undefined : readMoment(span.earliest);
    const last =
      span.latest === span.earliest ? first : span.latest === undefined ? undefined : readMoment(span.latest);
    if (!first && !last) return undefined;
    const a = first && this.#unit(first);
    const b = last === first ? a : last && this.#unit(last);
    if ((first && !a) || (last && !b)) return exactBounds({ ...span, zone: this.zone }, this.zone);
    const from = a ? a[0] : Number.NEGATIVE_INFINITY;
    const to = b ? b[1] : Number.POSITIVE_INFINITY;
    return from < to || !a || !b ? { from, to } : { from: b[0], to: a[1] };
  }
}

export function inCalendar(t: number): number {
  return Math.min(LAST_INSTANT, Math.max(FIRST_INSTANT, t));
}

/** Clocks of every zone that the spans of a case name, each made once. */
export class Clocks {
  readonly home: DayClock;
  readonly #others = new Map<string, DayClock>();

  constructor(caseZone: string) {
    this.home = new DayClock(caseZone);
  }

  of(zone: string | undefined): DayClock {
    const name = zoneOf(zone, this.home.zone);
    if (name === this.home.zone) return this.home;
    let clock = this.#others.get(name);
    if (!clock) {
      clock = new DayClock(name);
      this.#others.set(name, clock);
    }
    return clock;
  }

  bounds(span: Span | undefined): { readonly from: number; readonly to: number } | undefined {
    return span && this.of(span.zone).bounds(span);
  }
}
