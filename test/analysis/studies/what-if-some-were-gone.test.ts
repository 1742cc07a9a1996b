import { describe, expect, test } from 'vitest';
import { seededRandom } from '#analysis/graph/seeded-random';
import { finish } from '#analysis/graph/work';
import {
  type RemovalCurve,
  type RemovalOrder,
  rankingOf,
  removalCurve,
  removalOrders,
  whatIf,
} from '#analysis/studies/index';
import { blueKestrel, networkOf, randomNetwork } from './networks.ts';
import { betweennessOf, distancesOf } from './plain.ts';

const by = { runs: 20, seed: 1 };

function curve(network: Parameters<typeof removalCurve>[0], order: RemovalOrder): RemovalCurve {
  const found = finish(removalCurve(network, order, by));
  if ('failure' in found) throw new Error(found.failure);
  return found;
}

describe('removing entities', () => {
  test('gives the standings, pairs and brokers of the definitions, on a hundred networks', () => {
    const random = seededRandom(11);
    for (let seed = 1; seed <= 100; seed++) {
      const n = Math.floor(random() * 14);
      const network = randomNetwork(n, Math.floor(random() * 2 * n), seed);
      const nodes = [...Array(n).keys()].filter(() => random() < 0.2);
      const gone = new Set(nodes);
      const found = finish(whatIf(network, { nodes, rows: [] }));
      const [before, after] = [distancesOf(network), distancesOf(network, gone)];
      const left = [...Array(n).keys()].filter((i) => !gone.has(i));
      const pairs = left.flatMap((i) => left.filter((j) => j > i).map((j) => [i, j] as const));
      const apart = pairs.filter(([i, j]) => after[i]![j] === Number.POSITIVE_INFINITY).length;
      const near = pairs.reduce((sum, [i, j]) => sum + 1 / after[i]![j]!, 0);
      expect(found.after.entities).toBe(left.length);
      expect(found.after.reaching).toBe(pairs.length - apart);
      if (pairs.length > 0) {
        expect(found.after.fragmentation).toBeCloseTo(apart / pairs.length, 12);
        expect(found.after.distanceFragmentation).toBeCloseTo(1 - near / pairs.length, 12);
      } else expect(found.after.fragmentation).toBeNaN();
      const cut = pairs.filter(
        ([i, j]) => before[i]![j]! < Number.POSITIVE_INFINITY && after[i]![j] === Number.POSITIVE_INFINITY,
      );
      const longer = pairs.filter(
        ([i, j]) => after[i]![j]! < Number.POSITIVE_INFINITY && after[i]![j]! > before[i]![j]!,
      );
      expect(found.broken).toMatchObject({ cut: cut.length, longer: longer.length });
      expect(found.broken.cutPairs.map((p) => [p.from, p.to]).sort()).toEqual(cut.map((p) => [...p]).sort());
      const rest = networkOf(
        n,
        [...Array(network.rows!.count).keys()]
          .map((r) => ({ from: network.rows!.source[r]!, to: network.rows!.target[r]! }))
          .filter((l) => !gone.has(l.from) && !gone.has(l.to)),
      );
      expect(found.lines).toBe(network.rows!.count - rest.rows!.count);
      betweennessOf(rest).forEach((b, i) => {
        if (!gone.has(i)) expect(found.brokerAfter.values[i]).toBeCloseTo(b, 9);
      });
      const places = rankingOf(
        found.brokerAfter,
        false,
        Uint8Array.from({ length: n }, (_, i) => (gone.has(i) ? 1 : 0)),
      );
      expect(found.placesAfter).toEqual(places);
      expect(new Set(found.piece.filter((_, i) => !gone.has(i))).size).toBe(found.after.components);
      for (const i of nodes) expect(found.piece[i]).toBe(-1);
    }
  });

  test('of the coordinator from the answer key cuts off whom the key says, and of the broker nobody', () => {
    const { network, ids } = blueKestrel();
    const weak = [...network.rows!.proof.keys()].filter((r) => network.rows!.proof[r] !== 0);
    const isolates = finish(whatIf(network, { nodes: [], rows: weak })).after.isolates;
    const without = (id: string) => finish(whatIf(network, { nodes: [ids.indexOf(id)], rows: weak }));
    // The key speaks of the confirmed graph; who has no confirmed link at all is not in it.
    const coordinator = without('P01');
    expect(coordinator.after.isolates - isolates).toBe(1);
    expect(coordinator.piece.filter((c) => c === coordinator.piece[ids.indexOf('P27')])).toHaveLength(1);
    const broker = without('P02');
    expect(broker.after.isolates).toBe(isolates);
    expect(broker.after.largest).toBe(32);
    expect(broker.broken.longer).toBeGreaterThan(0);
  });

  test('lines go with their ends, and lines alone may go too; the network itself stays', () => {
    const network = networkOf(3, [
      { from: 0, to: 1, layer: 0 },
      { from: 0, to: 1, layer: 1 },
      { from: 1, to: 2, layer: 1 },
    ]);
    const kept = structuredClone(network);
    const one = finish(whatIf(network, { nodes: [], rows: [0] }));
    expect(one).toMatchObject({ lines: 1, broken: { cut: 0, longer: 0 } });
    expect(one.after.edges, 'the other line still links them').toBe(2);
    const both = finish(whatIf(network, { nodes: [], rows: [0, 1] }));
    expect([...both.linesOf]).toEqual([1, 1]);
    expect(both.broken).toMatchObject({ of: 3, cut: 2 });
    expect(network).toEqual(kept);
  });

  test('along arrows, pairs count each way', () => {
    const ring = networkOf(
      4,
      [0, 1, 2, 3].map((i) => ({ from: i, to: (i + 1) % 4, arrow: true })),
      { directed: true },
    );
    const found = finish(whatIf(ring, { nodes: [3], rows: [] }));
    expect(found.before).toMatchObject({ reaching: 12, pairs: 12, fragmentation: 0, meanDistance: 2 });
    expect(found.after).toMatchObject({ reaching: 3, pairs: 6, fragmentation: 0.5 });
    expect(found.broken).toMatchObject({ of: 6, cut: 3, longer: 0 });
  });

  test('of everybody, and of all but one, leaves figures undefined and no NaN among counts', () => {
    const pair = networkOf(2, [{ from: 0, to: 1 }]);
    const none = finish(whatIf(pair, { nodes: [0, 1], rows: [] }));
    expect(none.after).toEqual({
      entities: 0,
      edges: 0,
      isolates: 0,
      components: 0,
      largest: 0,
      reaching: 0,
      pairs: 0,
      fragmentation: Number.NaN,
      distanceFragmentation: Number.NaN,
      meanDistance: Number.NaN,
    });
    expect(finish(whatIf(pair, { nodes: [1], rows: [] })).after).toMatchObject({
      entities: 1,
      isolates: 1,
      components: 1,
    });
  });
});

