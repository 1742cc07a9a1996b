import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PackedGraph, packGraph } from '#analysis/graph/packed-graph';
import { finish, measureById, reasonAt } from '#analysis/measures/index';

interface Oracle {
  readonly name: string;
  readonly nodes: number;
  readonly edges: readonly (readonly [number, number])[];
  readonly weights: readonly number[];
  readonly undirected: Readonly<
    Record<'effective_size' | 'effective_size_weighted' | 'constraint_weighted', readonly (number | null)[]>
  >;
}

const { graphs } = JSON.parse(readFileSync(join(import.meta.dirname, '../../data/oracles/brokers.json'), 'utf8')) as {
  graphs: Oracle[];
};

const pack = (n: number, edges: readonly (readonly number[])[], weight?: readonly number[]) =>
  packGraph({ nodeCount: n, source: edges.map((e) => e[0]!), target: edges.map((e) => e[1]!), weight });

const run = (graph: PackedGraph, id: string) => finish(measureById(id)!.run(graph, {}));

function agree(got: Float64Array, want: readonly (number | null)[]): void {
  expect(got.length).toBe(want.length);
  want.forEach((w, i) => {
    if (w === null || Number.isNaN(w)) expect(got[i]).toBeNaN();
    else expect(Math.abs(got[i]! - w)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(w)));
  });
}

describe.each(graphs.map((g) => [g.name, g] as const))('%s, as networkx has it', (_, g) => {
  it('effective size, with weights and without', () => {
    agree(run(pack(g.nodes, g.edges), 'effective-size').values, g.undirected.effective_size);
    agree(run(pack(g.nodes, g.edges, g.weights), 'effective-size').values, g.undirected.effective_size_weighted);
    agree(run(pack(g.nodes, g.edges, g.weights), 'constraint').values, g.undirected.constraint_weighted);
  });
});

/** Burt's formulas over a matrix of tie strengths, as they stand in the book. */
function plain(a: readonly (readonly number[])[], i: number) {
  const n = a.length;
  const contacts = [...Array(n).keys()].filter((j) => a[i]![j]! > 0);
  const total = (k: number) => a[k]!.reduce((x, y) => x + y, 0);
  const p = (x: number, y: number) => (total(x) === 0 ? 0 : a[x]![y]! / total(x));
  const c = contacts.map((j) => (p(i, j) + [...Array(n).keys()].reduce((s, q) => s + p(i, q) * p(q, j), 0)) ** 2);
  const mean = c.reduce((x, y) => x + y, 0) / c.length;
  const size = contacts.reduce(
    (s, j) => s + 1 - contacts.reduce((r, q) => r + p(i, q) * (a[j]![q]! / Math.max(...a[j]!)), 0),
    0,
  );
  const k = contacts.length;
  return {
    'effective-size': k === 0 ? Number.NaN : size,
    efficiency: k === 0 ? Number.NaN : size / k,
    hierarchy: k < 2 ? Number.NaN : c.reduce((s, x) => s + (x / mean) * Math.log(x / mean), 0) / (k * Math.log(k)),
  };
}

describe("Burt's measures on any small graph", () => {
  // No package at hand has the hierarchy: for it, this plain reckoning is the oracle.
  it('effective-size, efficiency and hierarchy are what the formulas say', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.array(fc.tuple(fc.nat(7), fc.nat(7), fc.constantFrom(0.25, 1, 2, 3)), { maxLength: 22 }),
        fc.boolean(),
        fc.boolean(),
        (n, rows, weighted, directed) => {
          const list = rows.filter(([u, v]) => u < n && v < n);
          const graph = packGraph({
            nodeCount: n,
            source: list.map((r) => r[0]),
            target: list.map((r) => r[1]),
            weight: weighted ? list.map((r) => r[2]) : undefined,
            directed,
          });
          const a = Array.from({ length: n }, () => new Array<number>(n).fill(0));
          for (const [u, v, w] of list) {
            if (u === v) continue;
            a[u]![v] = weighted ? a[u]![v]! + w : 1;
            a[v]![u] = weighted ? a[v]![u]! + w : 1;
          }
          const want = a.map((_, i) => plain(a, i));
          for (const id of ['effective-size', 'efficiency', 'hierarchy'] as const) {
            agree(
              run(graph, id).values,
              want.map((w) => w[id]),
            );
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('a ring of contacts binds alike: hierarchy 0; a single contact has none, and says why', () => {
    const ring = run(
      pack(
        6,
        [0, 1, 2, 3, 4, 5].map((i) => [i, (i + 1) % 6]),
      ),
      'hierarchy',
    );
    expect([...ring.values]).toEqual([0, 0, 0, 0, 0, 0]);
    const pair = run(pack(3, [[0, 1]]), 'hierarchy');
    expect([0, 1, 2].map((i) => reasonAt(pair, i))).toEqual(['one-contact', 'one-contact', 'no-links']);
  });
});
