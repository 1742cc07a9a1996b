import { expect, test } from 'vitest';
import type { Network } from '#analysis/graph/network';
import { seededRandom } from '#analysis/graph/seeded-random';
import { rankingOf, ranksOverTime, readyMeasure } from '#analysis/studies/index';
import { type Line, networkOf } from './networks.ts';

function overTime(network: Network, measure: string, bounds: readonly number[], seen: number[] = []) {
  const ready = readyMeasure(network, { measure, parameters: {}, lowest: false });
  if ('failure' in ready) throw new Error(ready.failure);
  const work = ranksOverTime(network, ready, false, Float64Array.from(bounds));
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    seen.push(step.value.done);
  }
}

test('each slice ranks those who have a line in it; who has none there has no rank, and undated lines are counted', () => {
  // 0–1 all the time, 1–2 at the moment 15 and from 20, 2–3 from 20, 0–3 undated.
  const lines: Line[] = [
    { from: 0, to: 1, time: [0, 30] },
    { from: 1, to: 2, time: [15, 15] },
    { from: 2, to: 3, time: [20, 30] },
    { from: 1, to: 2, time: [20, 30] },
    { from: 0, to: 3 },
  ];
  const seen: number[] = [];
  const { slices, undated } = overTime(networkOf(5, lines), 'degree', [0, 10, 20, 30, 40], seen);
  expect(undated).toBe(1);
  expect(seen.at(0)).toBe(0);
  expect(Math.max(...seen)).toBe(3);
  expect(slices.map((s) => [s.from, s.to, s.lines, s.nodes, s.edges])).toEqual([
    [0, 10, 1, 2, 1],
    [10, 20, 2, 3, 2],
    [20, 30, 3, 4, 3],
    [30, 40, 0, 0, 0],
  ]);
  expect(slices.map((s) => [...s.places])).toEqual([
    // All are equal: nobody stands before anybody.
    [0, 0, 0, 0, 0],
    [2, 1, 2, 0, 0],
    [3, 1, 1, 3, 0],
    [0, 0, 0, 0, 0],
  ]);
  expect([...slices[1]!.values].map((v) => (Number.isNaN(v) ? null : v))).toEqual([1, 2, 1, null, null]);
});

test('a slice says what the measure says of the network of its lines alone, on fifty networks of chance', () => {
  const random = seededRandom(11);
  for (let run = 0; run < 50; run++) {
    const n = 2 + Math.floor(random() * 12);
    const lines = Array.from({ length: Math.floor(random() * 30) }, (): Line => {
      const at = Math.floor(random() * 30);
      return {
        from: Math.floor(random() * n),
        to: Math.floor(random() * n),
        ...(random() < 0.9 && { time: [at, at + Math.floor(random() * 15)] as const }),
      };
    });
    const { slices } = overTime(networkOf(n, lines), 'betweenness', [0, 10, 20, 30, 45]);
    for (const slice of slices) {
      const there = lines.filter(
        ({ time }) =>
          time && time[0] < slice.to && (time[1] > slice.from || (time[0] === time[1] && time[0] >= slice.from)),
      );
      const active = [...new Set(there.flatMap((l) => [l.from, l.to]))].sort((a, b) => a - b);
      expect(slice.lines).toBe(there.length);
      expect(slice.nodes).toBe(active.length);
      const alone = networkOf(
        active.length,
        there.map((l) => ({ from: active.indexOf(l.from), to: active.indexOf(l.to) })),
      );
      const ready = readyMeasure(alone, { measure: 'betweenness', parameters: {}, lowest: false });
      if ('failure' in ready) throw new Error(ready.failure);
      const { definition, values } = ready;
      const work = definition.run(alone, values);
      let step = work.next();
      while (!step.done) step = work.next();
      const ranking = rankingOf(step.value);
      for (let i = 0; i < n; i++) {
        const k = active.indexOf(i);
        if (k < 0) expect([slice.places[i], slice.values[i]]).toEqual([0, Number.NaN]);
        else {
          expect(slice.values[i]).toBeCloseTo(step.value.values[k]!, 9);
          const equal = active.length > 1 && new Set(ranking.first).size === 1;
          expect(slice.places[i]).toBe(equal ? 0 : ranking.first[k]);
        }
      }
    }
  }
});
