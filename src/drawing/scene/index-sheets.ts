import { tableSheets } from '../table/table-sheets.ts';
import type { Placing, SheetInput } from './build-sheet.ts';
import type { Scene } from './scene.ts';
import { type Sheet, shortSide } from './sheet.ts';
import { tilePlan } from './tiles.ts';

/**
 * Who is where on a chart with a grid, by name: sheets that go with it. On the paper of the tiles where it is cut up; a poster's index
 * is on A4, since nobody hangs it on the wall.
 */
export function indexSheets(input: SheetInput, chart: Scene, places: readonly Placing[]): readonly Scene[] {
  const { words, grid } = input;
  const tiles = grid?.tiles;
  const sheet: Sheet = {
    ...input.sheet,
    ...(tiles !== undefined
      ? { format: tiles, orientation: tilePlan(chart, tiles).orientation }
      : shortSide(input.sheet.format) > shortSide('A3') && { format: 'A4', orientation: 'portrait' }),
  };
  return tableSheets({
    ...input,
    sheet,
    heading: 'line',
    across: true,
    block: { ...input.block, title: words('drawing.index.title', { chart: input.block.title }) },
    columns: [
      { title: words('drawing.index.name') },
      { title: words('drawing.index.type') },
      { title: words(tiles === undefined ? 'drawing.index.field' : 'drawing.index.tile') },
    ],
    rows: places.map((p) => [p.name, p.type, p.field]),
  });
}
