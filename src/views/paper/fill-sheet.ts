import type { ChartContent } from '#drawing/scene/chart-content';
import { type Sheet, sheetSize } from '#drawing/scene/sheet';

/** Height that block, marking and foot take of a sheet, mm; about, for the sources decide. */
const HEAD = 55;
/** More would draw out every angle and make neighbours of those who are none. */
const MOST = 2;

/**
 * The chart drawn out in one direction, up to double, towards the shape of the room a sheet has for it.
 * The order from left to right and from top to bottom stays as it was.
 */
export function fillSheet(content: ChartContent, sheet: Sheet): ChartContent {
  const xs = content.entities.map((e) => e.x);
  const ys = content.entities.map((e) => e.y);
  const width = Math.max(...xs) - Math.min(...xs);
  const height = Math.max(...ys) - Math.min(...ys);
  // A row, a column or a single entity has no shape to draw out.
  if (!(width > 0 && height > 0)) return content;
  const room = sheetSize(sheet);
  const factor = room.width / (room.height - HEAD) / (width / height);
  const across = Math.min(MOST, Math.max(1, factor));
  const down = Math.min(MOST, Math.max(1, 1 / factor));
  const drawnOut = <T extends { readonly x: number; readonly y: number }>(e: T): T => ({
    ...e,
    x: e.x * across,
    y: e.y * down,
  });
  const { folding } = content;
  return {
    ...content,
    entities: content.entities.map(drawnOut),
    ...(folding && {
      folding: { ...folding, groups: new Map([...folding.groups].map(([id, g]) => [id, drawnOut(g)])) },
    }),
  };
}
