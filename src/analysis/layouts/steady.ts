import type { PackedGraph } from '../graph/packed-graph.ts';
import { seededRandom } from '../graph/seeded-random.ts';
import type { Work } from '../graph/work.ts';
import { restorePinned } from './arrange.ts';
import { type LayoutDefinition, type LayoutSubject, meanRadius, type Positions, SEED, SPACING } from './layout.ts';
import { separate } from './overlaps.ts';

/** Neighbours' neighbours looked at for one new item, at most. */
const LOOKED_AT = 60;
const ROUNDS = 40;
/** Directions tried for an item that hangs on one other. */
const DIRECTIONS = 16;
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

const isPlaced = (p: Positions, i: number) => !Number.isNaN(p[2 * i]!);

/** The usual length of a link on the chart as it stands; `otherwise` where no link has both ends placed. */
function usualLength(graph: PackedGraph, p: Positions, otherwise: number): number {
  const lengths: number[] = [];
  for (let e = 0; e < graph.edgeCount; e++) {
    const [u, v] = [graph.source[e]!, graph.target[e]!];
    if (isPlaced(p, u) && isPlaced(p, v))
      lengths.push(Math.hypot(p[2 * u]! - p[2 * v]!, p[2 * u + 1]! - p[2 * v + 1]!));
  }
  if (lengths.length === 0) return otherwise;
  lengths.sort((a, b) => a - b);
  return Math.max(otherwise / 2, lengths[lengths.length >> 1]!);
}

/** New items in the order in which they can be put down: those next to what stands first. */
function inReach(graph: PackedGraph, p: Positions): number[] {
  const { offsets, targets } = graph.both;
  const order: number[] = [];
  const seen = new Uint8Array(graph.nodeCount);
  const start: number[] = [];
  for (let i = 0; i < graph.nodeCount; i++)
    if (isPlaced(p, i)) {
      seen[i] = 1;
      start.push(i);
    }
  const walk = (queue: number[]) => {
    for (const u of queue)
      for (let a = offsets[u]!; a < offsets[u + 1]!; a++) {
        const v = targets[a]!;
        if (seen[v]) continue;
        seen[v] = 1;
        order.push(v);
        queue.push(v);
      }
  };
  walk(start);
  for (let i = 0; i < graph.nodeCount; i++)
    if (!seen[i]) {
      seen[i] = 1;
      order.push(i);
      walk([i]);
    }
  return order;
}

/** Puts down each new item near those it is linked with; one that is linked with nothing goes below all. */
function putDown(
  graph: PackedGraph,
  order: readonly number[],
  p: Positions,
  length: number,
  radii: Float64Array,
): void {
  const { offsets, targets } = graph.both;
  let [left, bottom] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let loose = 0;
  for (let i = 0; i < radii.length; i++)
    if (isPlaced(p, i)) {
      left = Math.min(left, p[2 * i]! - radii[i]!);
      bottom = Math.max(bottom, p[2 * i + 1]! + radii[i]!);
    }
  if (!Number.isFinite(left)) [left, bottom] = [0, 0];
  for (const i of order) {
    const near: number[] = [];
    for (let a = offsets[i]!; a < offsets[i + 1]!; a++) if (isPlaced(p, targets[a]!)) near.push(targets[a]!);
    if (near.length === 0) {
      const far = length * Math.sqrt(loose);
      p[2 * i] = left + length + far * Math.cos(loose * GOLDEN);
      p[2 * i + 1] = bottom + length * 1.5 + Math.abs(far * Math.sin(loose * GOLDEN));
      loose++;
    } else if (near.length === 1) {
      const hub = near[0]!;
      // Away from all that hangs on the same: the direction with the widest free angle.
      const angles: number[] = [];
      for (let a = offsets[hub]!; a < offsets[hub + 1]!; a++) {
        const v = targets[a]!;
        if (v !== i && isPlaced(p, v))
          angles.push(Math.atan2(p[2 * v + 1]! - p[2 * hub + 1]!, p[2 * v]! - p[2 * hub]!));
      }
      let best = 0;
      let widest = -1;
      for (let k = 0; k < DIRECTIONS; k++) {
        const angle = (2 * Math.PI * (k + 0.25)) / DIRECTIONS;
        const free = angles.reduce(
          (least, b) => Math.min(least, Math.abs(Math.atan2(Math.sin(angle - b), Math.cos(angle - b)))),
          9,
        );
        if (free > widest + 1e-9) [best, widest] = [angle, free];
      }
      p[2 * i] = p[2 * hub]! + length * Math.cos(best);
      p[2 * i + 1] = p[2 * hub + 1]! + length * Math.sin(best);
    } else {
      p[2 * i] = near.reduce((sum, v) => sum + p[2 * v]!, 0) / near.length;
      p[2 * i + 1] = near.reduce((sum, v) => sum + p[2 * v + 1]!, 0) / near.length;
    }
  }
}

