import { describe, expect, it } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import type { CaseRecord } from '#domain/record';
import { drawSheet } from '#drawing/drawing-tasks';
import { textsOf } from '#drawing/scene/scene';
import type { MeasureResult } from '#queries/analysis';
import { figureContent } from '#queries/figures';
import { NO_FILTER } from '#session/filter';
// A view is loaded by the app alone; its parts have no subpath of their own.
import { scopeOf } from '../../../src/views/answer-scope.ts';
import type { Answer } from '../../../src/views/last-answer.ts';
import { sheetRequest, type Wanted } from '../../../src/views/paper/sheet-request.ts';
import { AT_FIRST } from '../../../src/views/timeline-settings.ts';

const person = (id: string): CaseRecord => ({
  id,
  kind: 'entity',
  type: 'person',
  label: id,
  aliases: [`${id} the Second`],
  roles: [{ role: 'recruiter' }],
});
const records: readonly CaseRecord[] = [
  { id: 'case', kind: 'case', caseId: 'x', title: 'T', zone: 'UTC', stages: [] },
  { id: 'c', kind: 'chart', name: 'Chart', multiplicity: 'single', skin: 'icons' },
  person('Ana'),
  person('Ben'),
  { id: 'l', kind: 'link', type: 'called', from: 'Ana', to: 'Ben', direction: 'none', strength: 'confirmed' },
];
const wanted: Wanted = {
  chart: 'c',
  subject: 'entities',
  linkWords: 'all',
  index: false,
  tiles: 'none',
  listed: 'case',
  answer: undefined,
  settings: AT_FIRST,
  sheet: { format: 'A4', orientation: 'portrait', ink: 'colour' },
  shape: 'as-drawn',
  filter: null,
  author: undefined,
  today: new Date('2026-06-01'),
};
const printed = (state: CaseState, seq: number, change: Partial<Wanted> = {}) =>
  drawSheet(sheetRequest(state, { seq, hash: '00'.repeat(32) }, { ...wanted, ...change })!.request)
    .sheets.flatMap(({ scene }) => [...textsOf(scene)].map((t) => t.text))
    .join(' ');

describe('a list of entities at a date', () => {
  const state = CaseState.of(records);
  const at = (kind: 'known' | 'happened') =>
    printed(state, 2, {
      atDate: kind === 'known' ? { kind, date: '2026-03-01', recorded: 'all' } : { kind, date: '2026-03-01' },
    });

  it('as known leaves out aliases and roles, which no source dates, and says what is as of today', () => {
    expect(printed(state, 2)).toContain('the Second');
    expect(at('happened')).toContain('the Second');
    expect(at('known')).toContain('Ana');
    expect(at('known')).not.toContain('the Second');
    expect(at('known')).not.toMatch(/recruiter/i);
    expect(at('known')).toContain('only what sources received by then speak of');
    expect(at('known')).toContain('as of today');
  });
});

describe('an answer on paper', () => {
  const asked = {
    kind: 'case',
    chosen: [],
    chart: undefined,
    filter: NO_FILTER,
    events: false,
    direction: 'ignore',
    weights: 'none',
  } as const;
  const then = CaseState.of(records);
  const scope = scopeOf(then, asked);
  const answer: Answer = {
    kind: 'measure',
    id: 'degree',
    scope,
    asked,
    content: figureContent(then, { ...asked, scope }),
    result: {
      revision: 10,
      scope: 'case',
      direction: 'ignore',
      weights: 'none',
      parameters: {},
      nodes: 2,
      edges: 1,
      loopsLeftOut: 0,
      parallelMerged: 0,
      eventsLeftOut: 0,
      took: 1,
      rows: [],
    } as unknown as MeasureResult,
  };
  const said = (state: CaseState) => printed(state, 11, { subject: 'results', answer });

  it('lists who is in several groups in each of them, with the others, and says that sizes add up to more', () => {
    const groups = {
      ...answer,
      kind: 'groups',
      id: 'cliques',
      result: {
        ...answer.result,
        method: 'cliques',
        rows: [
          { id: 'Ana', community: 0 },
          { id: 'Ben', community: 0, groups: [0, 1] },
          { id: 'Cora', community: 1 },
        ],
        sizes: [2, 2],
        modularity: Number.NaN,
        reason: 'groups-overlap',
      },
    } as unknown as Answer;
    const sheet = printed(CaseState.of([...records, person('Cora')]), 11, { subject: 'results', answer: groups });
    for (const [name, times] of [
      ['Ana', 1],
      ['Ben', 2],
      ['Cora', 1],
    ] as const)
      expect(sheet.split(' ').filter((word) => word === name).length, name).toBe(times);
    expect(sheet).toContain('Groups overlap: 1 of the 3 in a group is in more than one');
    expect(sheet).toContain('Also in groups');
  });

  it('is old when what it was worked out of has changed, not when the chart has', () => {
    const size: CaseRecord = {
      id: 'c!size',
      kind: 'applied-measure',
      chart: 'c',
      use: 'size',
      measure: 'degree',
      parameters: [],
      scope: 'case',
      revision: 10,
      values: [],
    };
    expect(said(CaseState.of([...records, size]))).not.toContain('Worked out at change');
    expect(
      said(
        CaseState.of([...records, { ...(records[4] as object), id: 'm', to: 'Cora' } as CaseRecord, person('Cora')]),
      ),
    ).toContain('Worked out at change 10');
  });
});
