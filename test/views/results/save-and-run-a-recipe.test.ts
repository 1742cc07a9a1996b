import { expect, test } from 'vitest';
import { readRecipe } from '#queries/recipes';
import { NO_FILTER } from '#session/filter';
import type { MeasureAnswer } from '../../../src/views/last-answer.ts';
import { namesMembers, pageRunOf, recipeOf } from '../../../src/views/results/recipe.ts';

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
  const recipe = recipeOf({ answer, columns: [{ ...answer, id: 'harmonic' }] })!;
  const text = JSON.stringify(recipe);
  expect(text).not.toContain('secret');
  expect(readRecipe(text)).toEqual(recipe);
  expect(recipe.analyses.map((a) => a.id)).toEqual(['betweenness', 'harmonic']);
  expect(recipe.analyses[0]!.setup).toMatchObject({ direction: 'out', currency: 'USD', confirmedOnly: true });
  expect(recipeOf({})).toBeUndefined();
});

test('how sure an answer is and its key players go into the recipe where they are shown, and the page shows them again', () => {
  const settings = { resamples: 400, missing: 0.1, model: 'degree' };
  const keyPlayers = { criterion: 'reach', parameters: { size: 2 } };
  expect(recipeOf({ answer, settings })!.analyses).toHaveLength(1);
  const recipe = recipeOf({ answer, view: 'cuts', settings, guided: 'key', keyPlayers })!;
  expect(readRecipe(JSON.stringify(recipe))).toEqual(recipe);
  expect(recipe.analyses.map((a) => [a.kind, a.id])).toEqual([
    ['measure', 'betweenness'],
    ['how-sure', 'betweenness'],
    ['key-players', 'reach'],
  ]);
  const run = pageRunOf(recipe);
  expect(run).toMatchObject({ view: 'intervals', settings, guided: 'key', keyPlayers });
  expect(run.figures[0]).toEqual(recipe.analyses[0]);
  // Key players alone need a graph: that of their own setup.
  const [, , key] = recipe.analyses;
  expect(pageRunOf({ ...recipe, analyses: [key!] }).figures).toMatchObject([{ id: 'degree', setup: key!.setup }]);
});

test('who must be in a set or must not is no part of a recipe, and that can be told', () => {
  const keyPlayers = { criterion: 'reach', parameters: { size: 2 }, forced: ['a-secret-id'], excluded: [] };
  const asked = { answer, guided: 'key', keyPlayers } as const;
  expect(JSON.stringify(recipeOf(asked))).not.toContain('a-secret-id');
  expect(recipeOf(asked)?.analyses.at(-1)).toMatchObject({ kind: 'key-players', id: 'reach', parameters: { size: 2 } });
  expect(namesMembers(asked)).toBe(true);
  expect(namesMembers({ ...asked, keyPlayers: { ...keyPlayers, forced: [] } })).toBe(false);
  expect(namesMembers({ answer, keyPlayers })).toBe(false);
});
