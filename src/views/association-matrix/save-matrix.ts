import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { number, t, tDynamic } from '#i18n/index';
import { nameOf } from '#i18n/record-words';
import type { AssociationMatrix } from '#queries/association-matrix';
import { csvOf, saveFile } from '#queries/exports';
import { fileName } from '#queries/file-name';
import { inBreaths, type Work } from '#queries/in-breaths';
import { wayOf } from './cell-words.ts';

const ARROWS = { out: ' →', back: ' ←', both: ' ↔' } as const;

/** The matrix as a table, in words: a symbol would be a formula to a spreadsheet, or nothing at all. Always the full square; `notes` stand below. */
export function* matrixLines(
  state: CaseState,
  matrix: AssociationMatrix,
  ids: readonly Id[],
  notes: readonly string[],
): Work<string[][]> {
  const names = ids.map((id) => nameOf(state.entity(id)));
  const lines = [[t('association-matrix.entity'), t('table.type'), ...names, t('association-matrix.associated')]];
  for (const [i, row] of ids.entries()) {
    const type = tDynamic(`entity-type.${state.entity(row)?.type ?? 'unknown'}`);
    const cells = ids.map((column) => {
      const cell = matrix.cell(row, column);
      if (!cell) return '';
      const says = tDynamic(`association-matrix.says.${cell.code}.${cell.strength}`);
      const way = row === column ? undefined : wayOf(cell);
      return `${t('association-matrix.file.cell', { says, count: cell.links.length })}${way ? ARROWS[way] : ''}`;
    });
    lines.push([names[i]!, type, ...cells, String(matrix.associated(row))]);
    yield { done: i, of: ids.length, stage: 'writing' };
  }
  return [...lines, [], ...notes.map((note) => [note])];
}

/** Saves what is shown as a CSV file, read piece by piece. `seq`: of the last change of the case it shows. */
export async function saveMatrix(
  state: CaseState,
  matrix: AssociationMatrix,
  ids: readonly Id[],
  seq: number,
  notes: readonly string[],
): Promise<void> {
  const cut =
    matrix.entities.length > ids.length
      ? [t('association-matrix.too-large', { shown: number(ids.length), all: number(matrix.entities.length) })]
      : [];
  const about = [t('association-matrix.associated.about'), t('association-matrix.file.arrows')];
  const read = await inBreaths(matrixLines(state, matrix, ids, [...notes, ...cut, ...about]));
  if ('result' in read)
    saveFile(fileName('matrix', state.properties?.caseId ?? '', seq, new Date(), 'csv'), csvOf(read.result));
}
