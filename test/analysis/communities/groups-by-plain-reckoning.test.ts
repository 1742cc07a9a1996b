import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maximalCliques } from '#analysis/communities/cliques';
import { agreementOf, communityMethodById, communityMethods, qualityOf } from '#analysis/communities/index';
import { packGraph } from '#analysis/graph/packed-graph';
import { fillParameters } from '#analysis/graph/parameters';
import { finish } from '#analysis/graph/work';
import { groupsBy, matrixOf, membersOf, packed, RANDOM_GRAPHS, smallList, sorted } from './small-networks.ts';

describe('on any small network', () => {
  it('cliques are all sets of which everyone knows everyone and to which nobody can be added', () => {
    fc.assert(
      fc.property(smallList(9), (list) => {
        const a = matrixOf(list, false);
        const expected: number[][] = [];
        for (let set = 1; set < 1 << list.n; set++) {
          const members = Array.from({ length: list.n }, (_, i) => i).filter((i) => set & (1 << i));
          const all = members.every((i) => members.every((j) => i === j || a[i]![j] === 1));
          const more = a.some((row, i) => !(set & (1 << i)) && members.every((j) => row[j] === 1));
          if (members.length > 1 && all && !more) expected.push(members);
        }
        expect(sorted(membersOf(groupsBy('cliques', packed(list), { least: 2 })))).toEqual(sorted(expected));
      }),
      { numRuns: RANDOM_GRAPHS },
    );
  });

  it('two links are in one block where a ring goes through both', () => {
    fc.assert(
      fc.property(smallList(9), (list) => {
        const a = matrixOf(list, false);
        const groups = membersOf(groupsBy('blocks', packed(list)));
        // Two nodes share a block exactly where they are linked, or no third one cuts them apart.
        const reaches = (from: number, to: number, without: number) => {
          const seen = new Set([from]);
          for (const u of seen) for (let v = 0; v < list.n; v++) if (a[u]![v] === 1 && v !== without) seen.add(v);
          return seen.has(to);
        };
        for (let i = 0; i < list.n; i++)
          for (let j = i + 1; j < list.n; j++) {
            const cut = Array.from({ length: list.n }, (_, x) => x).some(
              (x) => x !== i && x !== j && !reaches(i, j, x),
            );
            const together = a[i]![j] === 1 || (reaches(i, j, -1) && !cut);
            expect(groups.filter((g) => g.includes(i) && g.includes(j)).length).toBe(together ? 1 : 0);
          }
      }),
      { numRuns: RANDOM_GRAPHS },
    );
  });

  it('strong components are those who reach one another', () => {
    fc.assert(
      fc.property(smallList(10), (list) => {
        const graph = packed(list);
        const { offsets, targets } = graph.out;
        const reach = Array.from({ length: list.n }, (_, s) => {
          const seen = new Set([s]);
          for (const u of seen) for (const v of targets.subarray(offsets[u]!, offsets[u + 1]!)) seen.add(v);
          return seen;
        });
        const { community } = groupsBy('strong-components', graph);
        for (let i = 0; i < list.n; i++)
          for (let j = 0; j < list.n; j++)
            expect(community[i] === community[j]).toBe(reach[i]!.has(j) && reach[j]!.has(i));
      }),
      { numRuns: RANDOM_GRAPHS },
    );
  });

  it('in each core everyone has k neighbours inside, and who is outside could not stay', () => {
    fc.assert(
      fc.property(smallList(12), fc.integer({ min: 1, max: 4 }), (list, k) => {
        const a = matrixOf(list, false);
        let inside = Array.from({ length: list.n }, (_, i) => i);
        for (let before = -1; before !== inside.length; ) {
          before = inside.length;
          inside = inside.filter((i) => inside.filter((j) => a[i]![j] === 1).length >= k);
        }
        const groups = membersOf(groupsBy('cores', packed(list), { k }));
        expect(groups.flat().sort((p, q) => p - q)).toEqual(inside);
        // Pieces of a core do not touch.
        groups.forEach((g, x) => {
          for (const h of groups.slice(x + 1)) expect(g.some((i) => h.some((j) => a[i]![j] === 1))).toBe(false);
        });
      }),
      { numRuns: RANDOM_GRAPHS },
    );
  });

  it('label propagation ends where nobody would side with others, in connected groups', () => {
    fc.assert(
      fc.property(smallList(14), fc.nat(1000), (list, seed) => {
        const a = matrixOf(list);
        const { community, sizes } = groupsBy('label-propagation', packed(list), { runs: 1, seed });
        community.forEach((own, i) => {
          const toward = new Float64Array(sizes.length);
          a[i]!.forEach((w, j) => {
            toward[community[j]!]! += w;
          });
          // Pieces of one label count apart, so that the own label may only weigh more than here.
          if (toward.some((w) => w > 0)) expect(toward[own]).toBeGreaterThan(0);
        });
        const { offsets, targets } = packed(list).both;
        for (const group of membersOf(groupsBy('label-propagation', packed(list), { runs: 1, seed }))) {
          const seen = new Set([group[0]!]);
          for (const u of seen)
            for (const v of targets.subarray(offsets[u]!, offsets[u + 1]!)) if (group.includes(v)) seen.add(v);
          expect(seen.size).toBe(group.length);
        }
      }),
      { numRuns: RANDOM_GRAPHS },
    );
  });

  it('the share within and the ceiling hold the modularity between them', () => {
    fc.assert(
      fc.property(smallList(12), (list) => {
        const graph = packed(list);
        const of = Array.from({ length: list.n }, (_, i) => i % 3);
        const { modularity, within, ceiling } = qualityOf(graph, of);
        if (graph.edgeCount === 0) {
          expect([modularity, within, ceiling]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
          return;
        }
        expect(modularity).toBeCloseTo(within - (1 - ceiling), 12);
        expect(modularity).toBeLessThanOrEqual(ceiling + 1e-12);
      }),
    );
  });

  it('every method gives every node a group that exists, or none, and sizes that add up', () => {
    fc.assert(
      fc.property(smallList(10), fc.constantFrom(...communityMethods.map((m) => m.id)), (list, id) => {
        const { community, sizes, cover, modularity, reason } = groupsBy(id, packed(list));
        expect(community.length).toBe(list.n);
        for (const c of community) expect(c >= -1 && c < sizes.length).toBe(true);
        if (!cover) expect(sizes.reduce((p, q) => p + q, 0)).toBe(community.filter((c) => c >= 0).length);
        expect(Number.isNaN(modularity)).toBe(reason !== undefined);
        expect([...sizes]).toEqual([...sizes].sort((p, q) => q - p));
      }),
      { numRuns: 2 * RANDOM_GRAPHS },
    );
  });
});

describe('bounds', () => {
  it('the search for cliques ends at the number asked for and says so', () => {
    // Twelve pairs of strangers: 2^12 cliques.
    const rows: [number, number, number][] = [];
    for (let i = 0; i < 24; i++) for (let j = 0; j < i; j++) if (i >> 1 !== j >> 1) rows.push([i, j, 1]);
    const graph = packed({ n: 24, directed: false, rows });
    const all = groupsBy('cliques', graph, { most: 5000 });
    expect([all.sizes.length, all.cutOff]).toEqual([4096, undefined]);
    const some = groupsBy('cliques', graph, { most: 100 });
    expect([some.sizes.length, some.cutOff]).toEqual([100, 'count']);
  });

  it('and at the time asked for', () => {
    const rows: [number, number, number][] = [];
    for (let i = 0; i < 40; i++) for (let j = 0; j < i; j++) if (i >> 1 !== j >> 1) rows.push([i, j, 1]);
    let clock = 0;
    const found = finish(
      maximalCliques(
        packed({ n: 40, directed: false, rows }),
        { least: 3, most: 1e6, seconds: 5 },
        () => (clock += 1000),
      ),
    );
    expect(found.cutOff).toBe('time');
    expect(found.cliques.length).toBeGreaterThan(0);
  });

  it('and can be left between two pieces', () => {
    const rows: [number, number, number][] = [];
    for (let i = 0; i < 40; i++) for (let j = 0; j < i; j++) if (i >> 1 !== j >> 1) rows.push([i, j, 1]);
    const work = maximalCliques(packed({ n: 40, directed: false, rows }), { least: 3, most: 1e6, seconds: 60 });
    const began = performance.now();
    expect(work.next().done).toBe(false);
    work.return({ cliques: [] });
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it('Girvan–Newman refuses more than 300 nodes, and more than 5,000 links, with the bound', () => {
    const run = (n: number, rows: [number, number][]) => {
      const method = communityMethodById('girvan-newman')!;
      const filled = fillParameters(method.parameters, {});
      if ('unfit' in filled) throw new Error(filled.unfit);
      const graph = packGraph({ nodeCount: n, source: rows.map((r) => r[0]), target: rows.map((r) => r[1]) });
      return finish(method.run(graph, filled.values));
    };
    expect(run(301, [])).toEqual({ refused: 'too-many-nodes', most: 300, has: 301 });
    const dense: [number, number][] = [];
    for (let i = 0; i < 120; i++) for (let j = 0; j < i; j++) dense.push([i, j]);
    expect(run(120, dense)).toEqual({ refused: 'too-many-links', most: 5000, has: 7140 });
  });

  it('Girvan–Newman gives the number of groups asked for, as far as there are such', () => {
    const ring: [number, number, number][] = Array.from({ length: 6 }, (_, i) => [i, (i + 1) % 6, 1]);
    const graph = packed({ n: 6, directed: false, rows: ring });
    expect(groupsBy('girvan-newman', graph, { groups: 3 }).sizes.length).toBe(3);
    expect(groupsBy('girvan-newman', graph, { groups: 1 }).sizes.length).toBe(1);
    expect(groupsBy('girvan-newman', graph, { groups: 200 }).sizes.length).toBe(6);
  });
});

describe('two divisions of the same', () => {
  const division = fc.integer({ min: 2, max: 9 }).chain((n) =>
    fc.record({
      one: fc.array(fc.integer({ min: -1, max: 3 }), { minLength: n, maxLength: n }),
      other: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: n, maxLength: n }),
    }),
  );

  it('agree as far as pairs and information say, counted out', () => {
    fc.assert(
      fc.property(division, ({ one, other }) => {
        const found = agreementOf(one, 4, other, 3);
        const both = one.flatMap((g, i) => (g >= 0 && other[i]! >= 0 ? [[g, other[i]!] as const] : []));
        expect(found.nodes).toBe(both.length);
        let together = 0;
        let first = 0;
        let second = 0;
        let all = 0;
        both.forEach(([g, c], i) => {
          for (const [h, d] of both.slice(i + 1)) {
            all++;
            if (g === h) first++;
            if (c === d) second++;
            if (g === h && c === d) together++;
          }
        });
        if (all === 0) expect(found.adjustedRand).toBeNaN();
        else {
          const chance = (first * second) / all;
          const most = (first + second) / 2;
          expect(found.adjustedRand).toBeCloseTo(most === chance ? 1 : (together - chance) / (most - chance), 10);
        }
        const n = both.length;
        const p = (f: (x: readonly [number, number]) => boolean) => both.filter(f).length / n;
        const h = (q: number) => (q > 0 ? -q * Math.log(q) : 0);
        let ha = 0;
        let hb = 0;
        let hab = 0;
        for (let g = 0; g < 4; g++) ha += h(p((x) => x[0] === g));
        for (let c = 0; c < 3; c++) hb += h(p((x) => x[1] === c));
        for (let g = 0; g < 4; g++) for (let c = 0; c < 3; c++) hab += h(p((x) => x[0] === g && x[1] === c));
        if (n === 0 || ha + hb < 1e-12) expect(found.mutualInformation).toBeNaN();
        else expect(found.mutualInformation).toBeCloseTo((2 * (ha + hb - hab)) / (ha + hb), 9);
        const counted = found.counts.flatMap((met) => [...met.values()]).reduce((a, b) => a + b, 0);
        expect(counted + found.unstated.reduce((a, b) => a + b, 0)).toBe(one.filter((g) => g >= 0).length);
      }),
    );
  });
});
