import { IN_SEVERAL } from '#domain/chart/applied-measure';
import type { Category } from '#domain/chart/placement';

/** A category is told by colour, shape and pattern together, so that any one of the three may fail. */
export interface CategoryMark {
  readonly category: number;
  /** Name of the shape, and key of its message `drawing.shape.<shape>`. */
  readonly shape: string;
  /** Badge in a box of 22 × 22, centre 11 11, filled with the category's ink (`ring`: stroked, 4 wide). */
  readonly badge: string;
  readonly hollow: boolean;
  /** Tile of 8 × 8 that repeats over areas in the category's ink, 1 wide; empty = plain. */
  readonly pattern: string;
  /** Dots of the tile are filled, lines are stroked. */
  readonly patternFilled: boolean;
}

const circle = (cx: number, cy: number, r: number): string =>
  `M${cx - r} ${cy}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;

export const categoryMarks: readonly (CategoryMark & { readonly category: Category })[] = [
  { category: 1, shape: 'circle', badge: circle(11, 11, 6.5), hollow: false, pattern: '', patternFilled: false },
  {
    category: 2,
    shape: 'square',
    badge: 'M5 5h12v12H5z',
    hollow: false,
    pattern: 'M-2 2 2-2M0 8 8 0M6 10l4-4',
    patternFilled: false,
  },
  {
    category: 3,
    shape: 'triangle',
    badge: 'M11 4 18 17H4z',
    hollow: false,
    pattern: circle(2, 2, 1) + circle(6, 6, 1),
    patternFilled: true,
  },
  {
    category: 4,
    shape: 'diamond',
    badge: 'M11 3l8 8-8 8-8-8z',
    hollow: false,
    pattern: 'M-2 6l4 4M0 0l8 8M6-2l4 4',
    patternFilled: false,
  },
  {
    category: 5,
    shape: 'pentagon',
    badge: 'M11 3.5l7.5 5.5-2.9 8.8H6.4L3.5 9z',
    hollow: false,
    pattern: 'M0 2h8M0 6h8',
    patternFilled: false,
  },
  {
    category: 6,
    shape: 'hexagon',
    badge: 'M7 4.5h8l4 6.5-4 6.5H7L3 11z',
    hollow: false,
    pattern: 'M2 0v8M6 0v8',
    patternFilled: false,
  },
  {
    category: 7,
    shape: 'inverted-triangle',
    badge: 'M4 5h14l-7 13z',
    hollow: false,
    pattern: 'M0 4h8M4 0v8',
    patternFilled: false,
  },
  {
    category: 8,
    shape: 'cross',
    badge: 'M8.5 3.5h5v5h5v5h-5v5h-5v-5h-5v-5h5z',
    hollow: false,
    pattern: 'M0 0l8 8M8 0 0 8',
    patternFilled: false,
  },
  {
    category: 9,
    shape: 'ring',
    badge: circle(11, 11, 5),
    hollow: true,
    pattern: circle(4, 4, 2.3),
    patternFilled: false,
  },
];

/** Beyond the categories: in several of them at once, which has a mark and a colour of its own. */
export const SEVERAL = 10;

const severalMark: CategoryMark = {
  category: SEVERAL,
  shape: 'star',
  badge: 'M11 1.5l2.7 6.3 6.8.6-5.1 4.5 1.5 6.7-5.9-3.5-5.9 3.5 1.5-6.7-5.1-4.5 6.8-.6z',
  hollow: false,
  pattern: '',
  patternFilled: false,
};

export function categoryMark(category: number): CategoryMark | undefined {
  return category === SEVERAL ? severalMark : categoryMarks[category - 1];
}

/** The category of an entity by the figure that colours the chart, 0 = none; `stated` on its placement where that says nothing. */
export function categoryOf(figure: number | undefined, stated: number | undefined): number {
  if (figure === IN_SEVERAL) return SEVERAL;
  const category = figure ?? stated ?? 0;
  return Number.isInteger(category) && category >= 1 && category <= categoryMarks.length ? category : 0;
}
