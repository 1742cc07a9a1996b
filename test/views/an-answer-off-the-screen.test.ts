import { beforeAll, expect, test } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import { displayLabel, type Entity } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import type { Source } from '#domain/source/source';
import type { Statement } from '#domain/statement/statement';
import { drawSheet } from '#drawing/drawing-tasks';
import { textsOf } from '#drawing/scene/scene';
import { AnalysisDesk } from '#queries/analysis';
import { howSure, readingEvidence, weakestLink } from '#queries/how-sure';
import { finish } from '#queries/in-breaths';
import { measureOverTime, readingDates } from '#queries/over-time';
import { readingStrengths } from '#queries/sure-sets';
import { measureWithinGroups } from '#queries/within-groups';
import { NO_FILTER } from '#session/filter';
import { readingAsked, readingGraph } from '../../src/views/answer-scope.ts';
import { figureTable } from '../../src/views/figure-table.ts';
import type { Asked, AskedGraph, GroupAnswer, MeasureAnswer } from '../../src/views/last-answer.ts';
import { type Look, lookAt, type WholeLook } from '../../src/views/last-look.ts';
import { resultList } from '../../src/views/paper/answer-sheet.ts';
import type { Wanted } from '../../src/views/paper/sheet-request.ts';
import { answerFile } from '../../src/views/results/save-figures.ts';
import { AT_FIRST } from '../../src/views/timeline-settings.ts';
import { wholeLines } from '../../src/views/whole-words.ts';
import { analysisHere } from '../support/analysis-here.ts';

const stages: Record<string, string> = { a: 'sea', b: 'sea', c: 'sea', d: 'land', e: 'land', hub: 'land' };
const person = (id: string, more: Partial<Entity> = {}): Entity => ({
  id,
  kind: 'entity',
  type: 'person',
  label: `Name of ${id}`,
  ...(stages[id] && { attributes: [{ field: 'route', value: stages[id] }] }),
  ...more,
});
const link = (from: string, to: string, month: number, strength: Link['strength'] = 'confirmed'): Link => ({
  id: `${from}-${to}`,
  kind: 'link',
  type: 'associate',
  from,
  to,
  direction: 'none',
  strength,
  span: { earliest: `2026-0${month}-10`, latest: `2026-0${month}-10` },
});
const source = (id: string): Source => ({ id, kind: 'source', reference: `bill ${id}`, sourceKind: 'dataset' });
const links = [
  link('a', 'b', 1),
  link('a', 'c', 1),
  link('b', 'hub', 1, 'unconfirmed'),
  link('hub', 'd', 2),
  link('hub', 'e', 2),
  link('d', 'e', 3),
  link('w', 'hub', 3),
];
const state = CaseState.of([
  { id: 'case', kind: 'case', caseId: 'x', title: 'Grey Heron', zone: 'UTC', stages: [] },
  { id: 'chart', kind: 'chart', name: 'Chart', multiplicity: 'single', skin: 'icons' },
  source('s1'),
  source('s2'),
  ...['a', 'b', 'c', 'd', 'e', 'hub'].map((id) => person(id)),
  person('w', { protection: 'protected', pseudonym: 'P-01', attributes: [{ field: 'route', value: 'sea' }] }),
  ...links,
  ...links.map(
    (l): Statement => ({
      id: `says-${l.id}`,
      kind: 'statement',
      about: { record: l.id },
      source: l.from === 'hub' ? 's1' : 's2',
      says: 'yes',
    }),
  ),
]);

const allRecords = (of: CaseState) =>
  (['case', 'chart', 'source', 'entity', 'link', 'statement'] as const).flatMap((kind) => [...of.allOf(kind)]);

const asked: AskedGraph = {
  kind: 'case',
  chosen: [],
  chart: undefined,
  filter: NO_FILTER,
  events: false,
  direction: 'ignore',
  weights: 'none',
};
const desk = new AnalysisDesk(analysisHere, 1);
const figureOf = <F>(found: { readonly ok: boolean; readonly figure?: F }): F => {
  expect(found.ok).toBe(true);
  return found.figure!;
};

