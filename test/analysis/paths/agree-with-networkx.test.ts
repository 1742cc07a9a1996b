import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { finish } from '#analysis/graph/work';
import {
  allPaths,
  commonNeighbours,
  connections,
  egoNetwork,
  kShortestPaths,
  type LengthKind,
  pairsWithin,
  shortestPath,
  timePaths,
  waysOf,
} from '#analysis/paths/index';
import { type Line, rowsOf, timesOf } from './small-rows.ts';

interface Case {
  readonly name: string;
  readonly n: number;
  readonly rows: readonly Line[];
  readonly arrows: boolean;
  readonly length: LengthKind;
  readonly paths: readonly (readonly [number, readonly number[]])[];
  readonly within3: number;
  readonly within4: number;
  readonly connecting?: readonly (readonly [number, number, number])[];
  readonly ego2?: readonly number[];
  readonly common?: readonly number[];
}

interface Timed {
  readonly n: number;
  readonly contacts: readonly (readonly [number, number, number, boolean])[];
  readonly wait: number | null;
  readonly arrival: number | null;
  readonly links: number | null;
}

/** Made by test/oracles/paths.py. */
const oracle = JSON.parse(readFileSync('test/data/oracles/paths.json', 'utf8')) as {
  readonly cases: readonly Case[];
  readonly timed: readonly Timed[];
};

describe('paths are those that networkx finds', () => {
  for (const c of oracle.cases)
    it(`${c.name}, ${c.arrows ? 'arrows count' : 'arrows ignored'}, length ${c.length}`, () => {
      const ways = waysOf(c.n, rowsOf(c.rows), null, c);
      const last = c.n - 1;
      if (last > 0) {
        const { paths, cut } = finish(kShortestPaths(ways, 0, last, 12));
        expect(paths.map((p) => p.nodes)).toEqual(c.paths.map(([, nodes]) => nodes));
        for (const [i, [length]] of c.paths.entries()) expect(paths[i]!.length).toBeCloseTo(length, 9);
        if (paths.length < 12) expect(cut).toBeNull();
        expect(finish(shortestPath(ways, 0, last)).paths).toEqual(paths.slice(0, 1));
        for (const [most, count] of [
          [3, c.within3],
          [4, c.within4],
        ] as const) {
          const all = finish(allPaths(ways, 0, last, { most, count: 10_000 }));
          expect(all.cut).toBeNull();
          expect(all.paths).toHaveLength(count);
        }
      }
      if (c.connecting) {
        const chosen = [0, Math.floor(c.n / 2), last];
        const { goBetweens } = finish(connections(ways, pairsWithin(chosen, false)));
        const found = goBetweens.map((g) => [g.node, g.pairs, g.share] as const).sort((a, b) => a[0] - b[0]);
        expect(found.map(([v, pairs]) => [v, pairs])).toEqual(c.connecting.map(([v, pairs]) => [v, pairs]));
        for (const [i, [, , share]] of c.connecting.entries()) expect(found[i]![2]).toBeCloseTo(share, 9);
      }
      if (c.ego2) {
        expect([...egoNetwork(ways, [0], 2).nodes].sort((a, b) => a - b)).toEqual(c.ego2);
        if (last > 0) expect(commonNeighbours(ways, [0, last], 2).map((x) => x.node)).toEqual(c.common);
      }
    });
});

describe('earliest arrivals are those of the network of places and instants', () => {
  for (const [i, c] of oracle.timed.entries())
    it(`contacts ${i}, ${c.wait === null ? 'any wait' : `wait ${c.wait}`}`, () => {
      const rows = rowsOf(c.contacts.map(([u, v, , arrow]) => [u, v, 1, arrow]));
      const times = timesOf(c.contacts.map(([, , at]) => ({ begin: at, end: at })));
      const limits = { arrows: true, ...(c.wait !== null && { longestWait: c.wait }) };
      const found = finish(timePaths(c.n, rows, times, null, 0, c.n - 1, limits));
      // At exact instants, what is possible is sure.
      for (const path of [found.possible, found.sure]) {
        expect(path?.arrivals.at(-1) ?? null).toBe(c.arrival);
        expect(path?.rows.length ?? null).toBe(c.links);
      }
    });
});
