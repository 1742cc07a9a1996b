import type { NetworkResult, SlicesResult } from '#queries/whole-network';

/** How many entities are linked with so many others. */
export interface DegreeRow {
  readonly degree: number;
  readonly count: number;
  /** The same in each slice of time, in order; none where there are no slices. */
  readonly months: readonly number[];
}

/** One row for each degree that occurs, in the whole or in a slice, ascending; none where the network has no such figure. */
export function degreeRows({ figures }: NetworkResult, slices: SlicesResult | undefined): readonly DegreeRow[] {
  const at = figures.findIndex((f) => f.distribution);
  if (at < 0) return [];
  const whole = new Map(figures[at]!.distribution);
  const months = slices?.slices.map((s) => new Map(s.figures[at]?.distribution)) ?? [];
  const degrees = [...new Set([whole, ...months].flatMap((counts) => [...counts.keys()]))].sort((a, b) => a - b);
  return degrees.map((degree) => ({
    degree,
    count: whole.get(degree) ?? 0,
    months: months.map((counts) => counts.get(degree) ?? 0),
  }));
}
