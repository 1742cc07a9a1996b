import { fontMeasure } from '../fonts/coverage.ts';
import { visibleText } from '../labels/visible-text.ts';
import { emptyNote, type FrameInput, type SheetFrame, sheetFrame } from '../scene/frame.ts';
import type { Rect } from '../scene/label-placement.ts';
import type { Scene, Shape, TextShape } from '../scene/scene.ts';
import { POINT, sheetSize } from '../scene/sheet.ts';
import { heatStep, WEEK_HOURS } from './week-hours.ts';

export interface ActivityInput extends FrameInput {
  /** How many things begin in each bar, from the first to the last. */
  readonly counts: readonly number[];
  /** When each bar begins, and when the last one ends: one more than there are bars. */
  readonly edges: readonly string[];
  /** 168: weekday × 24 + hour. */
  readonly hours: readonly number[];
  /** Monday first. */
  readonly weekdays: readonly string[];
  readonly titles: { readonly bars: string; readonly hours: string; readonly sum: string };
  /** What is in neither picture. */
  readonly note: string;
}

const SIZE = 7.5 * POINT;
const LINE = 3.6;

/** When things happen, on paper: bars along time above, hours of the week below; every figure is printed where there is room for it. */
export function activitySheet(input: ActivityInput): Scene {
  const { words, sheet } = input;
  const size = sheetSize(sheet);
  const frame = sheetFrame(input, size);
  const scene = (layers: Scene['layers'], warnings: Scene['warnings'] = []): Scene => ({
    ...size,
    layers: [frame.ground, ...layers, ...frame.above()],
    warnings,
    scale: 1,
    patterns: [],
  });
  if (input.counts.every((n) => n === 0))
    return scene([emptyNote(frame, words('drawing.timeline.empty'))], [{ code: 'chart-empty' }]);
  const { area } = frame;
  const middle = area.top + (area.bottom - area.top) * 0.48;
  const shapes = [
    ...barShapes(input, { ...area, bottom: middle - 4 }, frame),
    ...hourShapes(input, { ...area, top: middle + 2, bottom: area.bottom - LINE }, frame),
    text(`${visibleText(input.note)} ${words('drawing.activity.shade')}`, area.left, area.bottom - 0.8, {
      fill: frame.colours.text2,
    }),
  ];
  return scene([{ name: 'timeline', shapes }]);
}

function text(content: string, x: number, y: number, rest: Partial<TextShape>): Shape {
  return { kind: 'text', text: content, x, y, size: SIZE, weight: 400, anchor: 'start', fill: '#000000', ...rest };
}

function barShapes(input: ActivityInput, area: Rect, { colours }: SheetFrame): Shape[] {
  const { counts, edges } = input;
  const measure = input.measure ?? fontMeasure;
  const wide = (t: string): number => measure(t, 400, SIZE);
  const out: Shape[] = [text(input.titles.bars, area.left, area.top + LINE, { weight: 600, fill: colours.text })];
  const most = Math.max(...counts);
  const scaleWidth = wide(String(most)) + 3;
  const plot = {
    left: area.left + scaleWidth,
    right: area.right,
    top: area.top + LINE + 6,
    bottom: area.bottom - LINE - 2,
  };
  const height = plot.bottom - plot.top;
  const step = (plot.right - plot.left) / counts.length;
  const line = (d: string, stroke: string): void => {
    out.push({ kind: 'path', d, fill: 'none', stroke, strokeWidth: 0.2 });
  };
  for (const n of roundSteps(most)) {
    const y = plot.bottom - (n / most) * height;
    line(`M${plot.left} ${y}h${plot.right - plot.left}`, n === 0 ? colours.nodeLine : colours.hover);
    out.push(text(String(n), plot.left - 1.5, y + 1, { anchor: 'end', fill: colours.text2 }));
  }
  const figures = counts.every((n) => wide(String(n)) < step);
  counts.forEach((n, i) => {
    if (n === 0) return;
    const x = plot.left + i * step;
    const high = (n / most) * height;
    out.push({
      kind: 'rect',
      x: x + step * 0.1,
      y: plot.bottom - high,
      width: step * 0.8,
      height: high,
      radius: 0,
      fill: colours.link,
      stroke: 'none',
      strokeWidth: 0,
    });
    if (figures)
      out.push(text(String(n), x + step / 2, plot.bottom - high - 0.8, { anchor: 'middle', fill: colours.text }));
  });
  // Every so many bars one says when it begins: as many as have room; the last edge ends the scale.
  const widest = Math.max(...edges.map(wide)) + 4;
  const every = Math.max(1, Math.ceil(widest / step));
  edges.forEach((label, i) => {
    if (
      i % every !== 0 ||
      (i > 0 && i + every > edges.length && i !== edges.length - 1 && (edges.length - 1 - i) * step < widest)
    )
      return;
    const x = plot.left + i * step;
    line(`M${x} ${plot.bottom}v1.2`, colours.nodeLine);
    const anchor = x + wide(label) / 2 > plot.right ? 'end' : i === 0 ? 'start' : 'middle';
    out.push(text(label, anchor === 'end' ? plot.right : x, plot.bottom + LINE + 0.6, { anchor, fill: colours.text2 }));
  });
  return out;
}

