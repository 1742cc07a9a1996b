import { componentsOf } from '../graph/components.ts';
import type { PackedGraph } from '../graph/packed-graph.ts';
import type { Work } from '../graph/work.ts';
import type { LayoutSubject, Positions } from './layout.ts';
import { separate } from './overlaps.ts';

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The box round some nodes, rims included; undefined where none of them has a place. */
function boxOf(nodes: Iterable<number>, positions: Positions, radii: Float64Array): Box | undefined {
  let box: Box | undefined;
  for (const i of nodes) {
    const x = positions[2 * i]!;
    const y = positions[2 * i + 1]!;
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    const r = radii[i]!;
    box ??= { left: x - r, top: y - r, right: x + r, bottom: y + r };
    box.left = Math.min(box.left, x - r);
    box.top = Math.min(box.top, y - r);
    box.right = Math.max(box.right, x + r);
    box.bottom = Math.max(box.bottom, y + r);
  }
  return box;
}

function shift(nodes: Iterable<number>, positions: Positions, dx: number, dy: number): void {
  for (const i of nodes) {
    positions[2 * i]! += dx;
    positions[2 * i + 1]! += dy;
  }
}

/** The nodes of each component, the largest first. */
export function membersOf(graph: PackedGraph): number[][] {
  const { of, sizes } = componentsOf(graph);
  const members: number[][] = Array.from(sizes, () => []);
  for (let i = 0; i < graph.nodeCount; i++) members[of[i]!]!.push(i);
  return members;
}

/**
 * Puts separately laid-out parts side by side in rows, like books on shelves, below `top` and from `left`; the tallest first.
 * Parts are moved as wholes.
 */
function shelve(
  parts: readonly (readonly number[])[],
  positions: Positions,
  radii: Float64Array,
  gap: number,
  left: number,
  top: number,
): void {
  const boxes = parts.map((nodes) => ({ nodes, box: boxOf(nodes, positions, radii)! }));
  boxes.sort((a, b) => b.box.bottom - b.box.top - (a.box.bottom - a.box.top));
  let area = 0;
  let widest = 0;
  for (const { box } of boxes) {
    area += (box.right - box.left + gap) * (box.bottom - box.top + gap);
    widest = Math.max(widest, box.right - box.left);
  }
  const width = Math.max(widest, Math.sqrt(area) * 1.25);
  let x = left;
  let y = top;
  let height = 0;
  for (const { nodes, box } of boxes) {
    const w = box.right - box.left;
    if (x > left && x + w > left + width) {
      x = left;
      y += height + gap;
      height = 0;
    }
    shift(nodes, positions, x - box.left, y - box.top);
    x += w + gap;
    height = Math.max(height, box.bottom - box.top);
  }
}

/**
 * Brings laid-out parts together: parts that hold a pinned node stay where they were laid, the others are shelved beside;
 * overlaps are taken out; and where nothing is pinned, the middle of all stays where the middle of the items was.
 */
export function* assemble(
  parts: readonly (readonly number[])[],
  subject: LayoutSubject,
  positions: Positions,
  gap: number,
): Work<Positions> {
  const { radii, pinned } = subject;
  const held = parts.filter((nodes) => nodes.some((i) => pinned[i]));
  const loose = parts.filter((nodes) => !nodes.some((i) => pinned[i]));
  const anchor = boxOf(held.flat(), positions, radii);
  if (loose.length > 0) shelve(loose, positions, radii, gap, anchor?.left ?? 0, anchor ? anchor.bottom + gap : 0);
  yield* separate(positions, radii, pinned, { loose: !anchor });
  if (!anchor) recentre(subject, positions);
  return restorePinned(subject, positions);
}

/** Moves everything so that the middle of its box is the middle of the box before. */
export function recentre(subject: LayoutSubject, positions: Positions): void {
  const all = Array.from(subject.radii, (_, i) => i);
  const before = boxOf(all, subject.positions, subject.radii) ?? { left: 0, top: 0, right: 0, bottom: 0 };
  const after = boxOf(all, positions, subject.radii);
  if (!after) return;
  const dx = (before.left + before.right - after.left - after.right) / 2;
  const dy = (before.top + before.bottom - after.top - after.bottom) / 2;
  shift(all, positions, dx, dy);
}

/** Pinned nodes get back the very numbers they came with. */
export function restorePinned(subject: LayoutSubject, positions: Positions): Positions {
  for (let i = 0; i < subject.pinned.length; i++) {
    if (!subject.pinned[i]) continue;
    positions[2 * i] = subject.positions[2 * i]!;
    positions[2 * i + 1] = subject.positions[2 * i + 1]!;
  }
  return positions;
}

/** For layouts that put nodes into places of a pattern: pinned nodes keep theirs, the pattern of the others stands round the old middle. */
export function* onPattern(subject: LayoutSubject, positions: Positions): Work<Positions> {
  recentre(subject, positions);
  restorePinned(subject, positions);
  yield* separate(positions, subject.radii, subject.pinned);
  return restorePinned(subject, positions);
}
