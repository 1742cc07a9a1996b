import { bounds } from '#domain/time/bounds';
import { type Moment, type Precision, readMoment, writeMoment } from '#domain/time/moment';
import type { Span } from '#domain/time/span';
import { momentAt, startOf, zoneOf } from '#domain/time/zone';
import { DAY, inCalendar, MINUTE, SECOND } from './day-clock.ts';

/** Which part of a span a hand moves. */
export type SpanPart = 'all' | 'earliest' | 'latest';

const HALF: Readonly<Record<Precision, number>> = {
  year: 183 * DAY,
  month: 15 * DAY,
  day: DAY / 2,
  minute: MINUTE / 2,
  second: SECOND / 2,
};

/**
 * A span moved in time, as precise as it was stated: a day stays a day, a month a month, in its own zone. Undefined where nothing moves, where it
 * would leave the calendar, or where the beginning would pass the end. An end that is open stays open.
 */
export function shiftSpan(span: Span, part: SpanPart, ms: number, caseZone: string): Span | undefined {
  const zone = zoneOf(span.zone, caseZone);
  const move = (text: string | undefined, moves: boolean): string | undefined => {
    const m = text === undefined ? undefined : readMoment(text);
    if (!m || !moves) return text;
    const start = startOf(m, zone, 'earlier') + ms;
    if (inCalendar(start) !== start) return undefined;
    return writeMoment(cutTo(momentAt(start + HALF[m.precision], zone), m.precision));
  };
  const earliest = move(span.earliest, part !== 'latest');
  const latest = move(span.latest, part !== 'earliest');
  if ((earliest === undefined) !== (span.earliest === undefined)) return undefined;
  if ((latest === undefined) !== (span.latest === undefined)) return undefined;
  if (earliest === span.earliest && latest === span.latest) return undefined;
  const next: Span = {
    ...span,
    ...(earliest !== undefined && { earliest }),
    ...(latest !== undefined && { latest }),
  };
  const [before, after] = [startAndEnd(span, zone), startAndEnd(next, zone)];
  // What was put in by hand is never out of order; what a source states out of order is left so.
  return after && after[0] >= after[1] && !(before && before[0] >= before[1]) ? undefined : next;
}

function cutTo({ year, month = 1, day = 1, hour = 0, minute = 0, second = 0 }: Moment, precision: Precision): Moment {
  if (precision === 'year') return { precision, year };
  if (precision === 'month') return { precision, year, month };
  if (precision === 'day') return { precision, year, month, day };
  if (precision === 'minute') return { precision, year, month, day, hour, minute };
  return { precision, year, month, day, hour, minute, second };
}

function startAndEnd(span: Span, zone: string): readonly [number, number] | undefined {
  const start = bounds({ ...(span.earliest && { earliest: span.earliest }) }, zone);
  const end = bounds({ ...(span.latest && { latest: span.latest }) }, zone);
  return start && end ? [start.from, end.to] : undefined;
}
