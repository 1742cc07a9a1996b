import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { BadInput } from './cli-command.ts';

/**
 * A CSV file in memory: header row first, every record with as many fields as the header. `line[i]` is the number of
 * record `i` in the file, the header being row 1, blank lines counted.
 */
export interface CsvTable {
  readonly path: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly line: readonly number[];
}

const FILE_FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EACCES: 'may not be read',
  EISDIR: 'is a folder',
};

/** Text of UTF-8 (with or without byte order mark) or UTF-16 with byte order mark; undefined when it is neither. */
function decode(bytes: Uint8Array): string | undefined {
  const label =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The delimiter that the header row has most of, outside quotation marks; a comma where it has none. */
function delimiterOf(content: string): string {
  const counts = new Map([',', ';', '\t', '|'].map((d) => [d, 0]));
  let quoted = false;
  for (const ch of content) {
    if (ch === '"') quoted = !quoted;
    else if (!quoted && (ch === '\n' || ch === '\r')) break;
    else if (!quoted && counts.has(ch)) counts.set(ch, counts.get(ch)! + 1);
  }
  return [...counts].reduce((best, now) => (now[1] > best[1] ? now : best))[0];
}

/** Reads a whole CSV or TSV file; the delimiter is sniffed. A file that is not a table in every row is refused as a whole. */
export function readCsv(path: string): CsvTable | BadInput {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return { bad: `${path} ${FILE_FAULTS[code] ?? 'cannot be read'}` };
  }
  const content = decode(bytes);
  if (content === undefined) return { bad: `${path} is neither UTF-8 nor UTF-16 text` };
  if (content.includes('\0')) return { bad: `${path} is not a text file` };
  const parsed = Papa.parse<string[]>(content, {
    delimiter: delimiterOf(content),
    header: false,
    skipEmptyLines: false,
  });
  const broken = parsed.errors.find((e) => e.type === 'Quotes');
  if (broken)
    return {
      bad: `${path}, row ${(broken.row ?? 0) + 1}: a quotation mark is not closed or stands in the wrong place`,
    };
  const [header, ...records] = parsed.data;
  if (!header || header.every((h) => h.trim() === '')) return { bad: `${path} is empty: a header row is needed` };
  const rows: string[][] = [];
  const line: number[] = [];
  for (const [i, record] of records.entries()) {
    if (record.length === 1 && record[0]!.trim() === '') continue;
    if (record.length !== header.length) {
      return { bad: `${path}, row ${i + 2}: ${record.length} fields where the header has ${header.length}` };
    }
    rows.push(record);
    line.push(i + 2);
  }
  return { path, header, rows, line };
}

/** Position of a column by its exact name, else by its name without surrounding blanks. */
export function columnOf(table: CsvTable, name: string): { readonly at: number } | BadInput {
  const exact = table.header.flatMap((h, i) => (h === name ? [i] : []));
  const found = exact.length > 0 ? exact : table.header.flatMap((h, i) => (h.trim() === name.trim() ? [i] : []));
  if (found.length > 1) return { bad: `${table.path} has ${found.length} columns named "${name}"` };
  if (found.length === 0) {
    return { bad: `${table.path} has no column "${name}"; it has ${table.header.map((h) => `"${h}"`).join(', ')}` };
  }
  return { at: found[0]! };
}
