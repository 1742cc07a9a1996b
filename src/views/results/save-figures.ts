import type { CaseState } from '#domain/change/case-state';
import { t, tDynamic } from '#i18n/index';
import { nameOf } from '#i18n/record-words';
import { csvOf, saveFile } from '#queries/exports';
import { type AnswerTable, cutsTold, cutTable, intervalTable, rankingTable, timeTable } from '../answer-table.ts';
import { viewOf } from '../answer-view.ts';
import { answerWords, questionOf } from '../answer-words.ts';
import { caseLine } from '../case-line.ts';
import { communityRows } from '../figure-rows.ts';
import type { FigureTable } from '../figure-table.ts';
import { firstPlaceText } from '../first-place.ts';
import { divisionText, otherGroups, shareText } from '../groups-words.ts';
import { leadSentences, sourceSentence, sureMethodNote, warningText } from '../how-sure-note.ts';
import type { Answer, Asked, GroupAnswer } from '../last-answer.ts';
import type { Look } from '../last-look.ts';
import { firstOverTime, overTimeMethod, slicesSaid } from '../over-time-words.ts';
import { staleNotes } from '../stale-notes.ts';

const typeOf = (state: CaseState, id: string) => tDynamic(`entity-type.${state.entity(id)?.type ?? 'unknown'}`);

/** The lines of a table in a file, its head first. */
function linesOf({ columns, ids }: AnswerTable): string[][] {
  const here = columns.filter((c) => c.only !== 'paper');
  return [here.map((c) => c.title), ...ids.map((id) => here.map((c) => (c.plain ?? c.text)(id)))];
}

const below = (notes: readonly string[]): string[][] => [[], ...notes.map((n) => [n])];

/** The question and its answer as on paper: of what it was asked, whom that left out, and what makes it weak. */
function wordsOf(state: CaseState, answer: Answer, asked: Asked): string[] {
  const { scope, said, limits } = answerWords(state, answer, asked);
  const figure = answer.kind === 'measure' ? tDynamic(`measure.${answer.id}.name`) : divisionText(t, answer.result);
  return [`${questionOf(answer, asked)} · ${figure}`, scope, ...(said === undefined ? [] : [said]), ...limits];
}

/** What an answer is saved as, by how it is looked at; undefined while what is looked at is worked out. */
export function answerFile(
  state: CaseState,
  shown: {
    readonly table: FigureTable;
    readonly asked: Asked;
    readonly look: Look;
    /** How each figure was derived. */
    readonly notes: readonly string[];
  },
): { readonly name: string; readonly lines: string[][] } | undefined {
  const { table, asked, look, notes } = shown;
  const { groups } = asked;
  const main = table.columns[0].answer;
  const view = viewOf(main, asked);
  const { weakest, intervals } = look.sure ?? {};
  const others = table.columns.slice(1).map((c) => c.answer);
  const above = () => [
    ...staleNotes(state, [main, ...others, ...(groups ? [groups] : [])], view, look),
    ...wordsOf(state, main, asked),
  ];
  if (view === 'intervals')
    return (
      intervals && {
        name: `how-sure-${intervals.revision}.csv`,
        lines: [
          ...linesOf(intervalTable(state, intervals)),
          ...below([
            ...above(),
            ...[firstPlaceText(state, intervals, main.asked), sourceSentence(state, intervals)].filter(
              (s) => s !== undefined,
            ),
            ...intervals.warnings.map((w) => warningText(state, w)),
            ...notes.slice(0, 1),
            sureMethodNote(intervals),
          ]),
        ],
      }
    );
  if (view === 'cuts' || view === 'flow') {
    if (!weakest) return undefined;
    const { heads, rows } = cutsTold(state, weakest, 'file');
    return {
      name: `weakest-link-${weakest.revision}.csv`,
      lines: [
        ...linesOf(cutTable(state, weakest)),
        [],
        heads,
        ...rows,
        ...below([
          ...above(),
          ...leadSentences(state, weakest),
          ...(weakest.ungraded ? [t('results.cuts.ungraded')] : []),
          ...notes.slice(0, 1),
          `${t('sure.method.agreement')} ${t('sure.cut.about')}`,
        ]),
      ],
    };
  }
  if (view === 'time') {
    const figure = look.overTime?.figure;
    return (
      figure && {
        name: `over-time-${figure.unit}-${figure.revision}.csv`,
        lines: [
          ...linesOf(timeTable(state, figure, table)),
          ...below([
            ...above(),
            ...firstOverTime(state, figure),
            slicesSaid(figure),
            ...notes.slice(0, 1),
            overTimeMethod(figure),
          ]),
        ],
      }
    );
  }
  return {
    name: `results-${main.result.revision}.csv`,
    lines: [...linesOf(rankingTable(state, table, groups)), ...below([...above(), ...notes])],
  };
}

/** An answer as a file: every column as shown, figures unrounded, and how each was derived. */
export function saveAnswer(state: CaseState, shown: Parameters<typeof answerFile>[1]): void {
  const file = answerFile(state, shown);
  if (file) saveFile(file.name, csvOf([...file.lines, caseLine(state)]));
}

/** Who is in which group, as a file, a line for each group that one is in, and how the groups were found. */
export function saveGroups(state: CaseState, answer: GroupAnswer, asked: Asked, note: string): void {
  const runs = answer.result.stability?.runs ?? 0;
  const overlap = answer.result.rows.some((r) => r.groups);
  const head = [
    t('results.column.rank'),
    t('results.column.entity'),
    t('results.column.type'),
    t('results.column.group'),
    ...(runs > 0 ? [t('groups.column.share')] : []),
    ...(overlap ? [t('groups.column.several')] : []),
  ];
  const lines = communityRows(answer.result).map((r) => [
    '',
    nameOf(state.entity(r.id)),
    typeOf(state, r.id),
    r.value === undefined ? '' : String(r.value + 1),
    ...(runs > 0 && r.member ? [shareText(t, r.member, runs)] : []),
    ...(overlap ? [otherGroups(t, r.member, r.value, Number.POSITIVE_INFINITY)] : []),
  ]);
  saveFile(
    `results-${answer.result.revision}.csv`,
    csvOf([
      head,
      ...lines,
      ...below([...staleNotes(state, [answer]), ...wordsOf(state, answer, asked), note, ...caseLine(state)]),
    ]),
  );
}
