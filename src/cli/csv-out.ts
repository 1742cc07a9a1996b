import { csvLines } from '#exchange/exporters/index';

/** A field of a record; null = undefined, an empty field. */
export type Cell = string | number | boolean | null;

/** A result as CSV (RFC 4180, formulas defused as in every file of the program): a header row, a record per row, each ended by CR LF. */
export function csvText(header: readonly string[], rows: Iterable<readonly Cell[]>): string {
  return [...csvLines(recordsOf(header, rows))].join('');
}

function* recordsOf(header: readonly string[], rows: Iterable<readonly Cell[]>): Generator<readonly string[]> {
  yield header;
  for (const row of rows) yield row.map((cell) => (cell === null ? '' : String(cell)));
}
