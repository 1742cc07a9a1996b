import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packGraph } from '#analysis/graph/packed-graph';
import { reasonAt } from '#analysis/measures/index';
import { trials } from '../random-graphs.ts';
import {
  agree,
  distances,
  lengthsBy,
  type Matrix,
  matrix,
  pack,
  pathCounts,
  type Raw,
  raw,
  run,
  runOnLinks,
  same,
} from './plain.ts';

const LENGTHS = ['none', 'inverse', 'same'] as const;
const transpose = (m: Matrix): Matrix => m.map((_, i) => m.map((row) => row[i]!));

/** Number of components of the undirected collapse among the nodes kept, a link left out if told. */
function parts(a: Matrix, keep: (i: number) => boolean, without?: readonly [number, number]): number {
  const seen = new Set<number>();
  let count = 0;
  const tied = (u: number, v: number) =>
    a[u]![v]! > 0 && !(without && ((u === without[0] && v === without[1]) || (u === without[1] && v === without[0])));
  for (let s = 0; s < a.length; s++) {
    if (!keep(s) || seen.has(s)) continue;
    count++;
    const open = [s];
    seen.add(s);
    for (let u = open.pop(); u !== undefined; u = open.pop())
      for (let v = 0; v < a.length; v++)
        if (keep(v) && !seen.has(v) && tied(u, v)) {
          seen.add(v);
          open.push(v);
        }
  }
  return count;
}

const within = (g: Raw, length: (typeof LENGTHS)[number]) =>
  distances(matrix(g, true).map((row) => row.map(lengthsBy[length])));

describe('who reaches whom, on any small graph', () => {
  it.each(['in', 'out'] as const)('k-reach counts those within k steps, side %s', (side) => {
    fc.assert(
      fc.property(raw, fc.integer({ min: 1, max: 5 }), fc.boolean(), (g, steps, normalised) => {
        const d = side === 'out' ? within(g, 'none') : transpose(within(g, 'none'));
        const want = d.map((row) => row.filter((x) => x > 0 && x <= steps).length);
        const scale = normalised && g.n > 1 ? g.n - 1 : 1;
        agree(
          run(pack(g, true), 'k-reach', { steps, side, normalised }).values,
          want.map((x) => x / scale),
        );
      }),
      trials(200),
    );
  });

  it.each(LENGTHS)('distance-weighted-reach, closeness and harmonic look out as well as in, length %s', (length) => {
    fc.assert(
      fc.property(raw, fc.constantFrom('in', 'out'), (g, side) => {
        const d = side === 'out' ? within(g, length) : transpose(within(g, length));
        const reached = d.map((row) => row.filter((x) => x > 0 && x < Number.POSITIVE_INFINITY));
        const inverse = reached.map((xs) => xs.reduce((a, x) => a + 1 / x, 0));
        const sum = reached.map((xs) => xs.reduce((a, x) => a + x, 0));
        const graph = pack(g, true);
        agree(
          run(graph, 'distance-weighted-reach', { length, side }).values,
          inverse.map((x) => (1 + x) / g.n),
        );
        agree(run(graph, 'harmonic', { length, side }).values, inverse);
        agree(
          run(graph, 'closeness', { length, side }).values,
          reached.map((xs, i) => (xs.length === 0 ? 0 : (xs.length / (g.n - 1)) * (xs.length / sum[i]!))),
        );
      }),
      trials(150),
    );
  });

  it.each(LENGTHS)('eccentricity is the greatest distance, or undefined with its reason, length %s', (length) => {
    fc.assert(
      fc.property(raw, fc.constantFrom('in', 'out'), (g, side) => {
        const d = side === 'out' ? within(g, length) : transpose(within(g, length));
        const column = run(pack(g, true), 'eccentricity', { length, side });
        const most = d.map((row) => Math.max(...row.filter((x) => x < Number.POSITIVE_INFINITY)));
        agree(
          column.values,
          most.map((x) => (x === 0 ? Number.NaN : x)),
        );
        most.forEach((x, i) => {
          expect(reasonAt(column, i)).toBe(x === 0 ? 'reaches-nobody' : null);
        });
      }),
      trials(150),
    );
  });
});

