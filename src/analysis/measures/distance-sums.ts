import { breadthOrder } from '../graph/breadth-order.ts';
import type { PackedGraph } from '../graph/packed-graph.ts';
import type { Work } from './measure.ts';
import type { SourceShare } from './source-share.ts';
import { ALL_SOURCES } from './source-share.ts';

/** Number of 1 bits of a 32-bit integer. */
function ones(x: number): number {
  let v = x - ((x >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return (((v + (v >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** What is gathered of the distances d into each node: over the sources that reach it, itself left out. */
export interface DistanceSums {
  /** Number of them. */
  readonly reached: Float64Array;
  /** Σ f(d). */
  readonly sum: Float64Array;
  /** Greatest d; 0 where nobody comes. */
  readonly furthest: Float64Array;
}

/**
 * Unweighted distances into every node, along the arrows: Σ `f(d)` of those up to `most` steps.
 * 32 sources travel together, one bit each (Then et al., "The More the Merrier", PVLDB 8 (2014) 449): a link is
 * walked once for all sources that cross it at the same distance.
 * `reached` and `sum` of several workers' shares add up to the whole.
 */
export function* sumDistances(
  graph: PackedGraph,
  f: (d: number) => number,
  share: SourceShare = ALL_SOURCES,
  most = Number.POSITIVE_INFINITY,
): Work<DistanceSums> {
  const n = graph.nodeCount;
  const { original, rows } = breadthOrder(graph, graph.out);
  const reached = new Float64Array(n);
  const sum = new Float64Array(n);
  const furthest = new Float64Array(n);
  const pass = batchPass(rows.offsets, rows.targets, { reached, sum, furthest }, f, most);
  const batches = Math.ceil(n / 32);
  const perYield = Math.max(1, Math.round(200_000 / (n + rows.targets.length)));
  for (let b = share.first, done = 1; b < batches; b += share.step, done++) {
    pass(b * 32, Math.min(n, b * 32 + 32));
    if (done % perYield === 0) yield { done: done * share.step, of: batches, stage: 'paths' };
  }
  const result = { reached: new Float64Array(n), sum: new Float64Array(n), furthest: new Float64Array(n) };
  for (let i = 0; i < n; i++) {
    result.reached[original[i]!] = reached[i]!;
    result.sum[original[i]!] = sum[i]!;
    result.furthest[original[i]!] = furthest[i]!;
  }
  return result;
}

/** One journey of up to 32 neighbouring sources; adds onto the sums. */
function batchPass(
  offsets: Int32Array,
  targets: Int32Array,
  { reached, sum, furthest }: DistanceSums,
  f: (d: number) => number,
  most: number,
): (first: number, end: number) => void {
  const n = reached.length;
  const seen = new Int32Array(n);
  let front = new Int32Array(n);
  let next = new Int32Array(n);
  let active = new Int32Array(n);
  let coming = new Int32Array(n);
  return (first, end) => {
    seen.fill(0);
    let count = 0;
    for (let s = first; s < end; s++) {
      const bit = 1 << (s - first);
      seen[s] = bit;
      front[s] = bit;
      active[count++] = s;
    }
    for (let distance = 1; count > 0 && distance <= most; distance++) {
      let found = 0;
      for (let i = 0; i < count; i++) {
        const u = active[i]!;
        const bits = front[u]!;
        front[u] = 0;
        const stop = offsets[u + 1]!;
        for (let a = offsets[u]!; a < stop; a++) {
          const v = targets[a]!;
          const fresh = bits & ~seen[v]!;
          if (fresh === 0) continue;
          if (next[v] === 0) coming[found++] = v;
          next[v]! |= fresh;
        }
      }
      const each = f(distance);
      for (let i = 0; i < found; i++) {
        const v = coming[i]!;
        const bits = next[v]!;
        seen[v]! |= bits;
        const k = ones(bits);
        reached[v]! += k;
        sum[v]! += k * each;
        if (distance > furthest[v]!) furthest[v] = distance;
      }
      [front, next] = [next, front];
      [active, coming] = [coming, active];
      count = found;
    }
    // Cut short by `most`: those still on the way must not be there at the next journey.
    for (let i = 0; i < count; i++) front[active[i]!] = 0;
  };
}
