import { componentsOf } from '../graph/components.ts';
import type { PackedGraph } from '../graph/packed-graph.ts';
import { measure, partly, type Work } from './measure.ts';

/** Nodes of a component up to which the inverse is computed: 100 MB and some ten seconds. */
const MOST = 2_000;
/** Multiplications between two yields. */
const PIECE = 8_000_000;

/** Σ x[i]·y[i] over from ≤ i < to, from places `a` and `b` on; four sums at a time, as one would wait for itself. */
function dot(x: Float64Array, a: number, y: Float64Array, b: number, from: number, to: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let i = from;
  for (; i + 3 < to; i += 4) {
    s0 += x[a + i]! * y[b + i]!;
    s1 += x[a + i + 1]! * y[b + i + 1]!;
    s2 += x[a + i + 2]! * y[b + i + 2]!;
    s3 += x[a + i + 3]! * y[b + i + 3]!;
  }
  for (; i < to; i++) s0 += x[a + i]! * y[b + i]!;
  return s0 + s1 + (s2 + s3);
}

/** The inverse of a symmetric positive definite matrix (row by row, m × m; overwritten), by Cholesky's factor and its inverse. */
function* inverse(matrix: Float64Array, m: number): Work<Float64Array> {
  const lower = matrix;
  let work = 0;
  for (let i = 0; i < m; i++) {
    for (let j = 0; j <= i; j++) {
      const rest = lower[i * m + j]! - dot(lower, i * m, lower, j * m, 0, j);
      lower[i * m + j] = i === j ? Math.sqrt(rest) : rest / lower[j * m + j]!;
    }
    work += (i * i) / 2;
    if (work > PIECE) {
      work = 0;
      yield { done: (i / m) ** 3, of: 4, stage: 'factor' };
    }
  }
  // Row j holds column j of the factor's inverse, so that all sums run along rows.
  const factor = new Float64Array(m * m);
  for (let j = 0; j < m; j++) {
    factor[j * m + j] = 1 / lower[j * m + j]!;
    for (let i = j + 1; i < m; i++) {
      factor[j * m + i] = -dot(lower, i * m, factor, j * m, j, i) / lower[i * m + i]!;
    }
    work += (m - j) ** 2 / 2;
    if (work > PIECE) {
      work = 0;
      yield { done: 1 + j / m, of: 4, stage: 'factor' };
    }
  }
  const result = lower;
  for (let i = 0; i < m; i++) {
    for (let j = 0; j <= i; j++) {
      const x = dot(factor, i * m, factor, j * m, i, m);
      result[i * m + j] = x;
      result[j * m + i] = x;
    }
    work += i * (m - i);
    if (work > PIECE) {
      work = 0;
      yield { done: 2 + i / m, of: 4, stage: 'factor' };
    }
  }
  return result;
}

/** Adds onto `values` what passes through each node of one component, over all unordered pairs of its others. */
function* through(graph: PackedGraph, nodes: Int32Array, place: Int32Array, values: Float64Array): Work<void> {
  const { offsets, targets, weights } = graph.both;
  const n = nodes.length;
  // The last node is earthed: its potential is 0 and it has no row.
  const m = n - 1;
  const laplacian = new Float64Array(m * m);
  nodes.forEach((old, i) => {
    place[old] = i;
  });
  let arcs = 0;
  for (let i = 0; i < n; i++) {
    const u = nodes[i]!;
    for (let a = offsets[u]!; a < offsets[u + 1]!; a++) {
      const w = weights ? weights[a]! : 1;
      const j = place[targets[a]!]!;
      arcs++;
      if (i === m) continue;
      laplacian[i * m + i]! += w;
      if (j < m) laplacian[i * m + j]! -= w;
    }
  }
  const potentials = yield* inverse(laplacian, m);
  const current = new Float64Array(n);
  const sorted = new Float64Array(n);
  const perYield = Math.max(1, Math.round(150_000 / n));
  let done = 0;
  for (let i = 0; i < n; i++) {
    const u = nodes[i]!;
    for (let a = offsets[u]!; a < offsets[u + 1]!; a++) {
      const j = place[targets[a]!]!;
      if (j < i) continue;
      const w = weights ? weights[a]! : 1;
      // Current on this link for one unit from each node to earth; from s to t it is the difference.
      for (let k = 0; k < m; k++) {
        current[k] = w * ((i < m ? potentials[i * m + k]! : 0) - (j < m ? potentials[j * m + k]! : 0));
      }
      current[m] = 0;
      sorted.set(current);
      sorted.sort();
      let all = 0;
      for (let k = 0; k < n; k++) all += (2 * k - n + 1) * sorted[k]!;
      for (const end of [i, j]) {
        let own = 0;
        for (let k = 0; k < n; k++) own += Math.abs(current[end]! - current[k]!);
        values[nodes[end]!]! += (all - own) / 2;
      }
      if (++done % perYield === 0) yield { done: 3 + done / (arcs / 2), of: 4, stage: 'links' };
    }
  }
}

/**
 * Current-flow (random-walk) betweenness: for every pair of others of the same component, the current through this node when one unit
 * flows between them and links conduct as strongly as they weigh. Newman, Social Networks 27 (2005) 39, end points left out as in
 * Brandes and Fleischer, STACS 2005, 533; undirected collapse. `normalised` divides by the pairs of others in the component.
 */
export const currentFlow = measure({
  id: 'current-flow-betweenness',
  range: 'non-negative',
  parameters: [{ name: 'normalised', kind: 'switch', default: false }],
  reads: { direction: false, weights: true },
  exactUpTo: MOST,
  instead: ['betweenness', 'betweenness-sampled'],
  cost(graph) {
    let seconds = 0;
    for (const n of componentsOf(graph).sizes) if (n <= MOST) seconds += n ** 3 / 2e9;
    return seconds;
  },
  *run(graph, parameters) {
    const values = new Float64Array(graph.nodeCount);
    const { of, sizes } = componentsOf(graph);
    const members: number[][] = Array.from(sizes, () => []);
    for (let i = 0; i < graph.nodeCount; i++) members[of[i]!]!.push(i);
    const place = new Int32Array(graph.nodeCount);
    for (const part of members) {
      const n = part.length;
      if (n < 3 || n > MOST) continue;
      // Those with few links first: the factor stays sparse for longer, and more digits are kept.
      const links = (i: number) => graph.both.offsets[i + 1]! - graph.both.offsets[i]!;
      const nodes = Int32Array.from(part).sort((a, b) => links(a) - links(b) || a - b);
      yield* through(graph, nodes, place, values);
      const scale = parameters.normalised === true ? 2 / ((n - 1) * (n - 2)) : 1;
      for (const i of part) values[i]! *= scale;
    }
    // Nothing passes through one link's end; what rounding leaves of nothing would rank such nodes among each other.
    const { offsets } = graph.both;
    for (let i = 0; i < values.length; i++) if (offsets[i + 1]! - offsets[i]! < 2 || values[i]! < 0) values[i] = 0;
    return partly(values, (i) => (sizes[of[i]!]! > MOST ? 'too-large' : null));
  },
});
