import type { PackedGraph } from '../graph/packed-graph.ts';
import { seededRandom, shuffled } from '../graph/seeded-random.ts';
import type { Work } from '../graph/work.ts';
import { assemble, membersOf } from './arrange.ts';
import { type LayoutDefinition, type LayoutSubject, meanRadius, type Positions, SEED, SPACING } from './layout.ts';

/** Components up to this size are laid out over all pairs; larger ones over links and pivots. */
const ALL_PAIRS = 2_500;
const PIVOTS = 60;
const ROUNDS = 20;
/** Terms that stay together when their order is drawn anew: memory is read in runs, and the order is still random enough. */
const BLOCK = 256;
const FAR = 0xffff;

/** Pairs with their distance in links and their weight. */
interface Terms {
  readonly i: Int32Array;
  readonly j: Int32Array;
  readonly hops: Float32Array;
  readonly weight: Float32Array;
}

/** Distances in links from one node to all of its component; `FAR` elsewhere. */
function hopsFrom(graph: PackedGraph, start: number, hops: Uint16Array, queue: Int32Array): number {
  const { offsets, targets } = graph.both;
  hops.fill(FAR);
  hops[start] = 0;
  queue[0] = start;
  let tail = 1;
  for (let head = 0; head < tail; head++) {
    const u = queue[head]!;
    for (let a = offsets[u]!; a < offsets[u + 1]!; a++) {
      const v = targets[a]!;
      if (hops[v] !== FAR) continue;
      hops[v] = Math.min(FAR - 1, hops[u]! + 1);
      queue[tail++] = v;
    }
  }
  return queue[tail - 1]!;
}

function* allPairs(graph: PackedGraph, nodes: readonly number[]): Work<Terms> {
  const k = nodes.length;
  const count = (k * (k - 1)) / 2;
  const terms = {
    i: new Int32Array(count),
    j: new Int32Array(count),
    hops: new Float32Array(count),
    weight: new Float32Array(count),
  };
  const hops = new Uint16Array(graph.nodeCount);
  const queue = new Int32Array(graph.nodeCount);
  let at = 0;
  for (let a = 0; a < k; a++) {
    hopsFrom(graph, nodes[a]!, hops, queue);
    for (let b = a + 1; b < k; b++) {
      const d = hops[nodes[b]!]!;
      terms.i[at] = nodes[a]!;
      terms.j[at] = nodes[b]!;
      terms.hops[at] = d;
      terms.weight[at++] = 1 / (d * d);
    }
    if (a % 100 === 99) yield { done: a + 1, of: k, stage: 'distances' };
  }
  return terms;
}

/**
 * Links, and each node with some far-apart pivots; a pivot's weight grows with the nodes nearer to it than to any other
 * (Ortmann, Klimenta and Brandes, "A Sparse Stress Model", Journal of Graph Algorithms and Applications 21 (2017) 791).
 */
function* linksAndPivots(graph: PackedGraph, nodes: readonly number[]): Work<Terms> {
  const { offsets, targets } = graph.both;
  const i: number[] = [];
  const j: number[] = [];
  const d: number[] = [];
  const w: number[] = [];
  for (const u of nodes)
    for (let a = offsets[u]!; a < offsets[u + 1]!; a++)
      if (targets[a]! > u) {
        i.push(u);
        j.push(targets[a]!);
        d.push(1);
        w.push(1);
      }
  const queue = new Int32Array(graph.nodeCount);
  const nearest = new Uint16Array(graph.nodeCount).fill(FAR);
  const nearestPivot = new Int32Array(graph.nodeCount);
  const rows: { readonly pivot: number; readonly hops: Uint16Array }[] = [];
  let pivot = nodes.reduce((best, u) =>
    offsets[u + 1]! - offsets[u]! > offsets[best + 1]! - offsets[best]! ? u : best,
  );
  for (let p = 0; p < PIVOTS; p++) {
    const hops = new Uint16Array(graph.nodeCount);
    hopsFrom(graph, pivot, hops, queue);
    rows.push({ pivot, hops });
    let next = pivot;
    for (const u of nodes) {
      if (hops[u]! < nearest[u]!) {
        nearest[u] = hops[u]!;
        nearestPivot[u] = p;
      }
      if (nearest[u]! > nearest[next]!) next = u;
    }
    if (nearest[next] === 0) break;
    pivot = next;
    yield { done: p + 1, of: PIVOTS, stage: 'distances' };
  }
  rows.forEach(({ pivot: p, hops }, index) => {
    // Nodes of the pivot's region by distance, so that s = those within half the way can be looked up.
    const within = new Float64Array(FAR + 1);
    let farthest = 0;
    for (const u of nodes)
      if (nearestPivot[u] === index) {
        within[hops[u]!]!++;
        farthest = Math.max(farthest, hops[u]!);
      }
    for (let h = 1; h <= farthest; h++) within[h]! += within[h - 1]!;
    for (const u of nodes) {
      const h = hops[u]!;
      if (h < 2) continue;
      i.push(u);
      j.push(p);
      d.push(h);
      w.push(within[Math.min(farthest, h >> 1)]! / (h * h));
    }
  });
  return { i: Int32Array.from(i), j: Int32Array.from(j), hops: Float32Array.from(d), weight: Float32Array.from(w) };
}