/** 0 and up to five round figures below or at the largest. */
export function roundSteps(most: number): readonly number[] {
  const rough = most / 5;
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  const step = [1, 2, 5, 10].map((m) => m * power).find((s) => s >= rough) ?? power * 10;
  const out: number[] = [];
  for (let n = 0; n <= most; n += Math.max(1, step)) out.push(n);
  return out;
}

function hourShapes(input: ActivityInput, area: Rect, { colours, theme }: SheetFrame): Shape[] {
  const { hours, weekdays, titles } = input;
  const measure = input.measure ?? fontMeasure;
  const out: Shape[] = [text(titles.hours, area.left, area.top + LINE, { weight: 600, fill: colours.text })];
  const left = area.left + Math.max(...[...weekdays, titles.sum].map((day) => measure(day, 400, SIZE))) + 3;
  const top = area.top + 2 * LINE + 2.5;
  const width = (area.right - left) / 25.4;
  const height = Math.min(10, (area.bottom - top) / 8.3);
  const largest = hours.reduce((a, b) => Math.max(a, b), 0);
  const sum = (cells: readonly number[]): number => cells.reduce((n, c) => n + (hours[c] ?? 0), 0);
  const cell = (row: number, column: number, n: number, shade: string | undefined): void => {
    const x = left + column * width + (column === 24 ? width * 0.4 : 0);
    const y = top + row * height + (row === 7 ? height * 0.3 : 0);
    if (shade !== undefined)
      out.push({
        kind: 'rect',
        x,
        y,
        width,
        height,
        radius: 0,
        fill: shade,
        stroke: colours.lineStrong,
        strokeWidth: 0.15,
      });
    if (n > 0) out.push(text(String(n), x + width / 2, y + height / 2 + 1, { anchor: 'middle', fill: colours.text }));
  };
  for (let h = 0; h < 24; h++)
    out.push(text(String(h), left + (h + 0.5) * width, top - 1.2, { anchor: 'middle', fill: colours.text2 }));
  out.push(text(titles.sum, left + 24.9 * width, top - 1.2, { anchor: 'middle', fill: colours.text2 }));
  const name = (label: string, row: number): void => {
    out.push(text(label, area.left, top + (row + (row === 7 ? 0.8 : 0.5)) * height + 1, { fill: colours.text2 }));
  };
  const ink = theme === 'monochrome' ? [0, 0, 0] : [10, 92, 176];
  for (let d = 0; d < 7; d++) {
    name(weekdays[d] ?? '', d);
    for (let h = 0; h < 24; h++) {
      const n = hours[d * 24 + h] ?? 0;
      // Never so dark that the figure in it could not be read.
      const share = (heatStep(n, largest) / 6) * 0.42;
      const shade = `#${ink
        .map((part) =>
          Math.round(255 + (part - 255) * share)
            .toString(16)
            .padStart(2, '0'),
        )
        .join('')}`;
      cell(d, h, n, shade);
    }
    cell(d, 24, sum(Array.from({ length: 24 }, (_, h) => d * 24 + h)), undefined);
  }
  name(titles.sum, 7);
  for (let h = 0; h < 24; h++) cell(7, h, sum(Array.from({ length: 7 }, (_, d) => d * 24 + h)), undefined);
  cell(7, 24, sum(Array.from({ length: WEEK_HOURS }, (_, c) => c)), undefined);
  return out;
}
