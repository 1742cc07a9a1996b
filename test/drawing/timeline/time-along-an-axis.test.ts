import { describe, expect, test } from 'vitest';
import { bounds } from '#domain/time/bounds';
import { TimeAxis } from '#drawing/timeline/axis';
import { Clocks, DAY, DayClock, FIRST_INSTANT, HOUR, LAST_INSTANT, MINUTE } from '#drawing/timeline/day-clock';
import { shades, tickStep, ticksBetween } from '#drawing/timeline/ticks';

const at = (text: string) => Date.parse(`${text}Z`);

describe('axes', () => {
  const moments = [
    at('2026-03-01T00:00:00'),
    at('2026-03-02T00:00:00'),
    at('2026-03-03T00:00:00'),
    at('2026-09-01T00:00:00'),
  ];

  test.each(['proportional', 'broken', 'ordinal'] as const)('%s: time runs forward, and back to itself', (spacing) => {
    const axis = TimeAxis.of(spacing, moments);
    let before = Number.NEGATIVE_INFINITY;
    for (let t = at('2026-02-01T00:00:00'); t < at('2026-10-01T00:00:00'); t += 7 * HOUR) {
      const u = axis.unitOf(t);
      expect(u).toBeGreaterThan(before);
      expect(Math.abs(axis.timeOf(u) - t)).toBeLessThan(5);
      before = u;
    }
  });

  test('a long stretch in which nothing begins or ends is shortened, the rest stays to scale', () => {
    const axis = TimeAxis.of('broken', moments);
    const days = (a: number, b: number) => axis.unitOf(b) - axis.unitOf(a);
    expect(days(moments[0]!, moments[1]!)).toBe(DAY);
    expect(days(moments[2]!, moments[3]!)).toBeLessThan(8 * DAY);
    const gaps = [...axis.pieces(axis.unitOf(moments[0]!), axis.unitOf(moments[3]!))].filter((p) => p.gap);
    expect(gaps).toHaveLength(1);
    expect(gaps[0]!.t1 - gaps[0]!.t0).toBeGreaterThan(175 * DAY);
  });

  test('in order only, every moment is one step, however far away', () => {
    const axis = TimeAxis.of('ordinal', [...moments, moments[1]!, Number.NaN, Number.POSITIVE_INFINITY]);
    expect(moments.map((t) => axis.unitOf(t))).toEqual([0, 1, 2, 3]);
  });

  test('nothing dated, or one moment, is no reason to fall over', () => {
    for (const spacing of ['proportional', 'broken', 'ordinal'] as const)
      for (const few of [[], [moments[0]!]]) expect(TimeAxis.of(spacing, few).unitOf(moments[0]!)).toBe(moments[0]);
  });
});

