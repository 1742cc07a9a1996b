import { type AppliedMeasure, IN_SEVERAL } from '#domain/chart/applied-measure';
import type { Words } from '../words.ts';

/** Significant digits of the largest figure of a column. */
const DIGITS = 6;
/** … and of those under the names of a chart, where the place is dear. */
const CHART_DIGITS = 4;
const MOST_DECIMALS = 10;

/** So many decimals for all figures of a column, that points stand below each other: six digits of the largest, fewer where all are rounder. */
export function decimalsOf(values: readonly number[], digits = DIGITS): number {
  const largest = values.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
  if (largest === 0 || !Number.isFinite(largest)) return 0;
  const most = Math.max(0, Math.min(MOST_DECIMALS, digits - 1 - Math.floor(Math.log10(largest))));
  for (let decimals = 0; decimals < most; decimals++) {
    const unit = 10 ** decimals;
    if (values.every((v) => Math.abs(Math.round(v * unit) / unit - v) < 1e-12 * largest)) return decimals;
  }
  return most;
}

/** Writes figures with these decimals; one that is too small for them, and not nothing, says so. */
export function figureWriter(decimals: number, locale: string): (value: number) => string {
  const written = new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  const least = 10 ** -decimals;
  return (value) => (value > 0 && value < least / 2 ? `< ${written.format(least)}` : written.format(value));
}

/** How figures under the names of a chart are written: alike for all of them, whatever a filter leaves. */
export interface LabelForm {
  readonly shows: 'value' | 'group';
  readonly decimals: number;
}

export function labelForm({ shows, values }: Pick<AppliedMeasure, 'shows' | 'values'>): LabelForm {
  if (shows === 'group') return { shows, decimals: 0 };
  const known = values.map((v) => Number(v.value)).filter(Number.isFinite);
  return { shows: 'value', decimals: decimalsOf(known, CHART_DIGITS) };
}

export function labelWriter({ shows, decimals }: LabelForm, words: Words, locale: string): (value: number) => string {
  return shows === 'group'
    ? (value) =>
        value === IN_SEVERAL ? words('drawing.figure.several') : words('drawing.figure.group', { number: value })
    : figureWriter(decimals, locale);
}
