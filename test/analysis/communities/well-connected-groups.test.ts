import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupsBy, matrixOf, membersOf, packed, RANDOM_GRAPHS, type SmallList, smallList } from './small-networks.ts';

// Guarantees that Traag, Waltman and van Eck (2019) prove for Leiden, each looked at in its own words over the matrix of weights.

const EPS = 1e-9;

function facts(list: SmallList, resolution: number) {
  const a = matrixOf(list);
  const k = a.map((row) => row.reduce((p, q) => p + q, 0));
  const all = k.reduce((p, q) => p + q, 0);
  const between = (s: readonly number[], t: readonly number[]) => {
    let sum = 0;
    for (const i of s) for (const j of t) sum += a[i]![j]!;
    return sum;
  };
  const size = (s: readonly number[]) => s.reduce((p, i) => p + k[i]!, 0);
  /** What modularity expects between two sets. */
  const expected = (s: readonly number[], t: readonly number[]) => (resolution * size(s) * size(t)) / all;
  return { between, expected, all };
}

const resolutions = fc.constantFrom(0.3, 1, 2.5);
const one = { runs: 1 };

describe('every group that Leiden finds', () => {
  it('is connected, whatever the graph, the resolution and the seed', () => {
    fc.assert(
      fc.property(smallList(25), resolutions, fc.nat(1000), (list, resolution, seed) => {
        const graph = packed(list);
        const { offsets, targets } = graph.both;
        for (const group of membersOf(groupsBy('leiden', graph, { ...one, resolution, seed }))) {
          const inside = new Set(group);
          const seen = new Set([group[0]!]);
          for (const u of seen)
            for (const v of targets.subarray(offsets[u]!, offsets[u + 1]!)) if (inside.has(v)) seen.add(v);
          expect(seen.size).toBe(group.length);
        }
      }),
      { numRuns: 3 * RANDOM_GRAPHS },
    );
  });

  it('cannot gain by merging with another (γ-separation)', () => {
    fc.assert(
      fc.property(smallList(16), resolutions, fc.nat(1000), (list, resolution, seed) => {
        const { between, expected, all } = facts(list, resolution);
        if (all === 0) return;
        const groups = membersOf(groupsBy('leiden', packed(list), { ...one, resolution, seed }));
        groups.forEach((s, i) => {
          for (const t of groups.slice(i + 1)) expect(between(s, t)).toBeLessThanOrEqual(expected(s, t) + EPS);
        });
      }),
      { numRuns: RANDOM_GRAPHS },
    );
  });

  it('has no member that would gain by moving to another group or by standing alone (node optimality)', () => {
    fc.assert(
      fc.property(smallList(16), resolutions, fc.nat(1000), (list, resolution, seed) => {
        const { between, expected, all } = facts(list, resolution);
        if (all === 0) return;
        const groups = membersOf(groupsBy('leiden', packed(list), { ...one, resolution, seed }));
        for (const own of groups)
          for (const i of own) {
            const others = own.filter((j) => j !== i);
            const stay = between([i], others) - expected([i], others);
            expect(stay).toBeGreaterThanOrEqual(-EPS);
            for (const t of groups)
              if (t !== own) expect(between([i], t) - expected([i], t)).toBeLessThanOrEqual(stay + EPS);
          }
      }),
      { numRuns: RANDOM_GRAPHS },
    );
  });

  it('can be put together from single nodes without a step that loses (γ-connectivity)', () => {
    fc.assert(
      fc.property(smallList(10), resolutions, fc.nat(1000), (list, resolution, seed) => {
        const { between, expected, all } = facts(list, resolution);
        if (all === 0) return;
        for (const group of membersOf(groupsBy('leiden', packed(list), { ...one, resolution, seed }))) {
          const of = (set: number) => group.filter((_, i) => set & (1 << i));
          const known = new Map<number, boolean>();
          const holds = (set: number): boolean => {
            if ((set & (set - 1)) === 0) return true;
            const before = known.get(set);
            if (before !== undefined) return before;
            let found = false;
            const lowest = set & -set;
            for (let part = (set - 1) & set; part > 0 && !found; part = (part - 1) & set) {
              if (!(part & lowest)) continue;
              const s = of(part);
              const t = of(set & ~part);
              found = between(s, t) >= expected(s, t) - EPS && holds(part) && holds(set & ~part);
            }
            known.set(set, found);
            return found;
          };
          expect(holds((1 << group.length) - 1)).toBe(true);
        }
      }),
      { numRuns: RANDOM_GRAPHS },
    );
  });
});

describe('Leiden', () => {
  it('finds the same groups from the same seed, and numbers them by falling size', () => {
    fc.assert(
      fc.property(smallList(20), fc.nat(), (list, seed) => {
        const found = groupsBy('leiden', packed(list), { seed, runs: 3 });
        expect(groupsBy('leiden', packed(list), { seed, runs: 3 })).toEqual(found);
        expect([...found.sizes]).toEqual([...found.sizes].sort((a, b) => b - a));
      }),
      { numRuns: 50 },
    );
  });

  it('keeps connected what Louvain may tear: a go-between that moves on leaves no torn group', () => {
    // Figure 2 of the paper: nodes 1 to 6 hang together through 0 alone, which belongs elsewhere at the end.
    const rows: [number, number, number][] = [
      [1, 2, 1],
      [1, 3, 1],
      [2, 3, 1],
      [4, 5, 1],
      [4, 6, 1],
      [5, 6, 1],
      [0, 1, 1],
      [0, 4, 1],
      [0, 7, 4],
      [7, 8, 4],
      [0, 8, 4],
    ];
    const { community } = groupsBy('leiden', packed({ n: 9, directed: false, rows }), { resolution: 0.2 });
    const graph = packed({ n: 9, directed: false, rows });
    const { offsets, targets } = graph.both;
    for (let i = 0; i < 9; i++) {
      const seen = new Set([i]);
      for (const u of seen)
        for (const v of targets.subarray(offsets[u]!, offsets[u + 1]!)) if (community[v] === community[i]) seen.add(v);
      expect(seen.size).toBe(community.filter((c) => c === community[i]).length);
    }
  });
});
