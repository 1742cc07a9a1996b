import { expect, test } from 'vitest';
import { appliedText } from '../../../src/views/applied-words.ts';

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
