import { expect, test } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import type { Entity } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import { drawSheet } from '#drawing/drawing-tasks';
import { textsOf } from '#drawing/scene/scene';
import { AnalysisDesk } from '#queries/analysis';
import { bestSets, removalCurves, whatIf } from '#queries/what-if';
import { NO_FILTER } from '#session/filter';
import { protectedIn, unconfirmedIn } from '../../../src/views/answer-scope.ts';
import {
  type AskedSetting,
  contentsOf,
  type Kept,
  requestOf,
  type WhatIfAnswers,
} from '../../../src/views/last-what-if.ts';
import type { Wanted } from '../../../src/views/paper/sheet-request.ts';
import { whatIfReport } from '../../../src/views/paper/what-if-report.ts';
import { AT_FIRST } from '../../../src/views/timeline-settings.ts';
import { analysisHere } from '../../support/analysis-here.ts';

const person = (id: string, more: Partial<Entity> = {}): Entity => ({
  id,
  kind: 'entity',
  type: 'person',
  label: `Name of ${id}`,
  ...more,
});
const link = (from: string, to: string): Link => ({
  id: `${from}-${to}`,
  kind: 'link',
  type: 'associate',
  from,
  to,
  direction: 'none',
  strength: from === 'a' ? 'unconfirmed' : 'confirmed',
});
/** Two rings of three that hang together at the hub, whose witness is protected; a detour past the hub runs through her. */
const caseOf = (more: readonly Link[] = []) =>
  CaseState.of([
    { id: 'case', kind: 'case', caseId: 'x', title: 'Grey Heron', zone: 'UTC', marking: 'RESTRICTED', stages: [] },
    ...['a', 'b', 'c', 'd', 'hub'].map((id) => person(id)),
    person('w', { protection: 'protected', pseudonym: 'P-01' }),
    ...[
      ['a', 'b'],
      ['a', 'hub'],
      ['b', 'hub'],
      ['c', 'd'],
      ['c', 'hub'],
      ['d', 'hub'],
      ['b', 'w'],
      ['w', 'c'],
    ].map(([from, to]) => link(from!, to!)),
    ...more,
  ]);

const asked: AskedSetting = {
  scope: 'case',
  actorsOnly: false,
  confirmedOnly: false,
  events: false,
  chart: undefined,
  filter: NO_FILTER,
};

async function answersOf(state: CaseState): Promise<WhatIfAnswers> {
  const desk = new AnalysisDesk(analysisHere, 1);
  const graph = requestOf(state, asked, 3);
  const spared = protectedIn(state, graph);
  const contents = contentsOf(state, graph);
  const links = unconfirmedIn(state, graph.scope);
  const kept = <A>(found: { readonly ok: boolean; readonly figure?: A }, content: string): Kept<A> => ({
    answer: found.figure!,
    content,
    asked,
    links,
  });
  return {
    compared: {
      ...kept(await whatIf(desk, state, { ...graph, entities: ['hub'] }), contents.compared),
      without: ['hub'],
    },
    sets: {
      ...kept(await bestSets(desk, state, { ...graph, size: 1, excluded: spared }), contents.sets),
      spared: spared.length,
    },
    curves: kept(await removalCurves(desk, state, graph), contents.curves),
  };
}

function printed(state: CaseState, whatIf: WhatIfAnswers | undefined) {
  const wanted = {
    subject: 'what-if',
    chart: '',
    filter: null,
    settings: AT_FIRST,
    answer: undefined,
    whatIf,
    sheet: { format: 'A4', orientation: 'portrait', ink: 'monochrome' },
    shape: 'as-drawn',
    linkWords: 'all',
    index: false,
    tiles: 'none',
    listed: 'chart',
    author: { initials: 'AB', unit: '' },
    today: new Date('2026-11-22T00:00:00Z'),
  } as Wanted;
  const { request, facts } = whatIfReport(state, { seq: 3, hash: 'ab'.repeat(32) }, wanted, {
    sheet: wanted.sheet,
    locale: 'en',
    marking: 'RESTRICTED',
  });
  const { sheets, missing } = drawSheet(request);
  return { facts, missing, text: sheets.flatMap(({ scene }) => [...textsOf(scene)].map((s) => s.text)).join(' ') };
}

test('a what-if on paper: the caveat, before and after, who takes over by pseudonym, both sets, curves with letters, what it was asked of', async () => {
  const state = caseOf();
  const { text, missing } = printed(state, await answersOf(state));
  expect(missing).toEqual([]);
  for (const words of [
    'Networks answer a loss',
    'Without Name of hub',
    'Before and after',
    'Who comes to stand between others',
    'P-01',
    'Best 1 to arrest, by what it would part',
    'Best 1 to watch, by whom they are linked with',
    '1 protected person is not proposed.',
    'E · Key players, greedily',
    'Asked of 6 entities, 8 linked pairs (8 links), in the whole case. 2 of the 8 links are not confirmed, and count like the others.',
    'Change 3.',
  ])
    expect(text).toContain(words);
  // The detour was through the witness: who she is stands nowhere.
  expect(text).not.toContain('Name of w');
  expect(text).not.toContain('the case has changed since');
});

test('a what-if on paper says when the case makes another graph since', async () => {
  const answers = await answersOf(caseOf());
  expect(printed(caseOf([link('a', 'd')]), answers).text).toContain('the case has changed since');
});

test('nothing worked out is nothing to print', () => {
  expect(printed(caseOf(), undefined).facts).toEqual([{ of: 'rows', count: 0 }]);
});
