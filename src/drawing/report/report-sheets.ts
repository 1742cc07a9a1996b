import { fontMeasure } from '../fonts/coverage.ts';
import { visibleText } from '../labels/visible-text.ts';
import { emptyNote, type FrameInput, type SheetFrame, sheetFrame } from '../scene/frame.ts';
import type { Scene, Shape } from '../scene/scene.ts';
import { POINT, sheetSize } from '../scene/sheet.ts';
import {
  BETWEEN,
  heightOf,
  type Laid,
  LINE,
  layColumns,
  lineOfText,
  linesOf,
  PAD,
  type Row,
  rowOf,
  SIZE,
  type TableColumn,
} from '../table/table-layout.ts';
import { wrapText } from '../table/wrap-text.ts';
import { type CurvesPart, curvesSlab } from './curves.ts';
import type { Slab, Type } from './slab.ts';

/** Text, a heading over it; heavy where it must not be overlooked. */
export interface WordsPart {
  readonly kind: 'words';
  readonly title?: string;
  readonly text: readonly string[];
  readonly weight?: 400 | 600;
  /** Stands over what follows, on the same sheet. */
  readonly over?: true;
}

export interface TablePart {
  readonly kind: 'table';
  readonly columns: readonly TableColumn[];
  /** Cells in the order of the columns, as they are printed; protected persons by pseudonym. */
  readonly rows: readonly (readonly string[])[];
  /** On one sheet, where it has room on one. */
  readonly together?: true;
}

export type ReportPart = WordsPart | TablePart | CurvesPart;

export interface ReportInput extends FrameInput {
  readonly parts: readonly ReportPart[];
}

const TITLE = 9 * POINT;
const TITLE_LINE = 4.6;

/** Texts, tables and curves below each other on as many sheets as they take, each with marking and number; a heading of columns is said again where a table goes on. */
export function reportSheets(input: ReportInput): readonly Scene[] {
  const { sheet, words, parts } = input;
  const size = sheetSize(sheet);
  const locale = input.locale ?? 'en';
  const format = new Intl.NumberFormat(locale);
  const type: Type = { measure: input.measure ?? fontMeasure, locale, figure: (value) => format.format(value) };
  const first = sheetFrame(input, size, 'first');
  const next = sheetFrame(input, size, 'next');
  if (parts.length === 0) return [scene(first, [], undefined, emptyNote(first, words('drawing.table.empty')))];

  const room = first.area.right - first.area.left;
  const tallest = Math.min(first.area.bottom - first.area.top, next.area.bottom - next.area.top);
  const slabs = parts.flatMap((part) => {
    if (part.kind === 'words') return wordSlabs(part, room, first, type);
    if (part.kind === 'table') return tableSlabs(part, room, tallest, first, type);
    return [curvesSlab(part, room, first, type)];
  });
  const pages: Shape[][] = [];
  let shapes: Shape[] = [];
  let y = 0;
  const begin = () => {
    shapes = [];
    pages.push(shapes);
    y = (pages.length === 1 ? first : next).area.top;
  };
  begin();
  const put = (slab: Slab) => {
    shapes.push(...slab.shapes(first.area.left, y));
    y += slab.height;
  };
  slabs.forEach((slab, i) => {
    const fresh = shapes.length === 0;
    let needed = slab.height + (fresh ? 0 : slab.gap);
    for (let k = i; slabs[k]!.holds && k + 1 < slabs.length; k++) needed += slabs[k + 1]!.height + slabs[k + 1]!.gap;
    const { area } = pages.length === 1 ? first : next;
    if (!fresh && y + needed > area.bottom) {
      begin();
      if (slab.head) put(slab.head);
    } else if (!fresh) y += slab.gap;
    put(slab);
  });
  return pages.map((page, i) =>
    scene(i === 0 ? first : next, page, pages.length > 1 ? { number: i + 1, of: pages.length } : undefined),
  );
}

