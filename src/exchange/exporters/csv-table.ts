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

/** A table for spreadsheets; the mark in front makes them read UTF-8. */
export const csvTable = {
  id: 'csv-table',
  extension: 'csv',
  mediaType: 'text/csv;charset=utf-8',
  write(rows: Iterable<readonly string[]>): Blob {
    const pieces: string[] = ['\ufeff'];
    let piece = '';
    for (const line of csvLines(rows)) {
      piece += line;
      if (piece.length > 65_536) {
        pieces.push(piece);
        piece = '';
      }
    }
    return new Blob([...pieces, piece], { type: 'text/csv;charset=utf-8' });
  },
} as const satisfies ExporterDefinition;
