import type { CalendarUnit } from '#domain/time/calendar-slices';
import { number, t, tDynamic } from '#i18n/index';
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

export function overTimeMethod({ measure, unit, zone, revision }: OverTime): string {
  return t('over-time.method', {
    measure: tDynamic(`measure.${measure}.name`),
    unit: tDynamic(`over-time.unit.${unit}`),
    zone,
    revision: number(revision),
  });
}
