import { SEVERAL } from './categories.ts';

/** What a chart is drawn for: a light or dark screen, or a sheet that must read without any colour. Colour paper is `light`. */
export type Theme = 'light' | 'dark' | 'monochrome';

export interface CategoryColour {
  /** Ring, symbol, outline, text. */
  readonly ink: string;
  /** Areas, under the category's pattern. */
  readonly tint: string;
}

/** Colours by the job they do, as the interface's tokens name them. */
export interface ChartColours {
  readonly canvas: string;
  readonly text: string;
  readonly text2: string;
  readonly text3: string;
  readonly accent: string;
  readonly accentSoft: string;
  readonly hover: string;
  readonly protected: string;
  readonly link: string;
  readonly linkLabel: string;
  /** Links, rings and symbols that are not chosen while something else is. */
  readonly far: string;
  readonly nodeLine: string;
  readonly nodeFill: string;
  readonly groupFill: string;
  readonly groupLine: string;
  readonly lineStrong: string;
  readonly marking: string;
  readonly markingText: string;
  /** Categories 1–9 at index 0–8. */
  readonly categories: readonly CategoryColour[];
  /** In several categories at once. */
  readonly several: CategoryColour;
}

const light: ChartColours = {
  canvas: '#ffffff',
  text: '#1a2022',
  text2: '#434c4f',
  text3: '#5c676a',
  accent: '#0a5cb0',
  accentSoft: '#dbe9f8',
  hover: '#e9eded',
  protected: '#00696b',
  link: '#5c676a',
  linkLabel: '#2c3436',
  far: '#828c8e',
  nodeLine: '#434c4f',
  nodeFill: '#ffffff',
  groupFill: '#f3f5f5',
  groupLine: '#828c8e',
  lineStrong: '#b3bbbc',
  marking: '#1f2729',
  markingText: '#ffffff',
  categories: [
    { ink: '#234f9e', tint: '#d9e4f3' },
    { ink: '#cf7600', tint: '#fbe6c8' },
    { ink: '#458a4c', tint: '#daecd9' },
    { ink: '#92204a', tint: '#f3d9e0' },
    { ink: '#3d97cc', tint: '#d8edf8' },
    { ink: '#5f6200', tint: '#efedc6' },
    { ink: '#d9548c', tint: '#fae0e6' },
    { ink: '#8a5634', tint: '#eaddd1' },
    { ink: '#262d2f', tint: '#e5e8e8' },
  ],
  several: { ink: '#6b3fa0', tint: '#e7def3' },
};

const dark: ChartColours = {
  canvas: '#14181a',
  text: '#eef1f2',
  text2: '#b9c3c5',
  text3: '#98a4a7',
  accent: '#78b7f5',
  accentSoft: '#17344f',
  hover: '#252c2f',
  protected: '#6fd0c8',
  link: '#98a4a7',
  linkLabel: '#d7dddf',
  far: '#7b888c',
  nodeLine: '#b9c3c5',
  nodeFill: '#21272a',
  groupFill: '#1b2123',
  groupLine: '#6b777b',
  lineStrong: '#4d585c',
  marking: '#3b474b',
  markingText: '#ffffff',
  categories: [
    { ink: '#6f9df0', tint: '#1e2f47' },
    { ink: '#f0a030', tint: '#40301a' },
    { ink: '#3fa02f', tint: '#1a3717' },
    { ink: '#e0608a', tint: '#43202b' },
    { ink: '#9bdcfb', tint: '#193543' },
    { ink: '#ded96a', tint: '#36351a' },
    { ink: '#fbb9d4', tint: '#432b31' },
    { ink: '#b0845c', tint: '#3a2b1f' },
    { ink: '#eef1f2', tint: '#2a3134' },
  ],
  several: { ink: '#c3a6ff', tint: '#33284a' },
};

/** Black, white and two greys: what every office printer can do. Shape, pattern, dash and ring carry all meaning. */
const black: CategoryColour = { ink: '#000000', tint: '#ffffff' };
const monochrome: ChartColours = {
  canvas: '#ffffff',
  text: '#000000',
  text2: '#000000',
  text3: '#333333',
  accent: '#000000',
  accentSoft: '#e6e6e6',
  hover: '#e6e6e6',
  protected: '#000000',
  link: '#000000',
  linkLabel: '#000000',
  far: '#666666',
  nodeLine: '#000000',
  nodeFill: '#ffffff',
  groupFill: '#f4f4f4',
  groupLine: '#333333',
  lineStrong: '#666666',
  marking: '#000000',
  markingText: '#ffffff',
  categories: [black, black, black, black, black, black, black, black, black],
  several: black,
};

export const chartColours: Readonly<Record<Theme, ChartColours>> = { light, dark, monochrome };

/** Colours of category 1–9 and of `SEVERAL`; anything else is "other", outlined as an entity without a category. */
export function categoryColour(theme: Theme, category: number): CategoryColour {
  const colours = chartColours[theme];
  if (category === SEVERAL) return colours.several;
  return colours.categories[category - 1] ?? { ink: colours.nodeLine, tint: colours.nodeFill };
}
