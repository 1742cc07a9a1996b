import { describe, expect, test } from 'vitest';
import type { Network } from '#analysis/graph/network';
import { finish } from '#analysis/graph/work';
import { measureById, type ParameterValues } from '#analysis/measures/index';
import {
  joinIntervals,
  type Resampling,
  rankingOf,
  readyMeasure,
  resampledRanks,
  sourcesAlone,
  weakestLink,
  withoutSources,
} from '#analysis/studies/index';
import { networkOf, randomNetwork } from './networks.ts';
import { betweennessOf } from './plain.ts';

const usual: Resampling = { keep: [0.95, 0.7, 0.4], sourceLoss: 0, missing: 0, model: 'triadic' };

function ready(network: Network, measure = 'betweenness') {
  const found = readyMeasure(network, { measure, parameters: {}, lowest: false });
  if ('failure' in found) throw new Error(found.failure);
  return found;
}

function intervals(
  network: Network,
  by: Resampling,
  { workers = 1, seed = 1, resamples = 200, measure = 'betweenness' } = {},
) {
  const parts = Array.from({ length: workers }, (_, first) =>
    finish(resampledRanks(network, ready(network, measure), false, by, { resamples, seed, first, step: workers })),
  );
  return finish(joinIntervals(network.nodeCount, parts));
}

test('the figures do not depend on how many workers share the resamples, nor on anything but the seed', () => {
  const network = randomNetwork(20, 45, 3);
  const one = intervals(network, { ...usual, missing: 0.1 });
  expect(intervals(network, { ...usual, missing: 0.1 }, { workers: 2 })).toEqual(one);
  expect(intervals(network, { ...usual, missing: 0.1 }, { workers: 3 })).toEqual(one);
  expect(intervals(network, { ...usual, missing: 0.1 }, { seed: 2 })).not.toEqual(one);
});

test('where every line is kept, each interval is the place held in the recorded graph', () => {
  for (let seed = 1; seed < 20; seed++) {
    const network = randomNetwork(12, 20, seed);
    const recorded = rankingOf({ values: Float64Array.from(betweennessOf(network)), reason: null, reasons: [] });
    const found = intervals(network, { ...usual, keep: [1, 1, 1] });
    expect([...found.low]).toEqual([...recorded.first]);
    expect([...found.high]).toEqual([...recorded.last]);
  }
});

test('where no line is kept all are equal: every interval spans all places, nobody is likelier on top, nothing is NaN', () => {
  const network = randomNetwork(10, 20, 1);
  const found = intervals(network, { ...usual, keep: [0, 0, 0] });
  expect(new Set(found.low)).toEqual(new Set([1]));
  expect(new Set(found.high)).toEqual(new Set([10]));
  for (const p of found.top[0]!) expect(p).toBeCloseTo(0.3, 12);
});

test('probabilities of being among the first k add up to k', () => {
  const found = intervals(randomNetwork(25, 50, 9), usual);
  [3, 5, 10].forEach((k, t) => {
    expect(found.top[t]!.reduce((a, b) => a + b, 0)).toBeCloseTo(k, 9);
  });
});

test('a line is kept as often as its strength says', () => {
  // Three pairs, one line each: who has a degree of 1 kept the line.
  const network = networkOf(6, [
    { from: 0, to: 1 },
    { from: 2, to: 3, proof: 'unconfirmed' },
    { from: 4, to: 5, proof: 'tentative' },
  ]);
  const resamples = 4000;
  const part = finish(
    resampledRanks(network, ready(network, 'degree'), false, usual, { resamples, seed: 7, first: 0, step: 1 }),
  );
  const kept = [0, 2, 4].map((node) => {
    let first = 0;
    for (let k = 0; k < resamples; k++) {
      const ranks = [...part.first.slice(6 * k, 6 * k + 6)];
      // All equal also says "first": then it depends on whether the others lost theirs too, which the last place tells.
      if (ranks[node] === 1 && part.last[6 * k + node]! <= 6 && !(part.last[6 * k + node] === 6 && lostAll(ranks)))
        first++;
    }
    return first / resamples;
  });
  function lostAll(ranks: readonly number[]): boolean {
    return ranks.every((r) => r === 1);
  }
  // With all three kept all are equal: that case (.95 × .7 × .4 = .266) is counted as lost here, and none kept (.009) likewise.
  expect(kept[0]).toBeCloseTo(0.95 - 0.266, 1);
  expect(kept[1]).toBeCloseTo(0.7 - 0.266, 1);
  expect(kept[2]).toBeCloseTo(0.4 - 0.266, 1);
});

