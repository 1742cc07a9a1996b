import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packGraph } from '#analysis/graph/packed-graph';
import { finish, linkMeasures, measureById, measures, reasonAt } from '#analysis/measures/index';
import { trials } from '../random-graphs.ts';
import {
  agree,
  distances,
  lengthsBy,
  type Matrix,
  matrix,
  pack,
  plainBetweenness,
  raw,
  run,
  runOnLinks,
} from './plain.ts';

describe('on any small graph, loops and parallel rows included', () => {
  it.each(['none', 'inverse', 'same'] as const)('betweenness counts shortest paths, length %s', (length) => {
    fc.assert(
      fc.property(raw, (g) => {
        const lengths = matrix(g, true).map((row) => row.map(lengthsBy[length]));
        agree(run(pack(g, true), 'betweenness', { length }).values, plainBetweenness(lengths, g.directed));
      }),
      trials(300),
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
      trials(200),
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
      trials(200),
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
      trials(300),
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
      trials(200),
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
      trials(200),
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
      for (const { id } of linkMeasures) expect(runOnLinks(graph, id).values.length).toBe(0);
    }
  });
});
