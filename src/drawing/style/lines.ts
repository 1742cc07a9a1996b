import type { Strength } from '#domain/link/link';

/** Line widths in px, one per step of the count. Steps, so that they can be told apart on paper. */
export const LINK_WIDTHS = [1.25, 2, 3] as const;
export type LinkWidth = (typeof LINK_WIDTHS)[number];

/** 1–4 → 1.25, 5–19 → 2, 20 and more → 3. */
export function linkWidth(count: number): LinkWidth {
  if (count >= 20) return 3;
  return count >= 5 ? 2 : 1.25;
}

export interface LinePattern {
  /** Dash and gap in px; empty = solid. */
  readonly dash: readonly number[];
  readonly cap: 'butt' | 'round';
}

/**
 * The line style is the grade: solid, dashed 6 4, dotted 1.5 4 with round caps, at the thinnest width. Round caps eat the
 * gap as a line thickens, so dash and gap follow the width; else a heavy dotted line would close up into a solid one.
 */
const patterns: Readonly<Record<Strength, Readonly<Record<LinkWidth, LinePattern>>>> = {
  confirmed: {
    1.25: { dash: [], cap: 'butt' },
    2: { dash: [], cap: 'butt' },
    3: { dash: [], cap: 'butt' },
  },
  unconfirmed: {
    1.25: { dash: [6, 4], cap: 'butt' },
    2: { dash: [8, 5], cap: 'butt' },
    3: { dash: [10, 6], cap: 'butt' },
  },
  tentative: {
    1.25: { dash: [1.5, 4], cap: 'round' },
    2: { dash: [0.75, 4.75], cap: 'round' },
    3: { dash: [0.01, 6], cap: 'round' },
  },
};

export function linePattern(strength: Strength, width: LinkWidth = 1.25): LinePattern {
  return patterns[strength][width];
}

export const STRENGTHS: readonly Strength[] = ['confirmed', 'unconfirmed', 'tentative'];

/** Edge of an enclosure and outline of a doubted entity. */
export const OUTLINE_WIDTH = 1.25;
export const DOUBTED_DASH: readonly number[] = [3, 2.5];
export const ARROW_LENGTH = 9;
/** Space between an arrow's tip (or a line's end) and the ring it points at. */
export const ARROW_GAP = 3;
