import { arcOf, edgesOfArcs } from '../graph/arc-edges.ts';
import { breadthOrder } from '../graph/breadth-order.ts';
import { lengthsOf } from '../graph/lengths.ts';
import type { Adjacency, PackedGraph } from '../graph/packed-graph.ts';
import { shortestPaths } from '../graph/weighted-paths.ts';
import { betweennessCost } from './cost.ts';
import { type Column, defined, measure, type ParameterValues, unsplit, type Work } from './measure.ts';
import { LENGTH } from './path-sums.ts';
import type { SourceShare } from './source-share.ts';

/** Arcs walked between two yields: some ten milliseconds of work. */
const ARCS_PER_YIELD = 1_500_000;

/**
 * As `dependencies` of betweenness, summed on the links: per edge Σ σ(s,u)/σ(s,v)·(1 + δ(v)) over the sources s, u its nearer end. The walk is written
 * out in both: here the arcs themselves are kept and each is added to on the way back, there only their ends, and levels in a byte; one loop for both
 * would carry the dearer of the two through the hottest lines there are.
 */
function* stepsOverLinks(graph: PackedGraph, share: SourceShare): Work<Float64Array> {
  const n = graph.nodeCount;
  const { original, rows } = breadthOrder(graph, graph.out);
  const { offsets, targets } = rows;
  const level = new Int32Array(n);
  const paths = new Float64Array(n);
  const perPath = new Float64Array(n);
  const onArc = new Float64Array(targets.length);
  const queue = new Int32Array(n);
  const groupEnd = new Int32Array(n);
  const via = new Int32Array(targets.length);
  const perYield = Math.max(1, Math.round(ARCS_PER_YIELD / (n + targets.length)));
  let done = 0;
  for (let s = share.first; s < n; s += share.step) {
    let tail = 0;
    let links = 0;
    queue[tail++] = s;
    level[s] = 1;
    paths[s] = 1;
    for (let head = 0; head < tail; head++) {
      const u = queue[head]!;
      const next = level[u]! + 1;
      const end = offsets[u + 1]!;
      for (let a = offsets[u]!; a < end; a++) {
        const v = targets[a]!;
        if (level[v] === 0) {
          level[v] = next;
          paths[v] = 0;
          queue[tail++] = v;
        } else if (level[v] !== next) continue;
        paths[v]! += paths[u]!;
        via[links++] = a;
      }
      groupEnd[head] = links;
    }
    for (let head = tail - 1; head >= 0; head--) {
      const u = queue[head]!;
      const start = head === 0 ? 0 : groupEnd[head - 1]!;
      const p = paths[u]!;
      let through = 0;
      while (links > start) {
        const a = via[--links]!;
        const share = perPath[targets[a]!]!;
        onArc[a]! += p * share;
        through += share;
      }
      perPath[u] = (1 + p * through) / p;
      level[u] = 0;
    }
    if (++done % perYield === 0) yield { done: done * share.step, of: n, stage: 'paths' };
  }
  const edges = edgesOfArcs(graph);
  const sum = new Float64Array(graph.edgeCount);
  for (let i = 0; i < n; i++) {
    const old = graph.out.offsets[original[i]!]!;
    for (let a = offsets[i]!, k = old; a < offsets[i + 1]!; a++, k++) sum[edges[k]!]! += onArc[a]!;
  }
  return sum;
}

function* lengthsOverLinks(
  graph: PackedGraph,
  lengths: Adjacency,
  into: Adjacency,
  share: SourceShare,
): Work<Float64Array> {
  const n = graph.nodeCount;
  const edges = edgesOfArcs(graph);
  const sum = new Float64Array(graph.edgeCount);
  const perPath = new Float64Array(n);
  const paths = shortestPaths(lengths, into);
  const perYield = Math.max(1, Math.round(ARCS_PER_YIELD / 8 / (n + lengths.targets.length)));
  let done = 0;
  for (let s = share.first; s < n; s += share.step) {
    const { order, count, linkEnd, nearer, sigma } = paths.from(s);
    for (let i = 0; i < count; i++) perPath[order[i]!] = 0;
    for (let i = count - 1; i > 0; i--) {
      const v = order[i]!;
      const each = (1 + sigma[v]! * perPath[v]!) / sigma[v]!;
      for (let k = linkEnd[i - 1]!; k < linkEnd[i]!; k++) {
        const u = nearer[k]!;
        perPath[u]! += each;
        sum[edges[arcOf(graph.out, u, v)]!]! += sigma[u]! * each;
      }
    }
    if (++done % perYield === 0) yield { done: done * share.step, of: n, stage: 'paths' };
  }
  return sum;
}

const split = {
  *share(graph: PackedGraph, parameters: ParameterValues, share: SourceShare): Work<readonly Float64Array[]> {
    const lengths = lengthsOf(graph, graph.out, parameters.length);
    const into = graph.directed ? lengthsOf(graph, graph.in, parameters.length) : lengths;
    return [
      lengths && into ? yield* lengthsOverLinks(graph, lengths, into, share) : yield* stepsOverLinks(graph, share),
    ];
  },
  join(graph: PackedGraph, parameters: ParameterValues, [sum]: readonly Float64Array[]): Column {
    const n = graph.nodeCount;
    const pairs = graph.directed ? 1 : 0.5;
    const most = (n * (n - 1)) / (graph.directed ? 1 : 2);
    const scale = parameters.normalised === true && n > 1 ? pairs / most : pairs;
    return defined(sum!.map((x) => x * scale));
  },
};

/**
 * Per link, for every pair of nodes the share of their shortest paths that use it, summed; undirected pairs once. Girvan and
 * Newman, PNAS 99 (2002) 7821; Brandes, Social Networks 30 (2008) 136. `normalised` divides by the number of pairs.
 */
export const linkBetweenness = measure({
  id: 'link-betweenness',
  range: 'non-negative',
  parameters: [LENGTH, { name: 'normalised', kind: 'switch', default: false }],
  reads: { direction: true, weights: false },
  cost: betweennessCost,
  split,
  run: (graph, parameters) => unsplit(split, graph, parameters),
});
