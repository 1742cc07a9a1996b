import type { Sheet } from '#drawing/scene/sheet';
import { signal } from '#session/signal';

export interface SheetChoice {
  readonly sheet: Sheet;
  /** Paper a larger sheet is cut into; ignored where it is no larger. */
  readonly tiles: 'none' | 'A4' | 'A3';
  /** As on the screen, or drawn out in the direction in which the sheet has room. */
  readonly shape: 'as-drawn' | 'fill';
  /** Leaves out what the filter of the session hides. */
  readonly asFiltered: boolean;
  readonly dpi: Dpi;
  readonly zoom: 'whole' | 'actual';
}

export const DPI = [150, 300, 600] as const;
export type Dpi = (typeof DPI)[number];

/** Kept while the program is open: the next chart is mostly printed like the last one. */
export const sheetChoice = signal<SheetChoice>({
  sheet: { format: 'A4', orientation: 'landscape', ink: 'colour' },
  tiles: 'none',
  shape: 'as-drawn',
  asFiltered: true,
  dpi: 300,
  zoom: 'whole',
});
