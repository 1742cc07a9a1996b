import { expect, test } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import type { Entity } from '#domain/entity/entity';
import type { OverTime } from '#queries/over-time';
import { firstOverTime } from '../../../src/views/over-time-words.ts';

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
  person('d', 'Dan'),
  person('m', 'Maria Lopez', { status: 'victim', pseudonym: 'M-01' }),
]);

/** Slices with so many links, and the ranks of each in them. */
const said = (lines: readonly number[], ranks: Readonly<Record<string, readonly (number | undefined)[]>>) =>
  firstOverTime(state, {
    slices: lines.map((n, i) => ({ from: i, to: i + 1, lines: n, nodes: n, edges: n })),
    rows: Object.entries(ranks).map(([id, of]) => ({
      id,
      cells: of.map((rank) => (rank === undefined ? {} : { rank, value: 9 - rank })),
    })),
  } as unknown as OverTime);

test('who stood first is said with in how many slices, most often first, by the pseudonym if protected', () => {
  expect(said([3, 12, 5], { a: [2, 2, 1], m: [1, 1, 2] })).toEqual([
    'First place: M-01 in 2 of 3 slices, Ann in 1 of 3 slices.',
    'Slices with links rest on 3 to 12 of them: where they are few, one link, or one report that was not made, decides who is first.',
  ]);
});

test('shared first places, and slices where all are equal, are said; those without a link are none of these', () => {
  const words = said([4, 2, 0], { a: [1, undefined, undefined], b: [1, undefined, undefined] });
  expect(words.slice(0, 3)).toEqual([
    'First place: Ann in 1 of 3 slices, Ben in 1 of 3 slices.',
    'In one of them it is shared, and counts for each.',
    'In one slice with links nobody is first: all are equal.',
  ]);
  expect(words[3]).toContain('rest on 2 to 4 of them');
  expect(said([2, 2], { a: [undefined, undefined] })).toEqual(['In no slice is anybody first: all are equal in each.']);
});

test('more than three are counted, and one slice is compared with nothing', () => {
  expect(said([1, 1, 1, 1], { a: [1], b: [2, 1], c: [2, 2, 1], d: [2, 2, 2, 1] })[0]).toBe(
    'First place: Ann in 1 of 4 slices, Ben in 1 of 4 slices, Cleo in 1 of 4 slices, 1 other in others.',
  );
  expect(said([5], { a: [1] })).toEqual([]);
});
