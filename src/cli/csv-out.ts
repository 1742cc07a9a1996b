import { csvLines } from '#exchange/exporters/index';

/** A field of a record; null = undefined, an empty field. */
export type Cell = string | number | boolean | null;

/** A result as records: the names of their fields, and a record per row. */
export interface Table {
  readonly header: readonly string[];
  readonly records: readonly (readonly Cell[])[];
}

/** A record by the names of its fields; a list is one field, its parts after semicolons. */
export type Entry = Readonly<Record<string, Cell | readonly Cell[] | undefined>>;

/** Entries as a table of these fields; what an entry does not have is empty. */
export function tableOf(header: readonly string[], entries: readonly Entry[]): Table {
  const cell = (value: Entry[string]): Cell =>
    typeof value === 'object' && value !== null ? value.join('; ') : (value ?? null);
  return { header, records: entries.map((entry) => header.map((field) => cell(entry[field]))) };
}

/** A result as CSV (RFC 4180, formulas defused as in every file of the program): a header row, records, each ended by CR LF. */
export function csvText(table: Table): string {
  return [...csvLines(linesOf(table))].join('');
}

function* linesOf({ header, records }: Table): Generator<readonly string[]> {
  yield header;
  for (const record of records) yield record.map((cell) => (cell === null ? '' : String(cell)));
}
