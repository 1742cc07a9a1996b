import type { Sheet } from '#drawing/scene/sheet';
import { signal } from '#session/signal';

export interface SheetChoice {
  readonly sheet: Sheet;
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
  asFiltered: true,
  dpi: 300,
  zoom: 'whole',
});
