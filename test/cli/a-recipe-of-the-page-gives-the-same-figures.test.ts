import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCli } from '#cli/index';
import { CaseState } from '#domain/change/case-state';
import type { CaseRecord } from '#domain/record';
import { AnalysisDesk } from '#queries/analysis';
import { knownGroups } from '#queries/known-groups';
import { measureLinks } from '#queries/link-measures';
import { measureOverTime } from '#queries/over-time';
import { readRecipe, recipeFrom } from '#queries/recipes';
import { bestSets, removalCurves } from '#queries/what-if';
import { everyNetworkFigure, networkFigures } from '#queries/whole-network';
import { measureWithinGroups } from '#queries/within-groups';
import { NO_FILTER } from '#session/filter';
import type { Asked, MeasureAnswer } from '../../src/views/last-answer.ts';
import { pageRunOf, shownAnalyses } from '../../src/views/results/recipe.ts';
import { sameQuestion } from '../../src/views/results/same-question.ts';
import { setupBehind } from '../../src/views/results/setup.ts';
import { analysisHere } from '../support/analysis-here.ts';

const folder = mkdtempSync(join(tmpdir(), 'skein-recipe-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Two dense ends and a bridge, over three months; some lines are not confirmed, one has no date. */
const people = Array.from({ length: 12 }, (_, i) => ({ id: `p${i}`, route: i % 3 === 0 ? 'sea' : 'land' }));
const lines = [
  [0, 1],
  [0, 2],
  [1, 2],
  [2, 3],
  [3, 0],
  [3, 4],
  [4, 5],
  [5, 6],
  [6, 7],
  [7, 4],
  [6, 4],
  [8, 9],
  [9, 10],
  [10, 11],
  [11, 8],
  [7, 8],
  [0, 6],
].map(([a, b], i) => ({
  source: `p${a}`,
  target: `p${b}`,
  strength: i % 5 === 4 ? ('unconfirmed' as const) : ('confirmed' as const),
  day: i === 16 ? '' : `2026-0${1 + (i % 3)}-1${i % 8}`,
}));
const state = CaseState.of([
  { id: 'case', kind: 'case', caseId: 'x', title: 'T', zone: 'UTC', stages: [] },
  ...people.map(
    ({ id, route }): CaseRecord => ({
      id,
      kind: 'entity',
      type: 'person',
      label: id,
      attributes: [{ field: 'route', value: route }],
    }),
  ),
  ...lines.map(
    ({ source, target, strength, day }, i): CaseRecord => ({
      id: `l${i}`,
      kind: 'link',
      type: 'associate',
      from: source,
      to: target,
      direction: 'none',
      strength,
      ...(day !== '' && { span: { earliest: day, latest: day } }),
    }),
  ),
]);
const file = (name: string, rows: readonly (readonly string[])[]) => {
  const path = join(folder, name);
  writeFileSync(path, rows.map((r) => `${r.join(',')}\n`).join(''));
  return path;
};
const files = [
  '--links',
  file('links.csv', [
    ['source', 'target', 'strength', 'day'],
    ...lines.map((l) => [l.source, l.target, l.strength, l.day]),
  ]),
  '--source',
  'source',
  '--target',
  'target',
  '--nodes',
  file('nodes.csv', [['id', 'route'], ...people.map((p) => [p.id, p.route])]),
  '--id',
  'id',
  '--strength',
  'strength',
];

async function recipeRun(recipe: unknown, ...more: string[]) {
  const path = join(folder, 'recipe.json');
  writeFileSync(path, JSON.stringify(recipe));
  const printed: string[] = [];
  const complaints: string[] = [];
  const status = await runCli(['recipe', path, ...files, ...more, '--json'], {
    print: (t) => printed.push(t),
    complain: (l) => complaints.push(l),
  });
  return { status, complaints, analyses: printed.length > 0 ? JSON.parse(printed[0]!).analyses : [] };
}

const recipeOf = (asked: Asked) => recipeFrom(shownAnalyses(asked).screens);
const desk = new AnalysisDesk(analysisHere, 1);
const figureOf = <F>(found: { readonly ok: boolean; readonly figure?: F }): F => {
  expect(found.ok).toBe(true);
  return found.figure!;
};
const request = { scope: { kind: 'case' }, direction: 'ignore', weights: 'none', revision: 1 } as const;
const asked = {
  kind: 'case',
  chosen: [],
  chart: undefined,
  filter: NO_FILTER,
  events: false,
  direction: 'ignore',
  weights: 'none',
} as const;
const answerOf = (id: string, result: MeasureAnswer['result']): MeasureAnswer => ({
  kind: 'measure',
  id,
  scope: request.scope,
  asked,
  content: '',
  result,
});
const onPage = (rows: MeasureAnswer['result']['rows']) => rows.map((r) => [r.id, r.value ?? null]);
const inFiles = (result: { nodes: { id: string; values: Record<string, number | null> }[] }, id: string) =>
  result.nodes.map((n) => [n.id, n.values[id]]);

test('figures within groups are the same on the page, from its recipe on the page, and from its recipe in files', async () => {
  const parameters = { resolution: 1.5, seed: 3 };
  const groups = figureOf(await desk.communities(state, request, 'leiden', parameters));
  const route = { ...request, measure: 'degree', within: 'attribute:route' as const };
  const found = { ...request, measure: 'betweenness', within: 'community' as const, groups: knownGroups(groups) };
  const byRoute = figureOf(await measureWithinGroups(desk, state, route));
  const byGroup = figureOf(await measureWithinGroups(desk, state, found));
  const recipe = recipeOf({ answer: answerOf('degree', byRoute), columns: [answerOf('betweenness', byGroup)] });
  expect(recipe.version).toBe(2);
  const read = readRecipe(JSON.stringify(recipe));
  expect(read).toEqual(recipe);
  expect(pageRunOf(recipe.analyses)?.figures).toMatchObject([
    { kind: 'measure', id: 'degree', within: 'attribute:route' },
    { kind: 'measure', id: 'betweenness', within: 'community', groups: { method: 'leiden' } },
  ]);
  const { status, analyses, complaints } = await recipeRun(recipe);
  expect(complaints).toEqual([]);
  expect(status).toBe(0);
  expect(inFiles(analyses[0].result, 'degree')).toEqual(onPage(byRoute.rows));
  expect(inFiles(analyses[1].result, 'betweenness')).toEqual(onPage(byGroup.rows));
  // Over all it is another figure: a recipe that lost its groups would show.
  const whole = figureOf(await desk.measure(state, request, 'degree'));
  expect(onPage(whole.rows)).not.toEqual(onPage(byRoute.rows));
});

test('a measure by groups that were found, or by a field, keeps them in its recipe and is the same from files', async () => {
  const found = { resolution: 1.5, seed: 3 };
  const groups = knownGroups(figureOf(await desk.communities(state, request, 'leiden', found)));
  const [by, field] = [{ by: 'community' }, { by: 'attribute:route' }];
  const byGroup = figureOf(await desk.measure(state, request, 'brokerage-coordinator', by, { groups }));
  const byRoute = figureOf(await desk.measure(state, request, 'brokerage-coordinator', field));
  const answer = answerOf('brokerage-coordinator', byGroup);
  const recipe = recipeOf({ answer, columns: [answerOf('brokerage-coordinator', byRoute)] });
  expect(recipe.version).toBe(2);
  expect(recipe.analyses[0]).toMatchObject({ groups: { method: 'leiden', parameters: found } });
  expect(recipe.analyses[1]).not.toHaveProperty('groups');
  expect(readRecipe(JSON.stringify(recipe))).toEqual(recipe);
  const { analyses, complaints } = await recipeRun(recipe);
  expect(complaints).toEqual([]);
  expect(inFiles(analyses[0].result, 'brokerage-coordinator')).toEqual(onPage(byGroup.rows));
  expect(inFiles(analyses[1].result, 'brokerage-coordinator')).toEqual(onPage(byRoute.rows));
  // By groups found in another way it is another question, and stands beside this one.
  const louvain = knownGroups(figureOf(await desk.communities(state, request, 'louvain')));
  const other = figureOf(await desk.measure(state, request, 'brokerage-coordinator', by, { groups: louvain }));
  expect(sameQuestion(answer, answerOf('brokerage-coordinator', other))).toBe(false);
  expect(sameQuestion(answer, answerOf('brokerage-coordinator', byGroup))).toBe(true);
});

test('a ranking over time is the same on the page and from its recipe in files', async () => {
  const figure = figureOf(await measureOverTime(desk, state, { ...request, measure: 'betweenness', unit: 'month' }));
  const answer = answerOf('betweenness', figureOf(await desk.measure(state, request, 'betweenness')));
  const there: Asked = { answer, view: 'time', slices: 'month' };
  const recipe = recipeOf(there);
  expect(recipe.analyses.at(-1)).toMatchObject({ kind: 'over-time', id: 'betweenness', slices: 'month' });
  expect(pageRunOf(recipe.analyses)).toMatchObject({
    view: 'time',
    slices: 'month',
    figures: [{ kind: 'measure', id: 'betweenness' }, {}],
  });
  const { analyses, complaints } = await recipeRun(recipe, '--begin', 'day');
  expect(complaints).toEqual([]);
  const { over_time: time } = analyses.at(-1).result;
  expect(time).toMatchObject({ unit: 'month', undated: figure.undated });
  expect(time.slices.map((s: { from: string }) => Date.parse(s.from))).toEqual(figure.slices.map((s) => s.from));
  figure.slices.forEach((slice, i) => {
    const { lines: count, nodes, edges, measures } = time.slices[i];
    expect({ lines: count, nodes, edges }).toMatchObject({
      lines: slice.lines,
      nodes: slice.nodes,
      edges: slice.edges,
    });
    const cells = new Map(figure.rows.map((r) => [r.id, r.cells[i]!]));
    for (const { id, value, rank } of measures.betweenness)
      expect([id, value, rank ?? undefined]).toEqual([id, cells.get(id)!.value, cells.get(id)!.rank]);
    expect(measures.betweenness).toHaveLength([...cells.values()].filter((c) => c.value !== undefined).length);
  });
});

test('figures of the whole, of links, by kind of link and of removals are the same on the page and from its recipe in files', async () => {
  const groups = { method: 'louvain', parameters: { resolution: 1.5, seed: 3 } };
  const figures = everyNetworkFigure('community');
  const plain = { id: '', parameters: {}, setup: setupBehind(asked) };
  const recipe = recipeFrom([
    [{ ...plain, kind: 'network', id: 'network', by: 'community', groups }],
    [{ ...plain, kind: 'network', id: 'network', by: 'attribute:route' }],
    [{ ...plain, kind: 'link-measure', id: 'link-betweenness' }],
    [{ ...plain, kind: 'layers', id: 'betweenness' }],
    [
      { ...plain, kind: 'what-if', id: 'best-sets', parameters: { size: 2 } },
      { ...plain, kind: 'what-if', id: 'curves', parameters: { runs: 20, seed: 4 }, orders: ['random', 'degree'] },
    ],
  ]);
  expect(recipe.version).toBe(3);
  const { status, complaints, analyses } = await recipeRun(recipe, '--begin', 'day', '--layer', 'strength');
  expect({ status, complaints }).toEqual({ status: 0, complaints: [] });
  const [whole, byRoute, links, layers, sets, curves] = analyses.map((a: { result: unknown }) => a.result);

  const network = figureOf(await networkFigures(desk, state, { ...request, figures, foundBy: groups }));
  expect(network.groupsBy).toMatchObject(groups);
  const values = (of: { figures: readonly { figure?: string; id?: string; value: number | null }[] }) =>
    of.figures.map((f) => [f.figure ?? f.id, f.value]);
  expect(values(whole)).toEqual(values(network));
  expect(whole.over_time.unit).toBe('month');
  expect(values(byRoute)).toEqual(
    values(figureOf(await networkFigures(desk, state, { ...request, figures: everyNetworkFigure('attribute:route') }))),
  );
  expect(values(byRoute)).not.toEqual(values(whole));

  const measured = figureOf(await measureLinks(desk, state, { ...request, measure: 'link-betweenness' }));
  const pair = (a: string, b: string, value: unknown) => [[a, b].sort().join(' '), value] as const;
  expect(
    new Map(
      links.links.map((l: { source: string; target: string; values: Record<string, number> }) =>
        pair(l.source, l.target, l.values['link-betweenness']),
      ),
    ),
  ).toEqual(new Map(measured.rows.map((r) => pair(r.from, r.to, r.value))));

  // In the files the kind of a link is what the column says; over all of them it is as on the page.
  const all = figureOf(await desk.measure(state, request, 'betweenness'));
  expect(inFiles(layers, 'betweenness')).toEqual(onPage(all.rows));
  expect(Object.keys(layers.nodes[0].by_layer).sort()).toEqual(['confirmed', 'unconfirmed']);

  const best = figureOf(await bestSets(desk, state, { ...request, size: 2, seed: 1 }));
  expect(sets).toMatchObject({ arrest: { set: membersOf(best.arrests) }, watch: { set: membersOf(best.watch) } });
  const drawn = figureOf(
    await removalCurves(desk, state, { ...request, runs: 20, seed: 4, orders: ['random', 'degree'] }),
  );
  expect(curves.curves.map((c: { order: string; area: number }) => [c.order, c.area])).toEqual(
    drawn.curves.map((c) => [c.order, c.area]),
  );
});

const membersOf = (set: object): unknown => ('members' in set ? set.members : undefined);

test('without dates, kinds of links or the column, figures of the whole stand and say what was left out', async () => {
  const plain = { parameters: {}, setup: setupBehind(asked) };
  const { analyses } = await recipeRun(
    recipeFrom([
      [{ ...plain, kind: 'network', id: 'network', by: 'stage' }],
      [{ ...plain, kind: 'layers', id: 'degree' }],
    ]),
  );
  expect(analyses[0].notes.map((n: { code: string }) => n.code)).toEqual(['no-groups-of-that-name', 'not-by-month']);
  expect(analyses[0].result.figures.map((f: { id: string }) => f.id)).toContain('density');
  expect(analyses[1]).toMatchObject({ result: null, refused: { code: 'no-layers' } });
});

test('what a recipe needs and the files have not is refused by code; the others stand', async () => {
  const setup = {
    scope: 'case',
    confirmedOnly: false,
    actorsOnly: false,
    direction: 'ignore',
    weights: 'none',
    events: false,
  };
  const step = { id: 'degree', parameters: {}, setup };
  const { status, analyses } = await recipeRun({
    format: 'skein-recipe',
    version: 2,
    analyses: [
      { kind: 'measure', ...step, within: 'stage' },
      { kind: 'over-time', ...step, slices: 'month' },
      { kind: 'measure', ...step },
    ],
  });
  expect(status).toBe(0);
  expect(analyses.map((a: { refused?: { code: string } }) => a.refused?.code)).toEqual([
    'no-grouping',
    'no-dates',
    undefined,
  ]);
});

test('a recipe whose groups or slices do not fit is no recipe, and one without them stays of version 1', () => {
  const setup = { scope: 'case' };
  const of = (...analyses: unknown[]) => readRecipe(JSON.stringify({ format: 'skein-recipe', version: 2, analyses }));
  const step = { kind: 'measure', id: 'degree', setup };
  for (const wrong of [
    { ...step, within: 'shoe-size' },
    { ...step, within: 'community', groups: { method: 'tea-leaves' } },
    { ...step, within: 'community', groups: { method: 'leiden', parameters: { resolution: -4 } } },
    { ...step, kind: 'over-time', slices: 'moon' },
    { ...step, kind: 'over-time', id: 'components', slices: 'month' },
  ])
    expect(of(step, wrong)).toEqual({ unfit: 'unknown-analysis', at: 2 });
  expect(readRecipe(JSON.stringify({ format: 'skein-recipe', version: 4, analyses: [step] }))).toEqual({
    unfit: 'newer',
  });
});
