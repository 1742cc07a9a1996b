import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cutAfter, modularityAlongArrows, modularityOf } from '#analysis/communities/index';
import { coresOf } from '#analysis/graph/core-numbers';
import { publishedNetworks } from '../published-networks.ts';
import { groupsBy, membersOf, packed, type SmallList, sorted } from './small-networks.ts';

interface Row {
  readonly name: string;
  readonly n: number;
  readonly directed: boolean;
  readonly edges: SmallList['rows'];
  readonly cliques: number[][];
  readonly blocks: number[][];
  readonly coreness: number[];
  readonly strong: number[][];
  readonly divisions?: {
    of: number[];
    resolution: number;
    plain: number;
    weighted: number;
    along?: number;
    alongWeighted?: number;
  }[];
  readonly leiden?: { plain: number; weighted: number };
  readonly girvanNewman?: number[][][];
}

const { graphs } = JSON.parse(readFileSync(join(import.meta.dirname, '../../data/oracles/groups.json'), 'utf8')) as {
  graphs: Row[];
};

describe.each(graphs.map((row) => [row.name, row] as const))('%s', (_, row) => {
  const list: SmallList = { n: row.n, directed: row.directed, rows: row.edges };
  const graph = packed(list);
  const plain = packed(list, false);

  it('has the maximal cliques that networkx lists', () => {
    const found = groupsBy('cliques', graph, { least: 2 });
    expect(sorted(membersOf(found))).toEqual(sorted(row.cliques));
    expect(found.cutOff).toBeUndefined();
  });

  it('has the blocks that networkx lists', () => {
    expect(sorted(membersOf(groupsBy('blocks', graph)))).toEqual(sorted(row.blocks));
  });

  it('has the strong components that networkx lists', () => {
    expect(sorted(membersOf(groupsBy('strong-components', graph)))).toEqual(sorted(row.strong));
  });

  it('has the core numbers that networkx gives, and each core is the nodes of at least its number', () => {
    expect([...coresOf(graph.both).coreness]).toEqual(row.coreness);
    for (let k = 1; k <= Math.max(0, ...row.coreness); k++) {
      const inside = membersOf(groupsBy('cores', graph, { k })).flat();
      expect(inside.sort((a, b) => a - b)).toEqual(row.coreness.flatMap((c, i) => (c >= k ? [i] : [])));
    }
  });

  it('has the modularity that networkx gives for any division', () => {
    for (const { of, resolution, plain: q, weighted } of row.divisions ?? []) {
      expect(modularityOf(plain, of, resolution)).toBeCloseTo(q, 9);
      expect(modularityOf(graph, of, resolution)).toBeCloseTo(weighted, 9);
    }
  });

  it('has the modularity along its arrows that networkx gives, and the same without arrows', () => {
    for (const { of, resolution, plain: q, along = q, weighted, alongWeighted = weighted } of row.divisions ?? []) {
      expect(modularityAlongArrows(plain, of, resolution)).toBeCloseTo(along, 9);
      expect(modularityAlongArrows(graph, of, resolution)).toBeCloseTo(alongWeighted, 9);
    }
    if (row.edges.length === 0) expect(modularityAlongArrows(graph, new Int32Array(row.n))).toBeNaN();
  });

  it('is divided by Leiden as well as by igraph', () => {
    if (!row.leiden) {
      expect(groupsBy('leiden', graph).modularity).toBeNaN();
      return;
    }
    expect(groupsBy('leiden', plain).modularity).toBeGreaterThanOrEqual(row.leiden.plain - 1e-9);
    expect(groupsBy('leiden', graph).modularity).toBeGreaterThanOrEqual(row.leiden.weighted - 1e-9);
  });

  it('falls apart as Girvan and Newman say, counted in fractions', () => {
    const { dendrogram, modularity } = groupsBy('girvan-newman', plain);
    const levels = row.girvanNewman ?? [Array.from({ length: row.n }, (_, i) => [i])];
    expect(dendrogram!.merges.length / 2 + 1).toBe(levels.length);
    levels.toReversed().forEach((level, merges) => {
      const of = cutAfter(dendrogram!, merges);
      const groups = new Map<number, number[]>();
      of.forEach((g, i) => {
        groups.set(g, [...(groups.get(g) ?? []), i]);
      });
      expect(sorted([...groups.values()])).toEqual(sorted(level));
    });
    const best = Math.max(
      ...levels.map((level) =>
        modularityOf(
          plain,
          Array.from({ length: row.n }, (_, i) => level.findIndex((g) => g.includes(i))),
        ),
      ),
    );
    if (Number.isNaN(best) || row.edges.length === 0) expect(modularity).toBeNaN();
    else expect(modularity).toBeCloseTo(best, 9);
  });
});

describe.each(
  publishedNetworks()
    .filter((net) => net.block.communities)
    .map((net) => [net.name, net] as const),
)('%s', (_, net) => {
  it('is divided by Leiden as well as the best published division, within .002', () => {
    let best = Number.NEGATIVE_INFINITY;
    for (const [name, found] of Object.entries(net.block.communities))
      if (!name.endsWith('_weighted') && typeof found === 'object' && found !== null)
        best = Math.max(best, (found as { modularity?: number }).modularity ?? best);
    expect(groupsBy('leiden', net.plain).modularity).toBeGreaterThanOrEqual(best - 0.002);
  });
});
