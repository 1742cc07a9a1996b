import type { Measure } from '../fonts/coverage.ts';
import type { DrawnLink } from '../link-summary/drawn-links.ts';
import type { Box } from '../style/enclosures.ts';
import { DOUBTFUL_RING } from '../style/rank-badge.ts';
import { PROTECTED_RING } from '../style/sizes.ts';
import type { Words } from '../words.ts';
import type { ChartContent } from './chart-content.ts';
import { isGroup, type PlacedItem } from './fold-content.ts';
import type { PlacedLabel, Rect } from './label-placement.ts';
import type { LineGeometry } from './link-geometry.ts';

/** Everything of a chart with its place, in chart units; positions may be spread so that labels find room. */
export interface ChartLayout {
  readonly entities: readonly LaidEntity[];
  readonly lines: readonly LaidLine[];
  readonly groups: readonly LaidGroup[];
  readonly bounds: Rect;
  /** Labels that touch something. */
  readonly crowded: number;
}

export interface LaidEntity {
  readonly placed: PlacedItem;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Name inside (classic skin), else below. */
  readonly inside: boolean;
  readonly protected: boolean;
  readonly lines: readonly string[];
  readonly labelWidth: number;
  /** Where the name stands: below the ring unless an arrow or a symbol is there. */
  readonly label: Rect;
}

export interface LaidLine {
  readonly drawn: DrawnLink;
  readonly geometry: LineGeometry;
  readonly label?: PlacedLabel;
}

export interface LaidGroup {
  readonly group: ChartContent['groups'][number];
  readonly box: Box;
  /** Its name, and how many stand inside without belonging to it. */
  readonly title: string;
  /** Where that stands. */
  readonly name: Rect;
}

export type Disc = Omit<LaidEntity, 'label'>;

export interface LayoutContext {
  readonly words: Words;
  readonly locale: string;
  readonly measure: Measure;
}

/** Outermost ring. */
export function reach(e: Pick<LaidEntity, 'radius' | 'protected' | 'placed'>): number {
  // The corners of a box stand further out than its sides.
  const box = isGroup(e.placed) ? 0.3 * e.radius : 0;
  const doubtful = !isGroup(e.placed) && e.placed.doubtful ? DOUBTFUL_RING : 0;
  return e.radius + box + doubtful + (e.protected ? PROTECTED_RING + 0.5 : 0.6);
}
