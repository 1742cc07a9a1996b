import { expect, test } from 'vitest';
import { NO_FILTER } from '#session/filter';
import { appliedText } from '../../../src/views/applied-words.ts';
import { askedWith } from '../../../src/views/results/setup.ts';
import { differenceWords, scopeWords } from '../../../src/views/setup-words.ts';

const figure = { measure: 'betweenness', scope: 'whole-case', revision: 12 } as Parameters<typeof appliedText>[0];

test('a legend names all in which the graph of a figure was not as usual, and nothing where it was', () => {
  expect(appliedText(figure)).toMatch(/^Betweenness, .*, change 12$/);
  expect(appliedText(figure)).not.toContain('only');
  const text = appliedText({
    ...figure,
    graph: {
      inQuestion: true,
      confirmedOnly: true,
      direction: 'in',
      weights: 'amount',
      currency: 'THB',
      events: true,
      at: { kind: 'known', date: '2026-03-01' },
    },
  });
  for (const word of [
    'who is in question only',
    'confirmed links only',
    'arrows turned round',
    'weighed by THB',
    'with events',
    'as known on 2026-03-01',
  ])
    expect(text).toContain(word);
});

test('two kinds are asked of without the arrows and weights that the form still shows, and that is what is said', () => {
  const sight = { chosen: [], chart: undefined, filter: NO_FILTER };
  const form = {
    scope: 'case',
    confirmedOnly: false,
    actorsOnly: false,
    direction: 'out',
    weights: 'amount',
    currency: 'THB',
    events: false,
  } as const;
  const kinds = askedWith({ ...form, twoMode: { of: 'person', through: 'event', as: 'shared' } }, sight);
  expect(kinds).toMatchObject({ direction: 'ignore', weights: 'none', events: true });
  expect('currency' in kinds).toBe(false);
  expect(scopeWords(kinds)).toBe('Whole case · Person through Event');
  // Half a choice is none.
  const half = askedWith({ ...form, twoMode: { of: 'person', through: '' as 'event', as: 'shared' } }, sight);
  expect(half).toMatchObject({ direction: 'out', weights: 'amount', currency: 'THB' });
  const all = askedWith({ ...form, direction: 'ignore', weights: 'none' }, sight);
  expect(differenceWords(kinds, all)).toBe('Person through Event');
});
