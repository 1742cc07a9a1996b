import { type Moment, readMoment, writeMoment } from './moment.ts';
import type { Extent, Span } from './span.ts';
import { isZone, momentAt, startOf, zoneOf } from './zone.ts';

export type ShownCalendar = 'gregory' | 'buddhist';

export interface ShownOptions {
  /** Zone of the reader; the case's own is `caseZone`. */
  readonly zone: string;
  readonly caseZone: string;
  readonly calendar: ShownCalendar;
}

/** One end as data, for a language to put into words: figures of the shown calendar, nothing that was not stated. */
export interface ShownMoment extends Moment {
  /** Year as shown: 2026, or 2569 in the Buddhist era. */
  readonly shownYear: number;
  /** `2569-03-07 14:20`: the same in every language, sorts as text within one calendar. */
  readonly text: string;
}

export interface ShownSpan {
  readonly earliest?: ShownMoment;
  readonly latest?: ShownMoment;
  /** Both ends are the same stated point. */
  readonly point: boolean;
  /** The zone the figures are in. Days and longer are never moved to another zone: midnight there is another instant. */
  readonly zone: string;
  /** The zone shown differs from the one asked for, so it must be named. */
  readonly foreignZone: boolean;
  readonly asStated?: string;
  readonly extent?: Extent;
}

/** Years of the Buddhist era are 543 more than Gregorian ones; months and days are the same (Thailand since 1941, Cambodia and Laos in civil use). */
const buddhistOffset = 543;

/** A span as figures in one zone and calendar. Times to the minute or second are moved to the reader's zone; dates are not. */
export function formatSpan(span: Span, options: ShownOptions): ShownSpan {
  const own = zoneOf(span.zone, options.caseZone);
  const wanted = isZone(options.zone) ? options.zone : own;
  const ends = [span.earliest, span.latest].map((t) => (t === undefined ? undefined : readMoment(t)));
  const movable = ends.every((m) => m === undefined || m.hour !== undefined) && ends.some((m) => m !== undefined);
  const zone = movable ? wanted : own;
  const [earliest, latest] = ends.map((m) =>
    m ? show(zone === own ? m : move(m, own, zone), options.calendar) : undefined,
  );
  return {
    ...(earliest ? { earliest } : {}),
    ...(latest ? { latest } : {}),
    point: earliest !== undefined && span.earliest === span.latest,
    zone,
    foreignZone: zone !== wanted,
    ...(span.asStated === undefined ? {} : { asStated: span.asStated }),
    ...(span.extent === undefined ? {} : { extent: span.extent }),
  };
}

function move(m: Moment, from: string, to: string): Moment {
  const { second, ...rest } = momentAt(startOf(m, from, 'earlier'), to);
  return m.precision === 'second' && second !== undefined
    ? { ...rest, second, precision: 'second' }
    : { ...rest, precision: 'minute' };
}

function show(m: Moment, calendar: ShownCalendar): ShownMoment {
  const shownYear = calendar === 'buddhist' ? m.year + buddhistOffset : m.year;
  return { ...m, shownYear, text: writeMoment({ ...m, year: shownYear }).replace('T', ' ') };
}

/** A point in time from a clock that counts milliseconds (positions, exports of devices), to the second, in the named zone. */
export function spanAt(epochMs: number, zone: string): Span {
  const text = writeMoment(momentAt(epochMs, zone));
  return { earliest: text, latest: text, zone };
}