async function measured(id: string, over: Partial<AskedGraph> = {}): Promise<MeasureAnswer> {
  const of = { ...asked, ...over };
  const { scope, content } = finish(readingGraph(state, of, { id, parameters: {} }));
  const request = { ...of, scope, revision: 4 };
  return { kind: 'measure', id, scope, asked: of, content, result: figureOf(await desk.measure(state, request, id)) };
}
const requestOf = (answer: MeasureAnswer) => ({ ...asked, scope: answer.scope, revision: 4, measure: answer.id });

let between: MeasureAnswer;
let confirmed: MeasureAnswer;
let degree: MeasureAnswer;
let groups: GroupAnswer;
let look: Look;
const settings = { resamples: 200 };
beforeAll(async () => {
  between = await measured('betweenness');
  confirmed = await measured('betweenness', { confirmedOnly: true });
  degree = await measured('degree');
  const request = requestOf(between);
  const found = figureOf(await desk.communities(state, request, 'leiden'));
  groups = {
    kind: 'groups',
    id: 'leiden',
    scope: between.scope,
    asked,
    content: finish(readingGraph(state, asked, undefined)).content,
    result: found,
  };
  look = {
    sure: {
      of: between,
      settings,
      beside: finish(readingEvidence(state, between.scope)),
      weakest: figureOf(await weakestLink(desk, state, request)),
      intervals: figureOf(await howSure(desk, state, { ...request, settings })),
    },
    overTime: {
      of: between,
      beside: finish(readingDates(state, between.scope)),
      figure: figureOf(await measureOverTime(desk, state, { ...request, unit: 'month' })),
    },
  };
});

const tableOf = (there: Asked) => figureTable(there.answer as MeasureAnswer, there);
const fileOf = (there: Asked, seen: Look = {}, now = state) =>
  answerFile(now, {
    table: tableOf(there),
    asked: there,
    look: seen,
    notes: ['the method'],
  });
/** The lines of a file by name of column. */
function records(lines: readonly string[][]) {
  const [head, ...rows] = lines;
  const end = rows.findIndex((row) => row.length === 0);
  return {
    head: head!,
    rows: rows.slice(0, end).map((row) => Object.fromEntries(row.map((cell, i) => [head![i]!, cell]))),
    notes: rows.slice(end + 1),
  };
}
function printed({ answer, ...there }: Asked, seen: Look = {}, over: Partial<Wanted> = {}, now = state) {
  const wanted: Wanted = {
    subject: 'results',
    chart: 'chart',
    filter: null,
    settings: AT_FIRST,
    answer,
    asked: there,
    look: seen,
    sheet: { format: 'A4', orientation: 'landscape', ink: 'monochrome' },
    shape: 'as-drawn',
    linkWords: 'all',
    index: false,
    tiles: 'none',
    listed: 'chart',
    author: undefined,
    today: new Date('2026-11-22T00:00:00Z'),
    ...over,
  };
  const { request, facts } = resultList(now, { seq: 4, hash: 'ab'.repeat(32) }, wanted, {
    sheet: wanted.sheet,
    locale: 'en',
  });
  const { sheets, missing } = drawSheet(request);
  expect(missing).toEqual([]);
  return {
    request,
    facts,
    sheets,
    text: sheets.flatMap(({ scene }) => [...textsOf(scene)].map((s) => s.text)).join(' '),
  };
}