describe('what holds the network together, on any small graph', () => {
  it('cut-points tell how many pieces more there are without a node', () => {
    fc.assert(
      fc.property(raw, (g) => {
        const a = matrix(g, false, true);
        const all = parts(a, () => true);
        agree(
          run(pack(g, true), 'cut-points').values,
          a.map((row, i) => (row.some((w) => w > 0) ? parts(a, (j) => j !== i) - all : 0)),
        );
      }),
      trials(400),
    );
  });

  it('bridges tell how many nodes the smaller side has', () => {
    fc.assert(
      fc.property(raw, (g) => {
        const a = matrix(g, false, true);
        const graph = pack(g, true);
        const reach = (from: number, without: readonly [number, number]) => {
          // Everything joined to `from` without the link, by closing the set under neighbours.
          const got = new Set([from]);
          for (const u of got)
            a[u]!.forEach((w, v) => {
              const gone = (u === without[0] && v === without[1]) || (u === without[1] && v === without[0]);
              if (w > 0 && !gone) got.add(v);
            });
          return got;
        };
        agree(
          runOnLinks(graph, 'bridges').values,
          [...graph.source].map((u, e) => {
            const v = graph.target[e]!;
            const here = reach(u, [u, v]);
            return here.has(v) ? 0 : Math.min(here.size, reach(v, [u, v]).size);
          }),
        );
      }),
      trials(400),
    );
  });

  it.each(LENGTHS)('link-betweenness shares shortest paths out over links, length %s', (length) => {
    fc.assert(
      fc.property(raw, fc.boolean(), (g, normalised) => {
        const lengths = matrix(g, true).map((row) => row.map(lengthsBy[length]));
        const d = distances(lengths);
        const c = pathCounts(lengths, d);
        const graph = pack(g, true);
        const along = (u: number, v: number) => {
          let sum = 0;
          for (let s = 0; s < g.n; s++)
            for (let t = 0; t < g.n; t++)
              if (s !== t && d[s]![t]! < Number.POSITIVE_INFINITY && lengths[u]![v]! > 0)
                if (same(d[s]![u]! + lengths[u]![v]! + d[v]![t]!, d[s]![t]!))
                  sum += (c[s]![u]! * c[v]![t]!) / c[s]![t]!;
          return sum;
        };
        const pairs = normalised ? g.n * (g.n - 1) : g.directed ? 1 : 2;
        agree(
          runOnLinks(graph, 'link-betweenness', { length, normalised }).values,
          [...graph.source].map((u, e) => {
            const v = graph.target[e]!;
            return (along(u, v) + (g.directed ? 0 : along(v, u))) / pairs;
          }),
        );
      }),
      trials(250),
    );
  });
});

