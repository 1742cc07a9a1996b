import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Network } from '#analysis/graph/network';
import { packGraph } from '#analysis/graph/packed-graph';
import { finish } from '#analysis/graph/work';
import {
  type FigureValue,
  figuresOf,
  type NetworkFigureId,
  networkFigures,
  readyFigures,
} from '#analysis/whole-network/index';
import { publishedNetworks } from '../published-networks.ts';
import { trials } from '../random-graphs.ts';

type Numbers = Readonly<Record<string, number | null>>;

interface Oracle {
  readonly name: string;
  readonly nodes: number;
  readonly edges: readonly (readonly [number, number])[];
  readonly groups: readonly number[];
  readonly undirected: Numbers & { readonly degree_histogram: readonly number[] };
  readonly directed: Numbers;
}

const { graphs } = JSON.parse(readFileSync(join(import.meta.dirname, '../../data/oracles/brokers.json'), 'utf8')) as {
  graphs: Oracle[];
};

function network(
  n: number,
  edges: readonly (readonly number[])[],
  groups: readonly number[],
  directed = false,
): Network {
  return {
    ...packGraph({ nodeCount: n, source: edges.map((e) => e[0]!), target: edges.map((e) => e[1]!), directed }),
    groupings: new Map([['agency', { of: Int32Array.from(groups), count: 3 }]]),
  };
}

function read(net: Network, figure: NetworkFigureId, parameters = {}): FigureValue {
  const ready = readyFigures([{ figure, parameters }]);
  if ('refused' in ready) throw new Error(ready.refused);
  return finish(figuresOf(net, ready))[0]!;
}

function agree({ value }: FigureValue, want: number | null | undefined, what: string, within = 1e-9): void {
  if (want === null || want === undefined) expect(value, what).toBeNull();
  else {
    expect(value, what).not.toBeNull();
    expect(Math.abs(value! - want), what).toBeLessThanOrEqual(within * Math.max(1, Math.abs(want)));
  }
}

const BY = { by: 'agency' };
const UNDIRECTED: readonly (readonly [NetworkFigureId, string, Readonly<Record<string, string>>?])[] = [
  ['density', 'density'],
  ['components', 'components'],
  ['transitivity', 'transitivity'],
  ['mean-clustering', 'mean_clustering'],
  ['diameter', 'diameter'],
  ['mean-distance', 'mean_distance'],
  ['degree-assortativity', 'degree_assortativity'],
  ['group-assortativity', 'group_assortativity', BY],
  ['degree-centralisation', 'degree_centralisation'],
  ['betweenness-centralisation', 'betweenness_centralisation'],
  ['closeness-centralisation', 'closeness_centralisation'],
];
const DIRECTED: typeof UNDIRECTED = [
  ['density', 'density'],
  ['components', 'weak_components'],
  ['strong-components', 'strong_components'],
  ['reciprocity', 'reciprocity'],
  ['diameter', 'diameter'],
  ['mean-distance', 'mean_distance'],
  ['degree-centralisation', 'in_degree_centralisation', { side: 'in' }],
  ['degree-centralisation', 'out_degree_centralisation', { side: 'out' }],
  ['betweenness-centralisation', 'betweenness_centralisation'],
  ['degree-assortativity', 'degree_assortativity'],
  ['group-assortativity', 'group_assortativity', BY],
];

describe.each(graphs.map((g) => [g.name, g] as const))('%s, as networkx and igraph have it', (_, g) => {
  it('without directions', () => {
    const net = network(g.nodes, g.edges, g.groups);
    for (const [figure, oracle, parameters] of UNDIRECTED)
      agree(read(net, figure, parameters), g.undirected[oracle] as number, `${figure} ${g.name}`);
    agree(
      read(net, 'distance-fragmentation'),
      1 - (g.undirected.efficiency_global as number),
      'distance-fragmentation',
    );
    const { value, distribution } = read(net, 'degree-distribution');
    expect(value).toBe(g.undirected.degree_histogram.length - 1);
    expect(distribution).toEqual(g.undirected.degree_histogram.map((k, d) => [d, k]).filter(([, k]) => k! > 0));
  });

  it('with directions', () => {
    const net = network(g.nodes, g.edges, g.groups, true);
    for (const [figure, oracle, parameters] of DIRECTED)
      agree(read(net, figure, parameters), g.directed[oracle], `${figure} ${g.name}`);
  });
});

