import { fontMeasure } from '../fonts/coverage.ts';
import { visibleText } from '../labels/visible-text.ts';
import { emptyNote, type FrameInput, type SheetFrame, sheetFrame } from '../scene/frame.ts';
import type { Layer, Scene, Shape } from '../scene/scene.ts';
import { sheetSize } from '../scene/sheet.ts';
import {
  BETWEEN,
  headRow,
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
} from './table-layout.ts';
import { wrapText } from './wrap-text.ts';

export interface TableInput extends FrameInput {
  readonly columns: readonly TableColumn[];
  /** Cells in the order of the columns, as they are printed; protected persons by pseudonym. */
  readonly rows: readonly (readonly string[])[];
  /** A head over the rows from this one to the next head; said again where they go on. Rising. */
  readonly heads?: readonly { readonly at: number; readonly title: string }[];
  /** Said before the first row: what the table rests on. */
  readonly note?: string;
  /** A narrow table goes on beside itself. */
  readonly across?: boolean;
  /** `line`: no block, because a sheet with it comes before. */
  readonly heading?: 'block' | 'line';
}

/** Between a table and its own next part. */
const ACROSS = 8;

/** A part of the table between a heading and the foot of a sheet, or of a part of it. */
interface Part {
  readonly x: number;
  readonly top: number;
  readonly rows: readonly Row[];
}

/** A table on as many sheets as it takes: its heading on each, no row broken unless it is higher than a sheet, sheets numbered. */
export function tableSheets(input: TableInput): readonly Scene[] {
  const { sheet, words, columns } = input;
  const size = sheetSize(sheet);
  const measure = input.measure ?? fontMeasure;
  const locale = input.locale ?? 'en';
  const first = sheetFrame(input, size, input.heading === 'line' ? 'line' : 'first');
  const next = sheetFrame(input, size, 'next');
  if (input.rows.length === 0)
    return [
      scene(first, [emptyNote(first, words('drawing.table.empty')), ...first.above()], [{ code: 'chart-empty' }]),
    ];

  const room = first.area.right - first.area.left;
  const laid = layColumns(columns, input.rows, room, measure, locale, input.across === true);
  const groups = input.across ? Math.max(1, Math.floor((room + ACROSS) / (laid.width + ACROSS))) : 1;
  const heads = new Map(input.heads?.map((h) => [h.at, h.title]));
  const body = input.rows.map((cells): Row => rowOf(cells, laid, 400));
  const headOf = new Map<Row, string>();
  let over: string | undefined;
  body.forEach((row, i) => {
    over = heads.get(i) ?? over;
    if (over !== undefined) headOf.set(row, over);
  });
  const heading = rowOf(
    columns.map((c) => c.title),
    laid,
    600,
  );
  const note = input.note ? wrapText(visibleText(input.note), room, { measure, weight: 400, size: SIZE, locale }) : [];

  const pages: { frame: SheetFrame; parts: Part[]; notes: readonly string[] }[] = [];
  let at = 0;
  while (at < body.length) {
    const frame = pages.length === 0 ? first : next;
    const notes = pages.length === 0 ? note : [];
    const top = frame.area.top + (notes.length === 0 ? 0 : notes.length * LINE + 2);
    const parts: Part[] = [];
    for (let g = 0; g < groups && at < body.length; g++) {
      let free = frame.area.bottom - top - heightOf(heading);
      const rows: Row[] = [];
      while (at < body.length) {
        const row = body[at]!;
        const title = headOf.get(row);
        if (title !== undefined && (heads.has(at) || rows.length === 0)) {
          const goesOn = !heads.has(at);
          const head = headRow(goesOn ? `${title} ${words('drawing.block.continued')}` : title, laid);
          // A head stands with the first of its rows.
          if (heightOf(head) + heightOf(row) > free && rows.length > 0) break;
          rows.push(head);
          free -= heightOf(head);
        }
        const height = heightOf(row);
        if (height > free && rows.some((r) => !r.isHead)) break;
        if (height > free) {
          // Higher than a sheet: as many lines as there is room for, the rest on the next one.
          const fits = Math.max(1, Math.floor((free - 2 * PAD) / LINE));
          rows.push(linesOf(row, 0, fits));
          if (fits >= row.lines) at++;
          else body[at] = linesOf(row, fits, row.lines);
          break;
        }
        rows.push(row);
        free -= height;
        at++;
      }
      parts.push({ x: frame.area.left + g * (laid.width + ACROSS), top, rows });
    }
    pages.push({ frame, parts, notes });
  }

  return pages.map(({ frame, parts, notes }, i) => {
    const shapes: Shape[] = notes.map((line, n) =>
      lineOfText(line, frame.area.left, frame.area.top + n * LINE, 'start', 400, frame.colours.text2),
    );
    for (const part of parts) shapes.push(...partShapes(part, heading, columns, laid, frame));
    return scene(frame, [{ name: 'table', shapes }, ...frame.above({ number: i + 1, of: pages.length })]);
  });
}

function scene(frame: SheetFrame, layers: readonly Layer[], warnings: Scene['warnings'] = []): Scene {
  return { ...frame.size, layers: [frame.ground, ...layers], warnings, scale: 1, patterns: [] };
}

function partShapes(
  part: Part,
  heading: Row,
  columns: readonly TableColumn[],
  laid: Laid,
  { colours }: SheetFrame,
): readonly Shape[] {
  const out: Shape[] = [];
  const rule = (y: number, strong: boolean): void => {
    out.push({
      kind: 'path',
      d: `M${part.x} ${y}h${laid.width}`,
      fill: 'none',
      stroke: strong ? colours.nodeLine : colours.lineStrong,
      strokeWidth: strong ? 0.3 : 0.12,
    });
  };
  let y = part.top;
  const put = (row: Row, weight: 400 | 600): void => {
    let x = part.x;
    row.cells.forEach((lines, c) => {
      const end = !row.isHead && columns[c]!.align === 'end';
      lines.forEach((line, i) => {
        if (line === '') return;
        const at = end ? x + laid.widths[c]! : x;
        out.push(lineOfText(line, at, y + PAD + i * LINE, end ? 'end' : 'start', weight, colours.text));
      });
      x += laid.widths[c]! + BETWEEN;
    });
    y += heightOf(row);
  };
  put(heading, 600);
  rule(y, true);
  part.rows.forEach((row, i) => {
    if (i > 0) rule(y, false);
    put(row, row.isHead ? 600 : 400);
  });
  rule(y, true);
  return out;
}
