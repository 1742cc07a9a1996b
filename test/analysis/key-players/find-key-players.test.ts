import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PackedGraph, packGraph } from '#analysis/graph/packed-graph';
import { seededRandom } from '#analysis/graph/seeded-random';
import { finish } from '#analysis/graph/work';
import {
  estimateKeyPlayers,
  findKeyPlayers,
  type KeyPlayerAnswer,
  type KeyPlayerCriterionId,
  type KeyPlayers,
  keyPlayerCriteria,
} from '#analysis/key-players/index';
import { publishedNetworks } from '../published-networks.ts';
import { trials } from '../random-graphs.ts';

type Asked = { forced?: number[]; excluded?: number[] } & Record<string, unknown>;

function ask(graph: PackedGraph, criterion: string, { forced = [], excluded = [], ...parameters }: Asked) {
  return finish(findKeyPlayers(graph, { criterion, parameters: parameters as never, forced, excluded }));
}

function found(answer: KeyPlayerAnswer): KeyPlayers {
  if ('refused' in answer) throw new Error(`refused: ${answer.refused}`);
  return answer;
}

/** All-pairs steps by Floyd and Warshall, over the nodes not taken out. */
function distances(graph: PackedGraph, out: ReadonlySet<number>, directed: boolean): number[][] {
  const n = graph.nodeCount;
  const d = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => (i === j ? 0 : Number.POSITIVE_INFINITY)),
  );
  for (let e = 0; e < graph.edgeCount; e++) {
    const [u, v] = [graph.source[e]!, graph.target[e]!];
    if (out.has(u) || out.has(v)) continue;
    d[u]![v] = 1;
    if (!directed) d[v]![u] = 1;
  }
  for (let k = 0; k < n; k++)
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) d[i]![j] = Math.min(d[i]![j]!, d[i]![k]! + d[k]![j]!);
  return d;
}

/** Borgatti's four figures as they stand in the paper, for one set. */
function plain(graph: PackedGraph, criterion: KeyPlayerCriterionId, set: readonly number[], asked: Asked): number {
  const n = graph.nodeCount;
  const all = [...Array(n).keys()];
  const members = new Set(set);
  if (criterion === 'fragmentation' || criterion === 'distance-fragmentation') {
    const d = distances(graph, members, false);
    const left = all.filter((v) => !members.has(v));
    let sum = 0;
    for (const i of left)
      for (const j of left)
        if (i !== j)
          sum += criterion === 'fragmentation' ? (d[i]![j]! < Number.POSITIVE_INFINITY ? 1 : 0) : 1 / d[i]![j]!;
    return 1 - sum / (left.length * (left.length - 1));
  }
  const direction = asked.direction ?? 'ignored';
  const d = distances(graph, new Set(), graph.directed && direction !== 'ignored');
  const near = (v: number) =>
    Math.min(...set.map((m) => (direction === 'in' ? d[v]![m]! : d[m]![v]!)), Number.POSITIVE_INFINITY);
  if (criterion === 'reach') return all.filter((v) => near(v) <= Number(asked.steps ?? 1)).length / n;
  return all.reduce((sum, v) => sum + (members.has(v) ? 1 : 1 / near(v)), 0) / n;
}

function* setsOf(list: readonly number[], k: number): Generator<number[]> {
  if (k === 0) yield [];
  else
    for (let i = 0; i + k <= list.length; i++) {
      for (const rest of setsOf(list.slice(i + 1), k - 1)) yield [list[i]!, ...rest];
    }
}

const NEAR = 1e-9;

describe('the published figures', () => {
  const withKeyPlayers = publishedNetworks().flatMap((net) => {
    const block = (net.block as unknown as { key_players?: Record<string, unknown> }).key_players;
    return block
      ? [
          {
            net,
            block: block as Record<
              string,
              {
                fragmentation?: number;
                reached_within_1_step_including_set?: number;
                number_of_optimal_sets: number;
                optimal_sets: string[][];
              }
            >,
          },
        ]
      : [];
  });

  it('are there', () => expect(withKeyPlayers.length).toBeGreaterThan(5));

  it.each(withKeyPlayers.map((x) => [x.net.name, x] as const))('%s', (_, { net, block }) => {
    for (const k of [1, 2, 3]) {
      for (const [key, criterion] of [
        [`k${k}`, 'fragmentation'],
        [`pos_k${k}`, 'reach'],
      ] as const) {
        const want = block[key];
        if (!want) continue;
        const got = found(ask(net.graph, criterion, { size: k }));
        const value = want.fragmentation ?? want.reached_within_1_step_including_set! / net.graph.nodeCount;
        expect(Math.abs(got.value - value), `${key}`).toBeLessThan(2e-9);
        if (!got.proven) continue;
        expect(got.tieCount + 1, `${key} sets`).toBe(want.number_of_optimal_sets);
        const named = [got.members, ...got.ties].map((s) =>
          [...s]
            .map((v) => net.ids[v]!)
            .sort()
            .join(),
        );
        if (want.number_of_optimal_sets === want.optimal_sets.length && got.tieCount === got.ties.length)
          expect(named.sort()).toEqual(want.optimal_sets.map((s) => [...s].sort().join()).sort());
      }
    }
  });
});

