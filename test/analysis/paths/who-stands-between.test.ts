import { describe, expect, it } from 'vitest';
import { finish } from '#analysis/graph/work';
import {
  allPaths,
  commonNeighbours,
  commonToLists,
  connections,
  egoNetwork,
  kShortestPaths,
  pairsWithin,
  timePaths,
  timeReach,
  waysOf,
  weakestLink,
} from '#analysis/paths/index';
import { rowsOf, timesOf } from './small-rows.ts';

const plain = { arrows: false, length: 'links' } as const;

describe('who stands between', () => {
  // 0 and 1 know 2 and 3; 4 knows 1 alone; 5 knows nobody.
  const ways = waysOf(
    6,
    rowsOf([
      [0, 2],
      [0, 3],
      [1, 2],
      [1, 3],
      [1, 4],
    ]),
    null,
    plain,
  );

  it('common neighbours are listed with whom they have in common', () => {
    expect(commonNeighbours(ways, [0, 1], 2)).toEqual([
      { node: 2, of: [0, 1] },
      { node: 3, of: [0, 1] },
    ]);
    expect(commonNeighbours(ways, [0, 1], 1).map((c) => c.node)).toEqual([2, 3, 4]);
    expect(commonNeighbours(ways, [0, 5], 2)).toEqual([]);
  });

  it('those linked with both lists stand in neither', () => {
    expect(commonToLists(ways, [0, 2], [1])).toEqual([{ node: 3, left: [0], right: [1] }]);
    expect(commonToLists(ways, [0], [4, 1])).toEqual([
      { node: 2, left: [0], right: [1] },
      { node: 3, left: [0], right: [1] },
    ]);
  });

  it('two go-betweens of one pair count half each, and a pair without a path is named', () => {
    const found = finish(connections(ways, pairsWithin([0, 1, 5], false)));
    expect(found.pairs).toEqual([
      { from: 0, to: 1, length: 2, paths: 2 },
      { from: 0, to: 5, length: Number.NaN, paths: 0 },
      { from: 1, to: 5, length: Number.NaN, paths: 0 },
    ]);
    expect(found.goBetweens).toEqual([
      { node: 2, pairs: 1, share: 0.5 },
      { node: 3, pairs: 1, share: 0.5 },
    ]);
  });

  it('an ego network grows with its radius, and does not leave its piece', () => {
    expect(egoNetwork(ways, [4], 0).nodes).toEqual([4]);
    expect(egoNetwork(ways, [4], 1).nodes).toEqual([4, 1]);
    expect(egoNetwork(ways, [4], 9)).toEqual({ nodes: [4, 1, 2, 3, 0], steps: [0, 1, 2, 2, 3] });
    expect(egoNetwork(ways, [5], 3).nodes).toEqual([5]);
  });
});

describe('long searches', () => {
  const clique = rowsOf(Array.from({ length: 14 }, (_, i) => i).flatMap((i) => range(i).map((j) => [i, j] as const)));
  const ways = waysOf(14, clique, null, plain);

  it('stop at the number asked for, and say so', () => {
    const found = finish(allPaths(ways, 0, 13, { most: 6, count: 100 }));
    expect(found.paths).toHaveLength(100);
    expect(found.cut).toBe('count');
    // Fewest links first: the one of one, the twelve of two.
    expect(found.paths.slice(0, 14).map((p) => p.length)).toEqual([1, ...Array.from({ length: 12 }, () => 2), 3]);
  });

  it('stop at their effort, and say so', () => {
    const found = finish(allPaths(ways, 0, 13, { most: 13, count: 1e9, effort: 10_000 }));
    expect(found.cut).toBe('effort');
    expect(found.paths.length).toBeGreaterThan(0);
  });

  it('report while they go, so that they can be stopped', () => {
    const work = allPaths(ways, 0, 13, { most: 9, count: 1e9 });
    for (let i = 0; i < 3; i++) expect(work.next().done).toBe(false);
    const k = kShortestPaths(ways, 0, 13, 50);
    expect(k.next()).toMatchObject({ done: false, value: { of: 50 } });
  });
});

function range(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i);
}

