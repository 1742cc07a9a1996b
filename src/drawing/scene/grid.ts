import type { Measure } from '../fonts/coverage.ts';
import type { ChartColours } from '../style/colours.ts';
import type { Rect } from './label-placement.ts';
import type { Shape } from './scene.ts';
import { POINT, type Size } from './sheet.ts';
import { OVERLAP, rowName, type TilePlan } from './tiles.ts';

/** Width of the band that letters and numbers stand in, mm: wider on a wall, which is read from further away. */
function bandOf(area: Rect): number {
  return 4 * Math.max(1, Math.min(area.right - area.left, area.bottom - area.top) / 280);
}

/** Fields are about this wide and high where no tiles say otherwise, mm. */
const FIELD = 60;

/** Fields of a sheet: letters down, numbers across. Edges in mm on the sheet, one more than there are fields. */
export interface SheetGrid {
  readonly columns: readonly number[];
  readonly rows: readonly number[];
}

/** Even fields over an area; or, on a sheet that is cut up, one field for each tile, so that a reference names the sheet to take in hand. */
export function sheetGrid(area: Rect, size: Size, tiles?: TilePlan): SheetGrid {
  if (tiles) {
    const edges = (count: number, window: number, end: number): number[] =>
      Array.from({ length: count + 1 }, (_, i) =>
        i === 0 ? 0 : i === count ? end : i * (window - OVERLAP) + OVERLAP / 2,
      );
    return {
      columns: edges(tiles.columns, tiles.window.width, size.width),
      rows: edges(tiles.rows, tiles.window.height, size.height),
    };
  }
  const even = (from: number, to: number): number[] => {
    const count = Math.max(2, Math.round((to - from) / FIELD));
    return Array.from({ length: count + 1 }, (_, i) => from + ((to - from) * i) / count);
  };
  return { columns: even(area.left, area.right), rows: even(area.top, area.bottom) };
}

/** "B4" of a point on the sheet; points outside belong to the nearest field. */
export function gridReference({ columns, rows }: SheetGrid, x: number, y: number): string {
  const field = (edges: readonly number[], at: number): number => {
    let i = 0;
    while (i < edges.length - 2 && edges[i + 1]! <= at) i++;
    return i;
  };
  return `${rowName(field(rows, y))}${field(columns, x) + 1}`;
}

/** The area within the band. */
export function withinGrid(area: Rect): Rect {
  const band = bandOf(area);
  return {
    left: area.left + band,
    right: area.right - band,
    top: area.top + band,
    bottom: area.bottom - band,
  };
}

/** A frame round the area, with a letter or number for each field at both ends of it, and a stroke where fields meet. */
export function gridShapes(grid: SheetGrid, area: Rect, colours: ChartColours, measure: Measure): Shape[] {
  const band = bandOf(area);
  const inner = withinGrid(area);
  const rect = (r: Rect): Shape => ({
    kind: 'rect',
    x: r.left,
    y: r.top,
    width: r.right - r.left,
    height: r.bottom - r.top,
    radius: 0,
    fill: 'none',
    stroke: colours.lineStrong,
    strokeWidth: 0.2,
  });
  const out: Shape[] = [rect(area), rect(inner)];
  const stroke = (d: string): void => {
    out.push({ kind: 'path', d, fill: 'none', stroke: colours.lineStrong, strokeWidth: 0.2 });
  };
  const size = 7.5 * POINT * (band / 4);
  const text = (label: string, x: number, y: number): void => {
    out.push({
      kind: 'text',
      text: label,
      x: x - measure(label, 600, size) / 2,
      y: y + size * 0.36,
      size,
      weight: 600,
      anchor: 'start',
      fill: colours.text2,
    });
  };
  const cut = (edges: readonly number[], from: number, to: number) =>
    edges.slice(1).map((end, i) => [Math.max(from, edges[i]!), Math.min(to, end)] as const);
  cut(grid.columns, inner.left, inner.right).forEach(([a, b], i) => {
    if (b - a < 5) return;
    for (const y of [area.top, inner.bottom]) {
      text(String(i + 1), (a + b) / 2, y + band / 2);
      if (b < inner.right - 1) stroke(`M${b} ${y}v${band}`);
    }
  });
  cut(grid.rows, inner.top, inner.bottom).forEach(([a, b], i) => {
    if (b - a < 5) return;
    for (const x of [area.left, inner.right]) {
      text(rowName(i), x + band / 2, (a + b) / 2);
      if (b < inner.bottom - 1) stroke(`M${x} ${b}h${band}`);
    }
  });
  return out;
}
