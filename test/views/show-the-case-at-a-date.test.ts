import { afterEach, describe, expect, it } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import type { ChangeHeader } from '#domain/change/change-record';
import type { CaseRecord } from '#domain/record';
import type { OpenCase } from '#queries/open-case';
import { clearFilter, filter, leaveDate, NO_FILTER } from '#session/filter';
import { scopeOf } from '../../src/views/answer-scope.ts';
import { atDate, daysOfChange, showAtDate } from '../../src/views/at-date.ts';
import { filterMatch, filterParts, isFiltering } from '../../src/views/filter-match.ts';
import { firstDate } from '../../src/views/link-chart/date-banner.tsx';
import { hiddenByDate } from '../../src/views/link-chart/hidden-by-date.ts';
import { blockTexts } from '../../src/views/paper/block-texts.ts';
import { sheetRequest } from '../../src/views/paper/sheet-request.ts';
import { printedFilter } from '../../src/views/paper/use-sheet.ts';
import { A4_ACROSS } from './paper/a-sheet-wanted.ts';

const person = (id: string): CaseRecord => ({ id, kind: 'entity', type: 'person', label: id });
const link = (id: string, from: string, to: string, day: string): CaseRecord => ({
  id,
  kind: 'link',
  type: 'called',
  from,
  to,
  direction: 'none',
  strength: 'confirmed',
  span: { earliest: day, latest: day },
});
const place = (item: string): CaseRecord => ({ id: `c.${item}`, kind: 'placement', chart: 'c', item, x: 0, y: 0 });
const base: readonly CaseRecord[] = [
  { id: 'case', kind: 'case', caseId: 'x', title: 'T', zone: 'Asia/Phnom_Penh', stages: [] },
  { id: 'c', kind: 'chart', name: 'Chart', multiplicity: 'single', skin: 'icons' },
  ...['a', 'b', 'd'].flatMap((id) => [person(id), place(id)]),
  link('l1', 'a', 'b', '2026-03-05'),
];
const later = link('l2', 'a', 'd', '2026-04-10');
const state = CaseState.of([...base, later]);

/** A case whose log says: the base on 1 March, the second link on 1 May. */
const open = (asked: number[] = []) =>
  ({
    snapshot: () => ({ state, head: { seq: 2, hash: '' } }),
    headers: () =>
      Promise.resolve([
        { seq: 1, wall: '2026-03-01T08:00:00.000Z' },
        { seq: 2, wall: '2026-05-01T08:00:00.000Z' },
      ] as ChangeHeader[]),
    stateAt: (seq: number) => {
      asked.push(seq);
      return Promise.resolve(CaseState.of(base));
    },
  }) as unknown as OpenCase;

afterEach(() => filter.set(NO_FILTER));
const passing = () => {
  const match = filterMatch(filter.get(), state)!;
  return [...state.allOf('link')].filter((l) => match.link(l)).map((l) => l.id);
};