const graphs = fc.integer({ min: 2, max: 8 }).chain((n) =>
  fc.record({
    n: fc.constant(n),
    directed: fc.boolean(),
    rows: fc.array(fc.tuple(fc.nat(n - 1), fc.nat(n - 1)), { maxLength: 16 }),
  }),
);

const asked = fc.record({
  size: fc.integer({ min: 1, max: 4 }),
  steps: fc.integer({ min: 1, max: 3 }),
  direction: fc.constantFrom('ignored', 'out', 'in'),
  forced: fc.array(fc.nat(7), { maxLength: 2 }),
  excluded: fc.array(fc.nat(7), { maxLength: 2 }),
});

describe.each(keyPlayerCriteria.map((c) => c.id))('%s on any small graph', (criterion) => {
  it('gives the best of all sets, all ties and the next best, as trying every set does; searching finds no more', () => {
    let answered = 0;
    fc.assert(
      fc.property(graphs, asked, (g, a) => {
        const graph = packGraph({
          nodeCount: g.n,
          source: g.rows.map((r) => r[0]),
          target: g.rows.map((r) => r[1]),
          directed: g.directed,
        });
        const known = new Set<string>(keyPlayerCriteria.find((c) => c.id === criterion)!.parameters.map((p) => p.name));
        const parameters = Object.fromEntries(
          Object.entries(a).filter(([k]) => known.has(k) || k === 'forced' || k === 'excluded'),
        ) as Asked;
        const answer = ask(graph, criterion, parameters);
        if ('refused' in answer) return;
        answered++;
        const forced = new Set(a.forced);
        const free = [...Array(g.n).keys()].filter((v) => !forced.has(v) && !a.excluded.includes(v));
        const sets = [...setsOf(free, a.size - forced.size)].map((s) => [...forced, ...s]);
        const values = sets.map((s) => plain(graph, criterion, s, a));
        const best = Math.max(...values);
        expect(answer.proven).toBe(true);
        expect(answer.possible).toBe(sets.length);
        expect(Math.abs(answer.value - best)).toBeLessThan(NEAR);
        expect(Math.abs(plain(graph, criterion, [...answer.members], a) - best)).toBeLessThan(NEAR);
        expect(answer.tieCount + 1).toBe(values.filter((v) => Math.abs(v - best) < NEAR).length);
        const lower = values.filter((v) => v < best - NEAR).sort((x, y) => y - x);
        expect(answer.runnersUp.length).toBe(Math.min(5, lower.length));
        answer.runnersUp.forEach((r, i) => {
          expect(Math.abs(r.value - lower[i]!)).toBeLessThan(NEAR);
          expect(Math.abs(plain(graph, criterion, [...r.members], a) - r.value)).toBeLessThan(NEAR);
        });
        answer.members.forEach((v, i) => {
          const without = plain(
            graph,
            criterion,
            [...answer.members].filter((m) => m !== v),
            a,
          );
          expect(Math.abs(answer.contribution[i]! - (best - without))).toBeLessThan(NEAR);
          expect(Math.abs(answer.alone[i]! - plain(graph, criterion, [v], a))).toBeLessThan(NEAR);
        });
        expect(Math.abs(answer.before - plain(graph, criterion, [], a))).toBeLessThan(NEAR);
        const searched = found(ask(graph, criterion, { ...parameters, method: 'search' }));
        expect(searched.value).toBeLessThanOrEqual(best + NEAR);
        expect(Math.abs(plain(graph, criterion, [...searched.members], a) - searched.value)).toBeLessThan(NEAR);
      }),
      trials(400),
    );
    expect(answered).toBeGreaterThan(50);
  });
});

/** A sparse graph with hubs, rings and pieces. */
function covert(n: number, m: number, seed: number): PackedGraph {
  const random = seededRandom(seed);
  const source: number[] = [];
  const target: number[] = [];
  for (let i = 1; i < n; i++) {
    if (random() < 0.05) continue;
    source.push(i);
    target.push(Math.floor(random() ** 2 * i));
  }
  while (source.length < m) {
    source.push(Math.floor(random() ** 2 * n));
    target.push(Math.floor(random() * n));
  }
  return packGraph({ nodeCount: n, source, target });
}

