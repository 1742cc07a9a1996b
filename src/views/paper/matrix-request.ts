import type { CaseState } from '#domain/change/case-state';
import type { Head } from '#domain/change/change-record';
import type { Id } from '#domain/record';
import type { MatrixMark } from '#drawing/matrix/matrix-sheets';
import { number, t, tDynamic } from '#i18n/index';
import { nameOf } from '#i18n/record-words';
import { codes, strengths } from '#queries/association-matrix';
import { inBreaths, type Work } from '#queries/in-breaths';
import { readingStanding } from '../answer-scope.ts';
import type { FilterMatch } from '../filter-match.ts';
import { type Look, ofWords } from '../matrix-look.ts';
import { groupStarts, type OrderChoice, orderNotes } from '../matrix-order.ts';
import { countsText, type ReadMatrix, readingShown } from '../read-matrix.ts';
import { blockTexts } from './block-texts.ts';
import type { Asked, Common, Wanted } from './sheet-request.ts';

/** As many as are printed: some forty sheets of A4 in the half form. */
const MOST = 250;

/** The matrix as its room shows it, read for its sheet. */
export interface PrintedMatrix {
  readonly look: Look;
  readonly choice: OrderChoice;
  readonly read: ReadMatrix;
  /** It stands by a result that is of the case as it was. */
  readonly stale: boolean;
}

/** Reads the matrix that is looked at, piece by piece; undefined when it was cancelled. */
export async function printedMatrix(
  state: CaseState,
  asked: Pick<PrintedMatrix, 'look' | 'choice'>,
  filter: FilterMatch | null,
  signal: AbortSignal,
): Promise<PrintedMatrix | undefined> {
  const { look, choice } = asked;
  const reading = function* (): Work<PrintedMatrix> {
    const read = yield* readingShown(state, look.of, filter, choice.order);
    const stale = choice.result !== undefined && (yield* readingStanding(state, choice.result.answer)).stale;
    return { ...asked, read, stale };
  };
  const outcome = await inBreaths(reading(), { signal });
  return 'result' in outcome ? outcome.result : undefined;
}

/** The matrix on sheets: in its form and order, with what it is ordered by and what its symbols mean. */
export function matrixRequest(state: CaseState, head: Head, wanted: Wanted, common: Common): Asked {
  const { read, choice, look, stale } = wanted.matrix!;
  const { matrix, ordered, all } = read;
  const ids = ordered.ids.slice(0, MOST);
  const n = matrix.entities.length;
  const marks: MatrixMark[] = [];
  const links: Id[] = [];
  for (const [row, a] of ids.entries())
    for (const [column, b] of ids.entries()) {
      const cell = matrix.cell(a, b);
      if (!cell) continue;
      const { code, strength, out, back } = cell;
      marks.push({ row, column, code, strength, out, back, links: cell.links.length });
      if (column <= row) links.push(...cell.links);
    }
  const said = [
    ...orderNotes(choice, ordered, stale).map((note) => note.text),
    countsText(state, read),
    t('association-matrix.on-sheet'),
  ];
  const notes =
    n > ids.length ? [t('association-matrix.on-sheet.first', { shown: number(ids.length), all: number(n) })] : [];
  const of = read.of.kind === 'case' ? (state.properties?.title ?? '') : ofWords(state, read.of);
  return {
    request: {
      kind: 'matrix',
      ...common,
      names: ids.map((id) => nameOf(state.entity(id))),
      associated: ids.map((id) => matrix.associated(id)),
      marks,
      edges: ordered.blocks.flatMap((b) => (b.start > 0 && b.start < ids.length ? [b.start] : [])),
      groups: [...groupStarts(choice, ordered)].map(([row, n]) => ({
        row,
        ...(n !== undefined && { text: t('results.group-name', { number: n }) }),
      })),
      half: look.form === 'half',
      legend: codes.flatMap((code) =>
        strengths.flatMap((strength) =>
          matrix.says.has(`${code}.${strength}`)
            ? [{ code, strength, text: tDynamic(`association-matrix.says.${code}.${strength}`) }]
            : [],
        ),
      ),
      note: said.join(' '),
      heads: { name: t('association-matrix.entity'), associated: t('association-matrix.associated') },
      block: blockTexts(state, head, wanted, {
        title: t('paper.title.association-matrix', { of }),
        notes,
        hidden: all - n,
        of: all,
        records: [...ids.flatMap((id) => state.entity(id) ?? []), ...links.flatMap((id) => state.link(id) ?? [])],
      }),
    },
    hidden: all - n,
    of: all,
    facts: [
      { of: 'entities', count: ids.length },
      { of: 'links', count: links.length },
    ],
  };
}
