import { chartColours } from '../style/colours.ts';
import type { Words } from '../words.ts';
import type { ScenePage } from './pages.ts';
import type { Scene, Shape, TextShape } from './scene.ts';
import { type Orientation, POINT, SHEET_MARGIN, type SheetFormat, type Size, sheetSize } from './sheet.ts';

/** One of the sheets a large one is made of. */
export interface Tile {
  /** "B3": row and column. */
  readonly name: string;
  readonly row: number;
  readonly column: number;
  /** Upper left corner on the large sheet, mm. */
  readonly x: number;
  readonly y: number;
}

export interface TilePlan {
  readonly format: SheetFormat;
  readonly orientation: Orientation;
  readonly columns: number;
  readonly rows: number;
  /** What of the large sheet each one shows, mm. */
  readonly window: { readonly width: number; readonly height: number };
  /** In reading order. */
  readonly tiles: readonly Tile[];
}

/** What neighbours both show, mm: enough to glue, and to see that they meet. */
export const OVERLAP = 10;
/** Above and below the window: marking and number. */
const STRIP = 6;

/** Lays paper of a format over a sheet, the way round that takes fewer sheets. */
export function tilePlan(size: Size, format: SheetFormat): TilePlan {
  const plans = (['landscape', 'portrait'] as const).map((orientation) => {
    const paper = sheetSize({ format, orientation });
    const window = { width: paper.width - 2 * SHEET_MARGIN, height: paper.height - 2 * (SHEET_MARGIN + STRIP) };
    const count = (length: number, shown: number): number =>
      Math.max(1, Math.ceil((length - OVERLAP) / (shown - OVERLAP) - 1e-9));
    const columns = count(size.width, window.width);
    const rows = count(size.height, window.height);
    const tiles = Array.from({ length: rows * columns }, (_, i): Tile => {
      const [row, column] = [Math.floor(i / columns), i % columns];
      return {
        name: `${rowName(row)}${column + 1}`,
        row,
        column,
        x: column * (window.width - OVERLAP),
        y: row * (window.height - OVERLAP),
      };
    });
    return { format, orientation, columns, rows, window, tiles };
  });
  return plans.reduce((a, b) => (b.tiles.length < a.tiles.length ? b : a));
}

/** A … Z, AA, AB …: a wall of paper may have more than 26 rows. */
export function rowName(row: number): string {
  const last = String.fromCharCode(65 + (row % 26));
  return row < 26 ? last : rowName(Math.floor(row / 26) - 1) + last;
}

/**
 * The pages of a sheet cut into tiles: first a plan of how they go together, then each with its part, marks where to cut and where its
 * neighbours begin, its number, and the marking.
 */
export function tilePages(
  scene: Scene,
  plan: TilePlan,
  {
    marking = '',
    sheet,
    words,
  }: {
    readonly marking?: string;
    /** Which sheet it is, where several are cut: on every page, so that their parts are not mixed up. */
    readonly sheet?: string;
    readonly words: Words;
  },
): readonly ScenePage[] {
  const paper = sheetSize(plan);
  const black = chartColours.monochrome.text;
  const text = (content: string, x: number, y: number, rest: Partial<TextShape> = {}): Shape => ({
    kind: 'text',
    text: content,
    x,
    y,
    size: 8 * POINT,
    weight: 400,
    anchor: 'start',
    fill: black,
    ...rest,
  });
  const stroke = (d: string, width = 0.2): Shape => ({
    kind: 'path',
    d,
    fill: 'none',
    stroke: black,
    strokeWidth: width,
  });
  const [left, top] = [SHEET_MARGIN, SHEET_MARGIN + STRIP];
  const { width, height } = plan.window;
  const bottom = top + height;
  const page = (name: string, shapes: readonly Shape[], views: ScenePage['views']): ScenePage => ({
    name,
    scene: {
      ...paper,
      layers: [{ name: 'marking', shapes: [...shapes, ...markings()] }],
      warnings: [],
      scale: scene.scale,
      patterns: [],
    },
    views,
  });
  const markings = (): Shape[] =>
    marking === ''
      ? []
      : [top - 2, bottom + STRIP - 2].map((y) => text(marking, paper.width / 2, y, { weight: 600, anchor: 'middle' }));
  const of = plan.tiles.length;
  const ofSheet = (what: string): string =>
    sheet === undefined ? what : words('drawing.tiles.of-sheet', { sheet, what });
  const tileNumber = (tile: Tile, i: number): string =>
    ofSheet(words('drawing.tiles.number', { name: tile.name, number: i + 1, of }));

  const scale = Math.min(width / scene.width, (height - 2 * STRIP) / scene.height);
  const at = { x: left, y: top + STRIP };
  const overview = page(
    ofSheet(words('drawing.pages.plan')),
    [
      text(ofSheet(words('drawing.tiles.plan', { count: of, columns: plan.columns, rows: plan.rows })), left, top + 3, {
        weight: 600,
      }),
      ...plan.tiles.flatMap((tile): Shape[] => {
        const x = at.x + tile.x * scale;
        const y = at.y + tile.y * scale;
        return [
          {
            kind: 'rect',
            x,
            y,
            width: Math.min(width, scene.width - tile.x) * scale,
            height: Math.min(height, scene.height - tile.y) * scale,
            radius: 0,
            fill: 'none',
            stroke: black,
            strokeWidth: 0.3,
          },
          text(tile.name, x + 1.5, y + 6, { size: 14 * POINT, weight: 600 }),
        ];
      }),
      text(words('drawing.tiles.how', { overlap: OVERLAP }), left, bottom + STRIP - 2),
    ],
    [{ scene, from: { x: 0, y: 0, width: scene.width, height: scene.height }, at, scale }],
  );
  const tiles = plan.tiles.map((tile, i) => {
    const shown = { width: Math.min(width, scene.width - tile.x), height: Math.min(height, scene.height - tile.y) };
    return page(
      tileNumber(tile, i),
      [
        ...cutMarks(left, top, left + shown.width, top + shown.height).map((d) => stroke(d)),
        // Where a neighbour begins or ends under this sheet.
        ...(tile.column > 0 ? [left + OVERLAP] : []).flatMap((x) => [
          stroke(`M${x} ${top - 2}v1.5`),
          stroke(`M${x} ${top + shown.height + 0.5}v1.5`),
        ]),
        ...(tile.row > 0 ? [top + OVERLAP] : []).flatMap((y) => [
          stroke(`M${left - 2} ${y}h1.5`),
          stroke(`M${left + shown.width + 0.5} ${y}h1.5`),
        ]),
        text(tileNumber(tile, i), left + 4, bottom + STRIP - 2),
      ],
      [{ scene, from: { x: tile.x, y: tile.y, ...shown }, at: { x: left, y: top }, scale: 1 }],
    );
  });
  return [overview, ...tiles];
}

/** Two short lines at each corner, a little outside, so that nothing of them is left when the paper is cut. */
function cutMarks(left: number, top: number, right: number, bottom: number): string[] {
  const [gap, length] = [0.8, 3.5];
  return [left, right].flatMap((x) => {
    const outward = x === left ? -1 : 1;
    return [top, bottom].flatMap((y) => {
      const away = y === top ? -1 : 1;
      return [`M${x + outward * gap} ${y}h${outward * length}`, `M${x} ${y + away * gap}v${away * length}`];
    });
  });
}