/** Those up to two links away, with their distance in links. */
function* around(graph: PackedGraph, i: number): Generator<readonly [number, number]> {
  const { offsets, targets } = graph.both;
  const seen = new Set([i]);
  const next: number[] = [];
  for (let a = offsets[i]!; a < offsets[i + 1]!; a++) {
    seen.add(targets[a]!);
    next.push(targets[a]!);
    yield [targets[a]!, 1];
  }
  let left = LOOKED_AT;
  for (const u of next)
    for (let a = offsets[u]!; a < offsets[u + 1]! && left > 0; a++) {
      if (seen.has(targets[a]!)) continue;
      seen.add(targets[a]!);
      left--;
      yield [targets[a]!, 2];
    }
}

/**
 * One step of stress majorization for one item, all others standing still: the place that suits its distances to those near
 * (Gansner, Koren and North, Graph Drawing 2004, LNCS 3383, 239, the localized process).
 */
function suited(
  p: Positions,
  i: number,
  near: readonly (readonly [number, number])[],
  length: number,
): [number, number] {
  let [x, y, weights] = [0, 0, 0];
  for (const [j, hops] of near) {
    const dx = p[2 * i]! - p[2 * j]!;
    const dy = p[2 * i + 1]! - p[2 * j + 1]!;
    const far = Math.hypot(dx, dy);
    const weight = 1 / (hops * hops);
    // On the same spot: part in a direction of one's own.
    const [ex, ey] = far < 1e-6 ? [Math.cos(i * GOLDEN), Math.sin(i * GOLDEN)] : [dx / far, dy / far];
    x += weight * (p[2 * j]! + hops * length * ex);
    y += weight * (p[2 * j + 1]! + hops * length * ey);
    weights += weight;
  }
  return weights === 0 ? [p[2 * i]!, p[2 * i + 1]!] : [x / weights, y / weights];
}

/** How far an item is from where it stood. */
function strayed(p: Positions, was: Positions, i: number): number {
  return Math.hypot(p[2 * i]! - was[2 * i]!, p[2 * i + 1]! - was[2 * i + 1]!);
}

function* run(
  graph: PackedGraph,
  subject: LayoutSubject,
  spacing: number,
  reach: number,
  seed: number,
): Work<Positions> {
  const { radii, pinned } = subject;
  const was = subject.positions;
  const p = Float64Array.from(was);
  const n = graph.nodeCount;
  const random = seededRandom(seed);
  const length = usualLength(graph, p, spacing + 2 * meanRadius(radii));
  const fresh = inReach(graph, p);
  putDown(graph, fresh, p, length, radii);
  // Half of `reach` is for distances, the other half to make room.
  const old = reach > 0 ? Array.from(radii, (_, i) => i).filter((i) => !pinned[i] && isPlaced(was, i)) : [];
  const near = new Map([...fresh, ...old].map((i) => [i, [...around(graph, i)]] as const));
  for (let round = 0; round < ROUNDS; round++) {
    for (const i of fresh) {
      const [x, y] = suited(p, i, near.get(i)!, length);
      const shake = (1 - round / ROUNDS) * 0.1 * length;
      p[2 * i] = x + (random() - 0.5) * shake;
      p[2 * i + 1] = y + (random() - 0.5) * shake;
    }
    for (const i of old) {
      const [x, y] = suited(p, i, near.get(i)!, length);
      p[2 * i] = (p[2 * i]! + x) / 2;
      p[2 * i + 1] = (p[2 * i + 1]! + y) / 2;
      const far = strayed(p, was, i);
      if (far <= reach / 2) continue;
      p[2 * i] = was[2 * i]! + ((p[2 * i]! - was[2 * i]!) * reach) / 2 / far;
      p[2 * i + 1] = was[2 * i + 1]! + ((p[2 * i + 1]! - was[2 * i + 1]!) * reach) / 2 / far;
    }
    yield { done: round + 1, of: ROUNDS, stage: 'rounds' };
  }
  // What stands makes room where it may; where that would take it too far it goes back to where it stood, where it was in
  // nobody's way, and the others give way.
  const held = Uint8Array.from(pinned);
  if (reach === 0) for (let i = 0; i < n; i++) if (isPlaced(was, i)) held[i] = 1;
  for (let going = true; going; ) {
    yield* separate(p, radii, held);
    going = false;
    for (const i of old) {
      if (held[i] || strayed(p, was, i) <= reach) continue;
      p[2 * i] = was[2 * i]!;
      p[2 * i + 1] = was[2 * i + 1]!;
      held[i] = 1;
      going = true;
    }
  }
  return restorePinned(subject, p);
}

/**
 * The picture is kept: what stands moves by `reach` at most, and what is new finds a place near those it is linked with.
 * Only here may two items overlap afterwards: those that did before, and that `reach` does not suffice to part.
 */
export const steady = {
  id: 'steady',
  name: 'layout.steady.name',
  parameters: [{ name: 'reach', kind: 'number', min: 0, max: 1000, step: 10, default: 40 }, SPACING, SEED],
  run: (graph, subject, parameters) =>
    run(graph, subject, Number(parameters.spacing), Number(parameters.reach), Number(parameters.seed)),
} as const satisfies LayoutDefinition;
