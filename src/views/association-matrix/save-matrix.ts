import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { number, t, tDynamic } from '#i18n/index';
import { nameOf } from '#i18n/record-words';
import type { AssociationMatrix } from '#queries/association-matrix';
import { csvOf, saveFile } from '#queries/exports';
import { fileName } from '#queries/file-name';
import { inBreaths, type Work } from '#queries/in-breaths';
import { readingStanding } from '../answer-scope.ts';
import { groupsOfRows, type OrderChoice, orderNotes } from '../matrix-order.ts';
import { countsText, type ReadMatrix } from '../read-matrix.ts';
import { wayOf } from './cell-words.ts';

const ARROWS = { out: ' →', back: ' ←', both: ' ↔' } as const;

/** The matrix as a table, in words: a symbol would be a formula to a spreadsheet, or nothing at all. Always the full square; `notes` stand below. */
export function* matrixLines(
  state: CaseState,
  matrix: AssociationMatrix,
  ids: readonly Id[],
  notes: readonly string[],
  groups: readonly (number | undefined)[] = [],
): Work<string[][]> {
  const names = ids.map((id) => nameOf(state.entity(id)));
  const grouped = groups.length > 0;
  const lines = [
    [
      t('association-matrix.entity'),
      t('table.type'),
      ...(grouped ? [t('results.column.group')] : []),
      ...names,
      t('association-matrix.associated'),
    ],
  ];
  for (const [i, row] of ids.entries()) {
    const type = tDynamic(`entity-type.${state.entity(row)?.type ?? 'unknown'}`);
    const cells = ids.map((column) => {
      const cell = matrix.cell(row, column);
      if (!cell) return '';
      const says = tDynamic(`association-matrix.says.${cell.code}.${cell.strength}`);
      const way = row === column ? undefined : wayOf(cell);
      return `${t('association-matrix.file.cell', { says, count: cell.links.length })}${way ? ARROWS[way] : ''}`;
    });
    lines.push([
      names[i]!,
      type,
      ...(grouped ? [String(groups[i] ?? '')] : []),
      ...cells,
      String(matrix.associated(row)),
    ]);
    yield { done: i, of: ids.length, stage: 'writing' };
  }
  return [...lines, [], ...notes.map((note) => [note])];
}

/** What is shown: the matrix that was read, those of it that stand there, and by what; `seq` of the last change of the case it shows. */
export interface ShownMatrix {
  readonly read: ReadMatrix;
  readonly ids: readonly Id[];
  readonly choice: OrderChoice;
  readonly seq: number;
}

/** The lines of the file: the table, and below it what the room says of it, read of the case as it is now. */
export function* readingFile(state: CaseState, { read, ids, choice }: Omit<ShownMatrix, 'seq'>): Work<string[][]> {
  const { matrix, ordered } = read;
  const stale = choice.result !== undefined && (yield* readingStanding(state, choice.result.answer)).stale;
  const n = ordered.ids.length;
  const notes = [
    ...orderNotes(choice, ordered, stale).map((note) => note.text),
    countsText(state, read),
    ...(n > ids.length ? [t('association-matrix.too-large', { shown: number(ids.length), all: number(n) })] : []),
    t('association-matrix.associated.about'),
    t('association-matrix.file.arrows'),
  ];
  return yield* matrixLines(state, matrix, ids, notes, groupsOfRows(choice, ordered));
}

/** Saves what is shown as a CSV file, read piece by piece. */
export async function saveMatrix(state: CaseState, shown: ShownMatrix): Promise<void> {
  const lines = await inBreaths(readingFile(state, shown));
  if ('result' in lines)
    saveFile(fileName('matrix', state.properties?.caseId ?? '', shown.seq, new Date(), 'csv'), csvOf(lines.result));
}
