import { coresOf } from '../graph/core-numbers.ts';
import { inOnePiece } from '../graph/work.ts';
import type { CommunityMethod } from './community-method.ts';
import { partitionOf } from './modularity.ts';

/**
 * The connected pieces of the k-core: where everyone has at least k neighbours within (Seidman, Social Networks 5 (1983) 269). `k` = 0 takes
 * the deepest core there is. Nodes outside are in no group; where nobody has a link, nobody is in any.
 */
export const cores = {
  id: 'cores',
  name: 'communities.cores.name',
  question: 'communities.cores.question',
  definition: 'communities.cores.definition',
  parameters: [{ name: 'k', kind: 'number', min: 0, max: 1000, step: 1, default: 0 }],
  run: (graph, parameters) =>
    inOnePiece(() => {
      const n = graph.nodeCount;
      const { offsets, targets } = graph.both;
      const { coreness } = coresOf(graph.both);
      const asked = Math.floor(Number(parameters.k));
      const k =
        asked > 0
          ? asked
          : Math.max(
              1,
              coreness.reduce((most, c) => Math.max(most, c), 0),
            );
      const group = new Int32Array(n).fill(-1);
      const queue = new Int32Array(n);
      let count = 0;
      for (let s = 0; s < n; s++) {
        if (coreness[s]! < k || group[s] !== -1) continue;
        let tail = 0;
        queue[tail++] = s;
        group[s] = count;
        for (let head = 0; head < tail; head++) {
          const u = queue[head]!;
          for (let a = offsets[u]!; a < offsets[u + 1]!; a++) {
            const v = targets[a]!;
            if (group[v] !== -1 || coreness[v]! < k) continue;
            group[v] = count;
            queue[tail++] = v;
          }
        }
        count++;
      }
      return partitionOf(graph, group);
    }),
} as const satisfies CommunityMethod;
