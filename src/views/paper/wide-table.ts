import { type Sheet, sheetSize } from '#drawing/scene/sheet';
import { number, t } from '#i18n/index';
import type { SheetRequest } from '#queries/drawing';

export type Parts = Extract<SheetRequest, { kind: 'report' }>['parts'];

/** Millimetres that a column takes at least, to be read. */
const COLUMN = 19;

/** A table on paper: what says nothing in any row takes no room; what is too wide goes on in further tables, each with the first two columns. */
export function wideTable(
  columns: readonly { readonly title: string; readonly figure?: true }[],
  rows: readonly (readonly string[])[],
  sheet: Sheet,
): Parts {
  const used = columns.map((_, c) => c).filter((c) => c === 0 || rows.some((row) => row[c] !== ''));
  const [fixed, others] = [used.slice(0, 2), used.slice(2)];
  const most = Math.max(3, Math.floor(sheetSize(sheet).width / COLUMN) - fixed.length);
  const count = Math.max(1, Math.ceil(others.length / most));
  // Of about the same width: no last table of one column.
  const each = Math.max(1, Math.ceil(others.length / count));
  return Array.from({ length: count }, (_, k) => k).flatMap((k): Parts => {
    const shown = [...fixed, ...others.slice(k * each, (k + 1) * each)];
    const part = { part: number(k + 1), of: number(count) };
    return [
      ...(count > 1 ? [{ kind: 'words' as const, text: [t('paper.results.columns', part)], over: true as const }] : []),
      {
        kind: 'table',
        columns: shown.map((c) => ({ title: columns[c]!.title, ...(columns[c]!.figure && { align: 'end' as const }) })),
        rows: rows.map((row) => shown.map((c) => row[c]!)),
      },
    ];
  });
}