test('further columns, groups and links stand in the file and on the sheet as on the screen', () => {
  const there: Asked = { answer: between, columns: [confirmed, degree], groups, guided: 'missed' };
  const file = records(fileOf(there)!.lines);
  expect(file.head).toEqual([
    '#',
    'Entity',
    'Type',
    'Betweenness',
    'Confirmed links only',
    'Rank by Confirmed links only',
    'Change',
    'Degree',
    'Rank by Degree',
    'Group',
    'Runs with its group',
    'Links',
  ]);
  expect(file.rows).toHaveLength(7);
  const hub = file.rows.find((r) => r.Entity === 'Name of hub')!;
  expect(hub).toMatchObject({ '#': '1', Links: '4', Degree: '4' });
  expect(hub.Group).toMatch(/^Group \d$/);
  expect(hub['Runs with its group']).toMatch(/of 50/);
  // Below the table: the question, of what it was asked, its answer with what makes it weak, and how it was derived.
  const notes = file.notes.flat();
  expect(notes.slice(0, 3)).toEqual([
    'Who would be missed most? · Betweenness',
    'Whole case · arrows ignored · not weighted',
    expect.stringMatching(/^Name of hub, on the recorded links: /),
  ]);
  expect(notes).toContain('Others may take over; the figure cannot tell who is replaced.');
  expect(notes).toContain('Missing reports change rankings. 1 of 7 links in this scope are not confirmed.');
  expect(notes.at(-1)).toBe('the method');
  const without: MeasureAnswer = { ...between, leftOut: { protected: 2, cleared: 1, filtered: 0 } };
  expect(records(fileOf({ ...there, answer: without })!.lines).notes[1]).toEqual([
    'Whole case · arrows ignored · not weighted · Left out: 2 protected persons and 1 tagged “cleared”.',
  ]);

  const { text, facts } = printed(there);
  for (const words of [
    'Who would be missed most?',
    'Name of hub',
    'P-01',
    'Confirmed links only',
    'Rank by Degree',
    'Runs with its group',
    'of 50',
    '1 of 7 links in this scope are not confirmed',
    'Method note',
    'Only confirmed links count',
  ])
    expect(text.replaceAll(/\s+/g, ' ')).toContain(words);
  expect(text).not.toContain('Name of w');
  expect(facts).toEqual([{ of: 'rows', count: 7 }]);
});

test('rank intervals are numbers in the file and on the sheet, with chances, the deciding source, warnings and method', () => {
  const there: Asked = { answer: between, view: 'intervals', settings };
  const { rows, notes } = records(fileOf(there, look)!.lines);
  const { intervals } = look.sure!;
  for (const r of intervals!.rows) {
    const name = r.id === 'w' ? 'P-01' : `Name of ${r.id}`;
    const row = rows.find((x) => x.Entity === name)!;
    expect(row).toMatchObject({
      '#': String(r.rank ?? ''),
      'Ranks, from': r.rank === undefined ? '' : String(r.low),
      'Ranks, to': r.rank === undefined ? '' : String(r.high),
      'Median rank': r.rank === undefined ? '' : String(r.median),
      First: String(r.lead),
      'Top 3': String(r.top3),
      'Top 5': String(r.top5),
      'Top 10': String(r.top10),
      'Deciding source': r.source ? `bill ${r.source.id}` : '',
    });
  }
  expect(rows.some((r) => r['Deciding source'] !== '')).toBe(true);
  expect(notes.flat().join(' ')).toContain('in each of 200 resamples');
  expect(notes.flat().join(' ')).toMatch(/Name of hub is first in [\d.]+% of 200 resamples/);

  const { text } = printed(there, look);
  for (const words of [
    'Ranks, from',
    'Ranks, to',
    'Median rank',
    'Top 10',
    'Deciding source',
    'bill s',
    '200 resamples',
  ])
    expect(text).toContain(words);
  expect(intervals!.warnings.length).toBeGreaterThan(0);
  expect(text).toContain('What the sampling may have done');
  // What was worked out for another answer says nothing of this one.
  expect(printed({ answer: degree, view: 'intervals', settings }, look).text).not.toContain('Median rank');
});

