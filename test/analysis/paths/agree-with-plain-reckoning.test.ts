import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '#analysis/graph/work';
import {
  allPaths,
  comparePaths,
  connections,
  type FoundPath,
  keptRows,
  kShortestPaths,
  MORE_TIES,
  pairsAcross,
  shortestPath,
  type TimePath,
  timePaths,
  timeReach,
  waysOf,
} from '#analysis/paths/index';
import { trials } from '../random-graphs.ts';
import { type Line, rowsOf, timesOf, type When } from './small-rows.ts';

const { numRuns } = trials(150);

interface Raw {
  readonly n: number;
  readonly lines: readonly Line[];
}

const raw: fc.Arbitrary<Raw> = fc.integer({ min: 2, max: 8 }).chain((n) => {
  const node = fc.integer({ min: 0, max: n - 1 });
  return fc.record({
    n: fc.constant(n),
    lines: fc.array(fc.tuple(node, node, fc.constantFrom(0.25, 0.5, 1, 2, 3), fc.boolean()), { maxLength: 16 }),
  });
});

/** Every simple path, by walking them all on the lines themselves. */
function everyPath({ n, lines }: Raw, arrows: boolean, length: 'links' | 'inverse' | 'same'): FoundPath[] {
  const between = (u: number, v: number): number => {
    const weights = lines
      .filter(([a, b, , arrow]) => a !== b && ((a === u && b === v) || (a === v && b === u && !(arrows && arrow))))
      .map((l) => l[2]!);
    if (weights.length === 0) return Number.NaN;
    if (length === 'links') return 1;
    return length === 'same' ? Math.min(...weights) : 1 / weights.reduce((sum, w) => sum + w, 0);
  };
  const found: FoundPath[] = [];
  const walk = (nodes: readonly number[], sum: number) => {
    for (let v = 0; v < n; v++) {
      const step = between(nodes.at(-1)!, v);
      if (Number.isNaN(step) || nodes.includes(v)) continue;
      if (v === n - 1) found.push({ nodes: [...nodes, v], length: sum + step });
      else walk([...nodes, v], sum + step);
    }
  };
  walk([0], 0);
  return found.sort(comparePaths);
}

