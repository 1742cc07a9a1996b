import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PackedGraph, packGraph } from '#analysis/graph/packed-graph';
import {
  fillParameters,
  finish,
  type MeasureId,
  measureById,
  measures,
  type ParameterValues,
  reasonAt,
} from '#analysis/measures/index';

/** A raw edge list with loops and parallel rows; weights are quarters, so that their sums are exact. */
interface Raw {
  readonly n: number;
  readonly directed: boolean;
  readonly rows: readonly (readonly [number, number, number])[];
}

const raw: fc.Arbitrary<Raw> = fc.integer({ min: 1, max: 9 }).chain((n) =>
  fc.record({
    n: fc.constant(n),
    directed: fc.boolean(),
    rows: fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: n - 1 }),
        fc.integer({ min: 0, max: n - 1 }),
        fc.constantFrom(0.25, 0.5, 1, 2, 3),
      ),
      { maxLength: 24 },
    ),
  }),
);

function pack(g: Raw, weighted: boolean): PackedGraph {
  return packGraph({
    nodeCount: g.n,
    source: g.rows.map((r) => r[0]),
    target: g.rows.map((r) => r[1]),
    weight: weighted ? g.rows.map((r) => r[2]) : undefined,
    directed: g.directed,
  });
}

type Matrix = number[][];

/** Adjacency matrix straight from the rows: loops dropped, parallel rows added; `undirected` adds both directions. */
function matrix(g: Raw, weighted: boolean, undirected = !g.directed): Matrix {
  const a = Array.from({ length: g.n }, () => new Array<number>(g.n).fill(0));
  for (const [u, v, w] of g.rows) {
    if (u === v) continue;
    a[u]![v]! += w;
    if (undirected) a[v]![u]! += w;
  }
  return weighted ? a : a.map((row) => row.map((w) => (w > 0 ? 1 : 0)));
}

/** All-pairs distances by Floyd and Warshall. */
function distances(lengths: Matrix): Matrix {
  const n = lengths.length;
  const d = lengths.map((row, i) => row.map((l, j) => (i === j ? 0 : l > 0 ? l : Number.POSITIVE_INFINITY)));
  for (let k = 0; k < n; k++)
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) d[i]![j] = Math.min(d[i]![j]!, d[i]![k]! + d[k]![j]!);
  return d;
}

const same = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));

/** Number of shortest paths between every pair, by memory over distance. */
function pathCounts(lengths: Matrix, d: Matrix): Matrix {
  const n = lengths.length;
  const count = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  for (let s = 0; s < n; s++) {
    const order = [...Array(n).keys()].filter((v) => d[s]![v]! < Number.POSITIVE_INFINITY);
    order.sort((a, b) => d[s]![a]! - d[s]![b]!);
    for (const v of order) {
      if (v === s) count[s]![v] = 1;
      else
        for (let u = 0; u < n; u++)
          if (lengths[u]![v]! > 0 && same(d[s]![u]! + lengths[u]![v]!, d[s]![v]!)) count[s]![v]! += count[s]![u]!;
    }
  }
  return count;
}

function plainBetweenness(lengths: Matrix, directed: boolean): number[] {
  const d = distances(lengths);
  const c = pathCounts(lengths, d);
  return lengths.map((_, v) => {
    let sum = 0;
    for (let s = 0; s < lengths.length; s++)
      for (let t = 0; t < lengths.length; t++) {
        if (s === t || s === v || t === v || !(d[s]![t]! < Number.POSITIVE_INFINITY)) continue;
        if (same(d[s]![v]! + d[v]![t]!, d[s]![t]!)) sum += (c[s]![v]! * c[v]![t]!) / c[s]![t]!;
      }
    return directed ? sum : sum / 2;
  });
}

function run(graph: PackedGraph, id: MeasureId, given: ParameterValues = {}) {
  const definition = measureById(id)!;
  const filled = fillParameters(definition.parameters, given);
  if ('unfit' in filled) throw new Error(filled.unfit);
  return finish(definition.run(graph, filled.values));
}

function agree(got: Float64Array, want: readonly number[], tolerance = 1e-9): void {
  want.forEach((w, i) => {
    if (Number.isNaN(w)) expect(got[i]).toBeNaN();
    else expect(Math.abs(got[i]! - w)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(w)));
  });
  expect(got.length).toBe(want.length);
}

