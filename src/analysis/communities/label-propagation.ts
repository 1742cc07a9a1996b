import { shuffled } from '../graph/seeded-random.ts';
import type { Progress } from '../graph/work.ts';
import type { CommunityMethod } from './community-method.ts';
import type { Ground } from './level.ts';
import { SEEDED_RUNS, seededRuns } from './seeded-runs.ts';

/** One run: rounds in a new order each, until every node has a label that no other outweighs among its neighbours. */
export function* labelsOnce(
  ground: Ground,
  _resolution: number,
  random: () => number,
  progress: Progress,
): Generator<Progress, Int32Array, void> {
  const { n, offsets, targets, weights } = ground;
  const label = Int32Array.from({ length: n }, (_, i) => i);
  const toward = new Float64Array(n);
  const near = new Int32Array(n);
  for (let moved = true; moved; ) {
    moved = false;
    for (const u of shuffled(n, random)) {
      let found = 0;
      const end = offsets[u + 1]!;
      for (let a = offsets[u]!; a < end; a++) {
        const c = label[targets[a]!]!;
        if (toward[c] === 0) near[found++] = c;
        toward[c]! += weights[a]!;
      }
      const own = toward[label[u]!]!;
      let most = 0;
      for (let j = 0; j < found; j++) most = Math.max(most, toward[near[j]!]!);
      // A label as heavy as any is kept, so that the weight of agreeing links grows with each change and the rounds end.
      if (most - own > 1e-12 * most) {
        let ties = 0;
        for (let j = 0; j < found; j++) if (most - toward[near[j]!]! <= 1e-12 * most) near[ties++] = near[j]!;
        // What was overwritten in `near` is cleared by the row itself.
        label[u] = near[Math.floor(random() * ties)]!;
        moved = true;
      }
      for (let a = offsets[u]!; a < end; a++) toward[label[targets[a]!]!] = 0;
    }
    yield progress;
  }
  return connectedPieces(ground, label);
}

/** A label may sit in places that do not touch: each connected piece is a group (as the authors do). */
function connectedPieces({ n, offsets, targets }: Ground, label: Int32Array): Int32Array {
  const piece = new Int32Array(n).fill(-1);
  const queue = new Int32Array(n);
  let count = 0;
  for (let s = 0; s < n; s++) {
    if (piece[s] !== -1) continue;
    let tail = 0;
    queue[tail++] = s;
    piece[s] = count;
    for (let head = 0; head < tail; head++) {
      const u = queue[head]!;
      for (let a = offsets[u]!; a < offsets[u + 1]!; a++) {
        const v = targets[a]!;
        if (piece[v] !== -1 || label[v] !== label[s]) continue;
        piece[v] = count;
        queue[tail++] = v;
      }
    }
    count++;
  }
  return piece;
}

/**
 * Raghavan, Albert and Kumara, Physical Review E 76 (2007) 036106: each takes the label that weighs most among its neighbours, one after the
 * other in a seeded order, ties by chance; undirected collapse, tie weights.
 */
export const labelPropagation = {
  id: 'label-propagation',
  name: 'communities.label-propagation.name',
  question: 'communities.label-propagation.question',
  definition: 'communities.label-propagation.definition',
  parameters: SEEDED_RUNS,
  run: (graph, parameters) => seededRuns(graph, parameters, 1, labelsOnce),
} as const satisfies CommunityMethod;
