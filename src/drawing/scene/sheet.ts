export type SheetFormat = 'A4' | 'A3';
export type Orientation = 'portrait' | 'landscape';

export interface Sheet {
  readonly format: SheetFormat;
  readonly orientation: Orientation;
  /** Colour on white, or black on white for printers without it. */
  readonly ink: 'colour' | 'monochrome';
}

/** ISO 216, millimetres, portrait. */
const formats: Readonly<Record<SheetFormat, readonly [number, number]>> = { A4: [210, 297], A3: [297, 420] };

export function sheetSize(sheet: Pick<Sheet, 'format' | 'orientation'>): { width: number; height: number } {
  const [short, long] = formats[sheet.format];
  return sheet.orientation === 'portrait' ? { width: short, height: long } : { width: long, height: short };
}

/** White left at every edge, since the page itself has none: most printers cannot print the outer 5 mm. */
export const SHEET_MARGIN = 8;
export const POINT = 25.4 / 72;
/** Below this, type is warned of. */
export const SMALLEST_POINTS = 6;
