import type { PackedGraph } from '../graph/packed-graph.ts';
import { seededRandom, shuffled } from '../graph/seeded-random.ts';
import type { Progress, Work } from '../graph/work.ts';
import { assemble, membersOf } from './arrange.ts';
import { type LayoutDefinition, type LayoutSubject, meanRadius, type Positions, SEED, SPACING } from './layout.ts';
import { giveRoom } from './overlaps.ts';

/** Components up to this size are laid out over all pairs; larger ones over links and pivots. */
const ALL_PAIRS = 2_500;
const PIVOTS = 100;
const ROUNDS = 25;
/** Terms worked through between two reports: some ten milliseconds. */
const PIECE = 200_000;
/** Terms that stay together when their order is drawn anew: memory is read in runs, and the order is still random enough. */
const BLOCK = 256;
const FAR = 0xffff;

/** Pairs with their distance in links, and what the pair weighs for its one end and its other. */
interface Terms {
  readonly i: Int32Array;
  readonly j: Int32Array;
  readonly hops: Float32Array;
  readonly weight: Float32Array;
  /** The same array as `weight` where both ends count alike. */
  readonly back: Float32Array;
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

/** So much of what lies beyond one link counts between two of the same group: they are drawn together, and links still say most. */
const TOGETHER = 0.35;

/** Pairs of one group, each as smaller index × count + larger. */
function grouped(groups: readonly Int32Array[], count: number): ReadonlySet<number> {
  const pairs = new Set<number>();
  for (const group of groups)
    for (const [at, a] of group.entries())
      for (const b of group.subarray(at + 1)) pairs.add(Math.min(a, b) * count + Math.max(a, b));
  return pairs;
}

function* allPairs(graph: PackedGraph, nodes: readonly number[], together: ReadonlySet<number>): Work<Terms> {
  const k = nodes.length;
  const count = (k * (k - 1)) / 2;
  const weight = new Float32Array(count);
  const terms = {
    i: new Int32Array(count),
    j: new Int32Array(count),
    hops: new Float32Array(count),
    weight,
    back: weight,
  };
  const hops = new Uint16Array(graph.nodeCount);
  const queue = new Int32Array(graph.nodeCount);
  let at = 0;
  for (let a = 0; a < k; a++) {
    hopsFrom(graph, nodes[a]!, hops, queue);
    for (let b = a + 1; b < k; b++) {
      const [low, high] = [Math.min(nodes[a]!, nodes[b]!), Math.max(nodes[a]!, nodes[b]!)];
      const apart = hops[nodes[b]!]!;
      const d = together.has(low * graph.nodeCount + high) ? 1 + (apart - 1) * TOGETHER : apart;
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
 * Links, and each node with some pivots drawn by chance: a sample of all pairs (sparse stress after Ortmann, Klimenta and Brandes,
 * Journal of Graph Algorithms and Applications 21 (2017) 791). Pivots far apart, as there, are all at the rim where a few hubs
 * join everything within some steps, and the sample is then a poor one. Such a pair speaks for the node alone: the pivot is
 * moved by its own links and pivots, not by all who look at it.
 */
function* linksAndPivots(graph: PackedGraph, nodes: readonly number[], random: () => number): Work<Terms> {
  const { offsets, targets } = graph.both;
  let links = 0;
  for (const u of nodes) links += offsets[u + 1]! - offsets[u]!;
  const most = links / 2 + PIVOTS * nodes.length;
  const terms = {
    i: new Int32Array(most),
    j: new Int32Array(most),
    hops: new Float32Array(most).fill(1),
    weight: new Float32Array(most).fill(1),
    back: new Float32Array(most),
  };
  let at = 0;
  for (const u of nodes)
    for (let a = offsets[u]!; a < offsets[u + 1]!; a++)
      if (targets[a]! > u) {
        terms.i[at] = u;
        terms.j[at] = targets[a]!;
        terms.back[at++] = 1;
      }
  const queue = new Int32Array(graph.nodeCount);
  const hops = new Uint16Array(graph.nodeCount);
  const drawn = shuffled(nodes.length, random);
  for (let p = 0; p < PIVOTS; p++) {
    const pivot = nodes[drawn[p]!]!;
    hopsFrom(graph, pivot, hops, queue);
    for (const u of nodes) {
      const h = hops[u]!;
      if (h < 2) continue;
      terms.i[at] = u;
      terms.j[at] = pivot;
      terms.hops[at] = h;
      terms.weight[at++] = 1 / (h * h);
    }
    if (p % 8 === 7) yield { done: p + 1, of: PIVOTS, stage: 'distances' };
  }
  return {
    i: terms.i.subarray(0, at),
    j: terms.j.subarray(0, at),
    hops: terms.hops.subarray(0, at),
    weight: terms.weight.subarray(0, at),
    back: terms.back.subarray(0, at),
  };
}

/** Brings the terms into random order, in place. */
function* shuffle({ i, j, hops, weight, back }: Terms, random: () => number): Work<void> {
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
    if (back !== weight) swap(back, t, r);
    if (t % PIECE === 0) yield { done: i.length - t, of: i.length, stage: 'distances' };
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
  report: (rounds: number) => Progress,
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
  yield* shuffle(terms, random);
  const blocks = Math.ceil(count / BLOCK);
  for (let round = 0; round < ROUNDS; round++) {
    const order = shuffled(blocks, random);
    const eta = first * (last / first) ** (round / (ROUNDS - 1));
    for (const [at, block] of order.entries()) {
      if (at % (PIECE / BLOCK) < 1 && at > 0) yield report(round + at / blocks);
      const end = Math.min(count, (block + 1) * BLOCK);
      for (let t = block * BLOCK; t < end; t++) {
        const i = 2 * terms.i[t]!;
        const j = 2 * terms.j[t]!;
        const dx = positions[i]! - positions[j]!;
        const dy = positions[i + 1]! - positions[j + 1]!;
        const d = Math.sqrt(dx * dx + dy * dy) || 1e-9;
        const by = (d - terms.hops[t]! * length) / (2 * d);
        if (!pinned[i >> 1]) {
          const mu = Math.min(1, eta * terms.weight[t]!) * (pinned[j >> 1] ? 2 : 1) * by;
          positions[i]! -= mu * dx;
          positions[i + 1]! -= mu * dy;
        }
        if (!pinned[j >> 1]) {
          const mu = Math.min(1, eta * terms.back[t]!) * (pinned[i >> 1] ? 2 : 1) * by;
          positions[j]! += mu * dx;
          positions[j + 1]! += mu * dy;
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
  const together = grouped(subject.groups ?? [], graph.nodeCount);
  const positions = new Float64Array(2 * graph.nodeCount);
  let before = 0;
  for (const nodes of parts) {
    const spread = length * Math.sqrt(nodes.length);
    const held = nodes.filter((i) => pinned[i]);
    const x0 = held.reduce((s, i) => s + subject.positions[2 * i]!, 0) / Math.max(1, held.length);
    const y0 = held.reduce((s, i) => s + subject.positions[2 * i + 1]!, 0) / Math.max(1, held.length);
    for (const i of nodes) {
      positions[2 * i] = pinned[i] ? subject.positions[2 * i]! : x0 + (random() - 0.5) * spread;
      positions[2 * i + 1] = pinned[i] ? subject.positions[2 * i + 1]! : y0 + (random() - 0.5) * spread;
    }
    const laid = before;
    before += nodes.length;
    if (nodes.length < 2) continue;
    const terms =
      nodes.length <= ALL_PAIRS ? yield* allPairs(graph, nodes, together) : yield* linksAndPivots(graph, nodes, random);
    yield* descend(terms, length, positions, pinned, random, (rounds) => ({
      done: laid + (nodes.length * rounds) / ROUNDS,
      of: graph.nodeCount,
      stage: 'rounds',
    }));
    if (held.length === 0) giveRoom(nodes, positions, radii);
  }
  return yield* assemble(parts, subject, positions, length);
}

/**
 * Distances on the chart as near as can be to distances along links (Kamada and Kawai, Information Processing Letters 31 (1989) 7). Members of a
 * group that links keep apart are drawn nearer to each other, in components of up to 2,500.
 */
export const stress = {
  id: 'stress',
  name: 'layout.stress.name',
  parameters: [SPACING, SEED],
  needs: 'groups',
  run: (graph, subject, parameters) => run(graph, subject, Number(parameters.spacing), Number(parameters.seed)),
} as const satisfies LayoutDefinition;
