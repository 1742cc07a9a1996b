import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PackedGraph, packGraph } from '#analysis/graph/packed-graph';
import { seededRandom } from '#analysis/graph/seeded-random';
import { type Column, finish, measureById, reasonAt } from '#analysis/measures/index';
import { trials } from '../random-graphs.ts';
import { agree, arcsOf, lengthsBy, networkOf, pack, raw, run } from './plain.ts';

const grouped = raw.chain((g) =>
  fc.record({
    g: fc.constant(g),
    groups: fc.array(fc.integer({ min: -1, max: 3 }), { minLength: g.n, maxLength: g.n }),
  }),
);

describe('lines one by one, on any small graph', () => {
  it.each(['none', 'inverse', 'same'] as const)(
    'betweenness takes each parallel line for a path, length %s',
    (length) => {
      fc.assert(
        fc.property(raw, (g) => {
          const arcs = arcsOf(g).map(([u, v, w]) => [u, v, lengthsBy[length](w)] as const);
          // Distances and numbers of paths by relaxing every arc until nothing changes, then counting in order of distance.
          const far = Array.from({ length: g.n }, (_, s) => {
            const d = new Array<number>(g.n).fill(Number.POSITIVE_INFINITY);
            d[s] = 0;
            for (let k = 0; k < g.n; k++) for (const [u, v, l] of arcs) d[v] = Math.min(d[v]!, d[u]! + l);
            return d;
          });
          const count = far.map((d, s) => {
            const c = new Array<number>(g.n).fill(0);
            c[s] = 1;
            const order = [...d.keys()].filter((v) => v !== s && d[v]! < 1e9).sort((a, b) => d[a]! - d[b]!);
            for (const v of order)
              for (const [u, to, l] of arcs) if (to === v && Math.abs(d[u]! + l - d[v]!) < 1e-9) c[v]! += c[u]!;
            return c;
          });
          const want = far.map((_, v) => {
            let sum = 0;
            for (let s = 0; s < g.n; s++)
              for (let t = 0; t < g.n; t++) {
                if (s === t || s === v || t === v || !(far[s]![t]! < 1e9)) continue;
                if (Math.abs(far[s]![v]! + far[v]![t]! - far[s]![t]!) < 1e-9)
                  sum += (count[s]![v]! * count[v]![t]!) / count[s]![t]!;
              }
            return g.directed ? sum : sum / 2;
          });
          agree(run(networkOf(g, true), 'betweenness', { length, parallel: 'counted' }).values, want);
        }),
        trials(200),
      );
    },
  );

  it('degree, in-degree and out-degree count lines and loops if asked', () => {
    fc.assert(
      fc.property(
        raw,
        fc.constantFrom('merged', 'counted'),
        fc.constantFrom('left-out', 'counted'),
        (g, parallel, loops) => {
          const network = networkOf(g, false);
          const seen = new Set<string>();
          const arcs = arcsOf(g).filter(([u, v]) => {
            if (parallel === 'counted' || !seen.has(`${u}>${v}`)) {
              seen.add(`${u}>${v}`);
              return true;
            }
            return false;
          });
          const own = Array.from({ length: g.n }, (_, i) => {
            const k = g.rows.filter(([u, v]) => u === i && v === i).length;
            return loops === 'left-out' ? 0 : parallel === 'merged' ? Math.min(k, 1) : k;
          });
          const out = own.map((k, i) => k + arcs.filter(([u]) => u === i).length);
          const into = own.map((k, i) => k + arcs.filter(([, v]) => v === i).length);
          const undirected = own.map((k, i) => out[i]! + k);
          const given = { parallel, loops };
          agree(run(network, 'degree', given).values, g.directed ? out.map((x, i) => x + into[i]!) : undirected);
          agree(run(network, 'in-degree', given).values, g.directed ? into : undirected);
          agree(run(network, 'out-degree', given).values, g.directed ? out : undirected);
        },
      ),
      trials(200),
    );
  });

  it('a graph whose lines are not known cannot count them', () => {
    const graph = packGraph({ nodeCount: 2, source: [0, 0, 1], target: [1, 1, 1] });
    expect(() => run(graph, 'degree', { parallel: 'counted' })).toThrow(RangeError);
    expect(() => run(graph, 'degree', { loops: 'counted' })).toThrow(RangeError);
  });
});

