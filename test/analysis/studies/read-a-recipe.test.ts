import { expect, test } from 'vitest';
import { seededRandom } from '#analysis/graph/seeded-random';
import {
  type Recipe,
  type RecipeScreen,
  type RecipeSetup,
  type RecipeStep,
  readRecipe,
  recipeFrom,
  removalOrders,
  screensOf,
} from '#analysis/studies/index';

test('what is no recipe, of a newer version, or asks for what is not known, is refused', () => {
  const with_ = (analyses: unknown, version = 1) =>
    readRecipe(JSON.stringify({ format: 'skein-recipe', version, analyses }));
  for (const text of ['', '{', 'null', '[]', '{"format":"other","version":1,"analyses":[]}'])
    expect(readRecipe(text)).toEqual({ unfit: 'no-recipe' });
  expect(with_([])).toEqual({ unfit: 'no-recipe' });
  expect(with_([{ kind: 'measure', id: 'degree' }], 4)).toEqual({ unfit: 'newer' });
  const degree = { kind: 'measure', id: 'degree' };
  expect(with_([degree])).toMatchObject({ analyses: [{ id: 'degree', setup: { scope: 'case', weights: 'none' } }] });
  for (const bad of [
    null,
    7,
    { kind: 'measure', id: 'no-such' },
    { kind: 'other', id: 'degree' },
    { ...degree, setup: { scope: 'everywhere' } },
    { ...degree, setup: { weights: 3 } },
    { ...degree, setup: { currency: 3 } },
    { ...degree, setup: { twoMode: { of: 'person', through: 'person', as: 'shared' } } },
    { ...degree, setup: { twoMode: { of: 'person', through: 'no-such', as: 'shared' } } },
    { ...degree, parameters: { damping: {} } },
    { ...degree, parameters: { damping: 0.5 } },
    { kind: 'measure', id: 'pagerank', parameters: { damping: 3 } },
    { kind: 'how-sure', id: 'components' },
    { kind: 'how-sure', id: 'degree', settings: { resamples: 1 } },
    { kind: 'key-players', id: 'degree' },
    { kind: 'key-players', id: 'reach', parameters: [] },
    { kind: 'key-players', id: 'reach', settings: { resamples: 1 } },
    { ...degree, view: 'upside-down' },
    { kind: 'how-sure', id: 'degree', view: 'scatter' },
    { kind: 'network', id: 'density' },
    { kind: 'network', id: 'network', by: 'attribute:' },
    {
      kind: 'network',
      id: 'network',
      by: 'community',
      groups: { method: 'leiden', parameters: { resolution: 'high' } },
    },
    { kind: 'link-measure', id: 'degree' },
    { kind: 'link-measure', id: 'bridges', parameters: { by: 'role' } },
    { kind: 'layers', id: 'components' },
    { kind: 'layers', id: 'layers-present' },
    { kind: 'layers', id: 'brokerage-total', parameters: { by: 'community' } },
    { kind: 'what-if', id: 'removed', removed: ['a'] },
    { kind: 'what-if', id: 'curves', orders: [] },
    { kind: 'what-if', id: 'curves', orders: ['degree', 'degree'] },
    { kind: 'what-if', id: 'curves', orders: ['by-hand'] },
    { kind: 'what-if', id: 'curves', parameters: { runs: 1e9 } },
    { kind: 'what-if', id: 'best-sets', orders: ['degree'] },
    { kind: 'what-if', id: 'best-sets', parameters: { size: 11 } },
    { kind: 'what-if', id: 'best-sets', setup: { scope: 'selection' } },
    { kind: 'what-if', id: 'best-sets', setup: { direction: 'out' } },
  ])
    expect(with_([degree, bad])).toEqual({ unfit: 'unknown-analysis', at: 2 });
});

