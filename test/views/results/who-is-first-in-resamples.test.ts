import { expect, test } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import type { Entity } from '#domain/entity/entity';
import type { HowSure } from '#queries/how-sure';
import { firstPlaceText, shareOfResamples } from '../../../src/views/first-place.ts';

const person = (id: string, label: string, more: Partial<Entity> = {}): Entity => ({
  id,
  kind: 'entity',
  type: 'person',
  label,
  ...more,
});
const state = CaseState.of([
  person('a', 'Ann'),
  person('b', 'Ben'),
  person('c', 'Cleo'),
  person('m', 'Maria Lopez', { status: 'victim', pseudonym: 'M-01' }),
]);

type Row = readonly [id: string, rank: number, lead: number, low: number, high: number];

const said = (leaders: readonly string[], ...rows: readonly Row[]) =>
  firstPlaceText(
    state,
    {
      rows: rows.map(([id, rank, lead, low, high]) => ({ id, value: 9 - rank, rank, rankTo: rank, lead, low, high })),
      leaders,
      settings: { resamples: 200 },
    } as unknown as HowSure,
    {},
  );
const END = 'Who shares the first place counts as first. Assumed, not measured.';

test('who is first on the recorded links is said with how often, and how many others could be', () => {
  expect(said(['a'], ['a', 1, 0.7, 1, 2], ['b', 2, 0.3, 1, 3], ['c', 3, 0, 2, 3])).toBe(
    `Ann is first in 70% of 200 resamples (ranks 1 to 2); another could be first as well. ${END}`,
  );
  expect(said(['a'], ['a', 1, 1, 1, 1], ['b', 2, 0, 2, 3])).toBe(
    `Ann is first in 100% of 200 resamples (ranks 1 to 1). ${END}`,
  );
});

test('where another is first more often, that one is named, by the pseudonym if protected', () => {
  expect(said(['a'], ['a', 1, 0.3, 1, 4], ['m', 2, 0.61, 1, 2], ['c', 3, 0.09, 1, 4])).toBe(
    `Ann is first on the recorded links, but M-01 is first in more of 200 resamples: in 61%, Ann in 30% (ranks 1 to 4). ${END}`,
  );
  expect(said(['a'], ['a', 1, 0.2, 1, 4], ['b', 2, 0.4, 1, 2], ['c', 3, 0.4, 1, 4])).toContain(
    'but Ben and Cleo are each first in more of 200 resamples: in 40%, Ann in 20%',
  );
  expect(said(['a'], ['a', 1, 0.5, 1, 2], ['b', 2, 0.5, 1, 2])).toBe(
    `Ann is first on the recorded links and in 50% of 200 resamples (ranks 1 to 2); Ben is first in as many. ${END}`,
  );
});

test('a shared first place is said to be shared, with who is first more often than they', () => {
  expect(said(['a', 'b'], ['a', 1, 0.6, 1, 2], ['b', 1, 0.55, 1, 2], ['c', 3, 0.1, 1, 3])).toBe(
    `Ann and Ben share the first place on the recorded links; each is first in 55% to 60% of 200 resamples. ${END}`,
  );
  expect(said(['a', 'b'], ['a', 1, 0.2, 1, 2], ['b', 1, 0.2, 1, 2], ['c', 3, 0.7, 1, 3])).toBe(
    `Ann and Ben share the first place on the recorded links; each is first in 20% of 200 resamples. Cleo is first in more of them: in 70%. ${END}`,
  );
  expect(said(['a', 'b'], ['a', 1, 0.2, 1, 2], ['b', 1, 0.3, 1, 2], ['c', 3, 0.3, 1, 3])).toContain(
    'Cleo is first in as many as any of these.',
  );
});

test('where all are equal nobody is first, whoever resamples put there', () => {
  expect(said([], ['a', 1, 0.2, 1, 3], ['b', 1, 0.5, 1, 3])).toBe(
    `Nobody is first on the recorded links: all are equal. Ben is first in the most of 200 resamples: in 50%. ${END}`,
  );
  expect(firstPlaceText(state, { rows: [], leaders: [], settings: {} } as unknown as HowSure, {})).toBeUndefined();
});

test('what holds in nearly all resamples is not said of all, nor what holds in few said of none', () => {
  expect([1, 0.9975, 0.995, 0.614, 0.004, 0].map(shareOfResamples)).toEqual([
    '100%',
    '99.7%',
    '99.5%',
    '61%',
    '0.4%',
    '0%',
  ]);
});