describe('the case at a date', () => {
  it('as it had happened is a filter like the others, and is left again', async () => {
    expect(await showAtDate(open(), 'happened', '2026-03')).toBe(true);
    expect(isFiltering(filter.get())).toBe(true);
    expect(passing()).toEqual(['l1']);
    expect(hiddenByDate(state, 'c', atDate(filter.get().atDate!, state, true))).toEqual({ hidden: 2, of: 5 });
    leaveDate();
    expect(filter.get()).toEqual(NO_FILTER);
  });
  it('as it was known takes from the log what no source dates', async () => {
    const asked: number[] = [];
    await showAtDate(open(asked), 'known', '2026-04-30');
    expect(asked).toEqual([1]);
    expect(passing()).toEqual(['l1']);
    await showAtDate(open(asked), 'known', '2026-02-28');
    expect(passing()).toEqual([]);
    await showAtDate(open(asked), 'known', '2026-05-01');
    expect(passing()).toEqual(['l1', 'l2']);
    await showAtDate(open(asked), 'known', '9000-01-01');
    expect(passing()).toEqual(['l1', 'l2']);
    // Before the first change and after the last there is nothing to read.
    expect(asked).toEqual([1]);
  });
  it('refuses what is no date and stays as it was', async () => {
    expect(await showAtDate(open(), 'happened', '31.4.2026')).toBe(false);
    expect(await showAtDate(open(), 'happened', '2026-04-31')).toBe(false);
    expect(filter.get()).toEqual(NO_FILTER);
  });
  it('does not come back when it was left while the log was read', async () => {
    const reading = showAtDate(open(), 'known', '2026-04-30');
    leaveDate();
    await reading;
    expect(filter.get().atDate).toBeUndefined();
  });
  it('does not come over another case that was opened while the log was read', async () => {
    const reading = showAtDate(open(), 'known', '2026-04-30');
    // Nothing was filtered, so that nothing is seen to change.
    clearFilter();
    await reading;
    expect(filter.get()).toEqual(NO_FILTER);
  });
  it('does not take what is recorded while it is shown for known then', async () => {
    // All of the log is older than this day, which is over.
    await showAtDate(open(), 'known', '2026-05-02');
    expect(passing()).toEqual(['l1', 'l2']);
    const now = CaseState.of([...base, later, person('new'), link('l3', 'b', 'd', '2026-03-01')]);
    const match = filterMatch(filter.get(), now)!;
    expect([...now.allOf('link')].filter((l) => match.link(l)).map((l) => l.id)).toEqual(['l1', 'l2']);
    expect(match.entity(now.entity('new')!)).toBe(false);
  });
  it('is another filter when other records were in the log then', () => {
    const at = (...ids: string[]) => ({ kind: 'known', date: '2026-05-02', recorded: new Set(ids) }) as const;
    const one = { ...NO_FILTER, atDate: at('a') };
    expect(filterParts({ ...one })).toEqual(filterParts(one));
    expect(filterParts({ ...one })[1]).toBe(filterParts(one)[1]);
    expect(filterParts({ ...one, atDate: at('b') })).not.toEqual(filterParts(one));
    expect(filterParts({ ...one, tags: ['x'] })).not.toEqual(filterParts(one));
  });
  it('steps over the days on which something changes', () => {
    expect(daysOfChange('happened', state)).toEqual(['2026-03-05', '2026-04-10']);
    expect(firstDate(['2026-03-05', '2026-04-10'], '2026-04-09')).toBe('2026-03-05');
    expect(firstDate([], '2026-04-09')).toBe('2026-04-09');
  });
  it('is printed in the block, and kept to on paper where the screen only greys', async () => {
    await showAtDate(open(), 'happened', '2026-03-31');
    filter.set((f) => ({ ...f, mode: 'grey' }));
    const wanted = printedFilter(filter.get());
    const made = sheetRequest(
      state,
      { seq: 2, hash: '00'.repeat(32) },
      {
        chart: 'c',
        subject: 'chart',
        ...A4_ACROSS,
        filter: filterMatch(wanted, state),
        atDate: wanted.atDate!,
        author: undefined,
        today: new Date('2026-06-01'),
      },
    )!;
    if (made.request.kind !== 'chart') throw new Error('a chart was asked for');
    expect(made.request.content.links.map((l) => l.id)).toEqual(['l1']);
    expect(made.request.block.atDate).toContain('2026-03-31');
    expect(printedFilter({ ...NO_FILTER, mode: 'grey', tags: ['x'] })).toEqual(NO_FILTER);
  });
  it('holds for figures where it is asked to, and only there', async () => {
    await showAtDate(open(), 'happened', '2026-03-31');
    const asked = { kind: 'case', chosen: [], chart: undefined, events: true } as const;
    expect(scopeOf(state, { ...asked, filter: filter.get() })).toEqual({ kind: 'case', events: true });
    const scope = scopeOf(state, { ...asked, filter: { ...filter.get(), appliesToAnalysis: true } });
    expect([...scope.links!]).toEqual(['l1']);
    expect([...scope.entities!]).toEqual(['a', 'b']);
  });
  it('names on paper only sources that had come in by then', async () => {
    const source = (id: string, received: string): CaseRecord => ({
      id,
      kind: 'source',
      reference: id,
      sourceKind: 'report',
      received,
    });
    const says = (from: string): CaseRecord => ({
      id: `says-${from}`,
      kind: 'statement',
      about: { record: 'l1' },
      source: from,
      says: 'yes',
    });
    const told = CaseState.of([
      ...base,
      source('early', '2026-03-06'),
      source('late', '2026-05-09'),
      says('early'),
      says('late'),
    ]);
    const at = { kind: 'known', date: '2026-04-01', recorded: new Set<string>() } as const;
    const block = blockTexts(
      told,
      { seq: 2, hash: '00'.repeat(32) },
      { author: undefined, today: new Date('2026-06-01'), atDate: at },
      { title: 'T', hidden: 0, of: 3, records: [told.link('l1')!] },
    );
    expect(block.sources.map((s) => s.reference)).toEqual(['early']);
    expect(block.atDate).toContain('2026-04-01');
  });
});
