import { describe, expect, it } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import type { CaseRecord } from '#domain/record';
import { drawSheet } from '#drawing/drawing-tasks';
import { textsOf } from '#drawing/scene/scene';
import type { CommunityResult, MeasureResult } from '#queries/analysis';
import { figureContent } from '#queries/figures';
import { finish } from '#queries/in-breaths';
import { NO_FILTER } from '#session/filter';
import { scopeOf, standingOf } from '../../../src/views/answer-scope.ts';
import { readingFile } from '../../../src/views/association-matrix/save-matrix.ts';
import type { AskedGraph, GroupAnswer, MeasureAnswer } from '../../../src/views/last-answer.ts';
import type { Form, Of } from '../../../src/views/matrix-look.ts';
import { groupsOfRows, type OrderChoice, orderChoices, orderOf } from '../../../src/views/matrix-order.ts';
import { sheetRequest, type Wanted } from '../../../src/views/paper/sheet-request.ts';
import { readingShown } from '../../../src/views/read-matrix.ts';
import { A4_ACROSS } from '../paper/a-sheet-wanted.ts';

const records: readonly CaseRecord[] = [
  { id: 'case', kind: 'case', caseId: 'k', title: 'Grey Heron', zone: 'UTC', stages: [] },
  { id: 'c', kind: 'chart', name: 'Who met whom', multiplicity: 'single', skin: 'icons' },
  { id: 'other', kind: 'chart', name: 'Phones', multiplicity: 'single', skin: 'icons' },
  ...['a', 'b', 'd', 'e'].map((id): CaseRecord => ({ id, kind: 'entity', type: 'person', label: `Name ${id}` })),
  { id: 'c.a', kind: 'placement', chart: 'c', item: 'a', x: 0, y: 0 },
  { id: 'c.b', kind: 'placement', chart: 'c', item: 'b', x: 99, y: 0 },
  { id: 'l', kind: 'link', type: 'met', from: 'a', to: 'b', direction: 'none', strength: 'confirmed' },
  { id: 'm', kind: 'link', type: 'met', from: 'b', to: 'd', direction: 'none', strength: 'confirmed' },
];
const then = CaseState.of(records);
const asked: AskedGraph = {
  kind: 'case',
  chosen: [],
  chart: undefined,
  filter: NO_FILTER,
  events: false,
  direction: 'ignore',
  weights: 'none',
};
const of = (more: Partial<AskedGraph> = {}) => {
  const all = { ...asked, ...more };
  const scope = scopeOf(then, all);
  return { scope, asked: all, content: figureContent(then, { ...all, scope }) };
};
const degree = (more?: Partial<AskedGraph>): MeasureAnswer => ({
  ...of(more),
  kind: 'measure',
  id: 'degree',
  result: {
    revision: 10,
    scope: 'case',
    parameters: {},
    rows: [
      { id: 'a', value: 1 },
      { id: 'b', value: 2 },
      { id: 'd', value: 1 },
    ],
  } as unknown as MeasureResult,
});
const groups: GroupAnswer = {
  ...of(),
  kind: 'groups',
  id: 'louvain',
  result: {
    revision: 10,
    scope: 'case',
    parameters: {},
    method: 'louvain',
    sizes: [2, 1],
    rows: [
      { id: 'a', community: 1 },
      { id: 'b', community: 0 },
      { id: 'd', community: 0 },
      { id: 'e', community: -1 },
    ],
  } as unknown as CommunityResult,
};
const [byDegree, byGroup] = orderChoices({ answer: degree(), groups }).filter((c) => c.result) as [
  OrderChoice,
  OrderChoice,
];

function shown(state: CaseState, choice: OrderChoice, whose: Of = { kind: 'case' }) {
  const read = finish(readingShown(state, whose, null, choice.order));
  return { read, ids: read.ordered.ids, choice };
}
const file = (state: CaseState, choice: OrderChoice, whose?: Of): string[][] =>
  finish(readingFile(state, shown(state, choice, whose)));

