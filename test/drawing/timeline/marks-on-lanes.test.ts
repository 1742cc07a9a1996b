import { beforeAll, describe, expect, test } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import type { Entity } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import { chartColours } from '#drawing/style/colours';
import { TimeAxis } from '#drawing/timeline/axis';
import { DAY, HOUR } from '#drawing/timeline/day-clock';
import { nextPlace, placeAt } from '#drawing/timeline/hit';
import { busiest, byContacts, byFirst, lanesOf } from '#drawing/timeline/lanes';
import { layTimeline, momentsOf, placeY, SHAPES, type TimelineLayout } from '#drawing/timeline/layout';
import { type MarkChoice, type TimeMark, timeMarks } from '#drawing/timeline/marks';
import { paintTimeline } from '#drawing/timeline/paint';
import { LabelWidths } from '#drawing/timeline/pen';
import { plotOf, type TimelinePicture } from '#drawing/timeline/picture';
import { fitView, keptInSight, zoomed } from '#drawing/timeline/view';
import { blueKestrel } from '../../../scripts/samples/blue-kestrel.ts';
import { recorder } from './recorder.ts';

const ALL: MarkChoice = { events: true, links: true, sums: true, passes: null, filterMode: 'hide' };
const SIZE = { width: 900, height: 400 };

let kestrel: CaseState;
beforeAll(() => {
  kestrel = blueKestrel('sample-cases/blue-kestrel').state;
});

const idOf = (label: string): string => {
  for (const e of kestrel.allOf('entity')) if (e.label === label) return e.id;
  throw new Error(`nobody is called ${label}`);
};

function laid(
  state: CaseState,
  ids: readonly string[],
  choice = ALL,
  spacing: 'proportional' | 'ordinal' = 'proportional',
) {
  const lanes = lanesOf(state, ids);
  const marks = timeMarks(state, lanes, choice);
  return layTimeline(lanes, marks, TimeAxis.of(spacing, momentsOf(marks.dated)));
}

function picture(layout: TimelineLayout, more: Partial<TimelinePicture> = {}): TimelinePicture {
  const plot = plotOf({ layout, axisLines: 1 }, SIZE);
  return {
    layout,
    view: keptInSight(fitView(layout, plot), layout, plot),
    heads: layout.lanes.map((l) => ({ name: l.id, icon: 'person', isProtected: false })),
    axisLines: [{ context: '', ticks: [] }],
    shades: [],
    chosen: new Uint8Array(layout.marks.length),
    chosenLanes: new Uint8Array(layout.lanes.length),
    chosenUndated: new Set(),
    label: (m: TimeMark) => m.key,
    undatedTitle: 'Undated',
    breakLabel: String,
    colours: chartColours.monochrome,
    fontFamily: 'sans-serif',
    widths: new LabelWidths(),
    headWidths: new LabelWidths(),
    detail: true,
    ...more,
  };
}

const person = (id: string, more: Partial<Entity> = {}): Entity => ({
  id,
  kind: 'entity',
  type: 'person',
  label: id,
  ...more,
});
const link = (id: string, from: string, to: string, more: Partial<Link> = {}): Link => ({
  id,
  kind: 'link',
  type: 'met',
  from,
  to,
  direction: 'none',
  strength: 'confirmed',
  ...more,
});