describe('groups, on any small graph', () => {
  it('participation tells how evenly neighbours are spread over groups', () => {
    fc.assert(
      fc.property(grouped, ({ g, groups }) => {
        const network = networkOf(g, false, groups);
        const column = run(network, 'participation', { by: 'set' });
        for (let i = 0; i < g.n; i++) {
          const near = new Set(arcsOf(g).flatMap(([u, v]) => (u === i ? [v] : v === i ? [u] : [])));
          const known = [...near].map((j) => groups[j]!).filter((c) => c >= 0);
          if (known.length === 0) {
            expect(reasonAt(column, i)).toBe(near.size === 0 ? 'no-links' : 'no-links-to-groups');
            continue;
          }
          const shares = [0, 1, 2, 3].map((c) => known.filter((k) => k === c).length / known.length);
          expect(column.values[i]).toBeCloseTo(1 - shares.reduce((a, x) => a + x * x, 0), 12);
        }
      }),
      trials(300),
    );
  });

  it('within-group-degree has mean 0 and deviation 1 in each group, or a reason', () => {
    fc.assert(
      fc.property(grouped, ({ g, groups }) => {
        const column = run(networkOf(g, false, groups), 'within-group-degree', { by: 'set' });
        const kin = groups.map(
          (c, i) =>
            new Set(arcsOf(g).flatMap(([u, v]) => (u === i ? [v] : v === i ? [u] : []).filter((j) => groups[j] === c)))
              .size,
        );
        for (let i = 0; i < g.n; i++) {
          const mates = kin.filter((_, j) => groups[j] === groups[i]);
          const mean = mates.reduce((a, x) => a + x, 0) / mates.length;
          const deviation = Math.sqrt(mates.reduce((a, x) => a + (x - mean) ** 2, 0) / mates.length);
          if (groups[i]! < 0) expect(reasonAt(column, i)).toBe('group-not-stated');
          else if (new Set(mates).size === 1) expect(reasonAt(column, i)).toBe('no-spread-in-group');
          else expect(column.values[i]).toBeCloseTo((kin[i]! - mean) / deviation, 9);
        }
      }),
      trials(300),
    );
  });

  it('a grouping the network does not have is a reason, not an error', () => {
    const graph = packGraph({ nodeCount: 2, source: [0], target: [1] });
    for (const id of ['participation', 'within-group-degree'] as const)
      expect(reasonAt(run(graph, id, { by: 'stage' }), 0)).toBe('no-grouping');
  });
});

