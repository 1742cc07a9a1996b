import type { CaseState } from '#domain/change/case-state';
import type { Author, Head } from '#domain/change/change-record';
import { headWords } from '#domain/change/head-words';
import type { Id } from '#domain/record';
import type { Grade } from '#domain/source/source';
import { type ChartContent, chartContent, sourcesUsed } from '#drawing/scene/chart-content';
import type { LegendNames } from '#drawing/scene/legend';
import type { Sheet } from '#drawing/scene/sheet';
import { i18nInstance, isMessageKey, number, t, tDynamic } from '#i18n/index';
import { spanText } from '#i18n/record-words';
import type { SheetRequest } from '#queries/drawing';
import type { FilterMatch } from '../filter-match.ts';
import { dayText } from '../when.ts';
import { fillSheet } from './fill-sheet.ts';

export interface Wanted {
  readonly chart: Id;
  readonly sheet: Sheet;
  readonly shape: 'as-drawn' | 'fill';
  /** Leaves out of the sheet what it does not let through, and says so in the block. */
  readonly filter: FilterMatch | null;
  /** Who made the change the sheet shows. */
  readonly author: Author | undefined;
  /** Its day in the zone of the case is printed where the chart has no date of its own. */
  readonly today: Date;
}

/** What a filter lets through of a chart, and how much of how much (entities and links) it leaves out. */
export function filteredContent(
  content: ChartContent,
  filter: FilterMatch,
): { readonly content: ChartContent; readonly hidden: number; readonly of: number } {
  const entities = content.entities.filter((e) => filter.entity(e.entity));
  const kept = new Set(entities.map((e) => e.entity.id));
  const links = content.links.filter((l) => kept.has(l.from) && kept.has(l.to) && filter.link(l));
  const of = content.entities.length + content.links.length;
  return { content: { ...content, entities, links }, hidden: of - entities.length - links.length, of };
}

/** All that the drawing worker needs for a sheet, every text ready to print. Undefined when the case has no such chart. */
export function sheetRequest(
  state: CaseState,
  head: Head,
  wanted: Wanted,
): { readonly request: SheetRequest; readonly hidden: number; readonly of: number } | undefined {
  const all = chartContent(state, wanted.chart);
  if (!all) return undefined;
  const filtered = wanted.filter
    ? filteredContent(all, wanted.filter)
    : { content: all, hidden: 0, of: all.entities.length + all.links.length };
  const content = wanted.shape === 'fill' ? fillSheet(filtered.content, wanted.sheet) : filtered.content;
  const p = state.properties;
  const { author } = wanted;
  const unit = author?.unit || p?.unit;
  const period = spanText(p?.period);
  const request: SheetRequest = {
    content,
    sheet: wanted.sheet,
    locale: i18nInstance.language,
    ...(p?.marking && { marking: p.marking }),
    legend: legendNames(content),
    block: {
      title: content.chart.name,
      ...(p?.title && { caseTitle: p.title }),
      ...(p?.reference && { reference: p.reference }),
      ...(period && { period }),
      asOf: content.chart.asOf?.replace('T', ' ') ?? dayText(wanted.today, p?.zone ?? ''),
      ...(author?.initials && { author: author.initials }),
      ...(unit && { unit }),
      version: number(head.seq),
      notEvidence: p?.notEvidence ?? false,
      ...(p?.training && { training: p.training }),
      ...(filtered.hidden > 0 && {
        filtered: t('paper.filtered.on-sheet', { hidden: number(filtered.hidden), of: number(filtered.of) }),
      }),
      sources: sourcesUsed(state, content).map((s) => ({
        reference: s.reference,
        ...(s.grade && { grade: gradeText(s.grade) }),
      })),
      head: { number: number(head.seq), words: headWords(head.hash).join(' ') },
    },
  };
  return { request, hidden: filtered.hidden, of: filtered.of };
}

/** "B2 4×4": a grade says nothing without its scheme. */
function gradeText(grade: Grade): string {
  return `${grade.source}${grade.information} ${grade.scheme.replaceAll('x', '×')}`;
}

/** What colours and sizes stand for, in words. */
function legendNames(content: ChartContent): LegendNames {
  const { sizedBy, colouredBy } = content;
  return {
    ...(sizedBy !== undefined && { sizedBy: nameOfFigure(sizedBy) }),
    ...(colouredBy !== undefined && {
      categories: new Map(
        Array.from({ length: 9 }, (_, i) => [
          i + 1,
          t('paper.category', { number: i + 1, grouping: nameOfFigure(colouredBy) }),
        ]),
      ),
    }),
  };
}

function nameOfFigure(id: string): string {
  const key = [`measure.${id}.name`, `communities.${id}.name`].find(isMessageKey);
  return key === undefined ? id : tDynamic(key);
}
