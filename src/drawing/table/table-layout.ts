import type { Measure } from '../fonts/coverage.ts';
import { visibleText } from '../labels/visible-text.ts';
import type { Shape } from '../scene/scene.ts';
import { POINT } from '../scene/sheet.ts';
import { wrapText } from './wrap-text.ts';

export interface TableColumn {
  readonly title: string;
  /** Figures stand at the right. Default `start`. */
  readonly align?: 'start' | 'end';
}

export const SIZE = 7.5 * POINT;
export const LINE = 3.4;
export const PAD = 0.7;
export const BETWEEN = 3;
/** Wider cells are broken into lines when there is not room for all, mm. */
const WIDEST = 90;

export interface Laid {
  readonly widths: readonly number[];
  readonly width: number;
  readonly measure: Measure;
  readonly locale: string;
}

export interface Row {
  /** A head goes across all columns. */
  readonly isHead?: true;
  readonly cells: readonly (readonly string[])[];
  readonly lines: number;
}

/** As wide as they need; where that is too much the widest give way, and what is left over goes to those that could use it. */
export function layColumns(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  room: number,
  measure: Measure,
  locale: string,
  tight: boolean,
): Laid {
  const wanted = columns.map((column, c) => {
    let most = measure(column.title, 600, SIZE);
    for (const row of rows) most = Math.max(most, measure(visibleText(row[c] ?? ''), 400, SIZE));
    return most + 0.3;
  });
  const free = room - BETWEEN * (columns.length - 1);
  const capped = wanted.map((w) => Math.min(w, tight ? room : WIDEST));
  let limit = Math.max(...capped);
  const sum = (l: number): number => capped.reduce((a, w) => a + Math.min(w, l), 0);
  if (sum(limit) > free) {
    let low = 0;
    for (let i = 0; i < 40; i++) {
      const middle = (low + limit) / 2;
      if (sum(middle) > free) limit = middle;
      else low = middle;
    }
    limit = low;
  }
  const widths = capped.map((w) => Math.min(w, limit));
  const left = free - widths.reduce((a, b) => a + b, 0);
  const starved = wanted.map((w, c) => Math.max(0, w - widths[c]!));
  const need = starved.reduce((a, b) => a + b, 0);
  const given = widths.map((w, c) =>
    need > 0 && left > 0 ? w + Math.min(starved[c]!, (left * starved[c]!) / need) : w,
  );
  return { widths: given, width: given.reduce((a, b) => a + b, BETWEEN * (columns.length - 1)), measure, locale };
}

export function rowOf(cells: readonly string[], { widths, measure, locale }: Laid, weight: 400 | 600): Row {
  const wrapped = widths.map((width, c) =>
    wrapText(visibleText(cells[c] ?? ''), width, { measure, weight, size: SIZE, locale }),
  );
  return { cells: wrapped, lines: Math.max(1, ...wrapped.map((lines) => lines.length)) };
}

export function headRow(title: string, { width, measure, locale }: Laid): Row {
  const lines = wrapText(visibleText(title), width, { measure, weight: 600, size: SIZE, locale });
  return { isHead: true, cells: [lines], lines: lines.length };
}

export function linesOf(row: Row, from: number, to: number): Row {
  return { cells: row.cells.map((lines) => lines.slice(from, to)), lines: Math.min(to, row.lines) - from };
}

export function heightOf(row: Row): number {
  return row.lines * LINE + 2 * PAD;
}

/** @param top of the line */
export function lineOfText(
  content: string,
  x: number,
  top: number,
  anchor: 'start' | 'end',
  weight: 400 | 600,
  fill: string,
): Shape {
  return { kind: 'text', text: content, x, y: top + LINE * 0.76, size: SIZE, weight, anchor, fill };
}
