import type { Form } from '../matrix-look.ts';

/** A place of the grid. Rows: −1 the headings, then the entities, then the counts below; columns: −1 the names, the entities, the counts at the right. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** Where a key leads among `n` entities; undefined: it is none that moves. In the half form there is nothing right of the diagonal but the counts. */
export function moved(
  at: Place,
  { key, ctrlKey, metaKey }: Press,
  n: number,
  page: number,
  form: Form,
): Place | undefined {
  const far = ctrlKey || metaKey;
  const half = form === 'half';
  const firstColumn = half ? 0 : -1;
  const firstRow = half ? 0 : -1;
  const lastRow = half ? n - 1 : n;
  let { row, column } = at;
  switch (key) {
    case 'ArrowUp':
      row -= 1;
      break;
    case 'ArrowDown':
      row += 1;
      break;
    case 'PageUp':
      row = Math.max(Math.min(row, 0), row - page);
      break;
    case 'PageDown':
      row = Math.min(Math.max(row, n - 1), row + page);
      break;
    case 'ArrowLeft':
      column = half && column === n ? row : column - 1;
      break;
    case 'ArrowRight':
      column = half && column >= row ? n : column + 1;
      break;
    case 'Home':
      column = firstColumn;
      if (far) row = firstRow;
      break;
    case 'End':
      column = n;
      if (far) row = lastRow;
      break;
    default:
      return undefined;
  }
  row = Math.min(lastRow, Math.max(firstRow, row));
  column = Math.min(n, Math.max(firstColumn, column));
  if (half && column < n) column = Math.min(column, row);
  return { row, column };
}
