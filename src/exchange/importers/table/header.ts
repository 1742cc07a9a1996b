import { dateShape } from '../values/dates.ts';
import type { TableRecord } from './records.ts';

/** Where the table begins. `row` 0 = the file has no header row; columns are then `#1`, `#2` … */
export interface Header {
  readonly row: number;
  /** Unique names: blanks numbered `#3`, repeats `name (2)`. */
  readonly names: readonly string[];
  /** As they stand, trimmed, to know a repeated header again. */
  readonly stated: readonly string[];
}

/** Rows looked at to find the header; also what the preview shows. */
export const HEADER_WITHIN = 60;

/**
 * The header is the first row as wide as the table, filled with words where the rows below have values.
 * Title lines above it are narrower or mostly empty.
 */
export function findHeader(records: readonly TableRecord[]): Header {
  const sound = records.filter((r) => r.fault === undefined);
  const width = tableWidth(sound);
  for (const record of sound) {
    const filled = record.cells.filter((c) => c.trim() !== '').length;
    if (lastFilled(record.cells) < width - 1 && record.cells.length !== width) continue;
    if (filled < Math.max(1, width > 2 ? Math.ceil(width * 0.6) : width - 1)) continue;
    if (record.cells.some((c) => c.length > 300)) break;
    const values = valueCells(sound, record);
    if (values <= filled * 0.3) return headerAt(record);
    break;
  }
  const first = sound.find((r) => r.cells.length === width);
  return { row: 0, ...columnNames(new Array<string>(first?.cells.length ?? width).fill('')) };
}

/** The header the user chose; 0 = none. Undefined when that row is not among the records. */
export function chosenHeader(records: readonly TableRecord[], row: number): Header | undefined {
  if (row === 0) return { row: 0, ...columnNames(new Array<string>(tableWidth(records)).fill('')) };
  const record = records.find((r) => r.row === row);
  return record ? headerAt(record) : undefined;
}

function headerAt(record: TableRecord): Header {
  return { row: record.row, ...columnNames(record.cells) };
}

function columnNames(cells: readonly string[]): { names: string[]; stated: string[] } {
  const stated = cells.map((c) => c.trim());
  const seen = new Map<string, number>();
  const taken = new Set(stated);
  const names = stated.map((cell, i) => {
    if (cell === '') return `#${i + 1}`;
    let n = (seen.get(cell) ?? 0) + 1;
    if (n === 1) {
      seen.set(cell, 1);
      return cell;
    }
    while (taken.has(`${cell} (${n})`)) n++;
    seen.set(cell, n);
    taken.add(`${cell} (${n})`);
    return `${cell} (${n})`;
  });
  return { names, stated };
}

/** The commonest number of cells; of equals the larger. */
function tableWidth(records: readonly TableRecord[]): number {
  const counts = new Map<number, number>();
  for (const r of records) {
    if (r.cells.length === 1 && r.cells[0] === '') continue;
    counts.set(r.cells.length, (counts.get(r.cells.length) ?? 0) + 1);
  }
  let width = 1;
  let most = 0;
  for (const [w, n] of counts) {
    if (n > most || (n === most && w > width)) {
      width = w;
      most = n;
    }
  }
  return width;
}

function lastFilled(cells: readonly string[]): number {
  for (let i = cells.length - 1; i >= 0; i--) if (cells[i]?.trim() !== '') return i;
  return -1;
}

const NUMBER_LIKE = /^[+-]?[\d\s.,'/:()-]*\d[\d\s.,'/:()+-]*$/;

type Looks = 'value' | 'code' | 'words';

/** Numbers, dates and phone numbers are values; `V17` and `AB-12345` are codes, which may head a column as well as fill it. */
function looks(cell: string): Looks {
  const text = cell.trim();
  if (NUMBER_LIKE.test(text) || dateShape(text) !== undefined) return 'value';
  let digits = 0;
  for (const c of text) if (c >= '0' && c <= '9') digits++;
  return digits * 2 >= text.length && digits > 0 ? 'code' : 'words';
}

/** Cells of this row that look like data: values, and codes above more codes. Years may head columns of other values. */
function valueCells(records: readonly TableRecord[], header: TableRecord): number {
  const below = records.filter((r) => r.row > header.row && r.cells.length === header.cells.length).slice(0, 20);
  return header.cells.filter((cell, i) => {
    const kind = looks(cell);
    if (kind === 'words' || cell.trim() === '') return false;
    if (kind === 'value') return true;
    return below.filter((r) => looks(r.cells[i] ?? '') === 'code').length > below.length / 2;
  }).length;
}
