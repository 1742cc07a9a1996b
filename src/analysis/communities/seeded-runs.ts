import type { PackedGraph } from '../graph/packed-graph.ts';
import type { Parameter, ParameterValues } from '../graph/parameters.ts';
import { seededRandom } from '../graph/seeded-random.ts';
import type { Progress, Work } from '../graph/work.ts';
import type { Partition, Refusal } from './community-method.ts';
import { consensusOf } from './consensus.ts';
import { type Ground, groundOf, renumber } from './level.ts';
import { modularityOf, partitionOf } from './modularity.ts';
import { stabilityOf } from './stability.ts';

export const RESOLUTION = {
  name: 'resolution',
  kind: 'number',
  min: 0.05,
  max: 20,
  step: 0.05,
  default: 1,
} as const satisfies Parameter;

/** What every method that rests on chance asks: where chance begins, how many runs, and which answer is made of them. */
export const SEEDED_RUNS = [
  { name: 'seed', kind: 'number', min: 0, max: 4294967295, step: 1, default: 1 },
  { name: 'runs', kind: 'number', min: 1, max: 1000, step: 1, default: 50 },
  { name: 'answer', kind: 'choice', options: ['best', 'consensus'], default: 'best' },
  { name: 'agreement', kind: 'number', min: 0, max: 1, step: 0.05, default: 0.5 },
] as const satisfies readonly Parameter[];

/** One run of a method over a weighted graph: the group of each node, numbered below the number of nodes. */
export type Once = (
  ground: Ground,
  resolution: number,
  random: () => number,
  progress: Progress,
) => Generator<Progress, Int32Array, void>;

/**
 * Runs a method of chance several times from one seed. The answer is the run of greatest modularity (of equals the first), or the consensus
 * of all; how far the runs agree with it comes along from two runs on.
 */
export function* seededRuns(
  graph: PackedGraph,
  parameters: ParameterValues,
  resolution: number,
  once: Once,
): Work<Partition | Refusal> {
  const random = seededRandom(Number(parameters.seed));
  const count = Math.floor(Number(parameters.runs));
  const ground = groundOf(graph);
  const runs: Int32Array[] = [];
  const qualities: number[] = [];
  let best = 0;
  for (let r = 0; r < count; r++) {
    const found = yield* once(ground, resolution, random, { done: r, of: count, stage: 'runs' });
    renumber(found);
    runs.push(found);
    qualities.push(modularityOf(graph, found, resolution));
    if (qualities[r]! > qualities[best]!) best = r;
    yield { done: r + 1, of: count, stage: 'runs' };
  }
  let chosen: Int32Array = runs[best]!;
  if (parameters.answer === 'consensus' && count > 1) {
    const agreed = yield* consensusOf(runs, Number(parameters.agreement), resolution, random, once);
    if ('refused' in agreed) return agreed;
    chosen = agreed;
  }
  const partition = partitionOf(graph, chosen, resolution);
  return count > 1 ? { ...partition, stability: yield* stabilityOf(partition, runs, qualities) } : partition;
}
