import { expect, test } from 'vitest';
import type { ParameterValues } from '#queries/analysis';
import { type RecipeScreen, type RecipeStep, readRecipe, recipeFrom, screensOf } from '#queries/recipes';
import { NO_FILTER } from '#session/filter';
import type { Asked, GroupAnswer, MeasureAnswer } from '../../../src/views/last-answer.ts';
import { isAmong } from '../../../src/views/recipe-in-hand.ts';
import { screenName } from '../../../src/views/recipe-words.ts';
import { pageRunOf, shownAnalyses, wholeRunOf } from '../../../src/views/results/recipe.ts';

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
    identityLeftOut: 0,
    took: 1,
  },
};

/** What is shown, written to a file and read again. */
function readAgain(asked: Asked): RecipeScreen {
  const { screens } = shownAnalyses(asked);
  const text = JSON.stringify(recipeFrom(screens));
  expect(text).not.toContain('secret');
  const read = readRecipe(text);
  if ('unfit' in read) throw new Error(read.unfit);
  expect(screensOf(read)).toEqual(screens);
  return screens[0]!;
}
const named = (screen: RecipeScreen) => screen.map((a) => `${a.kind} ${a.id}`);

test('a recipe says what was asked and how, and nothing of the case; read again it is the same', () => {
  const screen = readAgain({ answer, columns: [{ ...answer, id: 'harmonic' }] });
  expect(named(screen)).toEqual(['measure betweenness', 'measure harmonic']);
  expect(screen[0]!.setup).toMatchObject({ direction: 'out', currency: 'USD', confirmedOnly: true });
  expect(shownAnalyses({})).toMatchObject({ screens: [], none: expect.any(String) });
});

test('how an answer is looked at goes into the recipe, and the page looks at it so again', () => {
  const settings = { resamples: 400, missing: 0.1, model: 'degree' };
  const columns = [{ ...answer, id: 'harmonic' }];
  expect(readAgain({ answer, settings })).toHaveLength(1);
  for (const view of ['intervals', 'cuts', 'flow'] as const) {
    const screen = readAgain({ answer, columns, view, settings });
    expect(named(screen)).toEqual(['measure betweenness', 'measure harmonic', 'how-sure betweenness']);
    expect(pageRunOf(screen)).toMatchObject({ view, settings, figures: [{ id: 'betweenness' }, {}, {}] });
  }
  expect(pageRunOf(readAgain({ answer, columns, view: 'scatter' }))).toMatchObject({
    view: 'scatter',
    figures: [{ id: 'betweenness' }, { id: 'harmonic' }],
  });
  expect(pageRunOf(readAgain({ answer, view: 'time', slices: 'week' }))).toMatchObject({
    view: 'time',
    slices: 'week',
  });
});

test('key players go into the recipe where they are shown, and nobody who must be in the set or must not', () => {
  const keyPlayers = { criterion: 'reach', parameters: { size: 2 }, forced: ['a-secret-id'], excluded: [] };
  const asked = { answer, guided: 'key', keyPlayers } as const;
  const alone = readAgain(asked);
  expect(named(alone)).toEqual(['key-players reach']);
  // Alone they need a graph: that of their own setup.
  expect(pageRunOf(alone)).toMatchObject({
    guided: 'key',
    keyPlayers: { criterion: 'reach', parameters: { size: 2 } },
    figures: [{ id: 'degree', setup: alone[0]!.setup }],
  });
  // How sure the set is comes back with it.
  const settings = { resamples: 300 };
  const sure = readAgain({ ...asked, keyPlayers: { ...keyPlayers, sure: settings } });
  expect(pageRunOf(sure)?.keyPlayers).toEqual({ criterion: 'reach', parameters: { size: 2 }, sure: settings });
  expect(named(readAgain({ ...asked, columns: [answer] }))).toHaveLength(3);
  expect(shownAnalyses(asked).leftOut).toContain('a recipe names nobody');
  expect(shownAnalyses({ ...asked, keyPlayers: { ...keyPlayers, forced: [] } })).not.toHaveProperty('leftOut');
  // Looked at in another way, the answer is shown and not the set.
  const other = { ...asked, columns: [answer], view: 'intervals' } as const;
  expect(named(readAgain(other)).at(-1)).toBe('how-sure betweenness');
  expect(shownAnalyses(other)).not.toHaveProperty('leftOut');
});

