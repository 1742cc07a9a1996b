import fc from 'fast-check';
import { communityMethodById, isRefusal, type Partition } from '#analysis/communities/index';
import { type PackedGraph, packGraph } from '#analysis/graph/packed-graph';
import { fillParameters, type ParameterValues } from '#analysis/graph/parameters';
import { finish } from '#analysis/graph/work';
import { trials } from '../random-graphs.ts';

export const RANDOM_GRAPHS = trials(150).numRuns;

export interface SmallList {
  readonly n: number;
  readonly directed: boolean;
  readonly rows: readonly (readonly [from: number, to: number, weight: number])[];
}

/** With loops, parallel rows, isolates and separate parts. */
export function smallList(most = 12): fc.Arbitrary<SmallList> {
  return fc.integer({ min: 0, max: most }).chain((n) =>
    fc.record({
      n: fc.constant(n),
      directed: fc.boolean(),
      rows:
        n === 0
          ? fc.constant([])
          : fc.array(fc.tuple(fc.nat({ max: n - 1 }), fc.nat({ max: n - 1 }), fc.constantFrom(0.5, 1, 3)), {
              maxLength: 3 * n,
            }),
    }),
  );
}

export function packed({ n, directed, rows }: SmallList, weighted = true): PackedGraph {
  return packGraph({
    nodeCount: n,
    source: rows.map((r) => r[0]),
    target: rows.map((r) => r[1]),
    weight: weighted ? rows.map((r) => r[2]) : undefined,
    directed,
  });
}

/** The groups that a method finds; a refusal throws. */
export function groupsBy(id: string, graph: PackedGraph, given: ParameterValues = {}): Partition {
  const method = communityMethodById(id)!;
  const filled = fillParameters(method.parameters, given);
  if ('unfit' in filled) throw new Error(filled.unfit);
  const found = finish(method.run(graph, filled.values));
  if (isRefusal(found)) throw new Error(found.refused);
  return found;
}

/** Members of each group, group by group. */
export function membersOf({ community, sizes, cover }: Partition): number[][] {
  if (cover) return Array.from(sizes, (_, g) => [...cover.members.subarray(cover.offsets[g]!, cover.offsets[g + 1]!)]);
  const groups: number[][] = Array.from(sizes, () => []);
  community.forEach((c, i) => {
    if (c >= 0) groups[c]!.push(i);
  });
  return groups;
}

/** Weights between all pairs of the undirected collapse. */
export function matrixOf({ n, rows }: SmallList, weighted = true): number[][] {
  const a = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  for (const [u, v, w] of rows) {
    if (u === v) continue;
    if (weighted) {
      a[u]![v]! += w;
      a[v]![u]! += w;
    } else {
      a[u]![v] = 1;
      a[v]![u] = 1;
    }
  }
  return a;
}

/** Groups in an order of their own, to be compared. */
export function sorted(groups: readonly (readonly number[])[]): number[][] {
  return groups
    .map((g) => g.toSorted((a, b) => a - b))
    .sort((a, b) => {
      for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
      return a.length - b.length;
    });
}