test('while what is looked at is still worked out there is no file of it', () => {
  for (const view of ['intervals', 'cuts', 'flow', 'time'] as const)
    expect(fileOf({ answer: between, view })).toBeUndefined();
});

test('other settings, slices or another set are worked out first: what was there before is neither saved nor printed', async () => {
  const others = { ...settings, resamples: 400 };
  for (const there of [
    { answer: between, view: 'intervals', settings: others },
    { answer: between, view: 'intervals' },
    { answer: between, view: 'cuts', settings: others },
    { answer: between, view: 'time', slices: 'year' },
  ] satisfies Asked[]) {
    expect(fileOf(there, lookAt(look, there))).toBeUndefined();
    const { text, facts } = printed(there, look);
    expect(facts).toEqual([{ of: 'rows', count: 0 }]);
    for (const words of ['Median rank', 'Links taken', 'Rank in 2026-01', 'Name of hub'])
      expect(text).not.toContain(words);
  }
  // Parts of the network have no ranking: whatever was chosen for the answer before, they are looked at as a table.
  const parts = await measured('components');
  expect(printed({ answer: parts, view: 'intervals' }).text).toContain('Name of hub');

  const months: Asked = { answer: between, view: 'time', slices: 'month' };
  expect(fileOf(months, lookAt(look, months))).toBeDefined();

  const keyPlayers = { criterion: 'fragmentation', parameters: { size: 3 } };
  const whole: WholeLook = {
    of: degree,
    keyPlayers,
    question: 'Who holds the network together?',
    content: degree.content,
    revision: 4,
    told: () => ({
      caveats: [],
      tables: [{ columns: [{ title: 'Members' }], rows: [['the three']] }],
      method: [],
      named: [],
    }),
  };
  const asSet: Asked = { answer: degree, guided: 'key', keyPlayers };
  expect(printed(asSet, { whole }).text).toContain('the three');
  const larger: Asked = { ...asSet, keyPlayers: { criterion: 'reach', parameters: { size: 5 } } };
  expect(printed(larger, { whole }).facts).toEqual([{ of: 'rows', count: 0 }]);
});

test('how sure and over time say on paper and in the file that strengths or dates have changed since, as the screen does', () => {
  const changed = (over: Partial<Link>) =>
    CaseState.of(allRecords(state).map((r) => (r.kind === 'link' && r.id === 'd-e' ? { ...r, ...over } : r)));
  const weaker = changed({ strength: 'tentative' });
  const moved = changed({ span: { earliest: '2026-01-10', latest: '2026-01-10' } });
  const sure = 'Worked out at change 4; strengths, sources, grades or dates of links have changed since.';
  const time = 'Worked out at change 4; dates of links, or the time zone of the case, have changed since.';
  const said = (there: Asked, now: CaseState) => {
    const { text } = printed(there, look, {}, now);
    const notes = records(fileOf(there, look, now)!.lines).notes.flat();
    const found = [sure, time].filter((words) => notes.includes(words));
    for (const words of [sure, time])
      expect(text.replaceAll(/\s+/g, ' ').includes(words.slice(0, 40))).toBe(found.includes(words));
    return found;
  };
  for (const view of ['intervals', 'cuts'] as const) {
    expect(said({ answer: between, view, settings }, state)).toEqual([]);
    expect(said({ answer: between, view, settings }, weaker)).toEqual([sure]);
    expect(said({ answer: between, view, settings }, moved)).toEqual([sure]);
  }
  expect(said({ answer: between, view: 'time' }, weaker)).toEqual([]);
  expect(said({ answer: between, view: 'time' }, moved)).toEqual([time]);
  expect(said({ answer: between }, weaker)).toEqual([]);
  // A file is named after the change that what is in it was worked out at.
  const { intervals } = look.sure!;
  const later: Look = { sure: { ...look.sure!, intervals: { ...intervals!, revision: 9 } } };
  expect(fileOf({ answer: between, view: 'intervals', settings }, later)!.name).toBe('how-sure-9.csv');
});

