import { expect, test } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import type { Entity } from '#domain/entity/entity';
import type { MeasureResult } from '#queries/analysis';
import type { WithinGroupsResult } from '#queries/within-groups';
import { groupWord, insteadText } from '../../../src/views/figure-facts.ts';
import { measureRows } from '../../../src/views/figure-rows.ts';
import { methodNote } from '../../../src/views/method-note.ts';

const figure: MeasureResult = {
  measure: 'betweenness-sampled',
  revision: 7,
  scope: 'case',
  direction: 'ignore',
  weights: 'none',
  parameters: {},
  nodes: 4,
  edges: 4,
  loopsLeftOut: 0,
  parallelMerged: 0,
  eventsLeftOut: 0,
  unweighedLeftOut: 0,
  identityLeftOut: 0,
  took: 10,
  rows: [
    { id: 'a', value: 3 },
    { id: 'b', value: 1 },
    { id: 'c', value: 2 },
    { id: 'd', reason: 'group-not-stated' },
  ],
};
const within: WithinGroupsResult = {
  ...figure,
  measure: 'degree',
  within: 'attribute:agency',
  groups: ['North', 'North', 'South', undefined],
};
const protectedOne: Entity = {
  id: 'c',
  kind: 'entity',
  type: 'person',
  label: 'c',
  protection: 'protected',
};
const state = CaseState.of([
  ...['a', 'b', 'd'].map((id): Entity => ({ id, kind: 'entity', type: 'person', label: id })),
  protectedOne,
]);

test('the method note tells how exact a sampled figure is', () => {
  const note = methodNote('measure', 'betweenness-sampled', {
    ...figure,
    facts: { samples: 1200, error: 0.01234, probability: 0.95 },
  });
  expect(note).toContain('Samples: 1,200. Greatest error: 0.0123. Probability that every value is within it: 0.95.');
});

test('where a measure is too much work, those are named that answer a like question, at the top and in the method note', () => {
  const measure = 'current-flow-betweenness';
  const rows = [...figure.rows.slice(0, 2), ...['c', 'd'].map((id) => ({ id, reason: 'too-large' }))];
  const told = insteadText({ measure, rows });
  expect(told).toBe(
    'Current-flow betweenness is not worked out for 2 entities, as their part of the network is too large for it. A like question is answered by: Betweenness or Betweenness, sampled.',
  );
  expect(methodNote('measure', measure, { ...figure, measure, rows })).toContain(told);
  expect(insteadText({ measure, rows: figure.rows })).toBeUndefined();
  expect(insteadText({ measure: 'degree', rows })).toBeUndefined();
});

test('the method note names the groups entities were sorted by, and how they were found', () => {
  const groupsBy = { method: 'leiden', parameters: { resolution: 1.5 }, revision: 4 };
  const answered = methodNote('measure', 'participation', { ...figure, groupsBy: { ...groupsBy, answered: true } });
  expect(answered).toMatch(/Groups: as found by Leiden.* at change 4\. .*: 1\.5\./);
  const found = methodNote('measure', 'participation', { ...figure, groupsBy: { ...groupsBy, answered: false } });
  expect(found).toContain('over the same links');
});

test('within groups the first of each group ranks first, and the note says that they are not on one scale', () => {
  expect(measureRows(within).map((r) => [r.id, r.rank])).toEqual([
    ['a', 1],
    ['c', 1],
    ['b', 2],
    ['d', undefined],
  ]);
  const note = methodNote('measure', 'degree', within);
  expect(note).toContain('within each group alone (agency)');
  expect(note).toContain('not on one scale');
});

test('the group of a protected person is not told where an attribute would give it', () => {
  expect(within.rows.map((_, at) => groupWord(state, within, at))).toEqual([
    'North',
    'North',
    'protected',
    'not stated',
  ]);
  const byGroup: WithinGroupsResult = { ...within, within: 'community', groups: ['0', '0', '1', undefined] };
  expect(groupWord(state, byGroup, 2)).toBe('Group 2');
});
