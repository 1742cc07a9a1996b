import { visibleText } from '../labels/visible-text.ts';
import type { SheetFrame } from '../scene/frame.ts';
import type { PathShape, Shape } from '../scene/scene.ts';
import { categoryColour } from '../style/colours.ts';
import { LINE, lineOfText, SIZE } from '../table/table-layout.ts';
import { wrapText } from '../table/wrap-text.ts';
import type { Slab, Type } from './slab.ts';

/** Dashes by which curves are told apart without colour, in CSS px; each has a letter too. */
export const CURVE_DASHES: readonly (readonly number[])[] = [[], [7, 3], [2, 3], [9, 3, 2, 3], [1, 2], [4, 2, 1, 2]];
/** Category whose colour a curve has. */
export const CURVE_CATEGORIES: readonly number[] = [1, 2, 3, 4, 6, 9];

export interface CurvesPart {
  readonly kind: 'curves';
  /** Words on the axes. */
  readonly across: string;
  readonly up: string;
  /** What `across` runs to. */
  readonly most: number;
  /** Values 0 to 1 after 0, 1, 2 … of `most`; `low` and `high`: between them lies a band. Called by letter and name in the key. */
  readonly curves: readonly {
    readonly name: string;
    readonly letter: string;
    readonly values: readonly number[];
    readonly low?: readonly number[];
    readonly high?: readonly number[];
  }[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the letter of each curve stands: on the curve on its way down, none nearer than `room` to another where that can be had. */
export function letterPlaces(
  curves: readonly (readonly number[])[],
  at: (step: number, value: number) => Point,
  room: number,
): readonly Point[] {
  const placed: Point[] = [];
  curves.forEach((values, k) => {
    const below = values.findIndex((v) => v < 0.75 - 0.1 * k);
    const wanted = Math.max(0, below < 0 ? values.length - 1 : below - 1);
    const stride = Math.max(1, Math.floor(values.length / 200));
    const free = (p: Point) => placed.every((q) => Math.hypot(p.x - q.x, p.y - q.y) >= room);
    let best = at(wanted, values[wanted] ?? 0);
    for (let d = 0; d < values.length && !free(best); d += stride) {
      const next = [wanted + d, wanted - d]
        .filter((i) => i >= 0 && i < values.length)
        .map((i) => at(i, values[i]!))
        .find(free);
      if (next) best = next;
    }
    placed.push(best);
  });
  return placed;
}

/** Points a line is drawn with at most: finer than any sheet. */
const MOST_POINTS = 600;

/** The steps of a curve that are drawn: all, or evenly many, with the last. */
function drawnSteps(length: number): number[] {
  const stride = Math.max(1, Math.ceil(length / MOST_POINTS));
  const steps: number[] = [];
  for (let i = 0; i < length - 1; i += stride) steps.push(i);
  if (length > 0) steps.push(length - 1);
  return steps;
}

const HEIGHT = 62;
const AXIS = 9;
const SAMPLE = 11;
/** mm per CSS px of dash. */
const DASH = 0.26;
const MARKS = [0, 0.25, 0.5, 0.75, 1];

/** Curves over common axes, with a key: lines, dashes and letters, so that they are told apart without colour. */
export function curvesSlab(part: CurvesPart, room: number, frame: SheetFrame, type: Type): Slab {
  const { colours, theme } = frame;
  const keyWidth = Math.min(90, room * 0.38);
  const wide = room - keyWidth - 6;
  const key = part.curves.map((c) =>
    wrapText(visibleText(`${c.letter} · ${c.name}`), keyWidth - SAMPLE - 2, { ...type, weight: 400, size: SIZE }),
  );
  const keyHeight = key.reduce((sum, lines) => sum + lines.length * LINE + 1.2, 0);
  const height = Math.max(HEIGHT + AXIS + LINE, keyHeight);
  const ink = (k: number) => categoryColour(theme, CURVE_CATEGORIES[k % CURVE_CATEGORIES.length]!).ink;
  const line = (k: number, d: string): PathShape => ({
    kind: 'path',
    d,
    fill: 'none',
    stroke: ink(k),
    strokeWidth: 0.45,
    ...dashed(CURVE_DASHES[k % CURVE_DASHES.length]!),
  });
  const shapes = (left: number, top: number): Shape[] => {
    const origin = { x: left + AXIS, y: top + LINE + HEIGHT };
    const at = (step: number, value: number): Point => ({
      x: origin.x + (step / Math.max(1, part.most)) * (wide - AXIS),
      y: origin.y - value * (HEIGHT - 2),
    });
    const way = (values: readonly number[], steps: readonly number[]) =>
      steps.map((q) => at(q, values[q]!)).map((p) => `${p.x.toFixed(2)} ${p.y.toFixed(2)}`);
    const words = (text: string, x: number, y: number, anchor: 'start' | 'end') =>
      lineOfText(text, x, y, anchor, 400, colours.text2);
    const out: Shape[] = [words(visibleText(part.up), left, top - 0.6, 'start')];
    for (const value of [0, 0.5, 1]) {
      const { x, y } = at(0, value);
      out.push(
        {
          kind: 'path',
          d: `M${x} ${y}h${wide - AXIS}`,
          fill: 'none',
          stroke: value === 0 ? colours.nodeLine : colours.lineStrong,
          strokeWidth: value === 0 ? 0.3 : 0.12,
        },
        words(type.figure(value), x - 1.5, y - LINE / 2, 'end'),
      );
    }
    for (const mark of new Set(MARKS.map((m) => Math.round(m * part.most))))
      out.push({
        ...lineOfText(type.figure(mark), at(mark, 0).x, origin.y + 1, 'start', 400, colours.text2),
        anchor: 'middle',
      } as Shape);
    out.push(words(visibleText(part.across), origin.x, origin.y + 1 + LINE, 'start'));
    for (const { low, high } of part.curves) {
      if (!low || !high) continue;
      const steps = drawnSteps(Math.min(low.length, high.length));
      out.push({
        kind: 'path',
        d: `M${[...way(high, steps), ...way(low, [...steps].reverse())].join('L')}Z`,
        fill: colours.hover,
        stroke: 'none',
        strokeWidth: 0,
      });
    }
    part.curves.forEach(({ values }, k) => {
      if (values.length > 0) out.push(line(k, `M${way(values, drawnSteps(values.length)).join('L')}`));
    });
    letterPlaces(
      part.curves.map((c) => c.values),
      at,
      4,
    ).forEach(({ x, y }, k) => {
      // On a ground of its own, so that no line crosses the letter.
      out.push({ kind: 'circle', x, y, r: 1.7, fill: colours.canvas, stroke: ink(k), strokeWidth: 0.2 }, {
        ...lineOfText(part.curves[k]!.letter, x, y - LINE / 2 - 0.15, 'start', 600, colours.text),
        anchor: 'middle',
      } as Shape);
    });
    let y = top;
    key.forEach((lines, k) => {
      const x = left + wide + 6;
      out.push(line(k, `M${x} ${y + LINE / 2}h${SAMPLE}`));
      lines.forEach((text, i) => {
        out.push(lineOfText(text, x + SAMPLE + 2, y + i * LINE, 'start', 400, colours.text));
      });
      y += lines.length * LINE + 1.2;
    });
    return out;
  };
  return { height, gap: 2, shapes };
}

function dashed(dash: readonly number[]): Pick<PathShape, 'dash' | 'cap'> {
  return dash.length === 0 ? {} : { dash: dash.map((d) => d * DASH), cap: 'butt' };
}