describe('paths are those that walking all of them finds', () => {
  for (const length of ['links', 'inverse', 'same'] as const)
    it(`in order of length, ${length}`, () => {
      fc.assert(
        fc.property(raw, fc.boolean(), fc.integer({ min: 1, max: 9 }), (g, arrows, count) => {
          const all = everyPath(g, arrows, length);
          const ways = waysOf(g.n, rowsOf(g.lines), null, { arrows, length });
          const k = finish(kShortestPaths(ways, 0, g.n - 1, count));
          expect(k.paths.map((p) => p.nodes)).toEqual(all.slice(0, count).map((p) => p.nodes));
          for (const [i, p] of k.paths.entries()) expect(p.length).toBeCloseTo(all[i]!.length, 9);
          const most = 4;
          const short = all.filter((p) => p.nodes.length <= most + 1).sort((a, b) => a.nodes.length - b.nodes.length);
          const every = finish(allPaths(ways, 0, g.n - 1, { most, count: 10_000 }));
          expect(every.paths.map((p) => p.nodes.join()).sort()).toEqual(short.map((p) => p.nodes.join()).sort());
          const few = finish(allPaths(ways, 0, g.n - 1, { most, count }));
          expect(few.cut).toBe(short.length > count ? 'count' : null);
          expect(few.paths.map((p) => p.nodes.length)).toEqual(short.slice(0, count).map((p) => p.nodes.length));
        }),
        { numRuns },
      );
    });

  for (const length of ['links', 'inverse', 'same'] as const)
    it(`and so many others are as short as the shortest, ${length}`, () => {
      fc.assert(
        fc.property(raw, fc.boolean(), (g, arrows) => {
          const all = everyPath(g, arrows, length);
          const found = finish(shortestPath(waysOf(g.n, rowsOf(g.lines), null, { arrows, length }), 0, g.n - 1));
          if (all.length === 0) expect(found.tieCount).toBeUndefined();
          else expect(found.tieCount).toBe(all.filter((p) => p.length <= all[0]!.length * (1 + 1e-9)).length - 1);
        }),
        { numRuns },
      );
    });

  it('and no more than a thousand others are counted', () => {
    // A chain of diamonds: each doubles the ways.
    const chain = (diamonds: number) => {
      const lines = Array.from({ length: diamonds }, (_, d): Line[] => {
        const at = 3 * d;
        return [
          [at, at + 1],
          [at, at + 2],
          [at + 1, at + 3],
          [at + 2, at + 3],
        ];
      }).flat();
      const n = 3 * diamonds + 1;
      const ways = waysOf(n, rowsOf(lines), null, { arrows: false, length: 'links' });
      return finish(shortestPath(ways, 0, n - 1)).tieCount;
    };
    expect(chain(1)).toBe(1);
    expect(chain(9)).toBe(511);
    expect(chain(10)).toBe(MORE_TIES);
    expect(chain(60)).toBe(MORE_TIES);
  });

  it('and go-betweens of two lists are counted over all shortest paths', () => {
    fc.assert(
      fc.property(raw, fc.boolean(), (g, arrows) => {
        const ways = waysOf(g.n, rowsOf(g.lines), null, { arrows, length: 'links' });
        const found = finish(connections(ways, [[0, g.n - 1]]));
        const all = everyPath(g, arrows, 'links');
        const shortest = all.filter((p) => p.length === all[0]?.length);
        expect(found.pairs[0]!.paths).toBe(shortest.length);
        const middle = new Set(shortest.flatMap((p) => p.nodes.slice(1, -1)));
        expect(new Set(found.goBetweens.map((b) => b.node))).toEqual(middle);
        for (const b of found.goBetweens)
          expect(b.share).toBeCloseTo(shortest.filter((p) => p.nodes.includes(b.node)).length / shortest.length, 9);
        const steps = shortest.flatMap((p) => p.nodes.slice(1).map((v, i) => `${p.nodes[i]} ${v}`));
        expect(new Set(found.links.map(([u, v]) => `${u} ${v}`))).toEqual(new Set(steps));
      }),
      { numRuns },
    );
  });
});

const when: fc.Arbitrary<When> = fc.oneof(
  // At one moment, exact or not.
  fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 3 })).map(([b, d]) => ({ begin: b, end: b + d })),
  // Going on, with and without a time at which it surely did.
  fc
    .tuple(fc.integer({ min: 0, max: 6 }), fc.nat(2), fc.nat(3), fc.nat(2))
    .map(([b, x, y, z]) => ({ begin: b, end: b + x + y + z, sure: [b + x, b + x + y] as const })),
  fc.tuple(fc.integer({ min: 0, max: 8 }), fc.nat(2)).map(([b, d]) => ({ begin: b, end: b + d, sure: 'no' as const })),
  fc.constant({ begin: Number.NaN, end: Number.NaN }),
);

interface TimedRaw {
  readonly n: number;
  readonly lines: readonly Line[];
  readonly whens: readonly When[];
}

const timed: fc.Arbitrary<TimedRaw> = fc.integer({ min: 2, max: 5 }).chain((n) => {
  const node = fc.integer({ min: 0, max: n - 1 });
  return fc.array(fc.tuple(node, node, fc.boolean(), when), { maxLength: 7 }).map((list) => ({
    n,
    lines: list.map(([u, v, arrow]) => [u, v, 1, arrow] as const),
    whens: list.map((l) => l[3]),
  }));
});

interface Limits {
  readonly longestWait?: number;
  readonly shortestWait?: number;
  readonly start?: number;
  readonly stop?: number;
}

/** All instants from a to b. */
const span = (a: number, b: number) => Array.from({ length: Math.max(0, b - a + 1) }, (_, i) => a + i);

