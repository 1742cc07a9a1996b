import type { Point } from './link-geometry.ts';

export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function centred(at: Point, width: number, height: number): Rect {
  return { left: at.x - width / 2, right: at.x + width / 2, top: at.y - height / 2, bottom: at.y + height / 2 };
}

export function overlap(a: Rect, b: Rect): number {
  const w = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const h = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return w > 0 && h > 0 ? w * h : 0;
}

const CELL = 80;

/** Rectangles that labels keep clear of, found by where they are. */
export class Obstacles {
  readonly #cells = new Map<number, { rect: Rect; weight: number }[]>();

  /** `weight`: how bad it is to cover a unit of area of it. */
  add(rect: Rect, weight: number): void {
    const entry = { rect, weight };
    for (const key of cells(rect)) {
      const list = this.#cells.get(key);
      if (list) list.push(entry);
      else this.#cells.set(key, [entry]);
    }
  }

  /** Area covered, weighted; 0 = clear. */
  cost(rect: Rect): number {
    let cost = 0;
    const seen = new Set<object>();
    for (const key of cells(rect)) {
      for (const entry of this.#cells.get(key) ?? []) {
        const area = overlap(entry.rect, rect);
        // One that lies in several cells is met in each.
        if (area === 0 || seen.has(entry)) continue;
        seen.add(entry);
        cost += area * entry.weight;
      }
    }
    return cost;
  }
}

function* cells(r: Rect): Generator<number> {
  for (let x = Math.floor(r.left / CELL); x <= Math.floor(r.right / CELL); x++)
    for (let y = Math.floor(r.top / CELL); y <= Math.floor(r.bottom / CELL); y++) yield x * 1_000_003 + y;
}

/** Middle first, then outwards; never nearer to an end than 30 %. */
export const SLIDES: readonly number[] = [0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7];

export interface LabelForm {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

export interface PlacedLabel {
  readonly form: LabelForm;
  readonly at: Point;
  /** 0 = touches nothing. */
  readonly cost: number;
}

/**
 * Slides a label along its line until it is clear of everything; tries its narrower forms, and as a last resort a place just
 * beside the line. The place that covers least wins: on paper no label may go.
 */
export function placeLabel(
  forms: readonly LabelForm[],
  along: (t: number) => Point,
  obstacles: Obstacles,
): PlacedLabel {
  let best: PlacedLabel | undefined;
  for (const aside of [0, 1, -1]) {
    for (const form of forms) {
      for (const t of SLIDES) {
        const p = along(t);
        const at = aside === 0 ? p : beside(p, along(t + 0.02), aside * (form.height / 2 + 3));
        const cost = obstacles.cost(centred(at, form.width, form.height));
        if (!best || cost < best.cost) best = { form, at, cost };
        if (cost === 0) return best;
      }
    }
  }
  return best!;
}

function beside(p: Point, next: Point, distance: number): Point {
  const dx = next.x - p.x;
  const dy = next.y - p.y;
  const length = Math.hypot(dx, dy) || 1;
  return { x: p.x - (dy / length) * distance, y: p.y + (dx / length) * distance };
}
