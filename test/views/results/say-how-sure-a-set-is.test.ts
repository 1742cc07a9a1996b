import { expect, test } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import type { SureSet } from '#queries/sure-sets';
import { sureSetMethod, sureSetRows, sureSetTable, sureSetTexts } from '../../../src/views/results/sure-set-words.ts';

const state = CaseState.of(
  ['Ann', 'Ben', 'Cyn', 'Dan', 'Eve'].map((label) => ({
    id: label[0]!.toLowerCase(),
    kind: 'entity' as const,
    type: 'person' as const,
    label,
    ...(label === 'Dan' && { status: 'victim' as const, pseudonym: 'P-07' }),
  })),
);
const settings = {
  resamples: 200,
  seed: 3,
  confirmed: 0.95,
  unconfirmed: 0.7,
  tentative: 0.4,
  'source-loss': 0,
  missing: 0,
  model: 'triadic',
};
const set = (more: Partial<SureSet>): SureSet => ({
  revision: 7,
  scope: 'case',
  direction: 'ignore',
  weights: 'none',
  parameters: {},
  nodes: 5,
  edges: 4,
  loopsLeftOut: 0,
  parallelMerged: 0,
  eventsLeftOut: 0,
  unweighedLeftOut: 0,
  identityLeftOut: 0,
  took: 1,
  settings,
  percentiles: [5, 95],
  asGood: 0.325,
  proven: 1,
  low: 0.4,
  median: 0.45,
  high: 0.55,
  members: [
    { id: 'a', share: 0.9 },
    { id: 'b', share: 0.3 },
  ],
  others: [
    { id: 'd', share: 0.5 },
    { id: 'c', share: 0.2 },
    { id: 'e', share: 0.1 },
  ],
  ...more,
});

test('a set is told with how often it stays the best, between which figures it lies, and who would be in it rather', () => {
  const [often, between, others] = sureSetTexts(state, set({}), false);
  expect(often).toContain('no set does better than this one in 32.5% of 200 resamples');
  expect(between).toBe('Its figure was between 40% and 55% in nine of ten of 200 resamples.');
  expect(others).toBe('In the best sets more often than Ben (30%), and not in this one: P-07.');
});

test('where not every set was tried, none is said to be ruled out', () => {
  const searched = set({ proven: 0.4 });
  expect(sureSetTexts(state, searched, false)[0]).toContain('no set was found to do better');
  expect(sureSetMethod(searched)).toContain('In 40% of the resamples every set was tried or ruled out');
  expect(sureSetMethod(set({}))).not.toContain('ruled out');
});

test('members that nobody outside matches are said to be so; of a set that was given only its figure is told', () => {
  expect(sureSetTexts(state, set({ others: [{ id: 'c', share: 0.3 }] }), false)[2]).toContain(
    'Nobody outside this set',
  );
  expect(sureSetTexts(state, set({}), true)).toEqual([sureSetTexts(state, set({}), false)[1]]);
});

test('the assumptions stand in the method, and that they are no error rates', () => {
  const note = sureSetMethod(set({ settings: { ...settings, 'source-loss': 0.1, missing: 0.2 } }));
  for (const words of ['confirmed 0.95', 'unconfirmed 0.7', 'probability 0.1', '0.2 of the recorded pairs', 'Seed 3.'])
    expect(note).toContain(words);
  expect(note).toContain('not measured error rates');
});

test('the screen and paper list the first of the others, the file all of them unrounded; nobody protected by name', () => {
  expect(sureSetRows(state, set({}), 1)).toMatchObject({ rows: [{ id: 'a' }, { id: 'b' }, { id: 'd' }], more: 2 });
  const { rows, file } = sureSetTable(state, set({}));
  expect(rows[2]).toEqual(['P-07', 'no', '50%']);
  expect(file).toHaveLength(6);
  expect(file![2]).toEqual(['Ben', 'yes', '0.3']);
  expect(JSON.stringify(sureSetTable(state, set({})))).not.toContain('Dan');
});