test('the weakest link: who leads over which links, and each rank', () => {
  const there: Asked = { answer: between, view: 'cuts', settings };
  const lines = fileOf(there, look)!.lines;
  expect(records(lines).head).toContain('Confirmed links only');
  expect(lines.some((l) => l[0] === 'Links taken')).toBe(true);
  const { text } = printed(there, look);
  expect(text).toContain('Links taken');
  expect(text).toContain('Confirmed links only');
});

test('where many share the first place, paper names the first few and counts the others, the file names all', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'w'];
  const { weakest } = look.sure!;
  const tied = { ...weakest!, cuts: weakest!.cuts.map((cut) => ({ ...cut, leaders: ids })) };
  const seen: Look = { sure: { ...look.sure!, weakest: tied } };
  const there: Asked = { answer: between, view: 'cuts', settings };
  const { request } = printed(there, seen);
  if (request.kind !== 'report') throw new Error('a ranking is a report');
  const table = request.parts.find((p) => p.kind === 'table');
  expect(table?.rows[0]?.[2]).toBe('Name of a, Name of b, Name of c, and 3 more');
  const line = fileOf(there, seen)!.lines.find((l) => l[2]?.includes(', '));
  expect(line![2]).toBe('Name of a, Name of b, Name of c, Name of d, Name of e, P-01');
});

test('a ranking over time: value and rank of every slice in the file, ranks on the sheet, what is in no slice', () => {
  const there: Asked = { answer: between, view: 'time' };
  const { head, rows, notes } = records(fileOf(there, look)!.lines);
  expect(head).toEqual([
    '#',
    'Entity',
    'Type',
    'Betweenness, all links',
    ...['2026-01', '2026-02', '2026-03'].flatMap((m) => [`Betweenness in ${m}`, `Rank in ${m}`]),
  ]);
  const { figure } = look.overTime!;
  for (const { id, cells } of figure.rows) {
    const row = rows.find((r) => r.Entity === (id === 'w' ? 'P-01' : `Name of ${id}`))!;
    cells.forEach((cell, i) => {
      expect(row[`Betweenness in 2026-0${i + 1}`]).toBe(String(cell.value ?? ''));
      expect(row[`Rank in 2026-0${i + 1}`]).toBe(String(cell.rank ?? ''));
    });
  }
  expect(notes.flat().join(' ')).toContain('No link is without a date.');
  const { text } = printed(there, look);
  for (const words of ['Rank in 2026-01', 'Rank in 2026-03', '3 slices', 'No link is without a date.', 'First place: '])
    expect(text).toContain(words);
});

test('ranks within groups stand beside their group, and a protected person is in none that is told', async () => {
  const request = { ...requestOf(degree), within: 'attribute:route' as const };
  const result = figureOf(await measureWithinGroups(desk, state, request));
  const there: Asked = { answer: { ...degree, result } };
  const { head, rows } = records(fileOf(there)!.lines);
  const column = head.find((h) => h.startsWith('Group by') || h.toLowerCase().includes('route'))!;
  expect(rows.find((r) => r.Entity === 'Name of a')![column]).toBe('sea');
  expect(rows.find((r) => r.Entity === 'Name of hub')![column]).toBe('land');
  const witness = rows.find((r) => r.Entity === 'P-01')![column]!;
  expect(witness).not.toContain('sea');
  const { text } = printed(there);
  expect(text).toContain(column);
  expect(text).toContain('land');
});