describe('published networks', () => {
  it.each(publishedNetworks().map((net) => [net.name, net] as const))('%s', (_, net) => {
    const block = net.block.graph as unknown as Numbers & { components?: { count: number; sizes: number[] } };
    const within = 2e-9;
    if (block.components) {
      const pieces = read(net.plain, 'components');
      expect(pieces.value).toBe(block.components.count);
      const n = net.plain.nodeCount;
      const tied = block.components.sizes.reduce((sum, s) => sum + s * (s - 1), 0);
      agree(read(net.plain, 'fragmentation'), 1 - tied / (n * (n - 1)), 'fragmentation');
      agree(read(net.plain, 'largest-component'), block.components.sizes[0]! / n, 'largest-component');
    }
    for (const [figure, key] of [
      ['density', 'density'],
      ['reciprocity', 'reciprocity'],
      ['transitivity', 'transitivity_global'],
      ['mean-clustering', 'average_clustering'],
    ] as const)
      if (block[key] !== undefined) agree(read(net.plain, figure), block[key], figure, within);
    if (!net.plain.directed && block.average_degree !== undefined)
      agree(read(net.plain, 'mean-degree'), block.average_degree, 'mean-degree', within);
    if (!net.plain.directed && block.degree_assortativity !== undefined)
      agree(read(net.plain, 'degree-assortativity'), block.degree_assortativity, 'degree-assortativity', within);
  });
});

const small = fc.integer({ min: 3, max: 8 }).chain((n) =>
  fc.record({
    n: fc.constant(n),
    edges: fc.array(fc.tuple(fc.nat(n - 1), fc.nat(n - 1)), { maxLength: 18 }),
    groups: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: n, maxLength: n }),
  }),
);

/** Pearson's correlation, term by term; NaN where one of the two does not vary. */
function pearson(pairs: readonly (readonly [number, number])[]): number {
  const mean = (k: 0 | 1) => pairs.reduce((s, p) => s + p[k], 0) / pairs.length;
  const [mx, my] = [mean(0), mean(1)];
  const sum = (f: (x: number, y: number) => number) => pairs.reduce((s, [x, y]) => s + f(x - mx, y - my), 0);
  const spread = sum((x) => x * x) * sum((_, y) => y * y);
  return spread > 1e-12 ? sum((x, y) => x * y) / Math.sqrt(spread) : Number.NaN;
}

