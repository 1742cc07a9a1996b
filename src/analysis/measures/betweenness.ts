import { breadthOrder } from '../graph/breadth-order.ts';
import { lengthsOf } from '../graph/lengths.ts';
import type { Network } from '../graph/network.ts';
import type { Adjacency, PackedGraph } from '../graph/packed-graph.ts';
import { shortestPaths } from '../graph/weighted-paths.ts';
import { betweennessCost } from './cost.ts';
import { linesOf, PARALLEL, readsLines } from './lines.ts';
import { type Column, defined, measure, type ParameterValues, unsplit, type Work } from './measure.ts';
import { LENGTH } from './path-sums.ts';
import { ALL_SOURCES, type SourceShare } from './source-share.ts';

/** Arcs walked between two yields: some ten milliseconds of work. */
const ARCS_PER_YIELD = 2_000_000;

/**
 * Sums pair dependencies over a share of the sources (Brandes, Journal of Mathematical Sociology 25 (2001) 163).
 * Shares of several workers add up to the whole; `split.join` turns the sum into the measure.
 * Forward, each link on a shortest path is written once into a flat array, grouped by its nearer end in the order of the
 * queue; backward, that array is walked from its end without a test. State is reset on the way back.
 */
export function* dependencies(graph: PackedGraph, share: SourceShare = ALL_SOURCES): Work<Float64Array> {
  const n = graph.nodeCount;
  const { original, rows } = breadthOrder(graph, graph.out);
  const { offsets, targets } = rows;
  // Undirected, neighbours differ by one level at most, so that levels may repeat every 254 and fit one byte.
  const wrap = graph.directed ? 0x7ffffffe : 254;
  const level = graph.directed ? new Int32Array(n) : new Uint8Array(n);
  const paths = new Float64Array(n);
  const perPath = new Float64Array(n);
  const sum = new Float64Array(n);
  const queue = new Int32Array(n);
  const groupEnd = new Int32Array(n);
  const further = new Int32Array(targets.length);
  const perYield = Math.max(1, Math.round(ARCS_PER_YIELD / (n + targets.length)));
  const sources = share.first < n ? Math.floor((n - 1 - share.first) / share.step) + 1 : 0;
  let done = 0;
  for (let s = share.first; s < n; s += share.step) {
    let tail = 0;
    let links = 0;
    queue[tail++] = s;
    level[s] = 1;
    paths[s] = 1;
    for (let head = 0; head < tail; head++) {
      const u = queue[head]!;
      const next = level[u] === wrap ? 1 : level[u]! + 1;
      const pathsToU = paths[u]!;
      const end = offsets[u + 1]!;
      for (let a = offsets[u]!; a < end; a++) {
        const v = targets[a]!;
        const at = level[v]!;
        if (at === next) {
          paths[v]! += pathsToU;
          further[links++] = v;
        } else if (at === 0) {
          level[v] = next;
          paths[v] = pathsToU;
          queue[tail++] = v;
          further[links++] = v;
        }
      }
      groupEnd[head] = links;
    }
    for (let head = tail - 1; head > 0; head--) {
      const u = queue[head]!;
      const start = groupEnd[head - 1]!;
      let through = 0;
      while (links > start) through += perPath[further[--links]!]!;
      const p = paths[u]!;
      const dependency = p * through;
      sum[u]! += dependency;
      perPath[u] = (1 + dependency) / p;
      level[u] = 0;
    }
    level[s] = 0;
    if (++done % perYield === 0) yield { done, of: sources, stage: 'paths' };
  }
  const result = new Float64Array(n);
  for (let i = 0; i < n; i++) result[original[i]!] = sum[i]!;
  return result;
}

/** As `dependencies`, with lengths on the links: Dijkstra instead of breadth first. */
function* weightedDependencies(
  graph: PackedGraph,
  lengths: Adjacency,
  into: Adjacency,
  share: SourceShare,
): Work<Float64Array> {
  const n = graph.nodeCount;
  const sum = new Float64Array(n);
  const perPath = new Float64Array(n);
  const paths = shortestPaths(lengths, into);
  const perYield = Math.max(1, Math.round(ARCS_PER_YIELD / 8 / (n + lengths.targets.length)));
  let done = 0;
  for (let s = share.first; s < n; s += share.step) {
    const { order, count, linkEnd, nearer, sigma } = paths.from(s);
    for (let i = 0; i < count; i++) perPath[order[i]!] = 0;
    // perPath gathers Σ (1 + δ)/σ over the further ends before it is read: further ends are settled later.
    for (let i = count - 1; i > 0; i--) {
      const v = order[i]!;
      const dependency = sigma[v]! * perPath[v]!;
      sum[v]! += dependency;
      const each = (1 + dependency) / sigma[v]!;
      for (let k = linkEnd[i - 1]!; k < linkEnd[i]!; k++) perPath[nearer[k]!]! += each;
    }
    if (++done % perYield === 0) yield { done: done * share.step, of: n, stage: 'paths' };
  }
  return sum;
}

const split = {
  *share(network: Network, parameters: ParameterValues, share: SourceShare): Work<readonly Float64Array[]> {
    const graph = linesOf(network, parameters);
    const lengths = lengthsOf(graph, graph.out, parameters.length);
    const into = graph.directed ? lengthsOf(graph, graph.in, parameters.length) : lengths;
    return [
      lengths && into ? yield* weightedDependencies(graph, lengths, into, share) : yield* dependencies(graph, share),
    ];
  },
  join(graph: PackedGraph, parameters: ParameterValues, [sum]: readonly Float64Array[]): Column {
    const n = graph.nodeCount;
    const pairs = graph.directed ? 1 : 0.5;
    const most = graph.directed ? (n - 1) * (n - 2) : ((n - 1) * (n - 2)) / 2;
    const scale = parameters.normalised === true ? (n > 2 ? pairs / most : 0) : pairs;
    return defined(sum!.map((x) => x * scale));
  },
};

/**
 * Freeman, Sociometry 40 (1977) 35: shortest paths between others that pass here; end points excluded, undirected pairs once. With `parallel` counted,
 * each of several parallel lines is a path of its own.
 */
export const betweenness = measure({
  id: 'betweenness',
  range: 'non-negative',
  parameters: [LENGTH, { name: 'normalised', kind: 'switch', default: false }, PARALLEL],
  reads: { direction: true, weights: false },
  readsLines,
  cost: betweennessCost,
  estimatedBy: 'betweenness-sampled',
  split,
  run: (graph, parameters) => unsplit(split, graph, parameters),
});