test('figures of the whole and of links are saved where they are shown, and not the answer of before', () => {
  const network = { whole: 'network', asked: answer.asked, by: 'community' } as const;
  const whole = readAgain({ answer, question: { kind: 'network', id: 'network' }, network });
  expect(whole).toMatchObject([{ kind: 'network', by: 'community', groups: { method: 'leiden' } }]);
  expect(wholeRunOf(whole)).toMatchObject({ whole: 'network', id: 'network', by: 'community', groups: {} });
  const links = readAgain({
    answer,
    question: { kind: 'links', id: 'bridges' },
    network: { ...network, whole: 'links' },
  });
  expect(links).toEqual([{ kind: 'link-measure', id: 'bridges', parameters: {}, setup: whole[0]!.setup }]);
  expect(wholeRunOf(links)).toMatchObject({ whole: 'links', id: 'bridges' });
  expect(pageRunOf(links)).toBeUndefined();
  const byKind = (layered?: { readonly id: string; readonly parameters: ParameterValues }): Asked => ({
    answer,
    question: { kind: 'layers', id: 'layers' },
    network: { whole: 'layers', asked: answer.asked, ...(layered && { layered }) },
  });
  const layers = readAgain(byKind({ id: 'harmonic', parameters: { length: 'inverse' } }));
  expect(layers).toEqual([
    { kind: 'layers', id: 'harmonic', parameters: { length: 'inverse' }, setup: whole[0]!.setup },
  ]);
  expect(wholeRunOf(layers)).toMatchObject({ whole: 'layers', layered: { id: 'harmonic' } });
  expect(named(readAgain(byKind()))).toEqual(['layers degree']);
  // By groups that were found before, whatever they were, it would be another figure in another case.
  expect(shownAnalyses(byKind({ id: 'brokerage-total', parameters: { by: 'community' } }))).toMatchObject({
    screens: [],
    none: expect.stringContaining('which groups are found'),
  });
});

test('beside groups nothing is shown, and so nothing is saved', () => {
  const { measure: _, ...result } = answer.result as Extract<MeasureAnswer['result'], { readonly measure: string }>;
  const groups = {
    ...answer,
    kind: 'groups',
    id: 'leiden',
    result: { ...result, method: 'leiden', parameters: { seed: 2 } },
  } as unknown as GroupAnswer;
  expect(named(readAgain({ answer: groups, columns: [answer], groups }))).toEqual(['groups leiden']);
});

test('an analysis of a recipe is told by its name, and in what its graph differs; it is known when it is shown', () => {
  const setup = shownAnalyses({ answer }).screens[0]![0]!.setup;
  const step: RecipeStep = { kind: 'how-sure', id: 'betweenness', parameters: {}, setup, settings: {} };
  const all = { ...setup, confirmedOnly: false };
  const screen = shownAnalyses({ answer, view: 'intervals' }).screens[0]!;
  expect(screenName(screen, setup)).toBe('Betweenness: How sure');
  expect(screenName(screen, all)).toBe('Betweenness: How sure (Confirmed links only)');
  // Parameters that a recipe does not say are as usual.
  expect(isAmong([step], [screen])).toBe(true);
  expect(isAmong([{ ...step, parameters: { normalised: false } }], [screen])).toBe(false);
  expect(isAmong([{ ...step, view: 'cuts' }], [screen])).toBe(false);
  expect(isAmong([{ ...step, setup: all }], [screen])).toBe(false);
});
