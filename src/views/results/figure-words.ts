import { i18nInstance } from '#i18n/index';

/** Significant digits of the largest figure of a column. */
const DIGITS = 6;
const MOST_DECIMALS = 10;

/** So many decimals for all figures of a column, that points stand below each other: six digits of the largest, fewer where all are rounder. */
export function decimalsOf(values: readonly number[]): number {
  const largest = values.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
  if (largest === 0 || !Number.isFinite(largest)) return 0;
  const most = Math.max(0, Math.min(MOST_DECIMALS, DIGITS - 1 - Math.floor(Math.log10(largest))));
  for (let decimals = 0; decimals < most; decimals++) {
    const unit = 10 ** decimals;
    if (values.every((v) => Math.abs(Math.round(v * unit) / unit - v) < 1e-12 * largest)) return decimals;
  }
  return most;
}

/** Writes figures with these decimals; one that is too small for them, and not nothing, says so. */
export function figureWriter(decimals: number): (value: number) => string {
  const written = new Intl.NumberFormat(i18nInstance.language, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  const least = 10 ** -decimals;
  return (value) => (value > 0 && value < least / 2 ? `< ${written.format(least)}` : written.format(value));
}