describe('ticks', () => {
  const clock = new DayClock('Europe/Berlin');
  const texts = (from: string, to: string, unit: 'hour' | 'day' | 'month' | 'year', every: number, c = clock) =>
    ticksBetween(at(from), at(to), { unit, every }, c).map((x) => `${x.year}-${x.month}-${x.day} ${x.hour}`);

  test('hours a clock skips are not there, hours it shows twice are there twice', () => {
    expect(texts('2026-03-28T23:30:00', '2026-03-29T03:30:00', 'hour', 1)).toEqual([
      '2026-3-29 1',
      '2026-3-29 3',
      '2026-3-29 4',
      '2026-3-29 5',
    ]);
    expect(texts('2026-10-24T22:30:00', '2026-10-25T02:30:00', 'hour', 1)).toEqual([
      '2026-10-25 1',
      '2026-10-25 2',
      '2026-10-25 2',
      '2026-10-25 3',
    ]);
  });

  test('days begin at the midnight of the zone', () => {
    const days = ticksBetween(at('2026-03-28T00:00:00'), at('2026-03-31T00:00:00'), { unit: 'day', every: 1 }, clock);
    expect(days.map((d) => new Date(d.t).toISOString())).toEqual([
      '2026-03-28T23:00:00.000Z',
      '2026-03-29T22:00:00.000Z',
      '2026-03-30T22:00:00.000Z',
    ]);
  });

  test('January says that a year begins', () => {
    const ticks = ticksBetween(
      at('2025-11-15T00:00:00'),
      at('2026-02-15T00:00:00'),
      { unit: 'month', every: 1 },
      clock,
    );
    expect(ticks.map((x) => x.begins)).toEqual(['month', 'year', 'month'].map((b) => b));
  });

  test('from year 1 to 9999, and no further', () => {
    const years = ticksBetween(-1e15, 1e15, { unit: 'year', every: 1000 }, new DayClock('Asia/Bangkok'));
    expect(years.map((y) => y.year)).toEqual([1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000, 9000]);
    expect(
      ticksBetween(FIRST_INSTANT, FIRST_INSTANT + 800 * DAY, { unit: 'year', every: 1 }, clock).map((y) => y.year),
    ).toEqual([2, 3]);
    expect(ticksBetween(LAST_INSTANT + DAY, LAST_INSTANT + 3 * DAY, { unit: 'day', every: 1 }, clock)).toEqual([]);
  });

  test('from years to seconds the step is the finest that leaves room', () => {
    expect(tickStep(60 / (365 * DAY), 52)).toMatchObject({ unit: 'year', every: 1 });
    expect(tickStep(60 / DAY, 52)).toMatchObject({ unit: 'day', every: 1 });
    expect(tickStep(0.06, 52)).toMatchObject({ unit: 'second', every: 1 });
    expect(tickStep(60 / (9000 * 365 * DAY), 52)).toMatchObject({ unit: 'year', every: 2000 });
  });

  test('weekends and nights are those of the zone', () => {
    const bangkok = new DayClock('+07:00');
    const day = 60 / DAY;
    const found = shades(at('2026-05-01T00:00:00'), at('2026-05-04T00:00:00'), day, bangkok);
    expect(found.filter((s) => s.kind === 'weekend').map((s) => new Date(s.from).toISOString())).toEqual([
      '2026-05-01T17:00:00.000Z',
      '2026-05-02T17:00:00.000Z',
    ]);
    expect(found.find((s) => s.kind === 'night' && s.from > at('2026-05-01T00:00:00'))).toEqual({
      kind: 'night',
      from: at('2026-05-01T11:00:00'),
      to: at('2026-05-01T23:00:00'),
    });
    expect(shades(at('2026-05-01T00:00:00'), at('2026-05-04T00:00:00'), 1 / DAY, bangkok)).toEqual([]);
  });
});

test('the quick clock says what the calendar says, on days of changed clocks too', () => {
  for (const zone of ['+07:00', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Bangkok', 'America/Sao_Paulo']) {
    const clocks = new Clocks(zone);
    for (const span of [
      { earliest: '2026-03-29', latest: '2026-03-29' },
      { earliest: '2026-03-29T02:30', latest: '2026-03-29T02:30' },
      { earliest: '2026-10-25T02:30', latest: '2026-10-25T02:30:05' },
      { earliest: '2026-04-05T01:45', latest: '2026-04-05T01:45' },
      { earliest: '0001', latest: '9998-12' },
      { earliest: '2018-11-04', latest: '2018-11-04T00:30' },
      { latest: '2026-02' },
      { earliest: '2026-05-01', latest: '2026-04-01' },
      { earliest: '2026-05-01T10:00', latest: '2026-05-01T10:00', zone: 'Asia/Tokyo' },
      { asStated: 'in spring' },
    ])
      expect(clocks.bounds(span), `${zone} ${JSON.stringify(span)}`).toEqual(bounds(span, zone));
  }
  expect(new DayClock('+07:00').wall(at('2026-05-01T10:00:00') + 5 * MINUTE)).toMatchObject({
    day: 1,
    hour: 17,
    minute: 5,
  });
});
