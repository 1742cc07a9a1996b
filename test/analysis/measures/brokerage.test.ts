import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Network } from '#analysis/graph/network';
import { packGraph } from '#analysis/graph/packed-graph';
import { chanceOf, ROLES, type Role } from '#analysis/measures/brokerage';
import { fillParameters, finish, measureById, type ParameterValues, reasonAt } from '#analysis/measures/index';
import { trials } from '../random-graphs.ts';

type Arc = readonly [number, number];

function network(n: number, arcs: readonly Arc[], groups: readonly number[], directed: boolean): Network {
  const graph = packGraph({ nodeCount: n, source: arcs.map((a) => a[0]), target: arcs.map((a) => a[1]), directed });
  return { ...graph, groupings: new Map([['agency', { of: Int32Array.from(groups), count: 4 }]]) };
}

function run(net: Network, role: string, given: ParameterValues = {}) {
  const definition = measureById(`brokerage-${role}`)!;
  const filled = fillParameters(definition.parameters, { by: 'agency', ...given });
  if ('unfit' in filled) throw new Error(filled.unfit);
  return finish(definition.run(net, filled.values));
}

/** The definition in words, over a matrix. Its published table is not at hand: this plain count is the oracle. */
function plainRole(a: number, b: number, c: number): Role {
  if (a === b && b === c) return 'coordinator';
  if (a === c) return 'itinerant';
  if (a === b) return 'representative';
  if (b === c) return 'gatekeeper';
  return 'liaison';
}

function plain(n: number, arcs: readonly Arc[], groups: readonly number[], directed: boolean, partial: boolean) {
  const tie = Array.from({ length: n }, () => new Array<boolean>(n).fill(false));
  for (const [u, v] of arcs) {
    if (u === v) continue;
    tie[u]![v] = true;
    if (!directed) tie[v]![u] = true;
  }
  const counts = Object.fromEntries([...ROLES, 'total'].map((r) => [r, new Array<number>(n).fill(0)]));
  const stated = [...Array(n).keys()].filter((i) => groups[i]! >= 0);
  for (const a of stated)
    for (const c of stated) {
      if (a === c || tie[a]![c]) continue;
      const between = stated.filter((b) => b !== a && b !== c && tie[a]![b] && tie[b]![c]);
      for (const b of between) {
        const role = plainRole(groups[a]!, groups[b]!, groups[c]!);
        const credit = partial ? 1 / between.length : 1;
        const twice = !directed && role !== 'representative' && role !== 'gatekeeper' ? 0.5 : 1;
        counts[role]![b]! += credit * twice;
        // Undirected, a mixed pair comes up once either way.
        counts.total![b]! += directed ? credit : credit / 2;
      }
    }
  return counts;
}

const any = fc.integer({ min: 1, max: 8 }).chain((n) =>
  fc.record({
    n: fc.constant(n),
    directed: fc.boolean(),
    partial: fc.boolean(),
    arcs: fc.array(fc.tuple(fc.nat(n - 1), fc.nat(n - 1)), { maxLength: 24 }),
    groups: fc.array(fc.integer({ min: -1, max: 3 }), { minLength: n, maxLength: n }),
  }),
);

const IDS = [
  'brokerage-total',
  'brokerage-coordinator',
  'brokerage-itinerant',
  'brokerage-representative',
  'brokerage-gatekeeper',
  'brokerage-liaison',
];

