import { expect, test } from 'vitest';
import { readRecipe, recipeFrom, screensOf } from '#queries/recipes';
import { removalOrderCatalogue } from '#queries/what-if';
import { NO_FILTER } from '#session/filter';
import type { AskedSetting, WhatIfAnswers } from '../../../src/views/last-what-if.ts';
import { shownAnalyses, whatIfRunOf } from '../../../src/views/what-if/recipe.ts';

const setting: AskedSetting = {
  scope: 'case',
  actorsOnly: true,
  confirmedOnly: false,
  events: false,
  chart: 'a-secret-chart',
  filter: NO_FILTER,
};
const kept = { content: '', asked: setting, links: { weak: 0, of: 1 } };
const of = (answers: object) => answers as WhatIfAnswers;
const sets = { ...kept, spared: 1, answer: { size: 4, seed: 7, arrests: { members: ['a-secret-id'] } } };
const curvesOf = (orders: readonly string[]) => ({
  ...kept,
  answer: { parameters: { runs: 20, seed: 3 }, curves: orders.map((order) => ({ order })), missing: [] },
});
const compared = { ...kept, without: ['a-secret-id'], answer: {} };

test('best sets and curves are asked anew as they were, and nobody is named', () => {
  const { screens, leftOut } = shownAnalyses(of({ sets, curves: curvesOf(['random', 'degree']), compared }));
  const text = JSON.stringify(recipeFrom(screens));
  expect(text).not.toContain('secret');
  expect(leftOut).toContain('a recipe names nobody');
  const read = readRecipe(text);
  expect('unfit' in read ? read : screensOf(read)).toEqual(screens);
  expect(screens).toHaveLength(1);
  expect(whatIfRunOf(screens[0]!)).toEqual({
    setting: { scope: 'case', actorsOnly: true, confirmedOnly: false, events: false },
    sets: { size: 4, seed: 7 },
    curves: { runs: 20, seed: 3, orders: ['random', 'degree'] },
  });
});

test('asked of different records they are two analyses; all orders there are need not be listed', () => {
  const other = { ...sets, asked: { ...setting, confirmedOnly: true } };
  const { screens } = shownAnalyses(of({ sets: other, curves: curvesOf(removalOrderCatalogue) }));
  expect(screens.map((s) => s.map((step) => step.id))).toEqual([['best-sets'], ['curves']]);
  expect(screens[1]![0]).not.toHaveProperty('orders');
  expect(whatIfRunOf(screens[0]!)).toMatchObject({ setting: { confirmedOnly: true } });
});

test('where only somebody is thought away there is nothing to be saved, and that is why', () => {
  expect(shownAnalyses(of({ compared }))).toMatchObject({
    screens: [],
    none: expect.stringContaining('names nobody of a case'),
  });
  expect(shownAnalyses(of({}))).toEqual({ screens: [], none: 'Nothing is worked out yet.' });
});