/** All texts of the sheets of a matrix, in the order they are drawn. */
function sheet(state: CaseState, choice: OrderChoice, whose: Of = { kind: 'case' }, form: Form = 'square'): string[] {
  const stale = choice.result !== undefined && standingOf(state, choice.result.answer).stale;
  const wanted: Wanted = {
    chart: 'other',
    subject: 'association-matrix',
    ...A4_ACROSS,
    filter: null,
    author: undefined,
    today: new Date('2026-06-01'),
    matrix: { look: { form, of: whose, order: choice.id }, choice, read: shown(state, choice, whose).read, stale },
  };
  const drawn = drawSheet(sheetRequest(state, { seq: 9, hash: '00'.repeat(32) }, wanted)!.request);
  return drawn.sheets.flatMap(({ scene }) => [...textsOf(scene)].map((t) => t.text));
}
const changed = CaseState.of([
  ...records,
  { id: 'n', kind: 'link', type: 'met', from: 'a', to: 'd', direction: 'none', strength: 'confirmed' },
]);

describe('what the rows are ordered by', () => {
  it('stands in the file: measure, scope and change, who is not in that result, and that the case has changed', () => {
    const said = file(then, byDegree).flat().join('\n');
    expect(said).toContain('By Degree, the whole case, change 10, highest first.');
    expect(said).toContain('1 stands at the end: not in that result.');
    expect(said).not.toContain('The case has changed since');
    expect(file(changed, byDegree).flat().join('\n')).toContain('The case has changed since');
  });

  it('stands on the sheet in the same words', () => {
    const said = sheet(then, byDegree).join(' ');
    expect(said).toContain('By Degree, the whole case, change 10, highest first.');
    expect(said).toContain('1 stands at the end: not in that result.');
    expect(said).not.toContain('The case has changed since');
    expect(sheet(changed, byDegree).join(' ')).toContain('The case has changed since');
  });

  it('names two results of one measure apart by what they were asked of, and two of one question by number', () => {
    const names = (...columns: readonly MeasureAnswer[]) =>
      orderChoices({ answer: degree(), columns }).flatMap((c) => c.result?.name ?? []);
    expect(names()).toEqual(['Degree']);
    expect(names(degree({ confirmedOnly: true }))).toEqual([
      'Degree, the whole case, change 10',
      'Degree, the whole case, confirmed links only, change 10',
    ]);
    expect(names(degree())).toEqual(['Degree, the whole case, change 10 (1)', 'Degree, the whole case, change 10 (2)']);
  });

  it('is the plain order again where the result is no longer on hand', () => {
    expect(orderOf({ answer: degree() }, byDegree.id).result?.name).toBe('Degree');
    expect(orderOf({}, byDegree.id).id).toBe('type');
  });
});

describe('rows by groups', () => {
  it('say their number in the file, none where somebody is in no group', () => {
    const lines = file(then, byGroup);
    expect(lines[0]!.slice(0, 3)).toEqual(['Entity', 'Type', 'Group']);
    expect(lines.slice(1, 5).map((line) => [line[0], line[2]])).toEqual([
      ['Name b', '1'],
      ['Name d', '1'],
      ['Name a', '2'],
      ['Name e', ''],
    ]);
    expect(lines[0]).toHaveLength(lines[1]!.length);
    expect(file(then, byDegree)[0]!.slice(0, 3)).toEqual(['Entity', 'Type', 'Name b']);
    expect(groupsOfRows(byDegree, shown(then, byDegree).read.ordered)).toEqual([]);
  });

  it('say their number on the sheet, once where each begins', () => {
    const said = sheet(then, byGroup);
    expect(said.filter((t) => /^Group \d$/.test(t))).toEqual(['Group 1', 'Group 2']);
    expect(sheet(then, byDegree).some((t) => /^Group \d$/.test(t))).toBe(false);
  });
});

describe('of whom the matrix is', () => {
  const chart: Of = { kind: 'chart', chart: 'c' };
  const gone = CaseState.of(records.filter((r) => r.id !== 'c' && !r.id.startsWith('c.')));

  it('stands in the title of the sheet: the case, or the chart by its name', () => {
    expect(sheet(then, byDegree)).toContain('Association matrix · Grey Heron');
    expect(sheet(then, byDegree, chart)).toContain('Association matrix · Chart Who met whom');
    expect(sheet(then, byDegree, chart).join(' ')).toContain('Of: Chart Who met whom. Entities: 2.');
  });

  it('is the case where its chart was deleted, and it says so', () => {
    expect(file(then, byDegree, chart)[0]).toEqual(['Entity', 'Type', 'Name b', 'Name a', 'Associated']);
    expect(file(gone, byDegree, chart)[0]).toHaveLength(7);
    expect(file(gone, byDegree, chart).flat().join('\n')).toContain('Of: Whole case. Entities: 4.');
    expect(sheet(gone, byDegree, chart)).toContain('Association matrix · Grey Heron');
  });
});