describe('who is well linked with the well linked, on any small graph', () => {
  const spectral = (a: Matrix): number => {
    // ‖Aᵏ‖^(1/k) by squaring, scaled at each step.
    let m = a;
    let log = 0;
    let power = 1;
    for (let k = 0; k < 40; k++) {
      const most = Math.max(...m.map((row) => row.reduce((p, q) => p + q, 0)));
      if (most === 0) return 0;
      m = m.map((row) => row.map((x) => x / most));
      log += Math.log(most) / power;
      const now = m;
      m = now.map((row) => now.map((_, j) => row.reduce((sum, x, q) => sum + x * now[q]![j]!, 0)));
      power *= 2;
    }
    return Math.exp(log);
  };

  it('katz solves its equation at 0.85 of the limit, and tells both', () => {
    fc.assert(
      fc.property(raw, fc.boolean(), (g, weighted) => {
        const a = matrix(g, weighted);
        const { values, facts } = run(pack(g, weighted), 'katz');
        const alpha = facts!.attenuation!;
        const lambda = facts!['largest-eigenvalue']!;
        expect(Math.abs(lambda - spectral(a))).toBeLessThanOrEqual(1e-6 * Math.max(1, lambda));
        if (lambda > 0) expect(Math.abs(alpha * lambda - 0.85)).toBeLessThanOrEqual(1e-9);
        agree(
          values,
          a.map((_, j) => 1 + alpha * a.reduce((sum, row, i) => sum + row[j]! * values[i]!, 0)),
        );
      }),
      trials(300),
    );
  });

  it('katz at its limit or above has no value, and says what is left', () => {
    fc.assert(
      fc.property(raw, (g) => {
        const column = run(pack(g, false), 'katz', { attenuation: 1.2 });
        if (column.facts!['largest-eigenvalue'] === 0) return;
        for (let i = 0; i < g.n; i++) expect(reasonAt(column, i)).toBe('not-converged');
        expect(column.facts!.residual).toBeGreaterThan(1e-9);
      }),
      trials(100),
    );
  });

  it('hubs and authorities make each other, with the greatest singular value', () => {
    fc.assert(
      fc.property(raw, fc.boolean(), (g, weighted) => {
        const a = matrix(g, weighted);
        const graph = pack(g, weighted);
        const hubs = run(graph, 'hubs', { scale: 'length-1' });
        const authorities = run(graph, 'authorities', { scale: 'length-1' });
        if (graph.edgeCount === 0) {
          for (let i = 0; i < g.n; i++) expect(reasonAt(hubs, i)).toBe('no-links');
          return;
        }
        const gram = a.map((row) => a.map((other) => row.reduce((sum, x, k) => sum + x * other[k]!, 0)));
        const cogram = a.map((_, i) => a.map((_, j) => a.reduce((sum, row) => sum + row[i]! * row[j]!, 0)));
        const square = spectral(gram);
        const times = (m: Matrix, x: Float64Array) => m.map((row) => row.reduce((s, w, j) => s + w * x[j]!, 0));
        agree(
          hubs.values,
          times(gram, hubs.values).map((x) => x / square),
          1e-6,
        );
        agree(
          authorities.values,
          times(cogram, authorities.values).map((x) => x / square),
          1e-6,
        );
        if (!g.directed) agree(hubs.values, [...authorities.values], 1e-6);
      }),
      trials(250),
    );
  });
});

describe('on hard shapes', () => {
  const chain = (n: number) =>
    packGraph({
      nodeCount: n,
      source: Array.from({ length: n - 1 }, (_, i) => i),
      target: Array.from({ length: n - 1 }, (_, i) => i + 1),
    });

  it('a chain of 30,000 is searched without a deep stack', () => {
    const n = 30_000;
    const cuts = run(chain(n), 'cut-points').values;
    expect([cuts[0], cuts[1], cuts[n - 2], cuts[n - 1]]).toEqual([0, 1, 1, 0]);
    const sides = runOnLinks(chain(n), 'bridges').values;
    expect([sides[0], sides[n / 2 - 1], sides[n - 2]]).toEqual([1, n / 2, 1]);
  });

  it('link-betweenness on a chain is the product of its sides', () => {
    const n = 700;
    const values = runOnLinks(chain(n), 'link-betweenness').values;
    for (const e of [0, 1, 254, 255, 400, n - 2]) expect(values[e]).toBe((e + 1) * (n - 1 - e));
  });

  it('katz settles on a chain of 300, whose largest eigenvalues nearly coincide', () => {
    const { values, facts } = run(chain(300), 'katz', { attenuation: 0.999 });
    expect(facts!['largest-eigenvalue']).toBeCloseTo(2 * Math.cos(Math.PI / 301), 9);
    expect(values.every((v) => v >= 1)).toBe(true);
  });

  it('weights that are all equal change no order: link-betweenness and eccentricity scale, the rest stays', () => {
    fc.assert(
      fc.property(raw, (g) => {
        const equal: Raw = { ...g, rows: g.rows.map(([u, v]) => [u, v, 1] as const) };
        const once = { ...equal, rows: [...new Map(equal.rows.map((r) => [`${r[0]}>${r[1]}`, r] as const)).values()] };
        if (!once.directed) return;
        const weighted = pack(once, true);
        for (const id of ['betweenness', 'closeness', 'harmonic', 'eccentricity'] as const)
          agree(run(weighted, id, { length: 'inverse' }).values, [...run(weighted, id).values]);
      }),
      trials(60),
    );
  });
});
