import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import type { CalendarUnit } from '#domain/time/calendar-slices';
import { i18nInstance, number, t, tDynamic } from '#i18n/index';
import { nameOf } from '#i18n/record-words';
import type { OverTime } from '#queries/over-time';
import { sliceText } from './slice-words.ts';

/** Slices that a ranking is followed by. */
export const SLICE_UNITS = ['week', 'month', 'year'] as const satisfies readonly CalendarUnit[];

/** How many slices there are, and what is in none of them. */
export function slicesSaid({ slices, lines, undated, unit, zone }: OverTime): string {
  const empty = slices.filter((s) => s.lines === 0).length;
  return [
    t('over-time.slices', {
      count: slices.length,
      from: sliceText(slices[0]!.from, unit, zone),
      to: sliceText(slices.at(-1)!.from, unit, zone),
    }),
    ...(empty > 0 ? [t('over-time.empty', { count: empty })] : []),
    undated > 0 ? t('over-time.undated', { count: undated, of: number(lines) }) : t('over-time.dated'),
  ].join(' ');
}

/** More names than that are counted, not listed. */
const MOST_NAMED = 3;

/**
 * Who stood first, and in how many slices, with what limits it: shared first places, slices without one, and how few links one slice may rest on.
 * Nothing where there is one slice only.
 */
export function firstOverTime(state: CaseState, { slices, rows }: OverTime): readonly string[] {
  if (slices.length < 2) return [];
  const first = slices.map((_, at) => rows.filter((r) => r.cells[at]?.rank === 1).map((r) => r.id));
  const times = new Map<Id, number>();
  for (const ids of first) for (const id of ids) times.set(id, (times.get(id) ?? 0) + 1);
  if (times.size === 0) return [t('over-time.first.nobody')];
  const most = [...times].sort(([, a], [, b]) => b - a);
  const parts = most
    .slice(0, MOST_NAMED)
    .map(([id, count]) =>
      t('over-time.first.in', { name: nameOf(state.entity(id)), count, of: number(slices.length) }),
    );
  if (most.length > MOST_NAMED) parts.push(t('over-time.first.more', { count: most.length - MOST_NAMED }));
  const shared = first.filter((ids) => ids.length > 1).length;
  const without = first.filter((ids, at) => ids.length === 0 && slices[at]!.lines > 0).length;
  const links = slices.flatMap((s) => (s.lines > 0 ? [s.lines] : []));
  return [
    t('over-time.first', {
      list: new Intl.ListFormat(i18nInstance.language, { type: 'unit', style: 'long' }).format(parts),
    }),
    ...(shared > 0 ? [t('over-time.first.shared', { count: shared })] : []),
    ...(without > 0 ? [t('over-time.first.none', { count: without })] : []),
    t('over-time.first.thin', {
      low: number(links.reduce((least, n) => Math.min(least, n))),
      high: number(links.reduce((greatest, n) => Math.max(greatest, n))),
    }),
  ];
}

export function overTimeMethod({ measure, unit, zone, revision }: OverTime): string {
  return t('over-time.method', {
    measure: tDynamic(`measure.${measure}.name`),
    unit: tDynamic(`over-time.unit.${unit}`),
    zone,
    revision: number(revision),
  });
}
