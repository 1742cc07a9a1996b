import type { Strength } from '#domain/link/link';
import { fontMeasure } from '../fonts/coverage.ts';
import { visibleText } from '../labels/visible-text.ts';
import { shortened } from '../scene/block.ts';
import { emptyNote, type FrameInput, type SheetFrame, sheetFrame } from '../scene/frame.ts';
import type { Layer, Scene, Shape, TextShape } from '../scene/scene.ts';
import { POINT, sheetSize } from '../scene/sheet.ts';
import { wrapText } from '../table/wrap-text.ts';
import { ARROW_BACK, ARROW_OUT, CODE_STROKE, type CodeId, codeStrokes } from './code-strokes.ts';

/** A cell that holds something; row and column from 0. */
export interface MatrixMark {
  readonly row: number;
  readonly column: number;
  readonly code: CodeId;
  readonly strength: Strength;
  /** Arrow from row to column; from column to row. */
  readonly out: boolean;
  readonly back: boolean;
  readonly links: number;
}

export interface MatrixInput extends FrameInput {
  /** Names in their order; of a protected person the pseudonym. */
  readonly names: readonly string[];
  /** With how many others each is associated. */
  readonly associated: readonly number[];
  readonly marks: readonly MatrixMark[];
  /** Rows before which a line stands. */
  readonly edges: readonly number[];
  /** Rows at which a group begins, and what it is called: nothing where those in none begin. Missing = no groups. */
  readonly groups?: readonly { readonly row: number; readonly text?: string }[];
  /** Only what stands below the diagonal. */
  readonly half: boolean;
  /** What the symbols mean: those that there are. */
  readonly legend: readonly { readonly code: CodeId; readonly strength: Strength; readonly text: string }[];
  /** Said before the first row: order, counts, what an empty cell means. */
  readonly note: string;
  readonly heads: { readonly name: string; readonly associated: string };
}

/** Lengths in mm. */
const CELL = 7.4;
const ROW = 4.6;
/** Of the line that bears the numbers of the columns, and the most their names take above it. */
const HEAD = 5;
const TURNED = 30;
const NAMES = 52;
const NUMBER = 5;
const COUNT = 18;
const TEXT = 7 * POINT;
const LINE = 3.4;
/** Millimetres of one unit of a symbol. */
const UNIT = 0.25;

/** A stretch of rows or columns on one sheet. */
interface Band {
  readonly from: number;
  readonly to: number;
}

const bands = (n: number, first: number, next: number): Band[] => {
  const out: Band[] = [];
  for (let at = 0; at < n; ) {
    const to = Math.min(n, at + Math.max(1, at === 0 ? first : next));
    out.push({ from: at, to });
    at = to;
  }
  return out;
};

/**
 * An association matrix on as many sheets as it takes, row by row of sheets: columns bear the numbers and names of the rows, and both are said again on
 * each sheet.
 * Of the half form, sheets that lie above the diagonal altogether are left out.
 */
