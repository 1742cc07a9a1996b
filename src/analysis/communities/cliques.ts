import { coresOf } from '../graph/core-numbers.ts';
import type { PackedGraph } from '../graph/packed-graph.ts';
import type { Progress, Work } from '../graph/work.ts';
import type { CommunityMethod, Partition } from './community-method.ts';
import { coverOf } from './modularity.ts';

/** Steps between two looks at the clock and the driver. */
const PIECE = 2048;

export interface CliqueBounds {
  /** Smaller ones are passed over. */
  readonly least: number;
  /** Cliques after which the search ends. */
  readonly most: number;
  /** Seconds after which it ends. */
  readonly seconds: number;
}

export interface Cliques {
  readonly cliques: readonly (readonly number[])[];
  readonly cutOff?: 'count' | 'time';
}

/**
 * All maximal cliques of the undirected collapse: Bron and Kerbosch (1973) with the pivot of Tomita, Tanaka and Takahashi (2006), begun at each
 * node in a degeneracy order (Eppstein, Löffler and Strash 2010), so that each search has no more candidates than the deepest core is deep.
 */
export function* maximalCliques(
  graph: PackedGraph,
  bounds: CliqueBounds,
  now = () => performance.now(),
): Work<Cliques> {
  const { offsets, targets } = graph.both;
  const n = graph.nodeCount;
  const { order } = coresOf(graph.both);
  const rank = new Int32Array(n);
  order.forEach((u, k) => {
    rank[u] = k;
  });
  const neighbours = Array.from({ length: n }, (_, u) => new Set(targets.subarray(offsets[u]!, offsets[u + 1]!)));
  const cliques: number[][] = [];
  const began = now();
  let cutOff: Cliques['cutOff'];
  let steps = 0;
  let begun = 0;

  function* grow(clique: number[], open: number[], closed: number[]): Generator<Progress, void, void> {
    if (cutOff) return;
    if (++steps % PIECE === 0) {
      if (now() - began > 1000 * bounds.seconds) {
        cutOff = 'time';
        return;
      }
      yield { done: begun, of: n, stage: 'cliques' };
    }
    if (open.length === 0) {
      if (closed.length > 0 || clique.length < bounds.least) return;
      if (cliques.length >= bounds.most) cutOff = 'count';
      else cliques.push(clique);
      return;
    }
    // Too few are left for one of the least size.
    if (clique.length + open.length < bounds.least) return;
    const pivot = neighbours[pivotOf(open, closed)]!;
    const left = new Set(open);
    const done = closed.slice();
    for (const u of open) {
      if (pivot.has(u)) continue;
      const near = neighbours[u]!;
      yield* grow(
        [...clique, u],
        [...left].filter((v) => near.has(v)),
        done.filter((v) => near.has(v)),
      );
      if (cutOff) return;
      left.delete(u);
      done.push(u);
    }
  }

  function pivotOf(open: readonly number[], closed: readonly number[]): number {
    let best = open[0]!;
    let most = -1;
    for (const list of [open, closed])
      for (const u of list) {
        const near = neighbours[u]!;
        let met = 0;
        for (const v of open) if (near.has(v)) met++;
        if (met > most) {
          most = met;
          best = u;
        }
      }
    return best;
  }

  for (const u of order) {
    const open: number[] = [];
    const closed: number[] = [];
    for (let a = offsets[u]!; a < offsets[u + 1]!; a++)
      (rank[targets[a]!]! > rank[u]! ? open : closed).push(targets[a]!);
    yield* grow([u], open, closed);
    if (cutOff) break;
    begun++;
  }
  return { cliques, ...(cutOff && { cutOff }) };
}

/** Everyone linked with everyone, in groups that overlap: by count and time no more than asked for, and it says so. */
export const cliques = {
  id: 'cliques',
  name: 'communities.cliques.name',
  question: 'communities.cliques.question',
  definition: 'communities.cliques.definition',
  parameters: [
    { name: 'least', kind: 'number', min: 2, max: 100, step: 1, default: 3 },
    { name: 'most', kind: 'number', min: 1, max: 100_000, step: 1, default: 5000 },
    { name: 'seconds', kind: 'number', min: 1, max: 600, step: 1, default: 20 },
  ],
  *run(graph, parameters): Work<Partition> {
    const found = yield* maximalCliques(graph, {
      least: Number(parameters.least),
      most: Number(parameters.most),
      seconds: Number(parameters.seconds),
    });
    return { ...coverOf(graph, found.cliques), ...(found.cutOff && { cutOff: found.cutOff }) };
  },
} as const satisfies CommunityMethod;
