import type { EditManner, GridColumn, RowEdit } from './column.ts';

/** Row and column by their places on the screen. Row −2 is the heading, −1 the line of filters. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export const HEAD = -2;
export const FILTERS = -1;

export function rangeOf(a: Place, b: Place): Range {
  return {
    top: Math.max(0, Math.min(a.row, b.row)),
    bottom: Math.max(a.row, b.row),
    left: Math.min(a.column, b.column),
    right: Math.max(a.column, b.column),
  };
}

export interface Extent {
  readonly rows: number;
  readonly columns: number;
  /** Rows that fit on the screen. */
  readonly page: number;
  /** The first row that can be reached: `HEAD`, or 0 where the heading is left out. */
  readonly first: number;
}

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>;

/** Where a key leads from a place; undefined when it is no key that moves. With Ctrl: to the edge. */
export function moved(from: Place, press: KeyPress, extent: Extent): Place | undefined {
  const far = press.ctrlKey || press.metaKey;
  const last = extent.rows - 1;
  const to = (row: number, column: number): Place => ({
    row: Math.max(extent.first, Math.min(last, row)),
    column: Math.max(0, Math.min(extent.columns - 1, column)),
  });
  switch (press.key) {
    case 'ArrowUp':
      return to(far ? (from.row > 0 ? 0 : extent.first) : from.row - 1, from.column);
    case 'ArrowDown':
      return to(far ? last : from.row + 1, from.column);
    case 'ArrowLeft':
      return to(from.row, far ? 0 : from.column - 1);
    case 'ArrowRight':
      return to(from.row, far ? extent.columns - 1 : from.column + 1);
    case 'Home':
      return to(far ? 0 : from.row, 0);
    case 'End':
      return to(far ? last : from.row, extent.columns - 1);
    case 'PageUp':
      return to(Math.max(0, from.row - extent.page), from.column);
    case 'PageDown':
      return to(from.row + extent.page, from.column);
    default:
      return undefined;
  }
}

/** The cell after (or before) one, going on in the next line at the end of a line; undefined at the end of all. */
export function beside(from: Place, back: boolean, extent: Pick<Extent, 'rows' | 'columns'>): Place | undefined {
  const flat = from.row * extent.columns + from.column + (back ? -1 : 1);
  if (flat < 0 || flat >= extent.rows * extent.columns) return undefined;
  return { row: Math.floor(flat / extent.columns), column: flat % extent.columns };
}

/** What a row of the screen is to edits: its id, and null beyond the last one. */
export interface EditedTable<Row> {
  readonly columns: readonly GridColumn<Row>[];
  readonly row: (index: number) => { readonly id: string; readonly row: Row } | undefined;
  /** Whether lines beyond the last row make new rows. */
  readonly grows: boolean;
}

/** What a block laid over the table from one cell changes; the cells it may not change are counted. */
export interface PlannedEdits {
  readonly edits: readonly RowEdit[];
  /** Cells of the block that fell on read-only cells or beyond the table. */
  readonly passed: number;
}

/**
 * A block laid over a range. A single cell, or one line, fills the whole range; anything else keeps its own size, as in
 * spreadsheets.
 */
export function laidOver<Row>(
  table: EditedTable<Row>,
  range: Range,
  block: readonly (readonly string[])[],
): PlannedEdits {
  const tall = range.bottom - range.top + 1;
  const wide = range.right - range.left + 1;
  const height = block.length === 1 ? tall : block.length;
  const blockWidth = Math.max(0, ...block.map((line) => line.length));
  const width = blockWidth === 1 ? wide : blockWidth;
  const edits: RowEdit[] = [];
  let passed = 0;
  for (let i = 0; i < height; i++) {
    const line = block[i % block.length] ?? [];
    const at = table.row(range.top + i);
    const cells: { column: string; text: string }[] = [];
    for (let j = 0; j < width; j++) {
      const text = line[blockWidth === 1 ? 0 : j];
      if (text === undefined) continue;
      const column = table.columns[range.left + j];
      const open = column && (at ? (column.editable?.(at.row) ?? false) : table.grows);
      if (column && open) cells.push({ column: column.id, text });
      else passed++;
    }
    if (cells.length > 0) edits.push({ row: at?.id ?? null, cells });
  }
  return { edits, passed };
}

/** The top line of a range, laid over the lines below it. */
export function filledDown<Row>(table: EditedTable<Row>, range: Range): PlannedEdits {
  const above = table.row(range.top);
  if (!above || range.bottom === range.top) return { edits: [], passed: 0 };
  const line = table.columns
    .slice(range.left, range.right + 1)
    .map((column) => column.editText?.(above.row) ?? column.text(above.row));
  return laidOver(table, { ...range, top: range.top + 1 }, [line]);
}

/** Every cell of a range that may be changed, emptied. */
export function emptied<Row>(table: EditedTable<Row>, range: Range): PlannedEdits {
  return laidOver(table, range, [['']]);
}

/** A line of a range as texts, for copying. */
export function textsOf<Row>(table: EditedTable<Row>, range: Range): string[][] {
  const out: string[][] = [];
  for (let r = range.top; r <= range.bottom; r++) {
    const at = table.row(r);
    if (at) out.push(table.columns.slice(range.left, range.right + 1).map((column) => column.text(at.row)));
  }
  return out;
}

export type OnEdit = (edits: readonly RowEdit[], manner: EditManner, passed: number) => void;