test('a table too wide for the paper goes on in further tables, each with rank and name', () => {
  const columns = Array.from({ length: 8 }, () => degree);
  const { text, request } = printed(
    { answer: between, columns },
    {},
    {
      sheet: { format: 'A4', orientation: 'portrait', ink: 'monochrome' },
    },
  );
  expect(text).toContain('Columns, part 1 of 3');
  if (request.kind !== 'report') throw new Error('a ranking is a report');
  const tables = request.parts.filter((p) => p.kind === 'table').filter((p) => p.columns[0]?.title !== 'No.');
  expect(tables).toHaveLength(3);
  for (const { columns: shown } of tables) {
    expect(shown.slice(0, 2).map((c) => c.title)).toEqual(['#', 'Entity']);
    expect(shown.length).toBeLessThanOrEqual(11);
  }
});

test('groups on paper: who is in which, in how many runs, how good the division is, and its caveats', () => {
  const { text } = printed({ answer: groups, guided: 'crew' });
  for (const words of ['Group 1', 'of 50', 'Modularity', 'Links', '1 of 7 links in this scope are not confirmed'])
    expect(text).toContain(words);
});

test('groups of a network with arrows say that they and their modularity leave arrows aside, and what it is when they count', async () => {
  const along = CaseState.of(
    [...state.allOf('entity'), ...state.allOf('link')].map((r) =>
      r.kind === 'link' ? { ...r, direction: 'forward' } : r,
    ),
  );
  const of = { ...asked, direction: 'out' as const };
  const { scope, content } = finish(readingGraph(along, of, undefined));
  const result = figureOf(await desk.communities(along, { ...of, scope, revision: 4 }, 'leiden'));
  const { text } = printed({ answer: { kind: 'groups', id: 'leiden', scope, asked: of, content, result } });
  expect(result.alongArrows).toBeTypeOf('number');
  expect(text).toContain('ignore arrows. With arrows counted as they run the same groups have modularity');
  expect(text).toContain('Arrows are ignored.');
  expect(text).not.toContain('Arrows count, as they run.');
  expect(groups.result.alongArrows).toBeUndefined();
});