describe('current and chance', () => {
  /** Solves a·x = b by elimination with row exchanges. */
  function solve(a: number[][], b: number[]): number[] {
    const m = a.map((row, i) => [...row, b[i]!]);
    for (let k = 0; k < m.length; k++) {
      const pivot = m.reduce((best, row, i) => (i >= k && Math.abs(row[k]!) > Math.abs(m[best]![k]!) ? i : best), k);
      [m[k], m[pivot]] = [m[pivot]!, m[k]!];
      for (let i = 0; i < m.length; i++) {
        if (i === k || m[i]![k] === 0) continue;
        const f = m[i]![k]! / m[k]![k]!;
        m[i] = m[i]!.map((x, j) => x - f * m[k]![j]!);
      }
    }
    return m.map((row, i) => row.at(-1)! / row[i]!);
  }

  it('current-flow-betweenness adds the currents of all pairs', () => {
    fc.assert(
      fc.property(raw, fc.boolean(), (g, normalised) => {
        const graph = pack({ ...g, directed: false }, true);
        const { offsets, targets, weights } = graph.both;
        const part = run(graph, 'components').values;
        const want = new Array<number>(g.n).fill(0);
        const a = Array.from({ length: g.n }, () => new Array<number>(g.n).fill(0));
        for (let u = 0; u < g.n; u++)
          for (let k = offsets[u]!; k < offsets[u + 1]!; k++) a[u]![targets[k]!] = weights![k]!;
        for (let s = 0; s < g.n; s++)
          for (let t = s + 1; t < g.n; t++) {
            if (part[s] !== part[t]) continue;
            const nodes = [...a.keys()].filter((i) => part[i] === part[s] && i !== t);
            const x = solve(
              nodes.map((i) => nodes.map((j) => (i === j ? a[i]!.reduce((p, q) => p + q, 0) : -a[i]![j]!))),
              nodes.map((i) => (i === s ? 1 : 0)),
            );
            const potential = (i: number) => (i === t ? 0 : x[nodes.indexOf(i)]!);
            for (const v of nodes)
              if (v !== s)
                want[v]! += a[v]!.reduce(
                  (sum, w, j) => sum + (w === 0 ? 0 : (w * Math.abs(potential(v) - potential(j))) / 2),
                  0,
                );
          }
        const size = (i: number) => part.filter((p) => p === part[i]).length;
        agree(
          run(graph, 'current-flow-betweenness', { normalised }).values,
          want.map((x, i) => (normalised && size(i) > 2 ? (2 * x) / ((size(i) - 1) * (size(i) - 2)) : x)),
        );
      }),
      trials(150),
    );
  });

  it('current-flow-betweenness of a node with one link is 0 and nothing else, so that all such nodes are equals', () => {
    const parents = [0, 0, 1, 1, 2, 4, 4, 5, 3, 7, 7, 2];
    const graph = packGraph({
      nodeCount: parents.length + 1,
      source: parents.map((_, i) => i + 1),
      target: parents,
      weight: parents.map((_, i) => 0.1 + ((i * 37) % 11) / 7),
    });
    const { values } = run(graph, 'current-flow-betweenness');
    for (let i = 0; i <= parents.length; i++) {
      const links = graph.both.offsets[i + 1]! - graph.both.offsets[i]!;
      if (links === 1) expect(values[i]).toBe(0);
      else expect(values[i]).toBeGreaterThan(0.5);
    }
  });

  it('betweenness-sampled of two is 0 with no error, normalised too', () => {
    const graph = packGraph({ nodeCount: 2, source: [0, 1], target: [1, 0], directed: true });
    const { values, reason, facts } = run(graph, 'betweenness-sampled', { normalised: true });
    expect([...values, reason]).toEqual([0, 0, null]);
    expect(facts).toMatchObject({ samples: 0, error: 0 });
  });

  it('current-flow-betweenness is not computed for a component of more than 2,000, and says so', () => {
    const n = 2_001;
    const source = Array.from({ length: n - 1 }, (_, i) => i);
    const graph = packGraph({
      nodeCount: n + 3,
      source: [...source, n, n + 1],
      target: [...source.map((i) => i + 1), n + 1, n + 2],
    });
    const column = run(graph, 'current-flow-betweenness');
    expect(reasonAt(column, 0)).toBe('too-large');
    expect(column.values[n + 1]).toBeCloseTo(1, 12);
    // Others of a like question have no such end.
    const others = measureById('current-flow-betweenness')!.instead!;
    expect(others.map((id) => measureById(id)!.exactUpTo)).toEqual([undefined, undefined]);
  });

  it('betweenness-sampled keeps its bound on any small graph, whatever the seed', () => {
    let failed = 0;
    let tried = 0;
    fc.assert(
      fc.property(raw, fc.integer({ min: 0, max: 1_000_000 }), (g, seed) => {
        const graph = pack(g, false);
        const exact = run(graph, 'betweenness').values;
        const { values, facts } = run(graph, 'betweenness-sampled', { seed, error: 0.05, probability: 0.9 });
        if (g.n < 3) return;
        tried++;
        if (values.some((x, i) => Math.abs(x - exact[i]!) > facts!.error! + 1e-9)) failed++;
        const pairs = (g.n * (g.n - 1)) / (g.directed ? 1 : 2);
        expect(facts!.error).toBeLessThanOrEqual(0.05 * pairs + 1e-9);
      }),
      { numRuns: 150 },
    );
    expect(failed / tried).toBeLessThanOrEqual(0.1);
  });

  /** Newcomers tie themselves to the ends of lines drawn before, so that some have very many. */
  function hubbed(n: number, seed: number): PackedGraph {
    const random = seededRandom(seed);
    const source: number[] = [];
    const target: number[] = [];
    for (let i = 1; i < n; i++)
      for (let k = 0; k < 3; k++) {
        const ends = random() < 0.5 ? source : target;
        source.push(i);
        target.push(ends[Math.floor(random() * ends.length)] ?? 0);
      }
    return packGraph({ nodeCount: n, source, target });
  }

  it('betweenness-sampled grows better as it goes and finds the true leaders of a network of 1,500', () => {
    const graph = hubbed(1_500, 3);
    const exact = run(graph, 'betweenness').values;
    const told: Column[] = [];
    const filled = { error: 0.01, probability: 0.95, seed: 1, normalised: false };
    const last = finish(measureById('betweenness-sampled')!.run(graph, filled, (column) => told.push(column)));
    expect(told.length).toBeGreaterThan(3);
    for (const column of [...told, last])
      for (let i = 0; i < 1_500; i++)
        expect(Math.abs(column.values[i]! - exact[i]!)).toBeLessThanOrEqual(column.facts!.error!);
    const errors = [...told, last].map((column) => column.facts!.error!);
    expect(errors).toEqual([...errors].sort((a, b) => b - a));
    const top = (values: Float64Array) => [...values.keys()].sort((a, b) => values[b]! - values[a]!).slice(0, 20);
    const truth = new Set(top(exact));
    expect(top(last.values).filter((i) => truth.has(i)).length).toBeGreaterThanOrEqual(18);
  });

  it('betweenness-sampled is the same at every run with the same seed', () => {
    const graph = packGraph({ nodeCount: 6, source: [0, 1, 2, 3, 4, 1], target: [1, 2, 3, 4, 5, 4] });
    const once = run(graph, 'betweenness-sampled', { seed: 7 });
    expect(run(graph, 'betweenness-sampled', { seed: 7 })).toEqual(once);
    expect(run(graph, 'betweenness-sampled', { seed: 8 }).values).not.toEqual(once.values);
  });
});