describe('the sample case', () => {
  test('an event stands on the line of everybody who took part', () => {
    const layout = laid(kestrel, [idOf('Sok Vannara'), idOf('Mom Sreyleak'), idOf('Keo Samnang')]);
    const event = layout.marks.find((m) => m.record === idOf('Six people brought to the mill'));
    expect(event?.shape).toBe('instant');
    const interdiction = laid(kestrel, [idOf('Prasit Wongsakda')]).marks.find(
      (m) => m.record === idOf('Van stopped, driver arrested, 11 people in care'),
    );
    expect(new Date(interdiction!.from).toISOString()).toBe('2026-04-20T22:40:00.000Z');
  });

  test('"about" is not known to the minute, and a settlement over two days has no known hour', () => {
    const state = kestrel;
    const events = timeMarks(state, lanesOf(state, [...state.idsOf('entity')]), ALL).dated;
    const shape = (label: string) => events.find((m) => m.record === idOf(label))?.shape;
    expect(shape('Engine of Sea Lotus 8 stops')).toBe('uncertain');
    expect(shape('12,240 in, 12,000 on, 240 kept')).toBe('uncertain');
    expect(shape('Financier in Sarenda')).toBe('interval');
    expect(shape('Sea Lotus 8 leaves port, not inspected')).toBe('instant');
  });

  test('every dated record is on the lines of its ends, once', () => {
    const ids = [...kestrel.idsOf('entity')].filter((id) => kestrel.entity(id)?.type !== 'event');
    const { dated, undated } = timeMarks(kestrel, lanesOf(kestrel, ids), ALL);
    const keys = [...dated, ...undated].map((m) => m.key);
    expect(new Set(keys).size).toBe(keys.length);
    const events = dated.filter((m) => m.kind === 'event');
    expect(events).toHaveLength(39);
    for (const m of dated) expect(m.places.length, m.key).toBeGreaterThan(0);
    for (const [a, b] of dated.slice(1).map((m, i) => [dated[i]!, m] as const)) expect(a.from <= b.from).toBe(true);
  });

  test('an event that is a line itself is not told again by the links to it', () => {
    const people = [...kestrel.idsOf('entity')].filter((id) => kestrel.entity(id)?.type !== 'event');
    const keys = (ids: readonly string[]) =>
      timeMarks(kestrel, lanesOf(kestrel, ids), ALL)
        .dated.map((m) => m.key)
        .sort();
    const more = keys([...kestrel.idsOf('entity')]).filter((key) => !keys(people).includes(key));
    // Only what joins two events can come in.
    for (const key of more) expect(kestrel.entity(kestrel.link(key)?.from ?? '')?.type, key).toBe('event');
  });

  test('the busiest are offered first, events are not lines', () => {
    const ids = busiest(kestrel, kestrel.idsOf('entity'), 5);
    expect(ids[0]).toBe(idOf('Sok Vannara'));
    expect(ids).toHaveLength(5);
    for (const id of ids) expect(kestrel.entity(id)?.type).not.toBe('event');
  });
});

