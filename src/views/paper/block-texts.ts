import type { CaseState } from '#domain/change/case-state';
import type { Author, Head } from '#domain/change/change-record';
import { headWords } from '#domain/change/head-words';
import type { Chart } from '#domain/chart/chart';
import type { Entity } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import type { Grade } from '#domain/source/source';
import type { BlockTexts } from '#drawing/scene/block';
import { sourcesUsed } from '#drawing/scene/chart-content';
import { number, t } from '#i18n/index';
import { spanText } from '#i18n/record-words';
import type { ChartDate } from '#session/filter';
import { asOfText, sourcesAt } from '../at-date.ts';
import { sourceName } from '../source-names.ts';

export interface Printed {
  /** Who made the change the sheet shows. */
  readonly author: Author | undefined;
  /** Its day in the zone of the case is printed where there is no other date. */
  readonly today: Date;
  /** Where what is on the sheet is not as of today; then only sources that counted by then are named. */
  readonly atDate?: ChartDate;
}

/** What a sheet says of itself beside what every sheet of the case says. */
export interface OwnTexts {
  readonly title: string;
  /** What it shows: its own date counts where no other is shown. Missing for sheets of the whole case. */
  readonly chart?: Chart | undefined;
  readonly zone?: string;
  readonly notes?: readonly string[];
  /** How much of how much a filter leaves out. */
  readonly hidden: number;
  readonly of: number;
  /** What is on it: its sources are named. */
  readonly records: Iterable<Entity | Link>;
}

export function blockTexts(
  state: CaseState,
  head: Head,
  { author, today, atDate: at }: Printed,
  own: OwnTexts,
): BlockTexts {
  const p = state.properties;
  const unit = author?.unit || p?.unit;
  const period = spanText(p?.period);
  const counts = at && sourcesAt(at, state);
  return {
    title: own.title,
    ...(p?.title && { caseTitle: p.title }),
    ...(p?.reference && { reference: p.reference }),
    ...(period && { period }),
    asOf: asOfText(state, at, today, own.chart),
    ...(own.zone && { zone: own.zone }),
    ...(author?.initials && { author: author.initials }),
    ...(unit && { unit }),
    version: number(head.seq),
    notEvidence: p?.notEvidence ?? false,
    ...(p?.training && { training: p.training }),
    ...(at && { atDate: t(`chart-date.on-sheet.${at.kind}`, { date: at.date }) }),
    ...(own.hidden > 0 && {
      filtered: t('paper.filtered.on-sheet', { hidden: number(own.hidden), of: number(own.of) }),
    }),
    ...(own.notes && own.notes.length > 0 && { notes: own.notes }),
    sources: sourcesUsed(state, own.records, counts).map((s) => ({
      reference: sourceName(state, s.id),
      ...(s.grade && { grade: gradeText(s.grade) }),
    })),
    head: { number: number(head.seq), words: headWords(head.hash).join(' ') },
  };
}

/** "B2 4×4": a grade says nothing without its scheme. */
export function gradeText(grade: Grade): string {
  return `${grade.source}${grade.information} ${grade.scheme.replaceAll('x', '×')}`;
}
