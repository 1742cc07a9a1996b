import type { Id } from '#domain/record';
import { t, tDynamic } from '#i18n/index';
import type { WeakestLink } from '#queries/how-sure';
import type { OverTime } from '#queries/over-time';
import { sliceText } from '../slice-words.ts';

/** Places drawn; whoever is further down leaves the picture at its foot. */
export const PLACES = 12;

/** Ranks over one part of the links after another. */
export interface RankFlow {
  readonly measure: string;
  /** In short above its place, and in full. */
  readonly cuts: readonly { readonly id: string; readonly short: string; readonly full: string }[];
  readonly rows: readonly { readonly id: Id; readonly cells: readonly { readonly rank?: number | undefined }[] }[];
  readonly legend: string;
  readonly keys: string;
}

/** From all links to those that are better and better borne out. */
export function flowOfCuts({ measure, cuts, rows }: WeakestLink): RankFlow {
  return {
    measure,
    cuts: cuts.map(({ id }) => ({
      id,
      short: tDynamic(`results.flow.cut.${id}`),
      full: tDynamic(`sure.cut.${id}`),
    })),
    rows,
    legend: t('results.flow.legend', { count: PLACES }),
    keys: t('results.flow.keys'),
  };
}

/** From slice to slice of time. */
export function flowOfTime({ measure, slices, rows, unit, zone }: OverTime): RankFlow {
  const shortest = (rank: number | undefined) => rank ?? Number.POSITIVE_INFINITY;
  // Equals stand one below the other in the order of the rows: that of the best rank ever held.
  const best = new Map(rows.map((r) => [r.id, Math.min(...r.cells.map((c) => shortest(c.rank)))]));
  return {
    measure,
    cuts: slices.map(({ from }) => {
      const text = sliceText(from, unit, zone);
      return { id: text, short: text, full: text };
    }),
    rows: [...rows].sort((a, b) => best.get(a.id)! - best.get(b.id)!),
    legend: t('over-time.flow', { count: PLACES }),
    keys: t('over-time.flow.keys'),
  };
}
