import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packGraph } from '#analysis/graph/packed-graph';
import { finish } from '#analysis/graph/work';
import { type Column, measureById } from '#analysis/measures/index';

const oracle = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../data/oracles/sampled-betweenness.json'), 'utf8'),
) as { nodes: number; rows: [number, number][]; directed: number[]; undirected: number[] };

const graphOf = (directed: boolean) =>
  packGraph({
    nodeCount: oracle.nodes,
    source: oracle.rows.map(([u]) => u),
    target: oracle.rows.map(([, v]) => v),
    directed,
  });

const SEEDS = 40;
const [error, probability] = [0.02, 0.9];

describe.each([
  ['along arrows', true],
  ['without arrows', false],
] as const)('betweenness of 600 entities, %s', (_, directed) => {
  const graph = graphOf(directed);
  const truth = directed ? oracle.directed : oracle.undirected;
  const sampled = (seed: number): Column =>
    finish(measureById('betweenness-sampled')!.run(graph, { error, probability, seed, normalised: false }));

  it('is exactly that of igraph', () => {
    const { values } = finish(measureById('betweenness')!.run(graph, { normalised: false, length: 'none' }));
    for (const [i, x] of values.entries()) expect(Math.abs(x - truth[i]!)).toBeLessThanOrEqual(1e-9 * (1 + truth[i]!));
  });

  it('is, sampled, within the error it states as often as it states, whatever the seed', () => {
    let kept = 0;
    for (let seed = 1; seed <= SEEDS; seed++) {
      const { values, facts } = sampled(seed);
      const off = Math.max(...Array.from(values, (x, i) => Math.abs(x - truth[i]!)));
      if (off <= facts!.error!) kept++;
      expect(facts!.probability).toBeCloseTo(probability, 12);
      // Of the pairs that a component joins, as asked.
      const joined = (560 * 559 + 40 * 39) / (directed ? 1 : 2);
      expect(facts!.error).toBeLessThanOrEqual(error * joined * (1 + 1e-9));
      // A bound that says nothing would be kept as well: the least that is off is some of it.
      expect(off).toBeGreaterThan(facts!.error! / 100);
    }
    expect(kept).toBeGreaterThanOrEqual(SEEDS * probability);
  });

  it('is the same for the same seed, and leaves who stands between nobody at nothing', () => {
    const once = sampled(11);
    expect(sampled(11)).toEqual(once);
    expect(sampled(12).values).not.toEqual(once.values);
    for (const [i, x] of truth.entries()) if (x === 0) expect(once.values[i]).toBe(0);
  });
});
