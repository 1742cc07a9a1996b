import { describe, expect, it } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import {
  around,
  contactsOf,
  denseCore,
  mostLinked,
  readTies,
  shownOn,
  strongestTies,
} from '../../../src/views/link-chart/part-of-many.ts';
import { entity, link } from './small-case.ts';

/** A square a-b-c-d with both diagonals, a tail d-e-f, and g alone; a counted and a doubled link; a loop at g. */
const pairs: readonly (readonly [string, string, number?])[] = [
  ['a', 'b'],
  ['b', 'c'],
  ['c', 'd'],
  ['d', 'a'],
  ['a', 'c'],
  ['b', 'd'],
  ['d', 'e', 9],
  ['e', 'f'],
  ['f', 'e'],
  ['g', 'g'],
];
const state = CaseState.of([
  ...'abcdefg'.split('').map((id) => entity(id, id)),
  ...pairs.map(([from, to, count], i) => ({
    ...link(`l${i}`, from, to),
    ...(count !== undefined && { count }),
  })),
]);
const all = 'abcdefg'.split('');

describe('a part of a chart of many', () => {
  it('counts links and contacts: parallel links join one pair, a loop none', async () => {
    const ties = await readTies(state, all);
    expect(ties.links).toBe(10);
    expect(ties.weight.length).toBe(8);
    expect([...contactsOf(ties)]).toEqual([3, 3, 3, 4, 2, 1, 0]);
  });
  it('knows only ties among those on the chart', async () => {
    const ties = await readTies(state, ['a', 'b', 'e']);
    expect(ties.links).toBe(1);
  });
  it('takes the most linked, equal ones in order of id', async () => {
    expect(mostLinked(await readTies(state, all), 3)).toEqual(['d', 'a', 'b']);
  });
  it('takes the ends of the heaviest ties first, and never more than asked', async () => {
    const ties = await readTies(state, all);
    expect(strongestTies(ties, 3).sort()).toEqual(['d', 'e', 'f']);
    expect(strongestTies(ties, 2).sort()).toEqual(['d', 'e']);
  });
  it('finds the densest core that fits: the square is a 3-core', async () => {
    const ties = await readTies(state, all);
    expect(denseCore(ties, 4)).toEqual({ k: 3, ids: ['a', 'b', 'c', 'd'] });
    expect(denseCore(ties, 6)).toEqual({ k: 1, ids: ['a', 'b', 'c', 'd', 'e', 'f'] });
    expect(denseCore(ties, 3)).toEqual({ k: 0, ids: [] });
  });
  it('takes what is round a selection, the heaviest ties first', async () => {
    const ties = await readTies(state, all);
    expect(around(ties, ['d'], 2)).toEqual(['d', 'e']);
    expect(around(ties, ['d'], 9).sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
  it('leaves out what is hidden on the chart, and links placed on it', () => {
    const put = (item: string, hidden = false) => ({
      id: `k.${item}`,
      kind: 'placement' as const,
      chart: 'k',
      item,
      x: 0,
      y: 0,
      ...(hidden && { hidden }),
    });
    const charted = CaseState.of([...state.all(), put('a'), put('b', true), put('l0', true)]);
    expect(shownOn(charted, 'k')).toEqual(['a']);
  });
});