/** Share in the largest component after each removal, by walking anew each time. */
function plainShares(network: Parameters<typeof removalCurve>[0], sequence: readonly number[]): number[] {
  const n = network.nodeCount;
  return Array.from({ length: n + 1 }, (_, q) => {
    const gone = new Set(sequence.slice(0, q));
    const d = distancesOf(network, gone);
    const sizes = [...Array(n).keys()]
      .filter((i) => !gone.has(i))
      .map((i) => d[i]!.filter((x, j) => x < Number.POSITIVE_INFINITY && !gone.has(j)).length);
    return Math.max(0, ...sizes) / n;
  });
}

describe('removal curves', () => {
  test.each(removalOrders.filter((o) => o !== 'random'))(
    '%s: shares and area are those of the walk, each entity goes once',
    (order) => {
      for (let seed = 1; seed <= 12; seed++) {
        const network = randomNetwork(seed, seed * 2, seed);
        const found = curve(network, order);
        const sequence = [...found.sequence!];
        expect([...sequence].sort((a, b) => a - b)).toEqual([...Array(seed).keys()]);
        const shares = plainShares(network, sequence);
        found.largest.forEach((s, q) => {
          expect(s).toBeCloseTo(shares[q]!, 12);
        });
        expect(found.area).toBeCloseTo(shares.slice(1).reduce((a, b) => a + b, 0) / seed, 12);
      }
    },
  );

  test('recomputed orders take the greatest of what is left each time', () => {
    for (let seed = 1; seed <= 15; seed++) {
      const network = randomNetwork(9, 14, seed);
      for (const [order, figure] of [
        ['degree', (d: number[][], i: number) => d[i]!.filter((x) => x === 1).length],
        [
          // Pairs that reach each other without i, the fewer the better.
          'key-players',
          (_: number[][], i: number, gone: ReadonlySet<number>) =>
            -distancesOf(network, new Set([...gone, i]))
              .flat()
              .filter((x) => x > 0 && x < Number.POSITIVE_INFINITY).length,
        ],
        [
          'betweenness',
          (_: number[][], i: number, gone: ReadonlySet<number>) => betweennessOf(without(network, gone))[i]!,
        ],
      ] as const) {
        const gone = new Set<number>();
        for (const v of curve(network, order).sequence!) {
          const d = distancesOf(network, gone);
          const left = [...Array(9).keys()].filter((i) => !gone.has(i));
          const best = Math.max(...left.map((i) => figure(d, i, gone)));
          expect(figure(d, v, gone), `${order}, seed ${seed}`).toBeCloseTo(best, 9);
          gone.add(v);
        }
      }
    }
  });

  function without(network: Parameters<typeof removalCurve>[0], gone: ReadonlySet<number>) {
    const lines = [...Array(network.edgeCount).keys()]
      .map((e) => ({ from: network.source[e]!, to: network.target[e]! }))
      .filter((l) => !gone.has(l.from) && !gone.has(l.to));
    return networkOf(network.nodeCount, lines);
  }

  test('the area has the published ends: 1/n of a star that loses its centre first, nearly a half of a complete graph', () => {
    const star = networkOf(
      10,
      Array.from({ length: 9 }, (_, i) => ({ from: 0, to: i + 1 })),
    );
    expect(curve(star, 'degree').area).toBeCloseTo(0.09, 12);
    const complete = networkOf(
      10,
      Array.from({ length: 100 }, (_, k) => ({ from: Math.floor(k / 10), to: k % 10 })),
    );
    expect(curve(complete, 'betweenness').area).toBeCloseTo(0.45, 12);
    expect(curve(complete, 'random').area).toBeCloseTo(0.45, 12);
  });

  test('the random curve is a mean of seeded runs between its percentiles, the same each time', () => {
    const network = randomNetwork(30, 45, 4);
    const found = curve(network, 'random');
    expect(found).toEqual(curve(network, 'random'));
    found.largest.forEach((mean, q) => {
      expect(found.low![q]!).toBeLessThanOrEqual(mean + 1e-12);
      expect(found.high![q]!).toBeGreaterThanOrEqual(mean - 1e-12);
    });
    expect(finish(removalCurve(network, 'random', { runs: 20, seed: 2 }))).not.toEqual(found);
  });

  test('of nobody there is none, and betweenness is not computed again where that would take minutes', () => {
    expect(finish(removalCurve(networkOf(0, []), 'degree', by))).toEqual({ order: 'degree', failure: 'no-entities' });
    const large = randomNetwork(4000, 8000, 1);
    expect(finish(removalCurve(large, 'betweenness', by))).toMatchObject({ failure: 'too-large-to-recompute' });
  });
});