describe('lanes', () => {
  const state = CaseState.of([
    person('a'),
    person('b'),
    person('c'),
    person('d'),
    { id: 'g', kind: 'group', chart: 'k', name: 'G', members: ['a', 'b'], strength: 'confirmed' },
    link('l1', 'a', 'd', { span: { earliest: '2026-05-03T10:00', latest: '2026-05-03T10:00' }, direction: 'forward' }),
    link('l2', 'a', 'd', { span: { earliest: '2026-05-01', latest: '2026-05-01' }, strength: 'tentative' }),
    link('l3', 'b', 'a', { span: { earliest: '2026-05-02' } }),
    link('l4', 'b', 'c', { span: { asStated: 'in spring' } }),
    link('l5', 'c', 'd', { span: { earliest: '2026-05-09', latest: '2026-05-01' } }),
  ]);

  test('a group stands for its members: what happens within it is on one line', () => {
    const layout = laid(state, ['g', 'd']);
    const within = layout.marks.find((m) => m.key === 'l3')!;
    expect(within.places).toEqual([{ lane: 0, strength: 'confirmed' }]);
    expect(within.to).toBe(Number.POSITIVE_INFINITY);
    expect(layout.marks.find((m) => m.key === 'l1')).toMatchObject({ places: [{ lane: 0 }, { lane: 1 }], target: 1 });
  });

  test('what is undated waits on its strip, what ends before it starts is put in order', () => {
    const layout = laid(state, ['a', 'b', 'c', 'd']);
    expect(layout.undated.map((m) => m.key)).toEqual(['l4']);
    expect(layout.undatedOn).toEqual([[], [0], [0], []]);
    const turned = layout.marks.find((m) => m.key === 'l5')!;
    expect(turned.to - turned.from).toBe(9 * DAY);
  });

  test('lines that share much come to stand together', () => {
    const layout = laid(state, ['a', 'c', 'b', 'd']);
    expect(byContacts(4, layout.marks)[0]).toBe(0);
    expect(byContacts(4, layout.marks).slice(0, 2)).toEqual([0, 3]);
    expect(byFirst(4, layout.marks)[0]).toBe(0);
    expect([...byContacts(4, layout.marks)].sort()).toEqual([0, 1, 2, 3]);
  });

  test('what the filter keeps out is left out, or drawn grey', () => {
    const none = { entity: () => true, link: (l: Link) => l.id !== 'l1' };
    const lanes = lanesOf(state, ['a', 'd']);
    expect(timeMarks(state, lanes, { ...ALL, passes: none }).dated.map((m) => m.key)).not.toContain('l1');
    expect(
      timeMarks(state, lanes, { ...ALL, passes: none, filterMode: 'grey' }).dated.find((m) => m.key === 'l1')?.grey,
    ).toBe(true);
  });

  test('spans of years beside seconds, year 1 and year 9999, in one picture', () => {
    const wide = CaseState.of([
      person('a', { span: { earliest: '0001', latest: '9999' } }),
      person('b'),
      link('s', 'a', 'b', { span: { earliest: '2026-05-01T10:00:05', latest: '2026-05-01T10:00:05' } }),
    ]);
    const layout = laid(wide, ['a', 'b']);
    const plot = plotOf({ layout, axisLines: 1 }, SIZE);
    let view = fitView(layout, plot);
    const x = (u: number) => plot.left + (u - view.u0) * view.k;
    for (let i = 0; i < 200; i++) view = keptInSight(zoomed(view, 1.4, x(layout.from[1]!) - plot.left), layout, plot);
    expect(view.k * 1000).toBeGreaterThan(50);
    expect(x(layout.from[1]!)).toBeGreaterThan(plot.left);
    expect(x(layout.from[1]!)).toBeLessThan(plot.left + plot.width);
    expect(() => paintTimeline(recorder().pen, picture(layout, { view }), SIZE)).not.toThrow();
  });

  test('50,000 undated things are counted on the strip, not drawn', () => {
    const many = CaseState.of([person('a'), ...Array.from({ length: 50_000 }, (_, i) => link(`u${i}`, 'a', 'b'))]);
    const layout = laid(many, ['a']);
    expect(layout.undated).toHaveLength(50_000);
    const { pen, drawn } = recorder();
    paintTimeline(pen, picture(layout), SIZE);
    expect(drawn.texts.some((x) => x.text.endsWith('+49999'))).toBe(true);
    expect(drawn.calls).toBeLessThan(200);
  });
});

