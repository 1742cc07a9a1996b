/**
 * Rows of cells as spreadsheets put them on the clipboard: tab between cells, line break between rows, a cell with a tab,
 * a line break or a quotation mark in front in quotation marks, doubled inside.
 */
export function writeTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoted).join('\t')).join('\n');
}

function quoted(cell: string): string {
  return /[\t\r\n]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Reads what a spreadsheet, a text editor or `writeTsv` put on the clipboard. One line break at the end is none. */
export function readTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  for (;;) {
    const { cell, next } = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
    row.push(cell);
    at = next;
    if (text[at] === '\t') {
      at++;
      continue;
    }
    rows.push(row);
    if (at >= text.length) break;
    at += text.startsWith('\r\n', at) ? 2 : 1;
    if (at >= text.length) break;
    row = [];
  }
  return rows;
}

function plainCell(text: string, at: number): { cell: string; next: number } {
  let next = at;
  while (next < text.length && text[next] !== '\t' && text[next] !== '\n' && text[next] !== '\r') next++;
  return { cell: text.slice(at, next), next };
}

/** A quotation mark that nothing closes, or that goes on after its close, is a character like any other. */
function quotedCell(text: string, at: number): { cell: string; next: number } {
  let close = at + 1;
  for (;;) {
    close = text.indexOf('"', close);
    if (close < 0) return plainCell(text, at);
    if (text[close + 1] !== '"') break;
    close += 2;
  }
  const after = text[close + 1];
  if (after !== undefined && after !== '\t' && after !== '\n' && after !== '\r') return plainCell(text, at);
  return { cell: text.slice(at + 1, close).replaceAll('""', '"'), next: close + 1 };
}