describe('the search', () => {
  it('comes to the proven best on graphs of some size', () => {
    let same = 0;
    for (let seed = 1; seed <= 4; seed++) {
      const graph = covert(30, 45, seed);
      for (const { id } of keyPlayerCriteria) {
        const best = found(ask(graph, id, { size: 3, method: 'exact' }));
        const searched = found(ask(graph, id, { size: 3, method: 'search', runs: 10 }));
        expect(best.proven).toBe(true);
        expect(searched.proven).toBe(false);
        expect(searched.value).toBeLessThanOrEqual(best.value + 1e-12);
        if (Math.abs(searched.value - best.value) < 1e-12) same++;
      }
    }
    expect(same).toBeGreaterThanOrEqual(15);
  });

  it('gives the same set for the same seed, and keeps forced in and excluded out', () => {
    const graph = covert(120, 200, 3);
    for (const { id } of keyPlayerCriteria) {
      const request = { size: 5, method: 'search', forced: [100], excluded: [0, 1], seed: 7 } as const;
      const once = found(ask(graph, id, { ...request, forced: [100], excluded: [0, 1] }));
      expect(once).toEqual(found(ask(graph, id, { ...request, forced: [100], excluded: [0, 1] })));
      expect(once.members).toContain(100);
      expect([...once.members].filter((v) => v < 2)).toEqual([]);
      expect(new Set(once.members).size).toBe(5);
    }
  });

  it('samples distances from pivots, says that nothing is proven, and states the exact figure of its set', () => {
    const graph = covert(80, 150, 5);
    const exact = found(ask(graph, 'distance-fragmentation', { size: 2, method: 'exact' }));
    const sampled = found(ask(graph, 'distance-fragmentation', { size: 2, pivots: 40 }));
    expect(sampled.proven).toBe(false);
    expect(sampled.value).toBeLessThanOrEqual(exact.value + 1e-12);
    expect(sampled.value).toBeGreaterThan(exact.value - 0.02);
    expect(Math.abs(plain(graph, 'distance-fragmentation', [...sampled.members], {}) - sampled.value)).toBeLessThan(
      NEAR,
    );
  });

  it('estimates before it works, without a figure that cannot be', () => {
    const graph = covert(400, 900, 2);
    for (const { id } of keyPlayerCriteria) {
      const estimate = finish(
        estimateKeyPlayers(graph, { criterion: id, parameters: { size: 5 }, forced: [], excluded: [] }),
      );
      if ('refused' in estimate) throw new Error(estimate.refused);
      expect(estimate.seconds).toBeGreaterThan(0);
      expect(estimate.seconds).toBeLessThan(600);
      expect(estimate.possible).toBe(83218600080);
      expect(estimate.exact).toBe(false);
    }
  });
});

describe('a question that has no answer is refused by code', () => {
  const pair = packGraph({ nodeCount: 4, source: [0, 1], target: [1, 2] });
  const cases: [string, string, Asked][] = [
    ['unknown-criterion', 'fame', {}],
    ['unfit-parameter', 'reach', { steps: 0 }],
    ['unfit-parameter', 'fragmentation', { size: Number.NaN }],
    ['unfit-parameter', 'fragmentation', { steps: 2 }],
    ['larger-than-network', 'reach', { size: 5 }],
    ['nothing-left', 'fragmentation', { size: 3 }],
    ['not-in-scope', 'reach', { size: 2, forced: [4] }],
    ['not-in-scope', 'reach', { size: 2, excluded: [-1] }],
    ['forced-and-excluded', 'reach', { size: 2, forced: [1], excluded: [0, 1] }],
    ['too-many-forced', 'reach', { size: 1, forced: [0, 1] }],
    ['too-few-candidates', 'reach', { size: 3, excluded: [0, 1] }],
  ];
  it.each(cases)('%s', (code, criterion, parameters) => {
    expect(ask(pair, criterion, parameters)).toMatchObject({ refused: code });
  });

  it('a distance-reach over a network of nobody', () => {
    const nobody = packGraph({ nodeCount: 0, source: [], target: [] });
    expect(ask(nobody, 'distance-reach', { size: 1 })).toEqual({ refused: 'larger-than-network' });
  });

  it('exact over more sets than can be tried', () => {
    const graph = covert(2000, 4000, 1);
    expect(ask(graph, 'fragmentation', { size: 10, method: 'exact' })).toEqual({ refused: 'too-many-sets' });
  });

  it('but an empty list of forced, and a set of forced alone, are fine', () => {
    expect(found(ask(pair, 'reach', { size: 1 })).members).toEqual(Int32Array.of(1));
    const given = found(ask(pair, 'reach', { size: 2, forced: [0, 3] }));
    expect(given).toMatchObject({ proven: true, possible: 1, tieCount: 0, value: 0.75 });
  });
});
