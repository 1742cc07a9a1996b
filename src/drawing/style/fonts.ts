/** Families of the fonts shipped with the program. Charts use no others, so that labels measure and print alike everywhere. */
export const CHART_FAMILIES = [
  'Noto Sans',
  'Noto Sans Khmer',
  'Noto Sans Thai',
  'Noto Sans Lao',
  'Noto Sans Myanmar',
] as const;
export type ChartFamily = (typeof CHART_FAMILIES)[number];

/** For a CSS or canvas `font-family`. */
export const CHART_FONT_FAMILY = CHART_FAMILIES.map((f) => `"${f}"`).join(', ');

/** Only these two weights are shipped. */
export type FontWeight = 400 | 600;
