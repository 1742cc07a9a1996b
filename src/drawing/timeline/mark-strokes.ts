import type { ChartColours } from '../style/colours.ts';
import type { Pen } from './pen.ts';
import { dashOf, diamond } from './picture.ts';

/** How a mark stands: seen, outside the window or the filter, selected. */
export const IN = 0;
export const FAR = 1;
export const CHOSEN = 2;
/** What is drawn last stands above. */
export const STATES = [FAR, IN, CHOSEN] as const;

/** Px a bracket reaches inwards. */
const BRACKET = 3;

/**
 * Coordinates gathered by how they are drawn, so that each style is set once a frame. `line`: x, top, x, bottom · `bar`, `unsure`: begin, y, end,
 * which ends are open (1, 2) · `tick`, `block`, `diamond`: x, y · `arrow`: x, y, side it points from (−1, 1).
 */
export class GatheredMarks {
  readonly #points = new Map<string, number[]>();

  of(kind: Kind, state: number, strength: number): number[] {
    const key = `${kind} ${state} ${strength}`;
    let points = this.#points.get(key);
    if (!points) {
      points = [];
      this.#points.set(key, points);
    }
    return points;
  }
  at(kind: Kind, state: number, strength: number): readonly number[] | undefined {
    return this.#points.get(`${kind} ${state} ${strength}`);
  }
}

type Kind = 'line' | 'bar' | 'unsure' | 'tick' | 'block' | 'diamond' | 'arrow';

interface Strokes {
  readonly pen: Pen;
  readonly marks: GatheredMarks;
  /** Px: half of a mark. */
  readonly r: number;
  readonly colours: ChartColours;
}

/** Draws what was gathered, quiet things first and the selection last. */
export function strokeMarks(strokes: Strokes): void {
  const { pen, colours } = strokes;
  const inks = [colours.link, colours.far, colours.accent];
  for (const state of STATES) {
    const ink = inks[state]!;
    pen.strokeStyle = ink;
    for (let strength = 0; strength < 3; strength++) {
      pen.lineWidth = state === CHOSEN ? 2 : 1;
      lines(strokes, state, strength);
    }
    pen.setLineDash([]);
    bars(strokes, state, ink);
    unsure(strokes, state, ink);
    pen.strokeStyle = ink;
    pen.lineWidth = 1;
    pen.setLineDash([]);
    ticks(strokes, state);
    diamonds(strokes, state, ink);
    arrows(strokes, state, ink);
  }
}

function lines({ pen, marks }: Strokes, state: number, strength: number): void {
  const points = marks.at('line', state, strength);
  if (!points) return;
  pen.setLineDash([...dashOf(strength)]);
  pen.beginPath();
  for (let i = 0; i < points.length; i += 4) {
    pen.moveTo(points[i]!, points[i + 1]!);
    pen.lineTo(points[i + 2]!, points[i + 3]!);
  }
  pen.stroke();
}

/** Something that went on: a bar; its edge is the grade. Open ends have no edge. */
function bars({ pen, marks, r, colours }: Strokes, state: number, ink: string): void {
  for (let strength = 0; strength < 3; strength++) {
    const points = marks.at('bar', state, strength);
    if (!points) continue;
    pen.setLineDash([]);
    pen.fillStyle = state === CHOSEN ? colours.accentSoft : colours.groupFill;
    for (let i = 0; i < points.length; i += 4)
      pen.fillRect(points[i]!, points[i + 1]! - r, points[i + 2]! - points[i]!, 2 * r);
    pen.strokeStyle = ink;
    pen.lineWidth = state === CHOSEN ? 2 : 1;
    pen.setLineDash([...dashOf(strength)]);
    pen.beginPath();
    for (let i = 0; i < points.length; i += 4) {
      const [x0, x1, open] = [Math.round(points[i]!) + 0.5, Math.round(points[i + 2]!) + 0.5, points[i + 3]!];
      const middle = Math.round(points[i + 1]!) + 0.5;
      const [t, b] = [middle - r, middle + r];
      pen.moveTo(x0, t);
      pen.lineTo(x1, t);
      pen.moveTo(x0, b);
      pen.lineTo(x1, b);
      if ((open & 1) === 0) {
        pen.moveTo(x0, t);
        pen.lineTo(x0, b);
      }
      if ((open & 2) === 0) {
        pen.moveTo(x1, t);
        pen.lineTo(x1, b);
      }
    }
    pen.stroke();
  }
  pen.setLineDash([]);
}

