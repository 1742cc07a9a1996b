import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal, modularityOf } from '#analysis/communities/index';
import { louvain } from '#analysis/communities/louvain';
import { packGraph } from '#analysis/graph/packed-graph';
import { fillParameters, type ParameterValues } from '#analysis/graph/parameters';
import { finish } from '#analysis/graph/work';
import { publishedNetworks } from '../published-networks.ts';

function run(graph: Parameters<typeof louvain.run>[0], given: ParameterValues = {}) {
  const filled = fillParameters(louvain.parameters, { runs: 10, ...given });
  if ('unfit' in filled) throw new Error(filled.unfit);
  const found = finish(louvain.run(graph, filled.values));
  if (isRefusal(found)) throw new Error(found.refused);
  return found;
}

/** The best modularity that igraph's and networkx's repeated runs, or an exact solver, found. */
function bestKnown(communities: Readonly<Record<string, unknown>>, weighted: boolean): number {
  let best = Number.NEGATIVE_INFINITY;
  for (const [name, found] of Object.entries(communities)) {
    if (name.endsWith('_weighted') !== weighted || typeof found !== 'object' || found === null) continue;
    const q = (found as { modularity?: number }).modularity;
    if (q !== undefined) best = Math.max(best, q);
  }
  return best;
}

const networks = publishedNetworks().filter((n) => n.block.communities);

describe.each(networks.map((n) => [n.name, n] as const))('%s', (_, net) => {
  it('reaches the best published modularity within 0.01, without weights', () => {
    const { modularity } = run(net.plain);
    const best = bestKnown(net.block.communities, false);
    expect(modularity).toBeGreaterThanOrEqual(best - 0.01);
    expect(modularity).toBeLessThanOrEqual(best + 0.01);
  });
});

const weighted = networks.filter((n) => bestKnown(n.block.communities, true) > -1);

describe.each(weighted.map((n) => [n.name, n] as const))('%s', (_, net) => {
  it('reaches the best published modularity within 0.01, with weights', () => {
    const { modularity } = run(net.graph);
    const best = bestKnown(net.block.communities, true);
    expect(modularity).toBeGreaterThanOrEqual(best - 0.01);
    expect(modularity).toBeLessThanOrEqual(best + 0.01);
  });
});

it('has networks to check', () => {
  expect(networks.length).toBeGreaterThan(10);
  expect(weighted.length).toBeGreaterThan(10);
});

const list = fc.integer({ min: 1, max: 14 }).chain((n) =>
  fc.record({
    n: fc.constant(n),
    directed: fc.boolean(),
    rows: fc.array(fc.tuple(fc.nat({ max: n - 1 }), fc.nat({ max: n - 1 }), fc.constantFrom(0.5, 1, 3)), {
      maxLength: 40,
    }),
  }),
);

const pack = (g: { n: number; directed: boolean; rows: [number, number, number][] }) =>
  packGraph({
    nodeCount: g.n,
    source: g.rows.map((r) => r[0]),
    target: g.rows.map((r) => r[1]),
    weight: g.rows.map((r) => r[2]),
    directed: g.directed,
  });

describe('on any graph', () => {
  it('states the modularity of the partition it gives, counted over all pairs', () => {
    fc.assert(
      fc.property(list, (g) => {
        const { community, modularity } = run(pack(g));
        const a = Array.from({ length: g.n }, () => new Array<number>(g.n).fill(0));
        for (const [u, v, w] of g.rows) {
          if (u === v) continue;
          a[u]![v]! += w;
          a[v]![u]! += w;
        }
        const k = a.map((row) => row.reduce((p, q) => p + q, 0));
        const all = k.reduce((p, q) => p + q, 0);
        if (all === 0) {
          expect(modularity).toBeNaN();
          return;
        }
        let q = 0;
        for (let i = 0; i < g.n; i++)
          for (let j = 0; j < g.n; j++)
            if (community[i] === community[j]) q += (a[i]![j]! - (k[i]! * k[j]!) / all) / all;
        expect(modularity).toBeCloseTo(q, 10);
      }),
    );
  });

  it('is never worse than everybody alone or everybody together, and never joins what no link joins', () => {
    fc.assert(
      fc.property(list, fc.constantFrom(0.5, 1, 2), (g, resolution) => {
        const graph = pack(g);
        const { community, modularity } = run(graph, { resolution });
        if (graph.edgeCount === 0) return;
        const alone = Array.from({ length: g.n }, (_, i) => i);
        expect(modularity).toBeGreaterThanOrEqual(modularityOf(graph, alone, resolution) - 1e-12);
        const { offsets, targets } = graph.both;
        for (let i = 0; i < g.n; i++) {
          const seen = new Set([i]);
          for (const u of seen)
            for (let e = offsets[u]!; e < offsets[u + 1]!; e++)
              if (community[targets[e]!] === community[i]) seen.add(targets[e]!);
          expect([...seen].length).toBeGreaterThanOrEqual(
            community.filter((c) => c === community[i]).length > 1 ? 2 : 1,
          );
        }
      }),
    );
  });

  it('gives the same groups for the same seed', () => {
    fc.assert(
      fc.property(list, fc.nat(), (g, seed) => {
        expect(run(pack(g), { seed })).toEqual(run(pack(g), { seed }));
      }),
      { numRuns: 50 },
    );
  });

  it('numbers groups by falling size', () => {
    fc.assert(
      fc.property(list, (g) => {
        const { community, sizes } = run(pack(g));
        expect([...sizes]).toEqual([...sizes].sort((a, b) => b - a));
        sizes.forEach((size, c) => {
          expect(community.filter((x) => x === c).length).toBe(size);
        });
      }),
    );
  });
});