/** Whether instants can be chosen, one of each row's own, that fit the limits: by trying all. Gives the least last one. */
function earliest(choices: readonly (readonly number[])[], limits: Limits): number | undefined {
  let now = new Set(choices[0]!.filter((t) => t >= (limits.start ?? -99) && t <= (limits.stop ?? 99)));
  for (const next of choices.slice(1)) {
    const then = new Set<number>();
    for (const t of next)
      for (const before of now) {
        const wait = t - before;
        if (wait >= (limits.shortestWait ?? 0) && wait <= (limits.longestWait ?? 99) && t <= (limits.stop ?? 99))
          then.add(t);
      }
    now = then;
  }
  return now.size === 0 ? undefined : Math.min(...now);
}

/** Every way of at most `most` rows from the first node to the last, that does not come back to the first. */
function everyWalk({ n, lines }: TimedRaw, most: number): number[][] {
  const found: number[][] = [];
  const walk = (u: number, rows: readonly number[]) => {
    if (u === n - 1) return void found.push([...rows]);
    if (rows.length === most) return;
    for (const [r, [a, b, , arrow]] of lines.entries()) {
      if (rows.includes(r) || a === b) continue;
      if (a === u && b !== 0) walk(b, [...rows, r]);
      else if (b === u && !arrow && a !== 0) walk(a, [...rows, r]);
    }
  };
  walk(0, []);
  return found;
}

/** The latest of the earliest arrivals over all that the unknown moments may have been; undefined where one of them stops it. */
function worst(rows: readonly number[], whens: readonly When[], limits: Limits): number | undefined {
  let latest: number | undefined;
  const go = (i: number, choices: readonly (readonly number[])[]): boolean => {
    if (i === rows.length) {
      const at = earliest(choices, limits);
      if (at === undefined) return false;
      latest = Math.max(latest ?? at, at);
      return true;
    }
    const w = whens[rows[i]!]!;
    if (Array.isArray(w.sure)) return go(i + 1, [...choices, span(w.sure[0], w.sure[1])]);
    return span(w.begin, w.end).every((t) => go(i + 1, [...choices, [t]]));
  };
  return go(0, []) ? latest : undefined;
}

const limits: fc.Arbitrary<Limits> = fc.oneof(
  fc.constant({}),
  fc.record({ longestWait: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ longestWait: fc.integer({ min: 2, max: 4 }), shortestWait: fc.integer({ min: 1, max: 2 }) }),
  fc.record({ start: fc.integer({ min: 0, max: 5 }), stop: fc.integer({ min: 4, max: 9 }) }),
);