/** Some time between two ends: a dashed span between brackets. An open end has none. */
function unsure({ pen, marks, r }: Strokes, state: number, ink: string): void {
  const half = r - 1;
  pen.strokeStyle = ink;
  for (let strength = 0; strength < 3; strength++) {
    const points = marks.at('unsure', state, strength);
    if (!points) continue;
    pen.lineWidth = state === CHOSEN ? 2 : 1.25;
    pen.setLineDash([4, 3]);
    pen.beginPath();
    for (let i = 0; i < points.length; i += 4) {
      const y = Math.round(points[i + 1]!) + 0.5;
      pen.moveTo(points[i]!, y);
      pen.lineTo(points[i + 2]!, y);
    }
    pen.stroke();
    pen.setLineDash([]);
    pen.beginPath();
    for (let i = 0; i < points.length; i += 4) {
      const [y, open] = [points[i + 1]!, points[i + 3]!];
      for (const [x, bit, inward] of [
        [points[i]!, 1, BRACKET],
        [points[i + 2]!, 2, -BRACKET],
      ] as const)
        if ((open & bit) === 0) {
          pen.moveTo(x + inward, y - half);
          pen.lineTo(x, y - half);
          pen.lineTo(x, y + half);
          pen.lineTo(x + inward, y + half);
        }
    }
    pen.stroke();
  }
}

function ticks({ pen, marks, r }: Strokes, state: number): void {
  const ticks = marks.at('tick', state, 0);
  if (ticks) {
    pen.beginPath();
    for (let i = 0; i < ticks.length; i += 2) {
      pen.moveTo(ticks[i]!, ticks[i + 1]! - r);
      pen.lineTo(ticks[i]!, ticks[i + 1]! + r);
    }
    pen.stroke();
  }
  const blocks = marks.at('block', state, 0);
  if (!blocks) return;
  pen.fillStyle = pen.strokeStyle;
  for (let i = 0; i < blocks.length; i += 2) pen.fillRect(blocks[i]!, blocks[i + 1]! - r - 3, 1, 2 * r + 6);
}

/** Filled: confirmed; left half filled: unconfirmed; hollow: tentative. */
function diamonds({ pen, marks, r, colours }: Strokes, state: number, ink: string): void {
  const around = state === CHOSEN ? r + 1 : r;
  for (let strength = 0; strength < 3; strength++) {
    const points = marks.at('diamond', state, strength);
    if (!points) continue;
    pen.beginPath();
    for (let i = 0; i < points.length; i += 2)
      diamond(pen, points[i]!, points[i + 1]!, strength === 0 ? around : around - 0.5);
    pen.fillStyle = strength === 0 ? ink : colours.canvas;
    pen.fill();
    if (strength === 0) continue;
    pen.strokeStyle = ink;
    pen.lineWidth = 1.25;
    pen.stroke();
    if (strength === 2) continue;
    pen.beginPath();
    for (let i = 0; i < points.length; i += 2) {
      const [x, y] = [points[i]!, points[i + 1]!];
      pen.moveTo(x, y - around);
      pen.lineTo(x, y + around);
      pen.lineTo(x - around, y);
      pen.closePath();
    }
    pen.fillStyle = ink;
    pen.fill();
  }
}

function arrows({ pen, marks, r }: Strokes, state: number, ink: string): void {
  const points = marks.at('arrow', state, 0);
  if (!points) return;
  pen.beginPath();
  for (let i = 0; i < points.length; i += 3) {
    const [x, y, side] = [points[i]!, points[i + 1]!, points[i + 2]!];
    const tip = y - side * (r + 1);
    pen.moveTo(x, tip);
    pen.lineTo(x - 3.5, tip - side * 6);
    pen.lineTo(x + 3.5, tip - side * 6);
    pen.closePath();
  }
  pen.fillStyle = ink;
  pen.fill();
}
