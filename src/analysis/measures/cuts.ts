import { componentsOf } from '../graph/components.ts';
import type { PackedGraph } from '../graph/packed-graph.ts';
import { defined, inOnePiece, measure } from './measure.ts';

/** What falls apart when one node, or one link, of the undirected collapse is taken away. */
interface Cuts {
  /** Per node: into how many more parts its part falls without it; 0 for one that may go. */
  readonly parts: Float64Array;
  /** Per node but the first of each part: nodes hanging on the link to its parent if that link is a bridge, else 0. */
  readonly hanging: Int32Array;
  readonly parent: Int32Array;
}

/** Depth-first search with low points (Hopcroft and Tarjan, Communications of the ACM 16 (1973) 372), without recursion. */
function cutsOf({ nodeCount: n, both: { offsets, targets } }: PackedGraph): Cuts {
  const entered = new Int32Array(n);
  const low = new Int32Array(n);
  const below = new Int32Array(n).fill(1);
  const parent = new Int32Array(n).fill(-1);
  const next = offsets.slice(0, n);
  const parts = new Float64Array(n);
  const hanging = new Int32Array(n);
  const stack = new Int32Array(n);
  let clock = 0;
  for (let root = 0; root < n; root++) {
    if (entered[root] !== 0) continue;
    let height = 0;
    stack[height++] = root;
    entered[root] = ++clock;
    low[root] = clock;
    while (height > 0) {
      const u = stack[height - 1]!;
      if (next[u]! < offsets[u + 1]!) {
        const v = targets[next[u]!++]!;
        if (entered[v] === 0) {
          parent[v] = u;
          entered[v] = ++clock;
          low[v] = clock;
          stack[height++] = v;
        } else if (v !== parent[u]) low[u] = Math.min(low[u]!, entered[v]!);
        continue;
      }
      height--;
      const p = parent[u]!;
      if (p < 0) continue;
      low[p] = Math.min(low[p]!, low[u]!);
      below[p]! += below[u]!;
      if (low[u]! >= entered[p]!) parts[p]!++;
      if (low[u]! > entered[p]!) hanging[u] = below[u]!;
    }
    // The root has no part above it: of its branches one is what stays.
    if (parts[root]! > 0) parts[root]!--;
  }
  return { parts, hanging, parent };
}

/** Cut points (articulation points; Harary, Graph Theory (1969) 26), each with the number of parts its removal adds. */
export const cutPoints = measure({
  id: 'cut-points',
  range: 'count',
  parameters: [],
  reads: { direction: false, weights: false },
  run: (graph) => inOnePiece(() => defined(cutsOf(graph).parts)),
});

/** Bridges (Harary, Graph Theory (1969) 26), each with the number of nodes on its smaller side; 0 for a link that is none. */
export const bridges = measure({
  id: 'bridges',
  range: 'count',
  parameters: [],
  reads: { direction: false, weights: false },
  run: (graph) =>
    inOnePiece(() => {
      const { hanging, parent } = cutsOf(graph);
      const { of, sizes } = componentsOf(graph);
      const values = new Float64Array(graph.edgeCount);
      for (let e = 0; e < graph.edgeCount; e++) {
        const u = graph.source[e]!;
        const v = graph.target[e]!;
        const lower = parent[v] === u ? v : parent[u] === v ? u : -1;
        const side = lower < 0 ? 0 : hanging[lower]!;
        values[e] = side === 0 ? 0 : Math.min(side, sizes[of[u]!]! - side);
      }
      return defined(values);
    }),
});
