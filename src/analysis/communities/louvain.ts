import type { Progress } from '../graph/work.ts';
import type { CommunityMethod } from './community-method.ts';
import { type Ground, gather, type Level, renumber, settle } from './level.ts';
import { RESOLUTION, SEEDED_RUNS, seededRuns } from './seeded-runs.ts';

/** One run: nodes move between groups until none gains, then groups become nodes, until nothing moves. */
export function* louvainOnce(
  ground: Ground,
  resolution: number,
  random: () => number,
  progress: Progress,
): Generator<Progress, Int32Array, void> {
  let level: Level = ground;
  const community = Int32Array.from({ length: ground.n }, (_, i) => i);
  for (;;) {
    const here = Int32Array.from({ length: level.n }, (_, i) => i);
    if (ground.doubled === 0 || !settle(level, here, ground.doubled, resolution, random)) return community;
    const k = renumber(here);
    for (let i = 0; i < community.length; i++) community[i] = here[community[i]!]!;
    level = gather(level, here, k);
    yield progress;
  }
}

/**
 * Blondel, Guillaume, Lambiotte and Lefebvre, Journal of Statistical Mechanics (2008) P10008, on the undirected collapse with
 * tie weights. The outcome depends on the order of nodes, which the seed fixes; of many runs comes the answer, and how steady it is.
 */
export const louvain = {
  id: 'louvain',
  name: 'communities.louvain.name',
  question: 'communities.louvain.question',
  definition: 'communities.louvain.definition',
  parameters: [RESOLUTION, ...SEEDED_RUNS],
  run: (graph, parameters) => seededRuns(graph, parameters, Number(parameters.resolution), louvainOnce),
} as const satisfies CommunityMethod;
