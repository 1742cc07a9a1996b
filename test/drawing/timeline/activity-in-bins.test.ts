import { describe, expect, test } from 'vitest';
import { binOf, binsFor, histogram, nearestEdge } from '#drawing/timeline/activity';
import { DAY, DayClock, HOUR } from '#drawing/timeline/day-clock';
import type { TimeMark } from '#drawing/timeline/marks';
import { stepped, windowTexts } from '#drawing/timeline/window';

const at = (text: string) => Date.parse(text);
const clock = new DayClock('+07:00');
const mark = (from: number, to = from + 1): TimeMark => ({
  key: String(from),
  record: String(from),
  kind: 'link',
  shape: 'instant',
  span: undefined,
  usual: 'within',
  from,
  to,
  places: [],
  grey: false,
});

describe('bins', () => {
  test('begin on round figures of the zone and cover the whole stretch', () => {
    const bins = binsFor(at('2026-03-03T10:00+07:00'), at('2026-05-09T12:00+07:00'), clock, 160);
    expect(bins).toMatchObject({ unit: 'day', every: 1 });
    expect(bins.edges[0]).toBe(at('2026-03-03T00:00+07:00'));
    expect(bins.edges.at(-1)).toBe(at('2026-05-10T00:00+07:00'));
    const weeks = binsFor(at('2026-03-03T10:00+07:00'), at('2026-05-09T12:00+07:00'), clock, 160, 'week');
    // 2 March 2026 is a Monday.
    expect(weeks.edges[0]).toBe(at('2026-03-02T00:00+07:00'));
    expect(weeks.edges[1]! - weeks.edges[0]!).toBe(7 * DAY);
  });

  test('from a minute to ten thousand years there are never too many', () => {
    for (const length of [60_000, HOUR, DAY, 40 * DAY, 3000 * DAY, 300_000 * DAY, 700_000 * DAY]) {
      const bins = binsFor(at('2026-03-03T10:00Z') - length, at('2026-03-03T10:00Z'), clock, 160);
      expect(bins.edges.length).toBeLessThan(170);
      expect(bins.edges.length).toBeGreaterThan(1);
      for (let i = 1; i < bins.edges.length; i++) expect(bins.edges[i]!).toBeGreaterThan(bins.edges[i - 1]!);
      expect(bins.edges[0]!).toBeLessThanOrEqual(at('2026-03-03T10:00Z') - length);
      expect(bins.edges.at(-1)!).toBeGreaterThanOrEqual(at('2026-03-03T10:00Z'));
    }
  });

  test('months have their own lengths, and a day of changed clocks its own', () => {
    const months = binsFor(at('2026-01-10T00:00Z'), at('2026-12-10T00:00Z'), clock, 160, 'month');
    expect(months.edges.slice(1).map((e, i) => Math.round((e - months.edges[i]!) / DAY))).toEqual([
      31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
    ]);
    const days = binsFor(at('2026-03-28T12:00Z'), at('2026-03-30T12:00Z'), new DayClock('Europe/Berlin'), 160, 'day');
    expect(days.edges.slice(1).map((e, i) => (e - days.edges[i]!) / HOUR)).toEqual([24, 23, 24]);
  });

  test('a unit that is asked for is taken one by one; where it is far too fine, coarser bins still cover all of it', () => {
    const hours = binsFor(at('2026-03-02T00:00+07:00'), at('2026-05-11T00:00+07:00'), clock, 160, 'hour');
    expect(hours).toMatchObject({ unit: 'hour', every: 1 });
    expect(hours.edges).toHaveLength(70 * 24 + 1);
    const [first, last] = [at('0001-01-02T00:00Z'), at('9999-12-30T00:00Z')];
    for (const unit of ['minute', 'hour', 'day', 'week', 'month', 'year'] as const) {
      const bins = binsFor(first, last, clock, 160, unit);
      expect(bins.edges.length, unit).toBeLessThan(10_002);
      expect(bins.edges.at(-1), unit).toBeGreaterThanOrEqual(last);
      expect(
        [...histogram(bins, [mark(first), mark(last - 1)])].reduce((a, b) => a + b),
        unit,
      ).toBe(2);
    }
  });

  test('everything in the stretch is counted once, what began before it where it ends', () => {
    const bins = binsFor(at('2026-03-03T00:00+07:00'), at('2026-03-06T00:00+07:00'), clock, 160, 'day');
    const marks = [
      mark(at('2026-03-03T00:00+07:00')),
      mark(at('2026-03-03T23:59:59+07:00')),
      mark(at('2026-03-04T00:00+07:00')),
      mark(Number.NEGATIVE_INFINITY, at('2026-03-06T00:00+07:00')),
      mark(at('2026-04-01T00:00+07:00')),
    ];
    expect([...histogram(bins, marks)]).toEqual([2, 1, 1]);
    expect(binOf(bins.edges, at('2026-03-02T23:00+07:00'))).toBe(-1);
    expect(nearestEdge(bins, at('2026-03-04T11:00+07:00'))).toBe(at('2026-03-04T00:00+07:00'));
    expect(nearestEdge(bins, at('2026-03-04T13:00+07:00'))).toBe(at('2026-03-05T00:00+07:00'));
  });
});

