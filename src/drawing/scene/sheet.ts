/** Sheets of ISO 216, and rolls by the width of their paper in mm, cut to the length that is needed. */
export const SHEET_FORMATS = ['A4', 'A3', 'A2', 'A1', 'A0'] as const;
export const ROLL_FORMATS = ['roll-610', 'roll-914', 'roll-1067'] as const;
export type RollFormat = (typeof ROLL_FORMATS)[number];
export type SheetFormat = (typeof SHEET_FORMATS)[number] | RollFormat;
export type Orientation = 'portrait' | 'landscape';

export interface Sheet {
  readonly format: SheetFormat;
  /** Of a roll: `portrait` runs on downwards, `landscape` to the right. */
  readonly orientation: Orientation;
  /** Colour on white, or black on white for printers without it. */
  readonly ink: 'colour' | 'monochrome';
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** ISO 216, millimetres, portrait. */
const formats: Readonly<Record<Exclude<SheetFormat, RollFormat>, readonly [number, number]>> = {
  A4: [210, 297],
  A3: [297, 420],
  A2: [420, 594],
  A1: [594, 841],
  A0: [841, 1189],
};

/** A PDF page is at most 14,400 points long, and few plotters take more. */
export const LONGEST_ROLL = 5000;
/** Shorter, there is no room for the block. */
export const SHORTEST_ROLL = 420;

export function isRoll(format: SheetFormat): format is RollFormat {
  return format.startsWith('roll-');
}

/** Width of a roll's paper, the short side of a sheet: mm. */
export function shortSide(format: SheetFormat): number {
  return isRoll(format) ? Number(format.slice('roll-'.length)) : formats[format][0];
}

/** @param length of a roll, mm; without one it is as long as a sheet of its width would be */
export function sheetSize({ format, orientation }: Pick<Sheet, 'format' | 'orientation'>, length?: number): Size {
  const short = shortSide(format);
  const long = isRoll(format) ? (length ?? Math.round(short * Math.SQRT2)) : formats[format][1];
  return orientation === 'portrait' ? { width: short, height: long } : { width: long, height: short };
}

/** White left at every edge, since the page itself has none: most printers cannot print the outer 5 mm. */
export const SHEET_MARGIN = 8;
export const POINT = 25.4 / 72;
/** Below this, type is warned of. */
export const SMALLEST_POINTS = 6;

/** Labels are at most this large, in points: a chart of three need not fill its sheet, but one on a wall is read from further away. */
export function largestPoints(sheet: Pick<Sheet, 'format'>): number {
  return 9 * Math.max(1, shortSide(sheet.format) / formats.A3[0]);
}

/** The smallest sheet, larger than this one, on which type of so many points here reaches `SMALLEST_POINTS`; none where even A0 is too small. */
export function readableFormat(format: SheetFormat, points: number): SheetFormat | undefined {
  return SHEET_FORMATS.find(
    (f) => shortSide(f) > shortSide(format) && (points * shortSide(f)) / shortSide(format) >= SMALLEST_POINTS,
  );
}
