import type { Adjacency, PackedGraph } from '../graph/packed-graph.ts';
import type { Work } from '../graph/work.ts';

/** Arcs walked between two yields: some ten milliseconds of work. */
const ARCS_PER_YIELD = 2_000_000;

/**
 * How a network holds together, over the entities that are there (those removed count no more). Distances are in links, along the arrows
 * where they count.
 */
export interface Standing {
  readonly entities: number;
  readonly edges: number;
  readonly isolates: number;
  /** Components whatever the direction, isolates among them; entities in the largest. */
  readonly components: number;
  readonly largest: number;
  /** Pairs (ordered where arrows count) of which the first reaches the second. */
  readonly reaching: number;
  readonly pairs: number;
  /**
   * Share of the pairs that do not reach each other: F of Borgatti, Computational & Mathematical Organization Theory 12 (2006) 21, who ignores
   * directions; where arrows count, the share of ordered pairs, which is higher. NaN below two entities.
   */
  readonly fragmentation: number;
  /** 1 − mean of 1/distance over all pairs (0 where unreachable): DF of the same paper. NaN below two entities. */
  readonly distanceFragmentation: number;
  /** Over the pairs that reach each other; NaN where none does. */
  readonly meanDistance: number;
}

/** A pair whose way grew longer: distances in links before and after. */
export interface LongerPair {
  readonly from: number;
  readonly to: number;
  readonly before: number;
  readonly after: number;
}

/** What removing did to the pairs of those who remain. Pairs are ordered where arrows count. */
export interface Broken {
  /** Pairs that reached each other before. */
  readonly of: number;
  /** Of these: that no longer do; and whose shortest way is longer now. */
  readonly cut: number;
  readonly longer: number;
  /** Pairs cut and longer pairs, worst first: cut ones that were nearest, then those whose way grew most. */
  readonly cutPairs: readonly { readonly from: number; readonly to: number; readonly before: number }[];
  readonly longerPairs: readonly LongerPair[];
}

/** Pairs named of each sort, at most. */
export const MOST_PAIRS = 100;

/** Both standings and the pairs between, in one walk from every entity. `gone` = 1 for removed nodes, which `after` still has as isolates. */
export function* compareStandings(
  before: PackedGraph,
  after: PackedGraph,
  gone: Uint8Array,
): Work<{ readonly before: Standing; readonly after: Standing; readonly broken: Broken }> {
  const n = before.nodeCount;
  const [was, is] = [new Sums(), new Sums()];
  const [walkBefore, walkAfter] = [walker(before.out, n), walker(after.out, n)];
  const perYield = Math.max(
    1,
    Math.round(ARCS_PER_YIELD / (2 * n + before.out.targets.length + after.out.targets.length + 1)),
  );
  const cutPairs: LongerPair[] = [];
  const longerPairs: LongerPair[] = [];
  let of = 0;
  let cut = 0;
  let longer = 0;
  for (let s = 0; s < n; s++) {
    const a = walkBefore(s);
    was.add(a);
    if (!gone[s]) {
      const b = walkAfter(s);
      is.add(b);
      for (let k = 1; k < a.count; k++) {
        const t = a.queue[k]!;
        if (gone[t] || (!before.directed && t < s)) continue;
        of++;
        const d = b.distance[t]!;
        if (d === a.distance[t]!) continue;
        const pair = { from: s, to: t, before: a.distance[t]!, after: d < 0 ? Number.POSITIVE_INFINITY : d };
        if (d < 0) {
          cut++;
          keepWorst(cutPairs, pair, (p) => -p.before);
        } else {
          longer++;
          keepWorst(longerPairs, pair, (p) => p.after - p.before);
        }
      }
    }
    if (s % perYield === 0) yield { done: s, of: n, stage: 'paths' };
  }
  let removed = 0;
  for (const g of gone) removed += g;
  return {
    before: standing(before, was, n, null),
    after: standing(after, is, n - removed, gone),
    broken: {
      of,
      cut,
      longer,
      cutPairs: worst(cutPairs, (p) => -p.before).map(({ from, to, before: d }) => ({ from, to, before: d })),
      longerPairs: worst(longerPairs, (p) => p.after - p.before),
    },
  };
}

interface Walk {
  readonly queue: Int32Array;
  readonly count: number;
  /** −1 = not reached. */
  readonly distance: Int32Array;
}

function walker({ offsets, targets }: Adjacency, n: number): (from: number) => Walk {
  const queue = new Int32Array(n);
  const distance = new Int32Array(n).fill(-1);
  let count = 0;
  return (from) => {
    for (let k = 0; k < count; k++) distance[queue[k]!] = -1;
    queue[0] = from;
    distance[from] = 0;
    count = 1;
    for (let head = 0; head < count; head++) {
      const u = queue[head]!;
      const next = distance[u]! + 1;
      const end = offsets[u + 1]!;
      for (let a = offsets[u]!; a < end; a++) {
        const v = targets[a]!;
        if (distance[v] !== -1) continue;
        distance[v] = next;
        queue[count++] = v;
      }
    }
    return { queue, count, distance };
  };
}

class Sums {
  reached = 0;
  distance = 0;
  nearness = 0;
  add({ queue, count, distance }: Walk): void {
    this.reached += count - 1;
    for (let k = 1; k < count; k++) {
      const d = distance[queue[k]!]!;
      this.distance += d;
      this.nearness += 1 / d;
    }
  }
}

function standing(graph: PackedGraph, sums: Sums, entities: number, gone: Uint8Array | null): Standing {
  const { sizes, isolates } = pieces(graph, gone);
  const ordered = entities > 1 ? entities * (entities - 1) : 0;
  return {
    entities,
    edges: graph.edgeCount,
    isolates,
    components: sizes.length,
    largest: sizes.reduce((a, b) => Math.max(a, b), 0),
    reaching: graph.directed ? sums.reached : sums.reached / 2,
    pairs: graph.directed ? ordered : ordered / 2,
    fragmentation: ordered > 0 ? 1 - sums.reached / ordered : Number.NaN,
    distanceFragmentation: ordered > 0 ? 1 - sums.nearness / ordered : Number.NaN,
    meanDistance: sums.reached > 0 ? sums.distance / sums.reached : Number.NaN,
  };
}

function pieces(graph: PackedGraph, gone: Uint8Array | null): { readonly sizes: number[]; readonly isolates: number } {
  const walk = walker(graph.both, graph.nodeCount);
  const seen = new Uint8Array(graph.nodeCount);
  const sizes: number[] = [];
  let isolates = 0;
  for (let s = 0; s < graph.nodeCount; s++) {
    if (seen[s] || gone?.[s]) continue;
    const { queue, count } = walk(s);
    for (let k = 0; k < count; k++) seen[queue[k]!] = 1;
    sizes.push(count);
    if (count === 1) isolates++;
  }
  return { sizes, isolates };
}

/** Keeps a list bounded: now and then all but the worst are dropped. */
function keepWorst(list: LongerPair[], pair: LongerPair, badness: (p: LongerPair) => number): void {
  list.push(pair);
  if (list.length >= 20 * MOST_PAIRS) list.splice(0, list.length, ...worst(list, badness));
}

function worst(list: readonly LongerPair[], badness: (p: LongerPair) => number): LongerPair[] {
  return [...list].sort((a, b) => badness(b) - badness(a) || a.from - b.from || a.to - b.to).slice(0, MOST_PAIRS);
}