describe('a window', () => {
  const bins = binsFor(at('2026-03-03T00:00+07:00'), at('2026-03-07T00:00+07:00'), clock, 160, 'day');
  const day = (d: number) => at(`2026-03-0${d}T00:00+07:00`);

  test('is stated as days where it begins and ends at midnight, else as minutes; both ends are within', () => {
    expect(windowTexts({ from: day(3), to: day(5) }, clock)).toEqual({ from: '2026-03-03', to: '2026-03-04' });
    expect(windowTexts({ from: day(3), to: day(5) + HOUR }, clock)).toEqual({
      from: '2026-03-03T00:00',
      to: '2026-03-05T00:59',
    });
    expect(windowTexts({ to: day(5) }, clock)).toEqual({ to: '2026-03-04' });
    const berlin = new DayClock('Europe/Berlin');
    expect(windowTexts({ from: at('2026-03-28T23:00Z'), to: at('2026-03-29T22:00Z') }, berlin)).toEqual({
      from: '2026-03-29',
      to: '2026-03-29',
    });
  });

  test('that grows keeps its beginning; one that slides keeps its length; both stop at the end', () => {
    expect(stepped(undefined, 'cumulative', bins, 1)).toEqual({ to: day(4) });
    // It begins with the first bin in which something happens.
    expect(stepped(undefined, 'cumulative', bins, 1, 2)).toEqual({ to: day(6) });
    expect(stepped(undefined, 'sliding', bins, 1, 2)).toEqual({ from: day(5), to: day(6) });
    expect(stepped({ to: day(4) }, 'cumulative', bins, 1)).toEqual({ to: day(5) });
    expect(stepped({ from: day(4), to: day(5) }, 'cumulative', bins, 1)).toEqual({ from: day(4), to: day(6) });
    expect(stepped({ to: day(7) }, 'cumulative', bins, 1)).toBeUndefined();
    expect(stepped({ to: day(4) }, 'cumulative', bins, -1)).toBeUndefined();
    expect(stepped(undefined, 'sliding', bins, 1)).toEqual({ from: day(3), to: day(4) });
    expect(stepped({ from: day(3), to: day(5) }, 'sliding', bins, 1)).toEqual({ from: day(4), to: day(6) });
    expect(stepped({ from: day(5), to: day(7) }, 'sliding', bins, 1)).toBeUndefined();
    expect(stepped({ from: day(3), to: day(5) }, 'sliding', bins, -1)).toBeUndefined();
    expect(stepped(undefined, 'sliding', { ...bins, edges: [] }, 1)).toBeUndefined();
  });
});