describe('the five roles', () => {
  it('stand in the list of measures, with all of them together', () => {
    expect(IDS.filter((id) => !measureById(id))).toEqual([]);
    expect(new Set(IDS)).toEqual(new Set(['total', ...ROLES].map((r) => `brokerage-${r}`)));
  });

  it('are counted as the definition says, on any small graph', () => {
    fc.assert(
      fc.property(any, ({ n, arcs, groups, directed, partial }) => {
        const net = network(n, arcs, groups, directed);
        const want = plain(n, arcs, groups, directed, partial);
        for (const role of [...ROLES, 'total']) {
          const column = run(net, role, { partial });
          for (let i = 0; i < n; i++) {
            if (groups[i]! < 0) expect(reasonAt(column, i)).toBe('group-not-stated');
            else expect(Math.abs(column.values[i]! - want[role]![i]!)).toBeLessThan(1e-9);
          }
        }
      }),
      trials(300),
    );
  });

  it('tell apart who reaches out and who lets in', () => {
    // 0 and 1 of one agency, 2 of another: 0 → 1 → 2.
    const net = network(
      3,
      [
        [0, 1],
        [1, 2],
      ],
      [0, 0, 1],
      true,
    );
    expect(run(net, 'representative').values).toEqual(Float64Array.of(0, 1, 0));
    expect(run(net, 'gatekeeper').values).toEqual(Float64Array.of(0, 0, 0));
    const turned = network(
      3,
      [
        [1, 0],
        [2, 1],
      ],
      [0, 0, 1],
      true,
    );
    expect(run(turned, 'gatekeeper').values).toEqual(Float64Array.of(0, 1, 0));
    const neither = network(
      3,
      [
        [0, 1],
        [1, 2],
      ],
      [0, 0, 1],
      false,
    );
    for (const role of ['gatekeeper', 'representative', 'total']) expect(run(neither, role).values[1]).toBe(1);
  });

  it('has no value without such an attribute, and says so', () => {
    const net = network(2, [[0, 1]], [0, 1], false);
    const column = run(net, 'liaison', { by: 'eye colour' });
    expect([...column.values]).toEqual([Number.NaN, Number.NaN]);
    expect(reasonAt(column, 0)).toBe('no-grouping');
  });
});

describe('chance', () => {
  /** Mean and variance over every graph there can be on these nodes, each weighed by its probability. */
  function overAllGraphs(groups: readonly number[], directed: boolean, density: number, broker: number) {
    const n = groups.length;
    const slots: Arc[] = [];
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) if (directed ? i !== j : i < j) slots.push([i, j]);
    const roles = [...ROLES, 'total'] as const;
    const sum = new Map<string, { mean: number; square: number; partial: number }>(
      roles.map((r) => [r, { mean: 0, square: 0, partial: 0 }]),
    );
    for (let bits = 0; bits < 2 ** slots.length; bits++) {
      const arcs = slots.filter((_, k) => (bits >> k) & 1);
      const p = density ** arcs.length * (1 - density) ** (slots.length - arcs.length);
      const whole = plain(n, arcs, groups, directed, false);
      const shared = plain(n, arcs, groups, directed, true);
      for (const r of roles) {
        const s = sum.get(r)!;
        s.mean += p * whole[r]![broker]!;
        s.square += p * whole[r]![broker]! ** 2;
        s.partial += p * shared[r]![broker]!;
      }
    }
    return sum;
  }

  it.each([
    [[0, 0, 0, 1], true],
    [[0, 0, 1, 1], true],
    [[0, 1, 1, 2], true],
    [[0, 0, 0, 1, 1], false],
    [[0, 1, 1, 2, 2], false],
    [[0, 0, 1, 2, 3], false],
  ] as const)('is exact: groups %j, directed %s', (groups, directed) => {
    const sizes = [0, 1, 2, 3].map((g) => groups.filter((x) => x === g).length);
    const over = overAllGraphs(groups, directed, 0.3, 0);
    for (const role of [...ROLES, 'total'] as const) {
      const want = over.get(role)!;
      const got = chanceOf(role, sizes, 0, 0.3, directed);
      expect(got.mean, role).toBeCloseTo(want.mean, 10);
      expect(got.partialMean, role).toBeCloseTo(want.partial, 10);
      expect(got.variance, role).toBeCloseTo(want.square - want.mean ** 2, 10);
    }
  });

  it('is compared with: z = (counted − expected) / standard deviation; none where chance never varies or credit is shared', () => {
    const arcs: Arc[] = [
      [0, 1],
      [1, 2],
      [1, 3],
      [4, 1],
      [3, 4],
    ];
    const net = network(5, arcs, [0, 0, 1, 1, 2], true);
    const density = arcs.length / 20;
    const counted = run(net, 'total').values[1]!;
    const { mean, variance } = chanceOf('total', [2, 2, 1, 0], 0, density, true);
    expect(run(net, 'total', { figure: 'expected' }).values[1]).toBeCloseTo(mean, 12);
    expect(run(net, 'total', { figure: 'z' }).values[1]).toBeCloseTo((counted - mean) / Math.sqrt(variance), 12);
    expect(reasonAt(run(net, 'coordinator', { figure: 'z' }), 4)).toBe('no-variance');
    expect(reasonAt(run(net, 'total', { figure: 'z', partial: true }), 0)).toBe('no-variance-known');
  });
});