test('what is told of the network as a whole, or of key players, is printed as it stands, in the place of the ranking', () => {
  const network = { whole: 'network', asked } as const;
  const whole: WholeLook = {
    of: network,
    question: 'What is the network like as a whole?',
    name: 'Density and others',
    leftOut: { protected: 1, cleared: 0, filtered: 0 },
    content: finish(readingAsked(state, network)).request.content ?? '',
    revision: 4,
    told: (now) => ({
      said: `${displayLabel(now.entity('w')!)} holds it together.`,
      caveats: ['Others may take over.'],
      tables: [
        {
          columns: [{ title: 'Figure' }, { title: 'Value', figure: true }],
          rows: [['Density', '0.3']],
          file: [
            ['Figure', 'Value'],
            ['Density', '0.3333333333333333'],
          ],
        },
      ],
      method: ['Density: links by pairs.'],
      named: ['hub'],
    }),
  };
  const there: Asked = { question: { kind: 'network', id: 'network' }, network, answer: between };
  const { text, facts } = printed(there, { whole });
  for (const words of [
    'What is the network like as a whole?',
    'Left out: 1 protected person.',
    'P-01 holds it together.',
    'Others may take over.',
    'Density',
    '0.3',
    'Density: links by pairs.',
    'are not confirmed',
  ])
    expect(text).toContain(words);
  expect(text).not.toContain('Betweenness');
  // Its file has the same table with figures unrounded, and all that is said of them below it.
  const [head, figures, gap, ...notes] = wholeLines(state, whole);
  expect([head, figures, gap]).toEqual([['Figure', 'Value'], ['Density', '0.3333333333333333'], []]);
  for (const words of ['What is the network like as a whole?', 'Left out: 1', 'P-01 holds', 'Others may', 'by pairs.'])
    expect(notes.flat().join('\n')).toContain(words);
  expect(notes.at(-1)).toEqual(['Case: Grey Heron']);
  expect(notes.flat().join('\n')).not.toContain('Worked out at change');
  const later = CaseState.of([...allRecords(state), link('a', 'd', 4)]);
  const old = wholeLines(later, whole).flat().join('\n');
  expect(old).toContain('Worked out at change 4');
  // What is not confirmed is counted in the case of now, and the figures are of another.
  expect(old).toMatch(/these figures\. As the case stands now, .* confirmed/);
  expect(notes.flat().join('\n')).not.toContain('stands now');
  // Where it tells of confirmed links alone, a link that comes to be confirmed makes it old; else nothing it rests on has changed.
  const confirmed = CaseState.of(
    allRecords(state).map((r) =>
      r.kind === 'link' && r.strength === 'unconfirmed' ? { ...r, strength: 'confirmed' } : r,
    ),
  );
  const told = { ...whole, of: degree, content: degree.content };
  const strengths = finish(readingStrengths(state, { kind: 'case' }));
  expect(wholeLines(confirmed, told).flat().join('\n')).not.toContain('Worked out at change');
  expect(
    wholeLines(state, { ...told, strengths })
      .flat()
      .join('\n'),
  ).not.toContain('Worked out at change');
  expect(
    wholeLines(confirmed, { ...told, strengths })
      .flat()
      .join('\n'),
  ).toContain('Worked out at change 4');
  // Where it tells of resamples that lose sources whole, a source that is gone makes it old too.
  const sources = finish(readingStrengths(state, { kind: 'case' }, true));
  const unsaid = CaseState.of(allRecords(state).filter((r) => r.kind !== 'statement'));
  const isOld = (now: CaseState, more: object) =>
    wholeLines(now, { ...told, strengths, ...more })
      .flat()
      .join('\n')
      .includes('Worked out at change 4');
  expect([isOld(state, { sources }), isOld(unsaid, { sources }), isOld(unsaid, {})]).toEqual([false, true, false]);
  expect(facts).toEqual([{ of: 'rows', count: 1 }]);
  // Until it is worked out there is nothing to print; least of all the ranking that stood there before.
  expect(printed(there).facts).toEqual([{ of: 'rows', count: 0 }]);
  expect(printed({ answer: degree, guided: 'key' }, { whole: { ...whole, of: degree } }).text).toContain('holds it');
  expect(
    printed({ answer: degree, guided: 'key', view: 'scatter' }, { whole: { ...whole, of: degree } }).text,
  ).toContain('Degree');
});

test('a printed answer names the sources of the links it counts, numbered and graded, those most rest on first', () => {
  const graded = CaseState.of(
    allRecords(state).map((r) =>
      r.kind === 'source' && r.id === 's2'
        ? { ...r, reference: 'Letter of Name of w', grade: { scheme: '4x4', source: 'B', information: '2' } }
        : r,
    ),
  );
  const there: Asked = { answer: between };
  const { text } = printed(there);
  expect(text).toContain('Sources of the links counted: 2');
  expect(text).toMatch(/1 bill s2 not graded 5\s+2 bill s1 not graded 2/);
  expect(text).not.toContain('rest on no source');
  // A reference that spells the name a pseudonym covers is not printed in the list.
  const now = printed(there, {}, {}, graded).text;
  expect(now).toContain('a source not named here: its reference spells the name of a protected person');
  expect(now).toContain('B2 4×4');
  // Nor in the block, whatever else it says.
  expect(now).not.toContain('Name of w');
  const bare = CaseState.of(allRecords(state).filter((r) => r.kind !== 'statement' || r.source !== 's1'));
  expect(printed(there, {}, {}, bare).text).toContain('Of 7 links counted 2 rest on no source.');
  // Whoever denies a link bears it out no more than nobody does.
  const denied = CaseState.of(
    allRecords(state).map((r) => (r.kind === 'statement' && r.source === 's1' ? { ...r, says: 'no' } : r)),
  );
  expect(printed(there, {}, {}, denied).text).toContain('Of 7 links counted 2 rest on no source.');
  // Of groups the block names them too: nobody among the entities is spoken of by any source.
  expect(printed({ answer: groups }).text).toContain('bill s1');
});