describe('in time', () => {
  const any = { arrows: true };

  it('two calls in the wrong order carry nothing, though the path is there', () => {
    const rows = rowsOf([
      [0, 1],
      [1, 2],
    ]);
    const times = timesOf([
      { begin: 9, end: 9 },
      { begin: 4, end: 4 },
    ]);
    const found = finish(timePaths(3, rows, times, null, 0, 2, any));
    expect(found).toMatchObject({ possible: null, sure: null, dated: 2, undated: 0, cut: false });
    const back = finish(timePaths(3, rows, times, null, 2, 0, any));
    expect(back.sure).toMatchObject({ nodes: [2, 1, 0], rows: [1, 0], arrivals: [4, 9] });
  });

  it('two calls on the same unknown moment of a day are possible in either order and sure in none', () => {
    const rows = rowsOf([
      [0, 1],
      [1, 2],
    ]);
    const times = timesOf([
      { begin: 0, end: 23 },
      { begin: 0, end: 23 },
    ]);
    const found = finish(timePaths(3, rows, times, null, 0, 2, any));
    expect(found.possible?.arrivals).toEqual([0, 0]);
    expect(found.sure).toBeNull();
  });

  it('who took part in one event was there at the same time, whenever it was', () => {
    // 1 is the event; 3 came to it by a statement of another day, which shares no moment with it.
    const rows = rowsOf([
      [0, 1],
      [2, 1],
      [3, 1],
    ]);
    const times = timesOf([
      { begin: 0, end: 23, event: 1 },
      { begin: 0, end: 23, event: 1 },
      { begin: 0, end: 23 },
    ]);
    expect(finish(timePaths(4, rows, times, null, 0, 2, { arrows: false })).sure).toMatchObject({
      nodes: [0, 1, 2],
      arrivals: [23, 23],
    });
    expect(finish(timePaths(4, rows, times, null, 0, 3, { arrows: false })).sure).toBeNull();
  });

  it('a membership carries at any time while it surely goes on', () => {
    const rows = rowsOf([
      [0, 1],
      [1, 2],
    ]);
    const times = timesOf([
      { begin: 5, end: 6 },
      { begin: 0, end: 20, sure: [2, 12] },
    ]);
    expect(finish(timePaths(3, rows, times, null, 0, 2, any)).sure?.arrivals).toEqual([6, 6]);
    const late = finish(timePaths(3, rows, times, null, 0, 2, { ...any, start: 5, stop: 6 }));
    expect(late.sure?.arrivals.at(-1)).toBe(6);
    const none = finish(
      timePaths(
        3,
        rows,
        timesOf([
          { begin: 13, end: 14 },
          { begin: 0, end: 20, sure: [2, 12] },
        ]),
        null,
        0,
        2,
        any,
      ),
    );
    expect(none.sure).toBeNull();
    expect(none.possible?.arrivals.at(-1)).toBe(13);
  });

  it('of several calls in one link one is surely the first and one the last, and of the others nothing is known', () => {
    const rows = rowsOf([
      [0, 1],
      [1, 2],
    ]);
    // Calls from day 0 to day 9, the first on day 0 (to 0.9), the last on day 9; the other contact between them.
    const between = (t: number) => ({
      ...timesOf([
        { begin: 0, end: 99, sure: [10, 89] },
        { begin: t, end: t },
      ]),
      summed: Uint8Array.of(1, 0),
    });
    const there = finish(timePaths(3, rows, between(50), null, 0, 2, any));
    expect(there.sure).toMatchObject({ rows: [0, 1], arrivals: [9, 50] });
    expect(finish(timePaths(3, rows, between(5), null, 0, 2, any))).toMatchObject({
      possible: { arrivals: [0, 5] },
      sure: null,
    });
    const back = finish(timePaths(3, rows, between(50), null, 2, 0, any));
    expect(back).toMatchObject({ possible: { arrivals: [50, 50] }, sure: { rows: [1, 0], arrivals: [50, 99] } });
    expect(finish(timePaths(3, rows, between(95), null, 2, 0, any)).sure).toBeNull();
    expect(back.dated).toBe(2);
  });

  it('nothing dated, nothing carried, and the undated are counted', () => {
    const rows = rowsOf([[0, 1]]);
    const times = timesOf([{ begin: Number.NaN, end: Number.NaN }]);
    expect(finish(timePaths(2, rows, times, null, 0, 1, any))).toEqual({
      possible: null,
      sure: null,
      dated: 0,
      undated: 1,
      cut: false,
    });
    const reach = finish(timeReach(2, rows, times, null, 0, any));
    expect(reach.possible[1]).toBeNaN();
  });
});

describe('the weakest link of a path', () => {
  const at = (proof: number, grade: number, sources: number) => ({ proof, grade, sources });
  it('is the least proven, then the worst graded, then that of fewest sources, then the first', () => {
    expect(weakestLink([])).toBeUndefined();
    expect(weakestLink([[at(0, 1, 3)], [at(2, 0, 9)], [at(1, 9, 1)]])).toEqual({ step: 1, link: 0 });
    expect(weakestLink([[at(1, 2, 1)], [at(1, 5, 9)]])).toEqual({ step: 1, link: 0 });
    expect(weakestLink([[at(1, 2, 2)], [at(1, 2, 1)]])).toEqual({ step: 1, link: 0 });
    expect(weakestLink([[at(1, 2, 1)], [at(1, 2, 1)]])).toEqual({ step: 0, link: 0 });
    expect(weakestLink([[at(0, Number.POSITIVE_INFINITY, 0)], [at(0, 3, 1)]])).toEqual({ step: 0, link: 0 });
  });
  it('takes the best of parallel links for each step', () => {
    expect(weakestLink([[at(2, 1, 1), at(0, 1, 1)], [at(1, 1, 1)]])).toEqual({ step: 1, link: 0 });
    expect(weakestLink([[at(2, 1, 1), at(1, 1, 2)], [at(1, 1, 3)]])).toEqual({ step: 0, link: 1 });
  });
});
