import { describe, expect, test } from 'vitest';
import { type Network, subNetwork } from '#analysis/graph/network';
import { finish } from '#analysis/graph/work';
import { findKeyPlayers, type KeyPlayerRequest } from '#analysis/key-players/index';
import { joinSets, type Resampling, resampledSets } from '#analysis/studies/index';
import { type Line, networkOf, randomNetwork } from './networks.ts';

const usual: Resampling = { keep: [0.95, 0.7, 0.4], sourceLoss: 0, missing: 0, model: 'triadic' };
const request: KeyPlayerRequest = { criterion: 'fragmentation', parameters: { size: 2 }, forced: [], excluded: [] };

function best(network: Network, asked = request): number[] {
  const found = finish(findKeyPlayers(network, asked));
  if ('refused' in found) throw new Error(found.refused);
  return [...found.members];
}

function standing(
  network: Network,
  members: readonly number[],
  by: Resampling,
  { workers = 1, seed = 1, resamples = 200, asked = request } = {},
) {
  const parts = Array.from({ length: workers }, (_, first) => {
    const share = { resamples, seed, first, step: workers };
    const sets = finish(resampledSets(network, asked, members, by, share));
    if ('refused' in sets) throw new Error(sets.refused);
    return sets;
  });
  return joinSets(network.nodeCount, parts);
}

/** Three stars in a row, their centres 0, 1 and 2. */
const STARS: readonly Line[] = [
  [0, 1],
  [1, 2],
  ...[3, 4, 5].map((v) => [0, v] as const),
  ...[6, 7, 8, 9].map((v) => [1, v] as const),
  ...[10, 11, 12].map((v) => [2, v] as const),
].map(([from, to]) => ({ from: from!, to: to! }));

test('the figures do not depend on how many workers share the resamples, nor on anything but the seed', () => {
  const network = randomNetwork(14, 24, 5);
  const members = best(network);
  const one = standing(network, members, usual, { resamples: 60 });
  for (const workers of [2, 3]) expect(standing(network, members, usual, { resamples: 60, workers })).toEqual(one);
  expect(standing(network, members, usual, { resamples: 60, seed: 2 })).not.toEqual(one);
});

test('where every line is kept, the set is as good as any in each resample, and its figure is the recorded one', () => {
  for (let seed = 1; seed < 12; seed++) {
    const network = randomNetwork(10, 16, seed);
    const found = finish(findKeyPlayers(network, request));
    if ('refused' in found) throw new Error(found.refused);
    const all = standing(network, [...found.members], { ...usual, keep: [1, 1, 1] }, { resamples: 20 });
    expect(all).toMatchObject({ asGood: 1, proven: 1, low: found.value, median: found.value, high: found.value });
    const sets = [found.members, ...found.ties];
    for (let v = 0; v < 10; v++)
      expect(all.membership[v]).toBeCloseTo(sets.filter((s) => s.includes(v)).length / sets.length, 12);
  }
});

test('whoever stands in every best set of every resample has a part of one, and nobody more', () => {
  // Beside the centre any other is as good as any: each resample has many best sets.
  const star = networkOf(
    13,
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((to) => ({ from: 0, to })),
  );
  const { membership } = standing(star, best(star), { ...usual, keep: [1, 1, 1] }, { resamples: 49 });
  expect(membership[0]).toBe(1);
  expect(Math.max(...membership.slice(1))).toBeLessThan(0.2);
});

test('where only confirmed lines are kept, it is judged by the best of those alone, however good it is over all', () => {
  let worse = 0;
  for (let seed = 1; seed < 30; seed++) {
    const network = randomNetwork(10, 18, seed);
    const { rows } = network;
    const confirmed = subNetwork(network, (r) => rows!.proof[r] === 0);
    const own = finish(findKeyPlayers(confirmed, request));
    const members = best(network);
    const rated = finish(findKeyPlayers(confirmed, { ...request, forced: members }));
    if ('refused' in own || 'refused' in rated) throw new Error('refused');
    const good = rated.value >= own.value - 1e-9;
    if (!good) worse++;
    const sure = standing(network, members, { ...usual, keep: [1, 0, 0] }, { resamples: 3 });
    expect(sure).toMatchObject({ asGood: good ? 1 : 0, low: rated.value, high: rated.value });
    const sets = [own.members, ...own.ties];
    for (let v = 0; v < 10; v++)
      expect(sure.membership[v]).toBeCloseTo(sets.filter((one) => one.includes(v)).length / sets.length, 12);
  }
  expect(worse).toBeGreaterThan(3);
});

test('where a search misses the set asked about, though none it found is better, that set is among the best', () => {
  const alike = { ...usual, keep: [1, 1, 1] } as const;
  let missed = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const network = randomNetwork(14, 20, seed);
    const quick = { ...request, parameters: { size: 3, method: 'search', runs: 1, seed } };
    const exact = finish(findKeyPlayers(network, { ...quick, parameters: { size: 3, method: 'exact' } }));
    const searched = finish(findKeyPlayers(network, quick));
    if ('refused' in exact || 'refused' in searched) throw new Error('refused');
    const members = [...exact.members];
    const sure = standing(network, members, alike, { asked: quick, resamples: 1 });
    expect(sure.asGood).toBe(1);
    expect(sure.membership.reduce((a, b) => a + b, 0)).toBeCloseTo(3, 9);
    for (const v of members) expect(sure.membership[v]).toBeGreaterThan(0);
    if (searched.value >= exact.value - 1e-9) continue;
    missed++;
    for (const v of members) expect(sure.membership[v]).toBe(1);
  }
  expect(missed).toBeGreaterThan(0);
});

test('members of a set add up to its size, and with a choice of who must and must not be in it each keeps its place', () => {
  const network = randomNetwork(16, 30, 9);
  const asked = { ...request, parameters: { size: 3 }, forced: [4], excluded: [0, 1] };
  const { membership, low, median, high } = standing(network, best(network, asked), usual, { asked, resamples: 80 });
  expect(membership.reduce((a, b) => a + b, 0)).toBeCloseTo(3, 9);
  expect(membership[4]).toBeCloseTo(1, 12);
  expect([membership[0], membership[1]]).toEqual([0, 0]);
  expect(low <= median && median <= high).toBe(true);
});

describe('what cannot be', () => {
  test('no line is kept: every set is as good, and nothing is NaN', () => {
    const network = networkOf(13, STARS);
    const none = standing(network, [0, 2], { ...usual, keep: [0, 0, 0] }, { resamples: 10 });
    expect(none).toMatchObject({ asGood: 1, low: 1, high: 1 });
    expect([...none.membership].every((p) => p >= 0 && p <= 1)).toBe(true);
  });

  test('a set that cannot be looked for is refused as it is without resamples', () => {
    const asked = { ...request, parameters: { size: 2 }, excluded: [0], forced: [0] };
    const share = { resamples: 5, seed: 1, first: 0, step: 1 };
    expect(finish(resampledSets(networkOf(13, STARS), asked, [1, 2], usual, share))).toMatchObject({
      refused: 'forced-and-excluded',
    });
  });

  test('every place is given already: the set is rated, and none is looked for', () => {
    const asked = { ...request, forced: [0, 1] };
    const given = standing(networkOf(13, STARS), [0, 1], usual, { asked, resamples: 30 });
    expect(given.asGood).toBe(1);
    expect(given.high).toBeGreaterThan(given.low);
  });
});
