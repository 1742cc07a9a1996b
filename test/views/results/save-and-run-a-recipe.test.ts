import { expect, test } from 'vitest';
import { NO_FILTER } from '#session/filter';
import type { MeasureAnswer } from '../../../src/views/last-answer.ts';
import { readRecipe, recipeOf } from '../../../src/views/results/recipe.ts';

const answer: MeasureAnswer = {
  kind: 'measure',
  id: 'betweenness',
  scope: { kind: 'case' },
  asked: {
    kind: 'case',
    chosen: ['a-secret-id'],
    chart: 'c',
    filter: NO_FILTER,
    events: false,
    direction: 'out',
    weights: 'amount',
    currency: 'USD',
    confirmedOnly: true,
  },
  content: 'x',
  result: {
    measure: 'betweenness',
    rows: [{ id: 'a-secret-id', value: 1 }],
    revision: 1,
    scope: 'case',
    direction: 'out',
    weights: 'amount',
    parameters: { length: 'inverse', normalised: true },
    nodes: 1,
    edges: 0,
    loopsLeftOut: 0,
    parallelMerged: 0,
    eventsLeftOut: 0,
    unweighedLeftOut: 0,
    took: 1,
  },
};

test('a recipe says what was asked and how, and nothing of the case; read again it is the same', () => {
  const recipe = recipeOf({ answer, columns: [{ ...answer, id: 'degree' }] })!;
  const text = JSON.stringify(recipe);
  expect(text).not.toContain('secret');
  expect(readRecipe(text)).toEqual(recipe);
  expect(recipe.analyses.map((a) => a.id)).toEqual(['betweenness', 'degree']);
  expect(recipe.analyses[0]!.setup).toMatchObject({ direction: 'out', currency: 'USD', confirmedOnly: true });
  expect(recipeOf({})).toBeUndefined();
});

test('what is no recipe, of a newer version, or asks for what is not known, is refused', () => {
  const with_ = (analyses: unknown, version = 1) =>
    readRecipe(JSON.stringify({ format: 'skein-recipe', version, analyses }));
  for (const text of ['', '{', 'null', '[]', '{"format":"other","version":1,"analyses":[]}'])
    expect(readRecipe(text)).toEqual({ unfit: 'no-recipe' });
  expect(with_([])).toEqual({ unfit: 'no-recipe' });
  expect(with_([{ kind: 'measure', id: 'degree' }], 2)).toEqual({ unfit: 'newer' });
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
  ])
    expect(with_([degree, bad])).toEqual({ unfit: 'unknown-analysis', at: 2 });
});
