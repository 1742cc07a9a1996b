export const SHEET_FORMATS = ['A4', 'A3', 'A2', 'A1', 'A0'] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];
export type Orientation = 'portrait' | 'landscape';

export interface Sheet {
  readonly format: SheetFormat;
  readonly orientation: Orientation;
  /** Colour on white, or black on white for printers without it. */
  readonly ink: 'colour' | 'monochrome';
}

/** ISO 216, millimetres, portrait. */
const formats: Readonly<Record<SheetFormat, readonly [number, number]>> = {
  A4: [210, 297],
  A3: [297, 420],
  A2: [420, 594],
  A1: [594, 841],
  A0: [841, 1189],
};

export function sheetSize(sheet: Pick<Sheet, 'format' | 'orientation'>): { width: number; height: number } {
  const [short, long] = formats[sheet.format];
  return sheet.orientation === 'portrait' ? { width: short, height: long } : { width: long, height: short };
}

/** White left at every edge, since the page itself has none: most printers cannot print the outer 5 mm. */
export const SHEET_MARGIN = 8;
export const POINT = 25.4 / 72;
/** Below this, type is warned of. */
export const SMALLEST_POINTS = 6;

/** Labels are at most this large, in points: a chart of three need not fill its sheet, but one on a wall is read from further away. */
export function largestPoints(sheet: Pick<Sheet, 'format'>): number {
  return 9 * Math.max(1, formats[sheet.format][0] / formats.A3[0]);
}
