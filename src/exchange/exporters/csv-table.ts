import { defuse } from '../formula-guard.ts';
import type { ExporterDefinition } from './exporter.ts';

/** Rows of cells as RFC 4180 text: comma, double quotes where needed, CR LF, formulas defused; written piece by piece. */
export function* csvLines(rows: Iterable<readonly string[]>): Generator<string> {
  for (const row of rows) yield `${row.map(csvCell).join(',')}\r\n`;
}

function csvCell(text: string): string {
  const cell = defuse(text);
  // A lone empty cell would be a blank row.
  return cell === '' || /[",;|\t\r\n]|^\s|\s$|^'/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Characters of one piece. */
const PIECE = 262_144;

/** A table for spreadsheets; the mark in front makes them read UTF-8. */
export const csvTable = {
  id: 'csv-table',
  extension: 'csv',
  mediaType: 'text/csv;charset=utf-8',
  write(rows: Iterable<readonly string[]>): Blob {
    // A Blob for each piece: its bytes leave this thread's memory at once, where millions of lines in strings would not fit.
    const pieces: Blob[] = [];
    let lines: string[] = ['\ufeff'];
    let length = 0;
    const cut = (): void => {
      pieces.push(new Blob([lines.join('')]));
      lines = [];
      length = 0;
    };
    for (const line of csvLines(rows)) {
      lines.push(line);
      length += line.length;
      if (length > PIECE) cut();
    }
    cut();
    return new Blob(pieces, { type: 'text/csv;charset=utf-8' });
  },
} as const satisfies ExporterDefinition;
