import type { CaseState } from '#domain/change/case-state';
import type { Head } from '#domain/change/change-record';
import type { Id } from '#domain/record';
import { type ChartContent, chartContent, recordsOf } from '#drawing/scene/chart-content';
import type { LegendNames } from '#drawing/scene/legend';
import { number, t } from '#i18n/index';
import type { Emphasis } from '#session/emphasis';
import { appliedText, nameOfFigure, scaleWords, stabilityWords } from '../applied-words.ts';
import type { FilterMatch } from '../filter-match.ts';
import { blockTexts } from './block-texts.ts';
import { fillSheet } from './fill-sheet.ts';
import { isLarger } from './pages-of.ts';
import type { Asked, Common, Wanted } from './sheet-request.ts';

/** What a filter lets through of a chart, and how much of how much (entities and links) it leaves out. */
export function filteredContent(
  content: ChartContent,
  filter: FilterMatch | null,
): { readonly content: ChartContent; readonly hidden: number; readonly of: number } {
  const of = content.entities.length + content.links.length;
  if (!filter) return { content, hidden: 0, of };
  const entities = content.entities.filter((e) => filter.entity(e.entity));
  const kept = new Set(entities.map((e) => e.entity.id));
  const links = content.links.filter((l) => kept.has(l.from) && kept.has(l.to) && filter.link(l));
  return { content: { ...content, entities, links }, hidden: of - entities.length - links.length, of };
}

/** A chart as far as the filter lets it through. Undefined when the case has no such chart. */
export function chartOnPaper(state: CaseState, chart: Id, filter: FilterMatch | null) {
  const all = chartContent(state, chart);
  return all && filteredContent(all, filter);
}

export function chartRequest(state: CaseState, head: Head, wanted: Wanted, common: Common): Asked | undefined {
  const filtered = chartOnPaper(state, wanted.chart, wanted.filter);
  if (!filtered) return undefined;
  const { hidden, of } = filtered;
  const plain = wanted.shape === 'fill' ? fillSheet(filtered.content, wanted.sheet) : filtered.content;
  const out = broughtOutOn(state, plain, wanted.emphasis);
  const content = out ? { ...plain, emphasis: out } : plain;
  const { sheet, linkWords, tiles } = wanted;
  const cut = tiles !== 'none' && isLarger(sheet, tiles) ? tiles : undefined;
  return {
    request: {
      kind: 'chart',
      ...common,
      content,
      linkWords,
      ...(wanted.index && { grid: cut === undefined ? {} : { tiles: cut } }),
      legend: legendNames(content),
      block: blockTexts(state, head, wanted, {
        title: content.chart.name,
        chart: content.chart,
        notes: [
          ...(out ? [t('paper.brought-out', { what: out.label })] : []),
          ...(linkWords !== 'all' && content.links.length > 0 ? [t(`paper.link-words.${linkWords}.on-sheet`)] : []),
        ],
        hidden,
        of,
        records: recordsOf(content),
      }),
    },
    hidden,
    of,
    facts: [
      { of: 'entities', count: content.entities.length },
      { of: 'links', count: content.links.length },
    ],
  };
}

/** What the screen brings out, as far as it stands on this chart; nothing where none of it does. */
function broughtOutOn(
  state: CaseState,
  content: ChartContent,
  emphasis: Emphasis | null | undefined,
): ChartContent['emphasis'] {
  if (!emphasis) return undefined;
  const items = recordsOf(content).flatMap((r) => (emphasis.items.has(r.id) ? [r.id] : []));
  if (items.length === 0) return undefined;
  const there = new Set(recordsOf(content).map((r) => r.id));
  // The label may name whoever is no longer on the sheet: only where all it speaks of stands there does the sheet say it.
  const whole = [...(emphasis.named ?? emphasis.items)].every((id) => there.has(id));
  const counts = { shown: number(items.length), of: number(emphasis.items.size) };
  return { items, label: whole ? emphasis.label(state) : t('paper.brought-out.part', counts) };
}

/** What colours and sizes stand for, in words. */
function legendNames(content: ChartContent): LegendNames {
  const { size, colour, label, badge } = content.applied ?? {};
  const stability = colour && stabilityWords(colour);
  return {
    ...(size && { sizedBy: appliedText(size), sizeScale: scaleWords(content.sizeScale, unsized(content)).join('. ') }),
    ...(colour && { colouredBy: appliedText(colour) }),
    ...(label && { labelledBy: appliedText(label) }),
    ...(badge && { rankedBy: appliedText(badge) }),
    ...(stability && { stability }),
    ...(colour && {
      categories: new Map(
        Array.from({ length: 9 }, (_, i) => [
          i + 1,
          t(content.overlapping ? 'paper.category.alone' : 'paper.category', {
            number: i + 1,
            grouping: nameOfFigure(colour.measure),
          }),
        ]),
      ),
    }),
  };
}

/** Whether its figure leaves somebody on the chart without a size. */
function unsized(content: ChartContent): boolean {
  return content.entities.some((e) => e.unsized);
}
