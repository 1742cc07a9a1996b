import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { t, tDynamic } from '#i18n/index';
import { nameOf } from '#i18n/record-words';
import type { MatrixCell } from '#queries/association-matrix';
import type { ReadMatrix } from '../read-matrix.ts';

/** What a cell says, for whoever does not see its symbol: "Sok – Dara: 2 links, strongest confirmed, from Sok to Dara". */
export function cellText(
  state: CaseState,
  { matrix, filtered }: Pick<ReadMatrix, 'matrix' | 'filtered'>,
  rowId: Id,
  columnId: Id,
): string {
  const row = nameOf(state.entity(rowId));
  const column = nameOf(state.entity(columnId));
  const found = matrix.cell(rowId, columnId);
  if (!found)
    return rowId === columnId
      ? t('association-matrix.cell.self', { row })
      : t(filtered ? 'association-matrix.cell.filtered' : 'association-matrix.cell.none', { row, column });
  const cell = t('association-matrix.cell', {
    row,
    column,
    count: found.links.length,
    says: tDynamic(`association-matrix.says.${found.code}.${found.strength}`),
  });
  const way = wayOf(found);
  return way === undefined || rowId === columnId ? cell : t(`association-matrix.cell.${way}`, { cell, row, column });
}

/** Which way the arrows of a cell lead; undefined: none does. */
export function wayOf({ out, back }: MatrixCell): 'out' | 'back' | 'both' | undefined {
  return out && back ? 'both' : out ? 'out' : back ? 'back' : undefined;
}
