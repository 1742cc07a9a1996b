import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { number, t } from '#i18n/index';
import { finish } from '#queries/in-breaths';
import { readingStrengths } from '#queries/sure-sets';
import { scopeOf, standingOf } from './answer-scope.ts';
import { missingText } from './answer-sentence.ts';
import { caseLine } from './case-line.ts';
import type { ToldTable, WholeLook } from './last-look.ts';
import { leftOutText } from './left-out.ts';
import { scopeWords } from './setup-words.ts';

/** An answer about a network as a whole, or a set of key players, in words and tables. */
export interface WholeWords {
  /** Of what it was asked, and whom that left out. */
  readonly scope: string;
  readonly said?: string;
  /** What makes it weak. */
  readonly limits: readonly string[];
  readonly tables: readonly ToldTable[];
  readonly method: readonly string[];
  /** Whom and what it names. */
  readonly named: readonly Id[];
  /** That the case has changed since. */
  readonly stale: readonly string[];
}

/** Whether the links are confirmed, and borne out by sources, as they were, where that is part of the answer. */
function isBorneOutAlike(state: CaseState, { of, strengths, sources }: WholeLook): boolean {
  const isAs = (before: string | undefined, withSources: boolean) =>
    before === undefined || finish(readingStrengths(state, scopeOf(state, of.asked), withSources)) === before;
  return isAs(strengths, false) && isAs(sources, true);
}

/** The same on its sheet and in its file, in names as they are now. */
export function wholeWords(state: CaseState, whole: WholeLook): WholeWords {
  const standing = standingOf(state, { ...whole.of, content: whole.content });
  const stale = standing.stale || !isBorneOutAlike(state, whole);
  const { said, caveats, tables, method, named } = whole.told(state);
  const left = leftOutText(whole.leftOut);
  return {
    scope: [scopeWords(whole.of.asked), ...(left === undefined ? [] : [left])].join(' · '),
    ...(said !== undefined && { said }),
    limits: [...caveats, ...(standing.weak > 0 ? [missingText({ ...standing, stale }, 'whole')] : [])],
    tables,
    method,
    named,
    stale: stale ? [t('paper.results.stale', { revision: number(whole.revision) })] : [],
  };
}

/** The lines of its file: the tables, figures unrounded, and below them all that is said of them. */
export function wholeLines(state: CaseState, whole: WholeLook): string[][] {
  const { scope, said, limits, tables, method, stale } = wholeWords(state, whole);
  const notes = [
    ...stale,
    [whole.question, ...(whole.name === undefined ? [] : [whole.name])].join(' · '),
    scope,
    ...(said === undefined ? [] : [said]),
    ...limits,
    ...method,
    ...caseLine(state),
  ];
  const lines = tables.flatMap(({ columns, rows, file }): string[][] => [
    ...(file ?? [columns.map((c) => c.title), ...rows]).map((line) => [...line]),
    [],
  ]);
  return [...lines, ...notes.map((note) => [note])];
}
