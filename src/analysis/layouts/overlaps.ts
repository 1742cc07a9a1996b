import type { Work } from '../graph/work.ts';
import type { Positions } from './layout.ts';

/** Free room left between two items that would touch. */
export const GAP = 6;
const ROUNDS = 120;

/** Cells of a square grid with the nodes in each, to look at near pairs alone. */
class Grid {
  readonly #cells = new Map<number, number[]>();
  readonly #size: number;
  constructor(size: number) {
    this.#size = size;
  }
  #key(cx: number, cy: number): number {
    return (cx + 1_048_576) * 2_097_152 + (cy + 1_048_576);
  }
  add(i: number, x: number, y: number): void {
    const key = this.#key(Math.floor(x / this.#size), Math.floor(y / this.#size));
    const cell = this.#cells.get(key);
    if (cell) cell.push(i);
    else this.#cells.set(key, [i]);
  }
  /** Nodes of the nine cells round a place, in a fixed order. */
  *near(x: number, y: number): Generator<number> {
    const cx = Math.floor(x / this.#size);
    const cy = Math.floor(y / this.#size);
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++) {
        const cell = this.#cells.get(this.#key(cx + dx, cy + dy));
        if (cell) yield* cell;
      }
  }
}

function gridOf(positions: Positions, radii: Float64Array): Grid {
  let largest = 1;
  for (const r of radii) largest = Math.max(largest, r);
  const grid = new Grid(2 * largest + GAP);
  for (let i = 0; i < radii.length; i++) grid.add(i, positions[2 * i]!, positions[2 * i + 1]!);
  return grid;
}

/**
 * Moves items apart until none overlaps, in place: overlapping pairs push each other half the way (a pinned one not at all);
 * where that does not settle, the rest is moved to the nearest free place. Items that are pinned onto each other stay so.
 */
export function* separate(positions: Positions, radii: Float64Array, pinned: Uint8Array): Work<void> {
  const n = radii.length;
  for (let round = 0; round < ROUNDS; round++) {
    const grid = gridOf(positions, radii);
    let moved = false;
    for (let i = 0; i < n; i++) {
      for (const j of grid.near(positions[2 * i]!, positions[2 * i + 1]!)) {
        if (j <= i || (pinned[i] && pinned[j])) continue;
        let dx = positions[2 * j]! - positions[2 * i]!;
        let dy = positions[2 * j + 1]! - positions[2 * i + 1]!;
        let d = Math.hypot(dx, dy);
        const wanted = radii[i]! + radii[j]! + GAP;
        if (d >= wanted) continue;
        if (d < 1e-6) {
          // On the same spot: part them in a direction of their own, the same in every run.
          const angle = i * 2.399963 + j;
          dx = Math.cos(angle);
          dy = Math.sin(angle);
          d = 1;
        }
        moved = true;
        const push = (wanted - Math.min(d, wanted) + 0.5) / d;
        const mine = pinned[i] ? 0 : pinned[j] ? 1 : 0.5;
        positions[2 * i]! -= dx * push * mine;
        positions[2 * i + 1]! -= dy * push * mine;
        positions[2 * j]! += dx * push * (1 - mine);
        positions[2 * j + 1]! += dy * push * (1 - mine);
      }
    }
    if (!moved) return;
    if (round % 5 === 4) yield { done: round, of: ROUNDS, stage: 'overlaps' };
  }
  settleRest(positions, radii, pinned);
}

/** Puts items down one by one, pinned ones first, each at its place or at the nearest free one on a spiral round it. */
function settleRest(positions: Positions, radii: Float64Array, pinned: Uint8Array): void {
  const n = radii.length;
  let largest = 1;
  for (const r of radii) largest = Math.max(largest, r);
  const grid = new Grid(2 * largest + GAP);
  const free = (i: number, x: number, y: number) => {
    for (const j of grid.near(x, y)) {
      if (Math.hypot(positions[2 * j]! - x, positions[2 * j + 1]! - y) < radii[i]! + radii[j]! + GAP / 2) return false;
    }
    return true;
  };
  for (let i = 0; i < n; i++) if (pinned[i]) grid.add(i, positions[2 * i]!, positions[2 * i + 1]!);
  for (let i = 0; i < n; i++) {
    if (pinned[i]) continue;
    const x = positions[2 * i]!;
    const y = positions[2 * i + 1]!;
    const step = Math.max(4, radii[i]! / 2);
    for (let k = 0; ; k++) {
      const far = step * Math.sqrt(k);
      const angle = k * 2.399963;
      const px = x + far * Math.cos(angle);
      const py = y + far * Math.sin(angle);
      if (!free(i, px, py)) continue;
      positions[2 * i] = px;
      positions[2 * i + 1] = py;
      grid.add(i, px, py);
      break;
    }
  }
}