describe('unobserved links', () => {
  test('close triads only, where the model is triadic; as many as stated', () => {
    // A star: any triad closed is between two of the outer nodes; with half as many links again, the centre's betweenness falls.
    const star = networkOf(
      8,
      Array.from({ length: 7 }, (_, i) => ({ from: 0, to: i + 1 })),
    );
    const part = finish(
      resampledRanks(
        star,
        ready(star, 'degree'),
        false,
        { ...usual, keep: [1, 1, 1], missing: 1 },
        { resamples: 50, seed: 1, first: 0, step: 1 },
      ),
    );
    for (let k = 0; k < 50; k++) expect(part.first[8 * k], 'the centre stays first').toBe(1);
    const outer = new Set(part.first.filter((_, at) => at % 8 !== 0));
    expect(outer.size, 'outer nodes differ now').toBeGreaterThan(1);
  });

  test('reach isolates where ends are drawn by degree, and never where triads close', () => {
    const network = networkOf(
      9,
      Array.from({ length: 7 }, (_, i) => ({ from: 0, to: i + 1 })),
    );
    const run = (model: 'degree' | 'triadic') =>
      intervals(network, { ...usual, keep: [1, 1, 1], missing: 1, model }, { measure: 'degree' }).low[8]!;
    expect(run('triadic')).toBe(9);
    expect(run('degree')).toBeLessThan(9);
  });

  test('none where there is no triad, no pair left, or nothing at all', () => {
    for (const network of [
      networkOf(0, []),
      networkOf(1, []),
      networkOf(2, [{ from: 0, to: 1 }]),
      networkOf(3, [
        { from: 0, to: 1 },
        { from: 1, to: 2 },
        { from: 0, to: 2 },
      ]),
    ])
      for (const model of ['degree', 'triadic'] as const)
        expect(intervals(network, { ...usual, missing: 1, model }).low).toHaveLength(network.nodeCount);
  });
});

describe('without one source', () => {
  const network = networkOf(5, [
    { from: 0, to: 1, sources: [0] },
    { from: 1, to: 2, sources: [0, 1] },
    { from: 2, to: 3, sources: [1] },
    { from: 3, to: 4, sources: [1] },
    { from: 0, to: 4, sources: [2, 2] },
    { from: 1, to: 3 },
  ]);

  test('go the lines that rest on it alone, and no others', () => {
    expect(sourcesAlone(network.rows!)).toEqual([
      { source: 1, lines: 2 },
      { source: 0, lines: 1 },
      { source: 2, lines: 1 },
    ]);
    const all = rankingOf({ values: Float64Array.from(betweennessOf(network)), reason: null, reasons: [] });
    const found = finish(withoutSources(network, ready(network), false, all, { first: 0, step: 1 }));
    for (const { source, first } of found) {
      const left = networkOf(
        5,
        [...Array(6).keys()]
          .filter((r) => r === 1 || r === 5 || [0, -1, 1, 1, 2][r] !== source)
          .map((r) => ({ from: network.rows!.source[r]!, to: network.rows!.target[r]! })),
      );
      const oracle = rankingOf({ values: Float64Array.from(betweennessOf(left)), reason: null, reasons: [] });
      expect([...first], `source ${source}`).toEqual([...oracle.first]);
    }
  });

  test('shares of several workers are the same sources', () => {
    const all = rankingOf({ values: Float64Array.from(betweennessOf(network)), reason: null, reasons: [] });
    const share = (first: number, step: number) =>
      finish(withoutSources(network, ready(network), false, all, { first, step }));
    const [a, b] = [share(0, 2), share(1, 2)];
    expect([a[0], b[0], a[1]]).toEqual(share(0, 1));
  });
});