describe('drawing', () => {
  const state = CaseState.of([
    person('a'),
    person('b'),
    link('sure', 'a', 'b', { span: { earliest: '2026-05-03T10:00', latest: '2026-05-03T10:00' } }),
    link('unsure', 'a', 'b', { span: { earliest: '2026-05-05', latest: '2026-05-09' }, strength: 'tentative' }),
    link('lasting', 'a', 'b', { type: 'employs', span: { earliest: '2026-05-12', latest: '2026-05-20' } }),
  ]);

  test('what is not known is a dashed span, never a diamond; a lasting thing is a bar', () => {
    const layout = laid(state, ['a', 'b']);
    const { pen, drawn } = recorder();
    paintTimeline(pen, picture(layout), SIZE);
    const diamonds = drawn.fills.filter((f) => f.points.length % 4 === 0 && f.points.length > 0);
    expect(diamonds.flatMap((f) => f.points)).toHaveLength(2 * 4);
    const dashed = drawn.strokes.filter((s) => s.dash.join() === '4,3');
    expect(dashed).toHaveLength(1);
    expect(dashed[0]!.points).toHaveLength(4);
    // The line between the two lanes is dotted as the link is tentative.
    expect(drawn.strokes.filter((s) => s.dash[0] === 1.5).flatMap((s) => s.points)).toHaveLength(2);
    expect([...layout.shape].map((s) => SHAPES[s])).toEqual(['instant', 'uncertain', 'interval']);
  });

  test('what is said of the ends wins: the same call as a bar, the same employment between brackets', () => {
    const told = CaseState.of([
      person('a'),
      person('b'),
      link('call', 'a', 'b', { span: { earliest: '2026-05-05', latest: '2026-05-09', extent: 'lasted' } }),
      link('work', 'a', 'b', {
        type: 'employs',
        span: { earliest: '2026-05-12', latest: '2026-05-20', extent: 'within' },
      }),
      link('day', 'a', 'b', { span: { earliest: '2026-05-25', latest: '2026-05-25', extent: 'lasted' } }),
    ]);
    const layout = laid(told, ['a', 'b']);
    expect([...layout.shape].map((s) => SHAPES[s])).toEqual(['interval', 'uncertain', 'interval']);
    const { pen, drawn } = recorder();
    paintTimeline(pen, picture(layout), SIZE);
    const dashed = drawn.strokes.filter((s) => s.dash.join() === '4,3');
    // One line on each of two lanes, and at both its ends a bracket that reaches inwards.
    expect(dashed.flatMap((s) => s.points)).toHaveLength(4);
    const [x0, x1] = [dashed[0]!.points[0]![0], dashed[0]!.points[1]![0]];
    const brackets = drawn.strokes.find(
      (s) => s.dash.length === 0 && s.points.length === 16 && s.points.every(([x]) => x >= x0 && x <= x1),
    );
    expect(brackets?.points.map(([x]) => x).filter((x) => x > x0 && x < x1)).toHaveLength(8);
  });

  test('names are written where there is room, and cut between clusters', () => {
    const layout = laid(state, ['a', 'b']);
    const { pen, drawn } = recorder();
    paintTimeline(pen, picture(layout, { label: () => 'ភ្នំពេញ'.repeat(12) }), SIZE);
    const names = drawn.texts.filter((x) => x.text.includes('ភ្នំ'));
    expect(names.length).toBeGreaterThan(0);
    for (const { text } of names) expect(text.replace('…', '')).toMatch(/^(ភ្នំពេញ)*(ភ្នំ(ពេ)?)?$/u);
  });

  test('only lanes in sight cost anything', () => {
    const crowd = CaseState.of([
      ...Array.from({ length: 400 }, (_, i) => person(`p${i}`)),
      ...Array.from({ length: 4000 }, (_, i) =>
        link(`l${i}`, `p${i % 400}`, 'nobody', {
          span: {
            earliest: `2026-05-${String((i % 28) + 1).padStart(2, '0')}T10:00`,
            latest: `2026-05-${String((i % 28) + 1).padStart(2, '0')}T10:00`,
          },
        }),
      ),
    ]);
    const layout = laid(
      crowd,
      Array.from({ length: 400 }, (_, i) => `p${i}`),
    );
    const { pen, drawn } = recorder();
    paintTimeline(pen, picture(layout), SIZE);
    expect(drawn.calls).toBeLessThan(3000);
  });

  test('a press finds the mark, and arrow keys walk along and between lanes', () => {
    const layout = laid(state, ['a', 'b']);
    const plot = plotOf({ layout, axisLines: 1 }, SIZE);
    const view = fitView(layout, plot);
    const x = plot.left + (layout.from[0]! - view.u0) * view.k;
    const place = placeAt(layout, view, plot, x + 3, plot.top + placeY(layout, 1) + 2);
    expect(layout.marks[layout.placeMark[place!]!]!.key).toBe('sure');
    expect(layout.placeLane[place!]).toBe(1);
    expect(placeAt(layout, view, plot, x - 40, plot.top + placeY(layout, 1))).toBeUndefined();
    const key = (p: number | undefined) => layout.marks[layout.placeMark[p!]!]!.key;
    const second = nextPlace(layout, place, 'right');
    expect(key(second)).toBe('unsure');
    expect(layout.placeLane[nextPlace(layout, second, 'up')!]).toBe(0);
    expect(key(nextPlace(layout, second, 'last'))).toBe('lasting');
    expect(nextPlace(layout, nextPlace(layout, second, 'first'), 'left')).toBe(nextPlace(layout, second, 'first'));
  });

  test('zoom keeps the point under the pointer where it is', () => {
    const layout = laid(state, ['a', 'b']);
    const plot = plotOf({ layout, axisLines: 1 }, SIZE);
    const view = fitView(layout, plot);
    const next = zoomed(view, 3, 200);
    expect(next.u0 + 200 / next.k).toBeCloseTo(view.u0 + 200 / view.k, 3);
    expect(keptInSight({ ...view, k: 1e9 }, layout, plot).k * HOUR).toBeGreaterThan(1000);
  });
});