const PLAIN: RecipeSetup = {
  scope: 'case',
  confirmedOnly: false,
  actorsOnly: false,
  direction: 'ignore',
  weights: 'none',
  events: false,
};
const step = (kind: 'measure' | 'groups', id: string): RecipeStep => ({ kind, id, parameters: {}, setup: PLAIN });
const [degree, betweenness, leiden] = [
  step('measure', 'degree'),
  step('measure', 'betweenness'),
  step('groups', 'leiden'),
];
const network: RecipeStep = { kind: 'network', id: 'network', parameters: {}, setup: PLAIN, by: 'role' };
const sure: RecipeStep = { kind: 'how-sure', id: 'degree', parameters: {}, setup: PLAIN, settings: {} };
const sureByCut: RecipeStep = { ...sure, kind: 'how-sure', settings: {}, view: 'cuts' };
const key: RecipeStep = { kind: 'key-players', id: 'reach', parameters: { size: 2 }, setup: PLAIN };
const curves: RecipeStep = { kind: 'what-if', id: 'curves', parameters: {}, setup: PLAIN, orders: ['random'] };
const sets: RecipeStep = { kind: 'what-if', id: 'best-sets', parameters: { size: 2 }, setup: PLAIN };

test('a recipe states the least version that says all of it', () => {
  const version = (...screens: RecipeScreen[]) => recipeFrom(screens).version;
  expect(version([degree, betweenness, leiden, sure])).toBe(1);
  expect(version([{ kind: 'measure', id: 'degree', parameters: {}, setup: PLAIN, within: 'stage' }])).toBe(2);
  expect(version([{ kind: 'over-time', id: 'degree', parameters: {}, setup: PLAIN, slices: 'month' }])).toBe(2);
  for (const screens of [[[degree], [leiden]], [[network]], [[curves, sets]], [[sureByCut]]])
    expect(version(...(screens as RecipeScreen[]))).toBe(3);
});

test('every analysis of a recipe is on one of its screens, and none in the place of another', () => {
  const of = (version: Recipe['version'], ...analyses: Recipe['analyses']) =>
    screensOf({ format: 'skein-recipe', version, analyses }).map((screen) => screen.map((s) => `${s.kind} ${s.id}`));
  // Of older versions all stand together that can.
  expect(of(1, degree, betweenness, leiden, sure)).toHaveLength(1);
  expect(of(1, sure, key)).toEqual([['how-sure degree'], ['key-players reach']]);
  expect(of(1, leiden, degree)).toEqual([['groups leiden'], ['measure degree']]);
  expect(of(1, degree, leiden, { ...leiden, id: 'louvain' })).toEqual([
    ['measure degree', 'groups leiden'],
    ['groups louvain'],
  ]);
  // Key players are of the graph of the answer, or stand alone.
  expect(of(1, degree, { ...key, setup: { ...PLAIN, confirmedOnly: true } })).toHaveLength(2);
  expect(of(1, { ...key, setup: { ...PLAIN, confirmedOnly: true } }, degree)).toHaveLength(2);
  // Of version 3 what says so, and can.
  expect(of(3, degree, betweenness)).toHaveLength(2);
  expect(of(3, degree, { ...betweenness, beside: true }, { ...network, beside: true })).toEqual([
    ['measure degree', 'measure betweenness'],
    ['network network'],
  ]);
  expect(of(3, sets, { ...curves, beside: true })).toHaveLength(1);
  expect(of(3, sets, { ...sets, beside: true })).toHaveLength(2);
  expect(of(3, { ...degree, beside: true })).toEqual([['measure degree']]);
});