/** Brings the terms into random order, in place. */
function shuffle({ i, j, hops, weight }: Terms, random: () => number): void {
  const swap = (xs: Int32Array | Float32Array, a: number, b: number) => {
    const x = xs[a]!;
    xs[a] = xs[b]!;
    xs[b] = x;
  };
  for (let t = i.length - 1; t > 0; t--) {
    const r = Math.floor(random() * (t + 1));
    swap(i, t, r);
    swap(j, t, r);
    swap(hops, t, r);
    swap(weight, t, r);
  }
}

/**
 * Stochastic gradient descent on stress: pair by pair in random order, each moved towards its wanted distance by a step
 * that shrinks from round to round (Zheng, Pawar and Goodman, IEEE TVCG 25 (2019) 2738). Pinned nodes push and are not pushed.
 */
function* descend(
  terms: Terms,
  length: number,
  positions: Positions,
  pinned: Uint8Array,
  random: () => number,
  report: (done: number) => { done: number; of: number; stage: string },
): Work<void> {
  const count = terms.i.length;
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (const w of terms.weight) {
    least = Math.min(least, w);
    most = Math.max(most, w);
  }
  const first = 1 / least;
  const last = 0.1 / most;
  shuffle(terms, random);
  const blocks = Math.ceil(count / BLOCK);
  for (let round = 0; round < ROUNDS; round++) {
    const order = shuffled(blocks, random);
    const eta = first * (last / first) ** (round / (ROUNDS - 1));
    for (const block of order) {
      const end = Math.min(count, (block + 1) * BLOCK);
      for (let t = block * BLOCK; t < end; t++) {
        const i = 2 * terms.i[t]!;
        const j = 2 * terms.j[t]!;
        const dx = positions[i]! - positions[j]!;
        const dy = positions[i + 1]! - positions[j + 1]!;
        const d = Math.sqrt(dx * dx + dy * dy) || 1e-9;
        const mu = Math.min(1, eta * terms.weight[t]!);
        const by = (mu * (d - terms.hops[t]! * length)) / (2 * d);
        if (!pinned[i >> 1]) {
          const whole = pinned[j >> 1] ? 2 : 1;
          positions[i]! -= by * dx * whole;
          positions[i + 1]! -= by * dy * whole;
        }
        if (!pinned[j >> 1]) {
          const whole = pinned[i >> 1] ? 2 : 1;
          positions[j]! += by * dx * whole;
          positions[j + 1]! += by * dy * whole;
        }
      }
    }
    yield report(round + 1);
  }
}

function* run(graph: PackedGraph, subject: LayoutSubject, spacing: number, seed: number): Work<Positions> {
  const { pinned, radii } = subject;
  const random = seededRandom(seed);
  const length = spacing + 2 * meanRadius(radii);
  const parts = membersOf(graph);
  const positions = new Float64Array(2 * graph.nodeCount);
  for (const [p, nodes] of parts.entries()) {
    const spread = length * Math.sqrt(nodes.length);
    const held = nodes.filter((i) => pinned[i]);
    const x0 = held.reduce((s, i) => s + subject.positions[2 * i]!, 0) / Math.max(1, held.length);
    const y0 = held.reduce((s, i) => s + subject.positions[2 * i + 1]!, 0) / Math.max(1, held.length);
    for (const i of nodes) {
      positions[2 * i] = pinned[i] ? subject.positions[2 * i]! : x0 + (random() - 0.5) * spread;
      positions[2 * i + 1] = pinned[i] ? subject.positions[2 * i + 1]! : y0 + (random() - 0.5) * spread;
    }
    if (nodes.length < 2) continue;
    const terms = nodes.length <= ALL_PAIRS ? yield* allPairs(graph, nodes) : yield* linksAndPivots(graph, nodes);
    yield* descend(terms, length, positions, pinned, random, (done) => ({
      done: p + done / ROUNDS,
      of: parts.length,
      stage: 'rounds',
    }));
  }
  return yield* assemble(parts, subject, positions, length);
}

/** Distances on the chart as near as can be to distances along links (Kamada and Kawai, Information Processing Letters 31 (1989) 7). */
export const stress = {
  id: 'stress',
  name: 'layout.stress.name',
  parameters: [SPACING, SEED],
  run: (graph, subject, parameters) => run(graph, subject, Number(parameters.spacing), Number(parameters.seed)),
} as const satisfies LayoutDefinition;