describe('what could have flowed, against all ways and all that unknown moments may have been', () => {
  it('earliest possible and earliest sure arrivals', () => {
    fc.assert(
      fc.property(timed, limits, (g, limits) => {
        const found = finish(
          timePaths(g.n, rowsOf(g.lines), timesOf(g.whens), null, 0, g.n - 1, { arrows: true, ...limits }),
        );
        let possible: number | undefined;
        let sure: number | undefined;
        const dated = (rows: readonly number[]) => rows.every((r) => !Number.isNaN(g.whens[r]!.begin));
        for (const rows of everyWalk(g, 7).filter(dated)) {
          const can = earliest(
            rows.map((r) => span(g.whens[r]!.begin, g.whens[r]!.end)),
            limits,
          );
          if (can !== undefined) possible = Math.min(possible ?? can, can);
          const must = worst(rows, g.whens, limits);
          if (must !== undefined) sure = Math.min(sure ?? must, must);
        }
        expect(found.possible?.arrivals.at(-1)).toBe(possible);
        expect(found.sure?.arrivals.at(-1)).toBe(sure);
      }),
      { numRuns: 2 * numRuns },
    );
  });

  it('a way in time is made of links that exist, hang together and never run back', () => {
    fc.assert(
      fc.property(timed, limits, (g, limits) => {
        const rows = rowsOf(g.lines);
        const times = timesOf(g.whens);
        const found = finish(timePaths(g.n, rows, times, null, 0, g.n - 1, { arrows: true, ...limits }));
        const holds = (path: TimePath | null) => {
          if (!path) return;
          expect(path.nodes[0]).toBe(0);
          expect(path.nodes.at(-1)).toBe(g.n - 1);
          for (const [i, r] of path.rows.entries()) {
            const [u, v] = [path.nodes[i]!, path.nodes[i + 1]!];
            const ends = [rows.source[r]!, rows.target[r]!];
            expect(ends).toContain(u);
            expect(ends).toContain(v);
            if (rows.arrow[r] === 1) expect(rows.source[r]).toBe(u);
            expect(path.arrivals[i]).toBeGreaterThanOrEqual(times.begin[r]!);
            expect(path.arrivals[i]).toBeLessThanOrEqual(times.end[r]!);
            if (i > 0) expect(path.arrivals[i]).toBeGreaterThanOrEqual(path.arrivals[i - 1]!);
          }
          expect(path.returns).toBe(new Set(path.nodes).size < path.nodes.length);
          if (limits.longestWait === undefined) expect(path.returns).toBe(false);
        };
        holds(found.possible);
        holds(found.sure);
        // What is sure is possible, and no earlier.
        if (found.sure) expect(found.possible!.arrivals.at(-1)).toBeLessThanOrEqual(found.sure.arrivals.at(-1)!);
        const reach = finish(timeReach(g.n, rows, times, null, 0, { arrows: true, ...limits }));
        expect(reach.possible[g.n - 1]).toBe(found.possible?.arrivals.at(-1) ?? Number.NaN);
        expect(reach.sure[g.n - 1]).toBe(found.sure?.arrivals.at(-1) ?? Number.NaN);
        expect(found.undated).toBe(g.whens.filter((w) => Number.isNaN(w.begin)).length);
      }),
      { numRuns },
    );
  });
});

describe('conditions', () => {
  it('keep exactly the lines that meet all of them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(3), fc.nat(2), when), { maxLength: 20 }),
        fc.record(
          {
            layers: fc.subarray([0, 1, 2, 3]),
            proof: fc.nat(2),
            from: fc.integer({ min: 0, max: 8 }),
            to: fc.integer({ min: 2, max: 11 }),
            undated: fc.boolean(),
          },
          { requiredKeys: [] },
        ),
        (list, conditions) => {
          const rows = {
            ...rowsOf(list.map(() => [0, 1])),
            layer: Int32Array.from(list, (l) => l[0]),
            proof: Uint8Array.from(list, (l) => l[1]),
            begin: Float64Array.from(list, (l) => l[2].begin),
            end: Float64Array.from(list, (l) => l[2].end + 1),
          };
          const kept = keptRows(rows, conditions);
          const { layers, proof, from, to, undated } = conditions;
          let lost = 0;
          const wanted = list.map(([layer, p, w]) => {
            if (layers && !layers.includes(layer)) return 0;
            if (proof !== undefined && p > proof) return 0;
            if (from === undefined && to === undefined) return 1;
            if (!Number.isNaN(w.begin)) return w.end >= (from ?? -99) && w.begin < (to ?? 99) ? 1 : 0;
            if (!undated) lost++;
            return undated ? 1 : 0;
          });
          expect([...kept.keep]).toEqual(wanted);
          expect(kept.undatedLeftOut).toBe(lost);
        },
      ),
      { numRuns },
    );
  });

  it('two lists make each pair once, and nobody a pair with itself', () => {
    expect(pairsAcross([1, 2, 3], [3, 2, 4], false)).toEqual([
      [1, 3],
      [1, 2],
      [1, 4],
      [2, 3],
      [2, 4],
      [3, 4],
    ]);
    expect(pairsAcross([1, 2], [2, 1], true)).toEqual([
      [1, 2],
      [2, 1],
    ]);
  });
});