function randomStep(random: () => number): RecipeStep {
  const one = <T>(...of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
  const maybe = <T extends object>(fields: T): T | Record<string, never> => (random() < 0.5 ? fields : {});
  const twoMode = { of: 'person', through: one('event', 'organisation'), as: one('both', 'shared', 'newman') } as const;
  const setup: RecipeSetup = {
    scope: one('case', 'chart', 'selection', 'filtered'),
    confirmedOnly: one(true, false),
    actorsOnly: one(true, false),
    direction: one('ignore', 'out', 'in'),
    weights: one('none', 'count', 'amount', 'strength'),
    events: one(true, false),
    ...maybe({ currency: 'EUR' }),
    ...maybe({ twoMode }),
  };
  const plain = { ...PLAIN, scope: one('case', 'chart', 'filtered'), confirmedOnly: one(true, false) } as const;
  const groups = { method: 'louvain', parameters: maybe({ resolution: 1 + random() }) };
  const grouping = one('type', 'status', 'role', 'stage', 'community', 'attribute:route', 'attribute:é ü');
  return one<() => RecipeStep>(
    () => ({
      kind: 'measure',
      id: 'pagerank',
      parameters: maybe({ damping: 0.5 }),
      setup,
      ...maybe({ within: grouping }),
      ...maybe({ groups }),
      ...maybe({ view: 'scatter' }),
    }),
    () => ({ kind: 'groups', id: one('leiden', 'cliques'), parameters: {}, setup }),
    () => ({
      kind: 'how-sure',
      id: 'degree',
      parameters: {},
      setup,
      settings: maybe({ resamples: 300 }),
      ...maybe({ view: one('cuts', 'flow') }),
    }),
    () => ({ kind: 'over-time', id: 'betweenness', parameters: {}, setup, slices: one('week', 'month', 'year') }),
    () => ({
      kind: 'key-players',
      id: 'fragmentation',
      parameters: maybe({ size: 2 }),
      setup,
      ...maybe({ settings: maybe({ resamples: 300 }) }),
    }),
    () => ({ kind: 'network', id: 'network', parameters: {}, setup, ...maybe({ by: grouping }), ...maybe({ groups }) }),
    () => ({ kind: 'layers', id: 'pagerank', parameters: maybe({ damping: 0.5 }), setup }),
    () => ({ kind: 'link-measure', id: one('bridges', 'link-betweenness'), parameters: {}, setup }),
    () => ({
      kind: 'what-if',
      id: 'curves',
      parameters: maybe({ runs: 20, seed: 4 }),
      setup: plain,
      ...maybe({ orders: removalOrders.filter((_, i) => i === 0 || random() < 0.5) }),
    }),
    () => ({
      kind: 'what-if',
      id: 'best-sets',
      parameters: maybe({ size: 1 + Math.floor(random() * 10) }),
      setup: plain,
    }),
  )();
}

test('any recipe written is read as it was, on the same screens', () => {
  for (let seed = 1; seed <= 400; seed++) {
    const random = seededRandom(seed);
    const analyses = Array.from({ length: 1 + Math.floor(random() * 6) }, () => ({
      ...randomStep(random),
      ...(random() < 0.6 && { beside: true as const }),
    }));
    const screens = screensOf({ format: 'skein-recipe', version: 3, analyses });
    expect(screens.flat()).toHaveLength(analyses.length);
    const recipe = recipeFrom(screens);
    expect(readRecipe(JSON.stringify(recipe))).toEqual(recipe);
    expect(screensOf(recipe)).toEqual(screens);
  }
});

test('whatever is done to a recipe, it is read or refused, and what was read can be written', () => {
  const junk: readonly unknown[] = [
    null,
    -1,
    1e308,
    '',
    '__proto__',
    [],
    {},
    true,
    { toString: 1 },
    'x'.repeat(5000),
    [[[]]],
  ];
  const one = <T>(random: () => number, of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
  let read = 0;
  for (let seed = 1; seed <= 400; seed++) {
    const random = seededRandom(seed);
    const recipe: unknown = JSON.parse(JSON.stringify(recipeFrom([[randomStep(random)], [randomStep(random)]])));
    let at = recipe as Record<string, unknown>;
    for (;;) {
      const name = one(random, Object.keys(at).length > 0 ? Object.keys(at) : ['more']);
      const inner = at[name];
      if (typeof inner === 'object' && inner !== null && random() < 0.8) at = inner as Record<string, unknown>;
      else {
        at[name] = one(random, junk);
        break;
      }
    }
    const found = readRecipe(JSON.stringify(recipe));
    if ('unfit' in found) continue;
    read++;
    expect(readRecipe(JSON.stringify(recipeFrom(screensOf(found))))).not.toHaveProperty('unfit');
  }
  expect(read).toBeGreaterThan(0);
  expect(read).toBeLessThan(400);
});
