import { describe, expect, it } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import { commands } from '#domain/commands/index';
import type { LinkTypeId } from '#domain/link-types/index';
import type { CaseRecord } from '#domain/record';
import type { BinUnit } from '#drawing/timeline/activity';
import { type Filter, NO_FILTER } from '#session/filter';
// A view is loaded by the app alone; its parts have no subpath of their own.
import { filterMatch } from '../../../src/views/filter-match.ts';
import { sheetRequest, type Wanted } from '../../../src/views/paper/sheet-request.ts';
import { AT_FIRST } from '../../../src/views/timeline-settings.ts';

const HEAD = { seq: 9, hash: '00'.repeat(32) };
const person = (id: string, from: string): CaseRecord => ({
  id,
  kind: 'entity',
  type: 'person',
  label: id,
  basis: [{ source: from, rows: '1' }],
});
const source = (id: string, received: string): CaseRecord => ({
  id,
  kind: 'source',
  reference: id,
  sourceKind: 'report',
  received,
});
const says = (record: string, from: string, yes = true): CaseRecord => ({
  id: `${from} of ${record}`,
  kind: 'statement',
  about: { record },
  source: from,
  says: yes ? 'yes' : 'no',
});
const meeting = (id: string, day: string): CaseRecord => ({
  id,
  kind: 'entity',
  type: 'event',
  label: id,
  span: { earliest: day, latest: day },
});
const link = (id: string, type: LinkTypeId, from: string, to: string): CaseRecord => ({
  id,
  kind: 'link',
  type,
  from,
  to,
  direction: 'forward',
  strength: 'confirmed',
  basis: [{ source: 'march', rows: '1' }],
});
/** Ana and a meeting are told of in March; Ben, and that there was no meeting or on another day, in May. */
const records: readonly CaseRecord[] = [
  { id: 'case', kind: 'case', caseId: 'x', title: 'T', zone: 'UTC', stages: [] },
  { id: 'c', kind: 'chart', name: 'Chart', multiplicity: 'single', skin: 'icons' },
  source('march', '2026-02-27'),
  source('may', '2026-05-09'),
  person('Ana', 'march'),
  person('Ben', 'may'),
  person('Cora', 'may'),
  { id: 'both', kind: 'group', chart: 'c', name: 'Both', members: ['Ana', 'Ben'], strength: 'confirmed' },
  { id: 'others', kind: 'group', chart: 'c', name: 'Others', members: ['Ben', 'Cora'], strength: 'confirmed' },
  meeting('Landing', '2026-02-03'),
  meeting('Landing again', '2026-02-20'),
  says('Landing', 'march'),
  says('Landing', 'may', false),
  says('Landing again', 'may'),
  link('took', 'participated-in', 'Ana', 'Landing'),
];
const wanted: Wanted = {
  chart: 'c',
  subject: 'timeline',
  linkWords: 'all',
  index: false,
  tiles: 'none',
  listed: 'case',
  answer: undefined,
  settings: { ...AT_FIRST, lanes: ['Ana', 'Ben', 'both', 'others'] },
  sheet: { format: 'A4', orientation: 'landscape', ink: 'colour' },
  shape: 'as-drawn',
  filter: null,
  author: undefined,
  today: new Date('2026-06-01'),
};
const known = (date: string) => ({ kind: 'known', date, recorded: new Set<string>() }) as const;

function asked(state: CaseState, wish: Partial<Filter> = {}, change: Partial<Wanted> = {}) {
  const filter = filterMatch({ ...NO_FILTER, ...wish }, state);
  const at = wish.atDate && { atDate: wish.atDate };
  return sheetRequest(state, HEAD, { ...wanted, filter, ...at, ...change })!.request;
}
function timeline(state: CaseState, wish: Partial<Filter> = {}) {
  const request = asked(state, wish);
  if (request.kind !== 'timeline') throw new Error('a timeline was asked for');
  return { names: request.heads.map((h) => h.name), members: request.lanes.map((l) => l.members), ...request };
}

describe('a timeline on paper', () => {
  const state = CaseState.of(records);

  it('names nobody whom its date leaves out, and of a group takes those it lets through', () => {
    expect(timeline(state).names).toEqual(['Ana', 'Ben', 'Both', 'Others']);
    const then = timeline(state, { atDate: known('2026-03-01') });
    expect(then.names).toEqual(['Ana', 'Both']);
    expect(then.members).toEqual([['Ana'], ['Ana']]);
    expect(timeline(state, { atDate: known('2026-05-31') }).names).toEqual(['Ana', 'Ben', 'Both', 'Others']);
  });

  it('names nobody whom a filter hides', () => {
    const wish = { attribute: { field: 'label', contains: 'ben' } } as const;
    expect(timeline(state, wish).names).toEqual(['Ben', 'Both', 'Others']);
  });

  it('says that something is told in more than one way from when the second source came in', () => {
    expect(timeline(state, { atDate: known('2026-03-01') }).labels).toEqual(['Landing']);
    expect(timeline(state, { atDate: known('2026-05-31') }).labels[0]).toContain('accounts differ');
  });

  it('shows the other time of a merged event from when its own source came in', () => {
    const merged = CaseState.of(records);
    const plan = commands
      .find((c) => c.id === 'merge-entities')!
      .plan(merged, { merge: 'm', survivor: 'Landing', absorbed: 'Landing again' } as never);
    if ('refused' in plan) throw new Error(plan.refused);
    merged.apply(plan);
    const kinds = (date: string) => timeline(merged, { atDate: known(date) }).marks.dated.map((m) => m.kind);
    expect(kinds('2026-03-01')).toEqual(['event']);
    expect(kinds('2026-05-31')).toEqual(['event', 'account']);
  });
});

describe('activity on paper', () => {
  const span = (earliest: string | undefined, latest: string | undefined) => ({
    ...(earliest && { earliest }),
    ...(latest && { latest }),
  });
  const bars = (spans: readonly object[], step: BinUnit | null = null) => {
    const state = CaseState.of([
      ...records.slice(0, 2),
      ...['Ana', 'Ben'].map((id) => ({ id, kind: 'entity', type: 'person', label: id }) as CaseRecord),
      ...spans.map((s, i) => ({ ...link(`l${i}`, 'called', 'Ana', 'Ben'), basis: [], span: s }) as CaseRecord),
    ]);
    const request = asked(state, {}, { subject: 'activity', settings: { ...AT_FIRST, step } });
    if (request.kind !== 'activity') throw new Error('activity was asked for');
    return request.counts;
  };
  const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);

  it('keeps to a step as far as its bars have room, and counts all in any case', () => {
    const spans = [span('2016-01-05', '2016-01-05'), span('2026-01-05', '2026-01-05')];
    for (const step of ['minute', 'day', 'week', 'month', null] as const) {
      const counts = bars(spans, step);
      expect(counts.length, String(step)).toBeLessThanOrEqual(121);
      expect(sum(counts), String(step)).toBe(2);
    }
    expect(bars([span('2026-01-05', '2026-01-05'), span('2026-03-05', '2026-03-05')], 'day')).toHaveLength(60);
  });

  it('has a bar where all begins at one instant and lasts on, and where all ends at one and has no beginning', () => {
    expect(sum(bars([span('2026-01-05T10:00', undefined), span('2026-01-05T10:00', undefined)]))).toBe(2);
    expect(sum(bars([span(undefined, '2026-01-05')]))).toBe(1);
  });
});