const lengthsBy = {
  none: (w: number) => (w > 0 ? 1 : 0),
  same: (w: number) => w,
  inverse: (w: number) => (w > 0 ? 1 / w : 0),
};

describe('on any small graph, loops and parallel rows included', () => {
  it.each(['none', 'inverse', 'same'] as const)('betweenness counts shortest paths, length %s', (length) => {
    fc.assert(
      fc.property(raw, (g) => {
        const lengths = matrix(g, true).map((row) => row.map(lengthsBy[length]));
        agree(run(pack(g, true), 'betweenness', { length }).values, plainBetweenness(lengths, g.directed));
      }),
      { numRuns: 300 },
    );
  });

  it.each(['none', 'inverse', 'same'] as const)('closeness and harmonic sum distances inwards, length %s', (length) => {
    fc.assert(
      fc.property(raw, (g) => {
        const d = distances(matrix(g, true).map((row) => row.map(lengthsBy[length])));
        const into = d.map((_, v) => d.map((row) => row[v]!).filter((x) => x > 0 && x < Number.POSITIVE_INFINITY));
        const graph = pack(g, true);
        agree(
          run(graph, 'closeness', { length }).values,
          into.map((xs) => (xs.length ? (xs.length / (g.n - 1)) * (xs.length / xs.reduce((a, b) => a + b, 0)) : 0)),
        );
        agree(
          run(graph, 'harmonic', { length }).values,
          into.map((xs) => xs.reduce((a, b) => a + 1 / b, 0)),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('pagerank stands still under one more step and sums to 1', () => {
    fc.assert(
      fc.property(raw, fc.boolean(), (g, weighted) => {
        const a = matrix(g, weighted);
        const x = run(pack(g, weighted), 'pagerank').values;
        const out = a.map((row) => row.reduce((p, q) => p + q, 0));
        const lost = [...x].reduce((sum, xi, i) => sum + (out[i] === 0 ? xi : 0), 0);
        const next = [...x].map(
          (_, j) =>
            0.15 / g.n +
            0.85 *
              (lost / g.n + [...x].reduce((sum, xi, i) => sum + (out[i]! > 0 ? (xi * a[i]![j]!) / out[i]! : 0), 0)),
        );
        agree(x, next, 1e-12);
        expect([...x].reduce((p, q) => p + q, 0)).toBeCloseTo(1, 12);
      }),
      { numRuns: 200 },
    );
  });

  it('eigenvector is the fixed direction of the largest component, or undefined with its reason', () => {
    fc.assert(
      fc.property(raw, fc.boolean(), (g, weighted) => {
        const column = run(pack(g, weighted), 'eigenvector');
        const parts = finish(measureById('components')!.run(pack(g, weighted), {})).values;
        const size = (c: number) => parts.reduce((k, p) => k + (p === c ? 1 : 0), 0);
        const a = matrix(g, weighted, true).map((row, i) =>
          row.map(
            (w, j) =>
              (weighted || g.directed === false ? w : w > 0 ? 1 : 0) * (parts[i] === 1 && parts[j] === 1 ? 1 : 0),
          ),
        );
        if (size(1) === 1 || size(2) === size(1)) {
          const why = size(1) === 1 ? 'no-links' : 'several-largest-components';
          for (let i = 0; i < g.n; i++) expect(reasonAt(column, i)).toBe(why);
          return;
        }
        const x = [...column.values].map((v) => (Number.isNaN(v) ? 0 : v));
        const ax = a.map((row) => row.reduce((sum, w, j) => sum + w * x[j]!, 0));
        const value = Math.max(...ax);
        column.values.forEach((v, i) => {
          if (parts[i] === 1) expect(Math.abs(ax[i]! - value * v)).toBeLessThanOrEqual(1e-7 * value);
          else expect(reasonAt(column, i)).toBe('outside-largest-component');
        });
        expect(Math.max(...x)).toBeCloseTo(1, 12);
      }),
      { numRuns: 300 },
    );
  });

  it('degree and strength count and add what a matrix says', () => {
    fc.assert(
      fc.property(raw, (g) => {
        const a = matrix(g, true);
        const links = matrix(g, false);
        const row = (m: Matrix) => m.map((r) => r.reduce((p, q) => p + q, 0));
        const column = (m: Matrix) => m.map((_, j) => m.reduce((p, r) => p + r[j]!, 0));
        const both = (m: Matrix) => (g.directed ? row(m).map((x, i) => x + column(m)[i]!) : row(m));
        const graph = pack(g, true);
        agree(run(graph, 'degree').values, both(links));
        agree(run(graph, 'in-degree').values, column(links));
        agree(run(graph, 'out-degree').values, row(links));
        agree(run(graph, 'strength').values, both(a));
        agree(run(graph, 'in-strength').values, column(a));
        agree(run(graph, 'out-strength').values, row(a));
      }),
      { numRuns: 200 },
    );
  });

  it('clustering, coreness and constraint read the undirected collapse', () => {
    fc.assert(
      fc.property(raw, (g) => {
        const a = matrix(g, true, true);
        const near = a.map((row) => [...row.keys()].filter((j) => row[j]! > 0));
        const graph = pack(g, true);
        agree(
          run(graph, 'clustering').values,
          near.map((ns) => {
            const closed = ns.flatMap((u) => ns.filter((v) => u < v && a[u]![v]! > 0)).length;
            return ns.length < 2 ? 0 : (2 * closed) / (ns.length * (ns.length - 1));
          }),
        );
        agree(
          run(graph, 'coreness').values,
          near.map((_, i) => {
            for (let k = g.n; ; k--) {
              let kept = new Set(near.keys());
              for (;;) {
                const next = new Set([...kept].filter((v) => near[v]!.filter((u) => kept.has(u)).length >= k));
                if (next.size === kept.size) break;
                kept = next;
              }
              if (kept.has(i)) return k;
            }
          }),
        );
        const total = a.map((row) => row.reduce((p, q) => p + q, 0));
        const p = (i: number, j: number) => (total[i] === 0 ? 0 : a[i]![j]! / total[i]!);
        agree(
          run(graph, 'constraint').values,
          near.map((ns, i) =>
            ns.length === 0
              ? Number.NaN
              : ns.reduce((sum, j) => sum + (p(i, j) + near[i]!.reduce((s, q) => s + p(i, q) * p(q, j), 0)) ** 2, 0),
          ),
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe('on hard shapes', () => {
  const path = (n: number, directed = false) =>
    packGraph({
      nodeCount: n,
      source: Array.from({ length: n - 1 }, (_, i) => i),
      target: Array.from({ length: n - 1 }, (_, i) => i + 1),
      directed,
    });

  it.each([false, true])('betweenness is right on a chain longer than 254 levels, directed %s', (directed) => {
    const n = 1_200;
    const values = run(path(n, directed), 'betweenness').values;
    for (const i of [0, 1, 253, 254, 255, 600, n - 1]) expect(values[i]).toBe(i * (n - 1 - i));
  });

  it('eigenvector settles on a chain of 400, whose largest eigenvalues nearly coincide', () => {
    const n = 400;
    const values = run(path(n), 'eigenvector').values;
    const exact = (i: number) => Math.sin((Math.PI * (i + 1)) / (n + 1));
    const most = exact(n / 2);
    for (const i of [0, 1, 100, 199, 398]) expect(Math.abs(values[i]! * most - exact(i)) / exact(i)).toBeLessThan(1e-6);
  });

  it('betweenness agrees between a directed graph with all arcs doubled and its undirected twin', () => {
    fc.assert(
      fc.property(raw, (g) => {
        const twin = { ...g, directed: false };
        const doubled = {
          ...g,
          directed: true,
          rows: g.rows.flatMap(([u, v, w]) => [[u, v, w] as const, [v, u, w] as const]),
        };
        const once = run(pack(twin, true), 'betweenness').values;
        agree(
          run(pack(doubled, true), 'betweenness').values,
          [...once].map((x) => 2 * x),
        );
      }),
    );
  });

  it('a graph without nodes, or without links, gives columns of that size and no NaN without a reason', () => {
    for (const n of [0, 1, 3]) {
      const graph = packGraph({ nodeCount: n, source: [], target: [] });
      for (const { id } of measures) {
        const column = run(graph, id);
        expect(column.values.length).toBe(n);
        column.values.forEach((v, i) => {
          expect(Number.isNaN(v)).toBe(reasonAt(column, i) !== null);
        });
      }
    }
  });
});