export function matrixSheets(input: MatrixInput): readonly Scene[] {
  const { sheet, words, names, half } = input;
  const size = sheetSize(sheet);
  const measure = input.measure ?? fontMeasure;
  const first = sheetFrame(input, size, 'first');
  const next = sheetFrame(input, size, 'next');
  if (names.length === 0)
    return [
      scene(first, [emptyNote(first, words('drawing.table.empty')), ...first.above()], [{ code: 'chart-empty' }]),
    ];

  const width = first.area.right - first.area.left;
  const note = wrapText(visibleText(input.note), width, {
    measure,
    weight: 400,
    size: TEXT,
    locale: input.locale ?? 'en',
  });
  const legend = legendShapes(input, first, first.area.top + note.length * LINE + 1);
  const top = legend.bottom + 2;
  const turned = names.map((name) => shortened(visibleText(name), TURNED, 400, TEXT, measure));
  const head = HEAD + turned.reduce((most, name) => Math.max(most, measure(name, 400, TEXT)), 0) + 1;
  const fit = (free: number) => Math.floor((free - head) / ROW);
  const across = Math.floor((width - NAMES - COUNT) / CELL);
  const rows = bands(names.length, fit(first.area.bottom - top), fit(next.area.bottom - next.area.top));
  const columns = bands(names.length, across, across);
  const parts = rows.flatMap((r) => columns.flatMap((c) => (half && c.from >= r.to ? [] : [{ r, c }])));
  const marks = new Map<number, MatrixMark[]>();
  for (const mark of input.marks) {
    const list = marks.get(mark.row);
    if (list) list.push(mark);
    else marks.set(mark.row, [mark]);
  }
  return parts.map(({ r, c }, i) => {
    const frame = i === 0 ? first : next;
    const shapes = partShapes(input, frame, i === 0 ? top : frame.area.top, { head, turned }, r, c, marks, measure);
    const said = note.map((line, k) => text(line, frame.area.left, first.area.top + k * LINE, frame.colours.text2));
    return scene(frame, [
      { name: 'table', shapes: i === 0 ? [...said, ...legend.shapes, ...shapes] : shapes },
      ...frame.above({ number: i + 1, of: parts.length }),
    ]);
  });
}

function partShapes(
  { names, associated, edges, groups = [], half, heads }: MatrixInput,
  { area, colours }: SheetFrame,
  from: number,
  { head, turned }: { readonly head: number; readonly turned: readonly string[] },
  rows: Band,
  columns: Band,
  marks: ReadonlyMap<number, readonly MatrixMark[]>,
  measure: typeof fontMeasure,
): Shape[] {
  const out: Shape[] = [];
  const left = area.left + NAMES;
  const body = from + head;
  const top = body - HEAD;
  const edge = new Set(edges);
  const rule = (x: number, y: number, dx: number, dy: number, strong: boolean): void => {
    out.push({
      kind: 'path',
      d: `M${x} ${y}l${dx} ${dy}`,
      fill: 'none',
      stroke: strong ? colours.nodeLine : colours.lineStrong,
      strokeWidth: strong ? 0.3 : 0.1,
    });
  };
  /** Columns of a row that are drawn on this sheet. */
  const reach = (row: number) => Math.min(columns.to, half ? row : columns.to);
  const lastHere = reach(rows.to - 1);
  out.push(text(heads.name, area.left + NUMBER + 1.5, top + 0.6, colours.text, 600));
  for (let c = columns.from; c < lastHere; c++) {
    const middle = left + (c - columns.from + 0.5) * CELL;
    out.push(text(String(c + 1), middle, top + 0.6, colours.text2, 400, 'middle'));
    out.push({ ...turnedText(turned[c] ?? '', middle, top), fill: colours.text });
  }
  const counts = left + Math.max(1, lastHere - columns.from) * CELL;
  out.push(text(heads.associated, counts + COUNT, top + 0.6, colours.text, 600, 'end'));
  rule(area.left, body, counts + COUNT - area.left, 0, true);
  for (let r = rows.from; r < rows.to; r++) {
    const y = body + (r - rows.from) * ROW;
    // Said again on a sheet that goes on with a group.
    const group = groups.findLast((g) => g.row <= r && (g.row === r || r === rows.from))?.text;
    const taken = group === undefined ? 0 : measure(group, 600, TEXT) + 1.5;
    if (group !== undefined) out.push(text(group, left - 1.5, y + 0.5, colours.text2, 600, 'end'));
    const named = shortened(visibleText(names[r] ?? ''), NAMES - NUMBER - 3.5 - taken, 400, TEXT, measure);
    out.push(text(String(r + 1), area.left + NUMBER, y + 0.5, colours.text2, 400, 'end'));
    out.push(text(named, area.left + NUMBER + 1.5, y + 0.5, colours.text));
    out.push(text(String(associated[r] ?? 0), counts + COUNT, y + 0.5, colours.text, 600, 'end'));
    for (const mark of marks.get(r) ?? [])
      if (mark.column >= columns.from && mark.column < reach(r))
        out.push(...markShapes(mark, left + (mark.column - columns.from) * CELL, y, colours.text));
    if (!half && r >= columns.from && r < columns.to)
      out.push({
        kind: 'rect',
        x: left + (r - columns.from) * CELL,
        y,
        width: CELL,
        height: ROW,
        radius: 0,
        fill: colours.lineStrong,
        stroke: 'none',
        strokeWidth: 0,
      });
    rule(area.left, y + ROW, counts + COUNT - area.left, 0, edge.has(r + 1) || r + 1 === rows.to);
  }
  const high = (rows.to - rows.from) * ROW;
  for (let c = columns.from; c <= lastHere; c++) {
    // In the half form a column begins below its own row.
    const first = half ? Math.min(rows.to, Math.max(rows.from, c)) : rows.from;
    const y = body + (first - rows.from) * ROW;
    rule(left + (c - columns.from) * CELL, y, 0, body + high - y, c === columns.from || edge.has(c));
  }
  return out;
}

