import { IN_SEVERAL } from '#domain/chart/applied-measure';
import { categoryMarks } from './categories.ts';
import { type SizeStep, sizeStep } from './sizes.ts';

/** Why an item of a chart that is coloured by groups has the colour of none: its group has none, it was coloured by hand, or it is in no group. */
export type Outside = 'beyond' | 'by-hand' | 'none';
export const OUTSIDE: readonly Outside[] = ['beyond', 'by-hand', 'none'];

/** `group`: its number by the answer that colours the chart, missing = in none; `stated`: the colour it was given by hand. */
export function outsideOf(group: number | undefined, stated: number | undefined): Outside | undefined {
  if (group === undefined) return stated ? 'by-hand' : 'none';
  return group > categoryMarks.length ? 'beyond' : undefined;
}

/** Whether groups of an answer overlap, so that the colour of one is that of those in it alone. */
export function overlapIn(values: readonly { readonly value: string }[]): boolean {
  return values.some(({ value }) => Number(value) === IN_SEVERAL);
}

export interface ValueRange {
  readonly from: number;
  readonly to: number;
}

/** Which values the smallest and the largest circle of a chart stand for; all of them where the circles are alike. */
export interface SizeScale {
  readonly smallest: ValueRange;
  /** Missing: all circles are of one size. */
  readonly largest?: ValueRange;
}

/** Read from the figures themselves, so that no value is named that nobody has. `undefined`: no figure can be drawn. */
export function sizeScale(values: Iterable<number>): SizeScale | undefined {
  const known = [...values].filter(Number.isFinite);
  const most = known.reduce((a, b) => Math.max(a, b), 0);
  const ranges = new Map<SizeStep, ValueRange>();
  for (const v of known) {
    const step = sizeStep(v, most);
    const range = ranges.get(step);
    ranges.set(step, { from: Math.min(v, range?.from ?? v), to: Math.max(v, range?.to ?? v) });
  }
  const [smallest, ...larger] = [...ranges].sort(([a], [b]) => a - b).map(([, range]) => range);
  const largest = larger.at(-1);
  return smallest && { smallest, ...(largest && { largest }) };
}
