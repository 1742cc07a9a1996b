import type { PackedGraph } from '../graph/packed-graph.ts';
import { seededRandom, shuffled } from '../graph/seeded-random.ts';
import type { Work } from '../graph/work.ts';
import type { Positions } from './layout.ts';
import { overlapsOf } from './overlaps.ts';

/**
 * How well a chart can be read, as figures.
 *
 * `stress`: how far distances on the chart are from distances in links, over all pairs of nodes that a path joins, at the scale
 * that suits best: Σ (s·‖x_i − x_j‖ − d_ij)² / d_ij² over the number of pairs. 0 = as the links have it; below .15 is good for a
 * network. Kamada and Kawai (Information Processing Letters 31 (1989) 7–15), with the weights and the best scale of Gansner,
 * Koren and North (Graph Drawing 2004, LNCS 3383, 239–250). NaN where no pair is joined.
 *
 * `crossings`: pairs of lines that cross, lines being straight and parallel links one line; lines that share an end do not cross
 * (Purchase, Journal of Visual Languages and Computing 13 (2002) 501–516).
 *
 * `overlaps`: pairs of items that cover each other, each taken as the circle round its disc and label.
 */
export interface LayoutQuality {
  readonly stress: number;
  readonly crossings: number;
  readonly overlaps: number;
  /** Stress was taken from some nodes drawn by chance to all others. */
  readonly stressSampled: boolean;
  /** Crossings were counted for some lines drawn by chance with all others, and multiplied. */
  readonly crossingsSampled: boolean;
}

/** Above it stress is sampled: so many nodes, each with all others. */
const ALL_SOURCES = 2_000;
const SOURCES = 400;
/** Above it crossings are sampled: so many lines, each with all others. */
const ALL_LINES = 6_000;
const LINES = 1_500;

function* stressOf(graph: PackedGraph, positions: Positions): Work<{ stress: number; sampled: boolean }> {
  const n = graph.nodeCount;
  const { offsets, targets } = graph.both;
  const sampled = n > ALL_SOURCES;
  const sources = sampled
    ? shuffled(n, seededRandom(1)).slice(0, SOURCES)
    : Int32Array.from({ length: n }, (_, i) => i);
  const hops = new Int32Array(n);
  const queue = new Int32Array(n);
  let squares = 0;
  let sum = 0;
  let pairs = 0;
  for (const [at, source] of sources.entries()) {
    hops.fill(-1);
    hops[source] = 0;
    queue[0] = source;
    let tail = 1;
    const x = positions[2 * source]!;
    const y = positions[2 * source + 1]!;
    for (let head = 0; head < tail; head++) {
      const u = queue[head]!;
      if (head > 0) {
        const dx = positions[2 * u]! - x;
        const dy = positions[2 * u + 1]! - y;
        const ratio = Math.sqrt(dx * dx + dy * dy) / hops[u]!;
        squares += ratio * ratio;
        sum += ratio;
        pairs++;
      }
      for (let a = offsets[u]!; a < offsets[u + 1]!; a++) {
        const v = targets[a]!;
        if (hops[v] !== -1) continue;
        hops[v] = hops[u]! + 1;
        queue[tail++] = v;
      }
    }
    if (at % 50 === 49) yield { done: at + 1, of: sources.length, stage: 'quality' };
  }
  // With the best scale s = Σr / Σr² the sum Σ (s·r − 1)² is pairs − (Σr)² / Σr².
  const stress = pairs === 0 ? Number.NaN : squares === 0 ? 1 : Math.max(0, 1 - (sum * sum) / (squares * pairs));
  return { stress, sampled };
}

/** On which side of the line through a and b the point c lies. */
function side(p: Positions, a: number, b: number, c: number): number {
  return (
    (p[2 * b]! - p[2 * a]!) * (p[2 * c + 1]! - p[2 * a + 1]!) -
    (p[2 * b + 1]! - p[2 * a + 1]!) * (p[2 * c]! - p[2 * a]!)
  );
}

function* crossingsOf(graph: PackedGraph, p: Positions): Work<{ crossings: number; sampled: boolean }> {
  const lines: { readonly u: number; readonly v: number; readonly left: number; readonly right: number }[] = [];
  for (let e = 0; e < graph.edgeCount; e++) {
    const u = graph.source[e]!;
    const v = graph.target[e]!;
    lines.push({ u, v, left: Math.min(p[2 * u]!, p[2 * v]!), right: Math.max(p[2 * u]!, p[2 * v]!) });
  }
  lines.sort((a, b) => a.left - b.left);
  const crosses = (a: { u: number; v: number }, b: { u: number; v: number }) =>
    a.u !== b.u &&
    a.u !== b.v &&
    a.v !== b.u &&
    a.v !== b.v &&
    side(p, a.u, a.v, b.u) * side(p, a.u, a.v, b.v) < 0 &&
    side(p, b.u, b.v, a.u) * side(p, b.u, b.v, a.v) < 0;
  const m = lines.length;
  if (m <= ALL_LINES) {
    let crossings = 0;
    for (let e = 0; e < m; e++) {
      const a = lines[e]!;
      // From left to right: those that begin beyond its end, and all after them, cannot cross it.
      for (let f = e + 1; f < m && lines[f]!.left <= a.right; f++) if (crosses(a, lines[f]!)) crossings++;
      if (e % 200 === 199) yield { done: e + 1, of: m, stage: 'quality' };
    }
    return { crossings, sampled: false };
  }
  let met = 0;
  const drawn = shuffled(m, seededRandom(1)).slice(0, LINES);
  for (const [at, e] of drawn.entries()) {
    const a = lines[e]!;
    for (let f = 0; f < m && lines[f]!.left <= a.right; f++)
      if (lines[f]!.right >= a.left && crosses(a, lines[f]!)) met++;
    if (at % 50 === 49) yield { done: at + 1, of: LINES, stage: 'quality' };
  }
  // Each crossing is met from both its lines.
  return { crossings: Math.round((met * m) / (2 * LINES)), sampled: true };
}

/** The figures of a chart as it stands. Every node has a place. */
export function* qualityOf(graph: PackedGraph, positions: Positions, radii: Float64Array): Work<LayoutQuality> {
  const { stress, sampled: stressSampled } = yield* stressOf(graph, positions);
  const { crossings, sampled: crossingsSampled } = yield* crossingsOf(graph, positions);
  return { stress, crossings, overlaps: overlapsOf(positions, radii), stressSampled, crossingsSampled };
}
