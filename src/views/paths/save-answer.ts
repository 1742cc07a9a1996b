import type { CaseState } from '#domain/change/case-state';
import { number, t, tDynamic } from '#i18n/index';
import { csvOf, saveFile } from '#queries/exports';
import { groundOf, sameGround } from '#queries/paths';
import { scopeOf } from '../answer-scope.ts';
import { caseLine } from '../case-line.ts';
import type { PathsAnswer } from '../last-paths.ts';
import { wholeTable } from '../path-tables.ts';
import { pathsMethod, summaryOf, sureText, waySentence } from '../path-words.ts';

/** Whether an answer about paths is of another case than that of now. */
export function isOld(state: CaseState, { ground, asked }: PathsAnswer): boolean {
  return !sameGround(ground, groundOf(state, scopeOf(state, asked)));
}

/** The lines of its file: every path, and below them the question, all that is said of them, and how they were found. */
export function answerLines(state: CaseState, answer: PathsAnswer): string[][] {
  const { result } = answer;
  const table = wholeTable(state, result);
  const sure = sureText(result);
  const notes = [
    ...(isOld(state, answer) ? [t('paper.results.stale', { revision: number(result.revision) })] : []),
    tDynamic(`paths.${result.asked.question}.question`),
    ...summaryOf(state, result),
    ...result.ways.map((way) => waySentence(state, way)),
    ...(sure === '' ? [] : [sure]),
    pathsMethod(state, result),
    ...caseLine(state),
  ];
  return [
    table.columns.map((c) => c.title),
    ...table.rows.map((r) => [...r.cells]),
    [],
    ...notes.map((note) => [note]),
  ];
}

/** An answer about paths as a file, with names as they are now. */
export function saveAnswer(state: CaseState, answer: PathsAnswer): void {
  saveFile(`paths-${answer.result.revision}.csv`, csvOf(answerLines(state, answer)));
}
