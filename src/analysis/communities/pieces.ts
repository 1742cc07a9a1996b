import { componentsOf } from '../graph/components.ts';
import type { PackedGraph } from '../graph/packed-graph.ts';
import { strongComponentsOf } from '../graph/strong-components.ts';
import { inOnePiece } from '../graph/work.ts';
import type { CommunityMethod } from './community-method.ts';
import { coverOf, partitionOf } from './modularity.ts';

/** The separate parts of the network, weak when directed. */
export const components = {
  id: 'components',
  name: 'communities.components.name',
  question: 'communities.components.question',
  definition: 'communities.components.definition',
  parameters: [],
  run: (graph) => inOnePiece(() => partitionOf(graph, componentsOf(graph).of)),
} as const satisfies CommunityMethod;

/** Where everyone reaches everyone along the arrows; without arrows, the separate parts. */
export const strongComponents = {
  id: 'strong-components',
  name: 'communities.strong-components.name',
  question: 'communities.strong-components.question',
  definition: 'communities.strong-components.definition',
  parameters: [],
  directed: true,
  run: (graph) => inOnePiece(() => partitionOf(graph, strongComponentsOf(graph.out).of)),
} as const satisfies CommunityMethod;

/** Biconnected blocks of the undirected collapse: Hopcroft and Tarjan, Communications of the ACM 16 (1973) 372, without recursion. */
export function blocksOf(graph: PackedGraph): number[][] {
  const n = graph.nodeCount;
  const { offsets, targets } = graph.both;
  const found = new Int32Array(n).fill(-1);
  const low = new Int32Array(n);
  const next = offsets.slice(0, n);
  const path = new Int32Array(n);
  /** Nodes met and not yet in a block with their parent. */
  const stack: number[] = [];
  const blocks: number[][] = [];
  let clock = 0;
  for (let s = 0; s < n; s++) {
    if (found[s] !== -1) continue;
    let depth = 0;
    path[depth++] = s;
    found[s] = clock;
    low[s] = clock++;
    while (depth > 0) {
      const u = path[depth - 1]!;
      const parent = depth > 1 ? path[depth - 2]! : -1;
      if (next[u]! < offsets[u + 1]!) {
        const v = targets[next[u]!++]!;
        if (found[v] === -1) {
          found[v] = clock;
          low[v] = clock++;
          stack.push(v);
          path[depth++] = v;
        } else if (v !== parent) low[u] = Math.min(low[u]!, found[v]!);
        continue;
      }
      depth--;
      if (parent === -1) continue;
      low[parent] = Math.min(low[parent]!, low[u]!);
      if (low[u]! < found[parent]!) continue;
      const block = [parent];
      let v: number;
      do {
        v = stack.pop()!;
        block.push(v);
      } while (v !== u);
      blocks.push(block);
    }
  }
  return blocks;
}

/** The parts that hold together whichever one of them is taken away; a node that stands in several is a cut point. */
export const blocks = {
  id: 'blocks',
  name: 'communities.blocks.name',
  question: 'communities.blocks.question',
  definition: 'communities.blocks.definition',
  parameters: [],
  run: (graph) => inOnePiece(() => coverOf(graph, blocksOf(graph))),
} as const satisfies CommunityMethod;
