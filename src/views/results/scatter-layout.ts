import type { Id } from '#domain/record';

export interface Point {
  readonly id: Id;
  readonly x: number;
  readonly y: number;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
}

/** Room around the points for axes and their words, pixels. */
export const MARGIN = { left: 56, right: 16, top: 14, bottom: 36 } as const;

/** Round numbers from 0 to at least `most`, at most about `many` of them: 1, 2 or 5 times a power of ten apart. */
export function ticksTo(most: number, many = 5): number[] {
  if (!(most > 0) || !Number.isFinite(most)) return [0, 1];
  const raw = most / many;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((k) => k * power).find((s) => s >= raw * (1 - 1e-9)) ?? 10 * power;
  const count = Math.ceil((most / step) * (1 - 1e-12));
  return Array.from({ length: count + 1 }, (_, i) => i * step);
}

/** From values to pixels; both axes begin at 0, or at the lowest value below it. */
export function scales(points: readonly Point[], { width, height }: Frame) {
  const xTicks = ticksTo(points.reduce((m, p) => Math.max(m, p.x), 0));
  const yTicks = ticksTo(points.reduce((m, p) => Math.max(m, p.y), 0));
  const low = { x: points.reduce((m, p) => Math.min(m, p.x), 0), y: points.reduce((m, p) => Math.min(m, p.y), 0) };
  const [w, h] = [width - MARGIN.left - MARGIN.right, height - MARGIN.top - MARGIN.bottom];
  const [mostX, mostY] = [xTicks.at(-1)!, yTicks.at(-1)!];
  return {
    xTicks,
    yTicks,
    x: (v: number) => MARGIN.left + ((v - low.x) / (mostX - low.x)) * w,
    y: (v: number) => MARGIN.top + h - ((v - low.y) / (mostY - low.y)) * h,
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const mid = sorted.length >> 1;
  if (sorted.length === 0) return 0;
  return sorted.length % 2 === 1 ? sorted[mid]! : (sorted[mid - 1]! + sorted[mid]!) / 2;
}

/** Few by the first, much by the second: the quiet ones, by how far their place by y is ahead of that by x. */
const MOST_OF_A_KIND = 6;

/** Who stands out and is worth a name: the first by either measure, and those whose places differ most in favour of y. */
export function standOuts(points: readonly Point[]): Id[] {
  const byX = [...points].sort((a, b) => b.x - a.x);
  const byY = [...points].sort((a, b) => b.y - a.y);
  const placeX = new Map(byX.map((p, i) => [p.id, i]));
  const quiet = byY
    .slice(0, Math.max(MOST_OF_A_KIND, Math.ceil(points.length / 4)))
    .map((p, i) => ({ id: p.id, ahead: placeX.get(p.id)! - i }))
    .filter((p) => p.ahead > 0)
    .sort((a, b) => b.ahead - a.ahead);
  const ids = new Set<Id>();
  for (let i = 0; i < MOST_OF_A_KIND; i++)
    for (const list of [byY, quiet, byX]) {
      const one = list[i];
      if (one) ids.add(one.id);
    }
  return [...ids];
}

export interface Label {
  readonly id: Id;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
}

/** Places for names beside their points, in order of importance: one that would lie over another, or over the edge, is left out. */
export function placeLabels(
  wanted: readonly { readonly id: Id; readonly x: number; readonly y: number; readonly width: number }[],
  frame: Frame,
): Label[] {
  const taken: { l: number; r: number; t: number; b: number }[] = [];
  const placed: Label[] = [];
  for (const w of wanted) {
    for (const [dx, dy, anchor] of [
      [8, 4, 'start'],
      [-8, 4, 'end'],
      [0, -9, 'start'],
      [0, 17, 'start'],
    ] as const) {
      const x = w.x + dx;
      const l = anchor === 'start' ? x : x - w.width;
      const box = { l, r: l + w.width, t: w.y + dy - 11, b: w.y + dy + 3 };
      const outside =
        box.l < MARGIN.left || box.r > frame.width || box.t < 0 || box.b > frame.height - MARGIN.bottom + 4;
      if (outside || taken.some((o) => box.l < o.r && o.l < box.r && box.t < o.b && o.t < box.b)) continue;
      taken.push(box);
      placed.push({ id: w.id, x, y: w.y + dy, anchor });
      break;
    }
  }
  return placed;
}