function scene(
  frame: SheetFrame,
  shapes: readonly Shape[],
  number?: { readonly number: number; readonly of: number },
  note?: ReturnType<typeof emptyNote>,
): Scene {
  return {
    ...frame.size,
    layers: [frame.ground, ...(note ? [note] : [{ name: 'table' as const, shapes }]), ...frame.above(number)],
    warnings: note ? [{ code: 'chart-empty' }] : [],
    scale: 1,
    patterns: [],
  };
}

function wordSlabs(
  { title, text, weight = 400, over }: WordsPart,
  room: number,
  { colours }: SheetFrame,
  type: Type,
): Slab[] {
  const slabs: Slab[] = [];
  const lines = (words: string, w: 400 | 600, size: number) =>
    wrapText(visibleText(words), room, { ...type, weight: w, size });
  if (title !== undefined)
    lines(title, 600, TITLE).forEach((line, i) => {
      slabs.push({
        height: TITLE_LINE,
        gap: i === 0 ? 4 : 0,
        holds: true,
        shapes: (x, y) => [{ ...lineOfText(line, x, y, 'start', 600, colours.text), size: TITLE } as Shape],
      });
    });
  text.forEach((paragraph) => {
    lines(paragraph, weight, SIZE).forEach((line, i) => {
      slabs.push({
        height: LINE,
        gap: i === 0 ? 1 : 0,
        shapes: (x, y) => [lineOfText(line, x, y, 'start', weight, weight === 600 ? colours.text : colours.text2)],
      });
    });
  });
  // A heading is held by the first line below it; where what follows belongs to it, all of it is.
  return over ? slabs.map((s) => ({ ...s, holds: true })) : slabs;
}

function tableSlabs(
  { columns, rows, together }: TablePart,
  room: number,
  tallest: number,
  frame: SheetFrame,
  { measure, locale }: Type,
): Slab[] {
  const laid = layColumns(columns, rows, room, measure, locale, false);
  const titles = rowOf(
    columns.map((c) => c.title),
    laid,
    600,
  );
  const heading: Slab = { ...rowSlab(titles, columns, laid, frame, 600), holds: true, gap: 1.5 };
  const most = Math.max(1, Math.floor((tallest - heading.height - 2 * PAD) / LINE));
  const body = rows.flatMap((cells) => {
    const row = rowOf(cells, laid, 400);
    const pieces: Row[] = [];
    for (let from = 0; from < row.lines; from += most)
      pieces.push(linesOf(row, from, Math.min(row.lines, from + most)));
    return pieces;
  });
  const high = heading.height + body.reduce((sum, row) => sum + heightOf(row), 0);
  const holds = (i: number) => together && high < tallest / 2 && i < body.length - 1;
  return [
    heading,
    ...body.map(
      (row, i): Slab => ({
        ...rowSlab(row, columns, laid, frame, 400),
        head: heading,
        ...(holds(i) && { holds: true }),
      }),
    ),
  ];
}

function rowSlab(
  row: Row,
  columns: readonly TableColumn[],
  laid: Laid,
  { colours }: SheetFrame,
  weight: 400 | 600,
): Slab {
  const height = heightOf(row);
  return {
    height,
    gap: 0,
    shapes: (left, top) => {
      const out: Shape[] = [
        {
          kind: 'path',
          d: `M${left} ${top + height}h${laid.width}`,
          fill: 'none',
          stroke: weight === 600 ? colours.nodeLine : colours.lineStrong,
          strokeWidth: weight === 600 ? 0.3 : 0.12,
        },
      ];
      let x = left;
      row.cells.forEach((lines, c) => {
        const end = columns[c]!.align === 'end';
        lines.forEach((line, i) => {
          if (line === '') return;
          const at = end ? x + laid.widths[c]! : x;
          out.push(lineOfText(line, at, top + PAD + i * LINE, end ? 'end' : 'start', weight, colours.text));
        });
        x += laid.widths[c]! + BETWEEN;
      });
      return out;
    },
  };
}
