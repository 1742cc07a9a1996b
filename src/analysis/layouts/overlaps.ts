import type { Work } from '../graph/work.ts';
import type { Positions } from './layout.ts';

/** Free room left between two items that would touch. */
export const GAP = 6;
const ROUNDS = 120;
/** Where items still overlap after so many rounds, the whole chart is given more room before the next ones. */
const ROUNDS_BEFORE_ROOM = 6;
const MORE_ROOM = 1.12;
/** Items at work at a stretch, between two reports. */
const STRETCH = 4_000;

/**
 * Items by the cells of a square grid, in flat arrays: those near a place are looked at alone. Cells are shared out by a hash, so
 * that a chart may be as wide as it likes; a cell then names more than is near, never less.
 */
class Grid {
  readonly #first: Int32Array;
  readonly #next: Int32Array;
  readonly #mask: number;
  readonly #size: number;
  /** Answer of `near`: the first `found` of these. */
  readonly near: Int32Array;
  readonly #cells = new Int32Array(9);

  constructor(items: number, size: number) {
    const cells = 2 ** Math.ceil(Math.log2(Math.max(16, 2 * items)));
    this.#first = new Int32Array(cells);
    this.#next = new Int32Array(items);
    this.#mask = cells - 1;
    this.#size = size;
    this.near = new Int32Array(items);
    this.clear();
  }
  clear(): void {
    this.#first.fill(-1);
  }
  #cell(cx: number, cy: number): number {
    return (Math.imul(cx, 73_856_093) ^ Math.imul(cy, 19_349_663)) & this.#mask;
  }
  add(i: number, x: number, y: number): void {
    const cell = this.#cell(Math.floor(x / this.#size), Math.floor(y / this.#size));
    this.#next[i] = this.#first[cell]!;
    this.#first[cell] = i;
  }
  /** Puts the items of the nine cells round a place into `near`, each once; how many there are. */
  look(x: number, y: number): number {
    const cx = Math.floor(x / this.#size);
    const cy = Math.floor(y / this.#size);
    let found = 0;
    let seen = 0;
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++) {
        const cell = this.#cell(cx + dx, cy + dy);
        // Two of the nine may share a hash.
        let again = false;
        for (let k = 0; k < seen; k++) if (this.#cells[k] === cell) again = true;
        if (again) continue;
        this.#cells[seen++] = cell;
        for (let i = this.#first[cell]!; i >= 0; i = this.#next[i]!) this.near[found++] = i;
      }
    return found;
  }
}

function gridFor(radii: Float64Array): Grid {
  let largest = 1;
  for (const r of radii) largest = Math.max(largest, r);
  return new Grid(radii.length, 2 * largest + GAP);
}

/**
 * Scales a part about its middle until its items would fit beside each other, were they dealt out evenly: distances keep
 * their proportions, and so the normalised stress. Only for parts without pinned items.
 */
export function giveRoom(nodes: readonly number[], positions: Positions, radii: Float64Array): void {
  if (nodes.length < 3) return;
  let needed = 0;
  let [sx, sy, sxx, syy] = [0, 0, 0, 0];
  for (const i of nodes) {
    const x = positions[2 * i]!;
    const y = positions[2 * i + 1]!;
    needed += (2 * radii[i]! + GAP) ** 2;
    sx += x;
    sy += y;
    sxx += x * x;
    syy += y * y;
  }
  const n = nodes.length;
  // An ellipse with these standard deviations, evenly filled, has the area 4π·σx·σy.
  const area = 4 * Math.PI * Math.sqrt(Math.max(0, sxx / n - (sx / n) ** 2) * Math.max(0, syy / n - (sy / n) ** 2));
  if (area > 0 && area < needed) scale(nodes, positions, Math.min(50, Math.sqrt(needed / area)));
}

function scale(nodes: Iterable<number>, positions: Positions, by: number): void {
  for (const i of nodes) {
    positions[2 * i]! *= by;
    positions[2 * i + 1]! *= by;
  }
}

/**
 * Moves items apart until none overlaps, in place: overlapping pairs push each other half the way (a pinned one not at all).
 * Where nothing is pinned, `loose` gives the whole chart more room as long as many still overlap. What does not settle
 * is moved to the nearest free place. Items that are pinned onto each other stay so.
 */
export function* separate(
  positions: Positions,
  radii: Float64Array,
  pinned: Uint8Array,
  { loose = false }: { readonly loose?: boolean } = {},
): Work<void> {
  const n = radii.length;
  const all = Array.from(radii, (_, i) => i);
  const grid = gridFor(radii);
  for (let round = 0; round < ROUNDS; round++) {
    grid.clear();
    for (let i = 0; i < n; i++) grid.add(i, positions[2 * i]!, positions[2 * i + 1]!);
    let pushed = 0;
    for (let i = 0; i < n; i++) {
      const near = grid.look(positions[2 * i]!, positions[2 * i + 1]!);
      for (let k = 0; k < near; k++) {
        const j = grid.near[k]!;
        if (j <= i || (pinned[i] && pinned[j])) continue;
        let dx = positions[2 * j]! - positions[2 * i]!;
        let dy = positions[2 * j + 1]! - positions[2 * i + 1]!;
        const wanted = radii[i]! + radii[j]! + GAP;
        if (dx >= wanted || dx <= -wanted || dy >= wanted || dy <= -wanted) continue;
        let d = Math.sqrt(dx * dx + dy * dy);
        if (d >= wanted) continue;
        if (d < 1e-6) {
          // On the same spot: part them in a direction of their own, the same in every run.
          const angle = i * 2.399963 + j;
          dx = Math.cos(angle);
          dy = Math.sin(angle);
          d = 1;
        }
        pushed++;
        const push = (wanted - Math.min(d, wanted) + 0.5) / d;
        const mine = pinned[i] ? 0 : pinned[j] ? 1 : 0.5;
        positions[2 * i]! -= dx * push * mine;
        positions[2 * i + 1]! -= dy * push * mine;
        positions[2 * j]! += dx * push * (1 - mine);
        positions[2 * j + 1]! += dy * push * (1 - mine);
      }
      if (i % STRETCH === STRETCH - 1) yield { done: round + i / n, of: ROUNDS, stage: 'overlaps' };
    }
    if (pushed === 0) return;
    if (loose && round % ROUNDS_BEFORE_ROOM === ROUNDS_BEFORE_ROOM - 1 && pushed > n / 20)
      scale(all, positions, MORE_ROOM);
    if (round % 5 === 4) yield { done: round + 1, of: ROUNDS, stage: 'overlaps' };
  }
  yield* settleRest(positions, radii, pinned, grid);
}

/**
 * What still overlaps goes, one by one, to the nearest free place on a spiral round its own; whatever overlaps nothing, and
 * what is pinned, stays.
 */
function* settleRest(positions: Positions, radii: Float64Array, pinned: Uint8Array, grid: Grid): Work<void> {
  const n = radii.length;
  const free = (i: number, x: number, y: number) => {
    const near = grid.look(x, y);
    for (let k = 0; k < near; k++) {
      const j = grid.near[k]!;
      const dx = positions[2 * j]! - x;
      const dy = positions[2 * j + 1]! - y;
      const wanted = radii[i]! + radii[j]! + GAP / 2;
      if (j !== i && dx * dx + dy * dy < wanted * wanted) return false;
    }
    return true;
  };
  grid.clear();
  for (let i = 0; i < n; i++) if (pinned[i]) grid.add(i, positions[2 * i]!, positions[2 * i + 1]!);
  const rest: number[] = [];
  for (let i = 0; i < n; i++) {
    if (pinned[i]) continue;
    if (free(i, positions[2 * i]!, positions[2 * i + 1]!)) grid.add(i, positions[2 * i]!, positions[2 * i + 1]!);
    else rest.push(i);
  }
  for (const [at, i] of rest.entries()) {
    const x = positions[2 * i]!;
    const y = positions[2 * i + 1]!;
    const step = Math.max(4, radii[i]! / 2);
    for (let k = 1; ; k++) {
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
    if (at % 100 === 99) yield { done: at + 1, of: rest.length, stage: 'overlaps' };
  }
}

/** Pairs of items whose circles cover each other by more than a hundredth of a unit. */
export function overlapsOf(positions: Positions, radii: Float64Array): number {
  const grid = gridFor(radii);
  let pairs = 0;
  for (let i = 0; i < radii.length; i++) {
    const x = positions[2 * i]!;
    const y = positions[2 * i + 1]!;
    const near = grid.look(x, y);
    for (let k = 0; k < near; k++) {
      const j = grid.near[k]!;
      if (Math.hypot(positions[2 * j]! - x, positions[2 * j + 1]! - y) < radii[i]! + radii[j]! - 0.01) pairs++;
    }
    grid.add(i, x, y);
  }
  return pairs;
}