function markShapes(mark: MatrixMark, x: number, y: number, ink: string): Shape[] {
  const move = { x: x + CELL * (mark.links > 1 ? 0.42 : 0.5), y: y + ROW / 2, scale: UNIT };
  const arrow = (d: string): Shape => ({ kind: 'path', d, move, fill: ink, stroke: 'none', strokeWidth: 0 });
  return [
    ...symbol(mark, move, ink),
    ...(mark.out ? [arrow(ARROW_OUT)] : []),
    ...(mark.back ? [arrow(ARROW_BACK)] : []),
    ...(mark.links > 1
      ? [text(mark.links > 99 ? '99+' : String(mark.links), x + CELL - 0.2, y - 0.8, ink, 400, 'end', 6 * POINT)]
      : []),
  ];
}

function symbol(
  { code, strength }: Pick<MatrixMark, 'code' | 'strength'>,
  move: { readonly x: number; readonly y: number; readonly scale: number },
  ink: string,
): Shape[] {
  return codeStrokes(code, strength).map(({ d, dash, solid }) => ({
    kind: 'path',
    d,
    move,
    fill: solid ? ink : 'none',
    stroke: ink,
    strokeWidth: CODE_STROKE,
    ...(dash && { dash }),
  }));
}

/** What the symbols mean, in lines across the sheet. */
function legendShapes({ legend, measure = fontMeasure }: MatrixInput, { area, colours }: SheetFrame, top: number) {
  const shapes: Shape[] = [];
  let [x, y] = [area.left, top];
  for (const { code, strength, text: says } of legend) {
    const wide = 5 + measure(says, 400, TEXT) + 4;
    if (x > area.left && x + wide > area.right) {
      x = area.left;
      y += LINE + 0.6;
    }
    shapes.push(...symbol({ code, strength }, { x: x + 1.6, y: y + LINE / 2, scale: UNIT }, colours.text));
    shapes.push(text(says, x + 4.2, y, colours.text2));
    x += wide;
  }
  return { shapes, bottom: legend.length === 0 ? top : y + LINE };
}

function text(
  content: string,
  x: number,
  top: number,
  fill: string,
  weight: 400 | 600 = 400,
  anchor: 'start' | 'middle' | 'end' = 'start',
  size = TEXT,
): Shape {
  return { kind: 'text', text: content, x, y: top + LINE * 0.76, size, weight, anchor, fill };
}

/** A name that reads upwards from `bottom`, in the middle of its column. */
function turnedText(content: string, middle: number, bottom: number): Omit<TextShape, 'fill'> {
  const x = middle + TEXT * 0.35;
  return { kind: 'text', text: content, x, y: bottom, size: TEXT, weight: 400, anchor: 'start', turned: true };
}

function scene(frame: SheetFrame, layers: readonly Layer[], warnings: Scene['warnings'] = []): Scene {
  return { ...frame.size, layers: [frame.ground, ...layers], warnings, scale: 1, patterns: [] };
}