test('a source that is lost takes all its lines at once', () => {
  // Two cliques, each from one source: with half of the sources lost, a clique is there or not as a whole.
  const clique = (at: number, source: number) =>
    [0, 1, 2].map((i) => ({ from: at + i, to: at + ((i + 1) % 3), sources: [source] }));
  const network = networkOf(6, [...clique(0, 0), ...clique(3, 1)]);
  const by = { ...usual, keep: [1, 1, 1] as const, sourceLoss: 0.5 };
  const part = finish(
    resampledRanks(network, ready(network, 'degree'), false, by, { resamples: 200, seed: 1, first: 0, step: 1 }),
  );
  for (let k = 0; k < 200; k++) {
    const of = (i: number) => part.first[6 * k + i];
    expect([of(1), of(2), of(4), of(5)]).toEqual([of(0), of(0), of(3), of(3)]);
  }
});

describe('a measure that asks for more than the graph', () => {
  /** A path of lines doubled in two types, a loop, and two groups. */
  const recorded: Network = {
    ...networkOf(5, [
      { from: 0, to: 1 },
      { from: 1, to: 0, layer: 1 },
      { from: 1, to: 2, sources: [0] },
      { from: 2, to: 3, layer: 1, sources: [1] },
      { from: 2, to: 4 },
      { from: 4, to: 4 },
    ]),
    groupings: new Map([['stage', { of: Int32Array.of(0, 0, 1, 1, 0), count: 2 }]]),
  };
  const asked: readonly (readonly [string, ParameterValues])[] = [
    ['participation', { by: 'stage' }],
    ['brokerage-total', { by: 'stage' }],
    ['degree', { parallel: 'counted', loops: 'counted' }],
    ['layers-present', {}],
    ['overlapping-degree', {}],
  ];
  const prepare = (measure: string, parameters: ParameterValues) => {
    const found = readyMeasure(recorded, { measure, parameters, lowest: false });
    if ('failure' in found) throw new Error(found.failure);
    return found;
  };
  const share = { resamples: 30, seed: 1, first: 0, step: 1 };

  test.each(asked)(
    'is given it in each resample: %s where every line is kept stands where it was recorded',
    (id, given) => {
      const found = prepare(id, given);
      const all = rankingOf(finish(measureById(id)!.run(recorded, found.values)));
      expect(all.defined.includes(1)).toBe(true);
      const by: Resampling = { ...usual, keep: [1, 1, 1] };
      const { low, high, without } = finish(
        joinIntervals(5, [finish(resampledRanks(recorded, found, false, by, share))]),
      );
      expect([low, high]).toEqual([all.first, all.last]);
      expect([...without]).toEqual([...all.defined].map((d) => 1 - d));
    },
  );

  test.each(asked)('is given it where lines are cut and sources left out: %s', (id, given) => {
    const found = prepare(id, given);
    const all = rankingOf(finish(measureById(id)!.run(recorded, found.values)));
    const [cut] = finish(weakestLink(recorded, found, false, [new Uint8Array(6).fill(1)], 5));
    expect(cut!.ranking).toEqual(all);
    for (const without of finish(withoutSources(recorded, found, false, all, { first: 0, step: 1 })))
      expect(without.defined.includes(1)).toBe(true);
  });

  test('counts unobserved lines too', () => {
    const found = prepare('overlapping-degree', {});
    const ranks = (missing: number) =>
      finish(resampledRanks(recorded, found, false, { ...usual, keep: [1, 1, 1], missing }, share));
    expect(ranks(0.5).first).not.toEqual(ranks(0).first);
  });
});

test('putting many ranks in order stops for breath', () => {
  const [nodes, resamples] = [3000, 200];
  const ranks = {
    first: Int32Array.from({ length: nodes * resamples }, (_, k) => 1 + ((k * 7919) % nodes)),
    last: Int32Array.from({ length: nodes * resamples }, (_, k) => 1 + ((k * 7919) % nodes)),
    defined: new Uint8Array(nodes * resamples).fill(1),
  };
  let breaths = 0;
  const work = joinIntervals(nodes, [ranks]);
  while (!work.next().done) breaths++;
  expect(breaths).toBeGreaterThan(10);
});
