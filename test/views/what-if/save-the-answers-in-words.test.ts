import { expect, test } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import type { Derivation } from '#queries/analysis';
import { removalOrderCatalogue } from '#queries/what-if';
import { NO_FILTER } from '#session/filter';
import { contentsOf, requestOf } from '../../../src/views/last-what-if.ts';
import { answersTable } from '../../../src/views/what-if/save-answers.ts';

const derivation: Derivation = {
  revision: 7,
  scope: 'case',
  direction: 'ignore',
  weights: 'none',
  parameters: { runs: 50, seed: 3 },
  nodes: 2,
  edges: 1,
  loopsLeftOut: 0,
  parallelMerged: 0,
  eventsLeftOut: 0,
  unweighedLeftOut: 0,
  identityLeftOut: 0,
  took: 1,
};

test('each removal curve stands under its order in words, with what its numbers are; no code stands in their place', () => {
  const curves = removalOrderCatalogue.map((order) => ({ order, largest: [1, 0.5, 0], area: 0.25 }));
  const asked = {
    scope: 'case',
    actorsOnly: false,
    confirmedOnly: false,
    events: false,
    chart: undefined,
    filter: NO_FILTER,
  } as const;
  const kept = { answer: { ...derivation, curves, missing: [] }, content: '', asked, links: { weak: 0, of: 1 } };
  const table = answersTable(CaseState.of([]), { curves: kept });
  const head = table.findIndex((line) => line[0] === 'Order of removal');
  expect(table[head]).toEqual(['Order of removal', 'R', 'After 0', 'After 1', 'After 2']);
  const lines = table.slice(head + 1, head + 1 + curves.length);
  expect(lines.map((line) => line.slice(1))).toEqual(curves.map(() => ['0.25', '1', '0.5', '0']));
  for (const [name] of lines) expect(removalOrderCatalogue).not.toContain(name);
  expect(lines.map(([name]) => name)).toContain('By chance: mean of 50 runs, seed 3');
  expect(new Set(lines.map(([name]) => name)).size).toBe(curves.length);
  // Of a case that has changed since, the file says so.
  const old = 'Worked out at change 7; the case has changed since.';
  expect(table.flat()).toContain(old);
  const state = CaseState.of([]);
  const { curves: content } = contentsOf(state, requestOf(state, asked, 0));
  expect(answersTable(state, { curves: { ...kept, content } }).flat()).not.toContain(old);
});