describe('core and periphery', () => {
  // No package at hand has this figure: trying every division is the oracle.
  it.each(['linked', 'ignored'] as const)('comes to the best of all divisions, links between them %s', (between) => {
    let asked = 0;
    let best = 0;
    fc.assert(
      fc.property(small, ({ n, edges, groups }) => {
        const net = network(n, edges, groups);
        const tied = (i: number, j: number) =>
          edges.some(([u, v]) => (u === i && v === j) || (u === j && v === i)) ? 1 : 0;
        const quality = (bits: number) => {
          const pairs: [number, number][] = [];
          for (let i = 0; i < n; i++)
            for (let j = 0; j < i; j++) {
              const core = ((bits >> i) & 1) + ((bits >> j) & 1);
              if (core === 1 && between === 'ignored') continue;
              pairs.push([core > 0 ? 1 : 0, tied(i, j)]);
            }
          return pairs.length === 0 ? Number.NaN : pearson(pairs);
        };
        let want = Number.NaN;
        for (let bits = 1; bits < 2 ** n - 1; bits++) {
          const q = quality(bits);
          if (Number.isNaN(want) || q > want) want = Number.isNaN(q) ? want : q;
        }
        const got = read(net, 'core-periphery', { between });
        if (Number.isNaN(want)) {
          expect(got.value).toBeNull();
          return;
        }
        if (got.value === null) {
          expect(got.reason).toBe('no-links');
          return;
        }
        asked++;
        const bits = got.members!.reduce((b, v) => b | (1 << v), 0);
        expect(Math.abs(quality(bits) - got.value)).toBeLessThan(1e-9);
        expect(got.value).toBeLessThanOrEqual(want + 1e-9);
        if (got.value > want - 1e-9) best++;
      }),
      { ...trials(250), seed: 7 },
    );
    expect(asked).toBeGreaterThan(150);
    expect(best / asked).toBeGreaterThan(0.99);
  });

  it('pauses often enough on a large network to be given up', () => {
    const n = 3000;
    const edges = Array.from({ length: 9000 }, (_, k) => [(k * 7919) % n, (k * k + 13 * k) % n] as const);
    const ready = readyFigures([{ figure: 'core-periphery', parameters: { runs: 6 } }]);
    if ('refused' in ready) throw new Error(ready.refused);
    const work = figuresOf(network(n, edges, []), ready);
    let pauses = 0;
    for (let step = work.next(); !step.done && pauses < 20; step = work.next()) pauses++;
    expect(pauses).toBe(20);
  });

  it('is 1 where a core of three links with all and the fringe with nobody else', () => {
    const edges = [0, 1, 2].flatMap((c) => Array.from({ length: 9 - c }, (_, k) => [c, c + 1 + k] as const));
    const got = read(network(10, edges, []), 'core-periphery');
    expect(got.value).toBeCloseTo(1, 12);
    expect([...got.members!]).toEqual([0, 1, 2]);
  });
});

describe('links between groups and within them', () => {
  it('ei-index is (E − I) / (E + I), chance beside it, on any small graph', () => {
    fc.assert(
      fc.property(small, fc.boolean(), ({ n, edges, groups }, directed) => {
        const net = network(n, edges, groups, directed);
        const seen = new Set<string>();
        let external = 0;
        let internal = 0;
        for (const [u, v] of edges) {
          const key = directed || u < v ? `${u} ${v}` : `${v} ${u}`;
          if (u === v || groups[u]! < 0 || groups[v]! < 0 || seen.has(key)) continue;
          seen.add(key);
          if (groups[u] === groups[v]) internal++;
          else external++;
        }
        const got = read(net, 'ei-index', BY);
        if (external + internal === 0) {
          expect(got).toEqual({ value: null, reason: 'no-links' });
          return;
        }
        expect(got.value).toBeCloseTo((external - internal) / (external + internal), 12);
        let between = 0;
        let all = 0;
        for (let i = 0; i < n; i++)
          for (let j = 0; j < n; j++) {
            if (i === j || groups[i]! < 0 || groups[j]! < 0) continue;
            all++;
            if (groups[i] !== groups[j]) between++;
          }
        expect(got.beside!.expected).toBeCloseTo((between - (all - between)) / all, 12);
      }),
      trials(300),
    );
  });
});

describe('a figure that is not defined', () => {
  it('is null with its reason, on networks of nobody, of one and of two, with a link and without; never NaN', () => {
    for (const [n, edges] of [
      [0, []],
      [1, []],
      [2, []],
      [2, [[0, 1]]],
      [3, [[0, 1]]],
    ] as const)
      for (const directed of [false, true])
        for (const { id } of networkFigures) {
          const got = read(network(n, edges, new Array(n).fill(0), directed), id);
          if (got.value === null) expect(got.reason, id).toBeDefined();
          else expect(Number.isFinite(got.value), `${id} of ${n}`).toBe(true);
        }
  });

  it('asked for by a name that is none, or with a parameter that does not fit, is refused', () => {
    expect(readyFigures([{ figure: 'fame', parameters: {} }])).toEqual({ refused: 'unknown-figure', detail: 'fame' });
    expect(readyFigures([{ figure: 'core-periphery', parameters: { runs: 0 } }])).toEqual({
      refused: 'unfit-parameter',
      detail: 'core-periphery: runs',
    });
  });
});
