import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementOf } from '#analysis/communities/index';
import { stabilityOf } from '#analysis/communities/stability';
import { finish } from '#analysis/graph/work';
import { groupsBy, membersOf, packed, smallList, sorted } from './small-networks.ts';

/** Two cliques of five, and one who knows two of each: nobody can say where it belongs. */
const torn = {
  n: 11,
  directed: false,
  rows: [0, 5].flatMap((from) =>
    Array.from({ length: 5 }, (_, i) => i).flatMap((i) =>
      Array.from({ length: i }, (_, j): [number, number, number] => [from + i, from + j, 1]),
    ),
  ),
};
const goBetween: [number, number, number][] = [
  [10, 0, 1],
  [10, 1, 1],
  [10, 5, 1],
  [10, 6, 1],
];

const labels = (n: number) =>
  fc.array(fc.integer({ min: 0, max: 3 }), { minLength: n, maxLength: n }).map((raw) => {
    const now = new Map<number, number>();
    return Int32Array.from(raw, (c) => {
      if (!now.has(c)) now.set(c, now.size);
      return now.get(c)!;
    });
  });

describe('of several runs', () => {
  it('shares are those counted out pair by pair', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }).chain((n) => fc.array(labels(n), { minLength: 2, maxLength: 6 })),
        (runs) => {
          const community = runs[0]!;
          const n = community.length;
          const sizes = new Int32Array(Math.max(...community) + 1);
          for (const c of community) sizes[c]!++;
          const found = finish(
            stabilityOf(
              { community, sizes },
              runs,
              runs.map((_, r) => r),
            ),
          );
          for (let i = 0; i < n; i++) {
            const others = [...community.keys()].filter((j) => j !== i && community[j] === community[i]);
            const met = runs.map((run) => others.filter((j) => run[j] === run[i]).length);
            const alone = runs.filter((run) => run.every((c, j) => j === i || c !== run[i])).length;
            const share = others.length === 0 ? alone : met.filter((k) => 2 * k > others.length).length;
            expect(found.share[i]).toBeCloseTo(share / runs.length, 12);
            const together = others.length === 0 ? alone : met.reduce((a, b) => a + b, 0) / others.length;
            expect(found.together[i]).toBeCloseTo(together / runs.length, 12);
            let most = 0;
            for (let g = 0; g < sizes.length; g++) {
              if (g === community[i]) continue;
              const members = [...community.keys()].filter((j) => community[j] === g);
              const times = runs.filter(
                (run) => 2 * members.filter((j) => run[j] === run[i]).length > members.length,
              ).length;
              most = Math.max(most, times);
              if (found.rival[i] === g) expect(found.rivalShare[i]).toBeCloseTo(times / runs.length, 12);
            }
            expect(found.rivalShare[i]).toBeCloseTo(most / runs.length, 12);
            expect(found.rival[i] === -1).toBe(most === 0);
          }
          const agreement =
            runs.reduce((sum, run) => {
              const a = agreementOf(community, sizes.length, run, Math.max(...run) + 1).adjustedRand;
              return sum + (Number.isNaN(a) ? 1 : a);
            }, 0) / runs.length;
          expect(found.agreement).toBeCloseTo(agreement, 12);
          expect(found.modularity).toEqual([0, (runs.length - 1) / 2, runs.length - 1]);
        },
      ),
    );
  });

  it.each(['louvain', 'leiden', 'label-propagation'])(
    '%s is sure of cliques and in doubt about their go-between',
    (id) => {
      const graph = packed({ ...torn, rows: [...torn.rows, ...goBetween] });
      const { stability, community } = groupsBy(id, graph, { runs: 60, seed: 5 });
      const { share, rival, rivalShare } = stability!;
      expect(community[0]).not.toBe(community[5]);
      expect(share[10]).toBeLessThan(0.8);
      expect(rival[10]).toBe(community[10] === community[0] ? community[5] : community[0]);
      expect(rivalShare[10]).toBeGreaterThan(0.2);
      for (const i of [2, 3, 4, 7, 8, 9]) expect(share[i]).toBeGreaterThan(share[10]!);
    },
  );

  it('who has no links stands alone in all of them', () => {
    const { stability } = groupsBy('leiden', packed({ ...torn, rows: torn.rows }), { runs: 10 });
    expect(stability!.share[10]).toBe(1);
    expect(stability!.rival[10]).toBe(-1);
  });

  it('one run says nothing of how steady it is', () => {
    expect(groupsBy('leiden', packed(torn), { runs: 1 }).stability).toBeUndefined();
  });

  it('the consensus of runs that agree is what they agree on', () => {
    const graph = packed(torn);
    const best = groupsBy('leiden', graph, { runs: 20 });
    const agreed = groupsBy('leiden', graph, { runs: 20, answer: 'consensus' });
    expect(sorted(membersOf(agreed))).toEqual(sorted(membersOf(best)));
    expect(agreed.stability!.agreement).toBe(1);
  });

  it('the consensus is a division of all, reached again from the same seed, and never joins separate parts', () => {
    fc.assert(
      fc.property(
        smallList(12),
        fc.constantFrom('louvain', 'leiden', 'label-propagation'),
        fc.nat(99),
        (list, id, seed) => {
          const graph = packed(list);
          const given = { runs: 10, answer: 'consensus', seed };
          const found = groupsBy(id, graph, given);
          expect(groupsBy(id, graph, given)).toEqual(found);
          expect(found.sizes.reduce((a, b) => a + b, 0)).toBe(list.n);
          const part = groupsBy('components', graph).community;
          for (const group of membersOf(found)) expect(new Set(group.map((i) => part[i])).size).toBe(1);
        },
      ),
      { numRuns: 60 },
    );
  });
});
