import { expect, test } from 'vitest';
import { type Scene, textsOf } from '#drawing/scene/scene';
import { type Size, sheetSize } from '#drawing/scene/sheet';
import type { SheetRequest } from '#queries/drawing';
// A view is loaded by the app alone; its parts have no subpath of their own.
import { pagesOf, planOf, tilesFor } from '../../../src/views/paper/pages-of.ts';

const scene = (size: Size): Scene => ({ ...size, layers: [], warnings: [], scale: 1, patterns: [] });
const A2 = sheetSize({ format: 'A2', orientation: 'landscape' });
const A4 = sheetSize({ format: 'A4', orientation: 'portrait' });
const pages = (sizes: readonly Size[], subject: 'timeline' | 'chart' | 'entities' = 'timeline') =>
  pagesOf(
    {
      request: { marking: 'RESTRICTED' } as SheetRequest,
      result: { sheets: sizes.map((s, i) => ({ scene: scene(s), name: `Part ${i + 1}` })), legend: [], missing: [] },
    },
    { subject, tiles: 'A4' },
  );
const large = (list: ReturnType<typeof pages>) =>
  list.filter(({ scene: s }) => Math.min(s.width, s.height) > 210).length;

test('every sheet larger than the paper in the printer is cut, not the first alone, and says which it is a part of', () => {
  const tiles = planOf(A2, { subject: 'timeline', tiles: 'A4' })!.tiles.length;
  const cut = pages([A2, A2, A2]);
  expect(large(cut)).toBe(0);
  expect(cut).toHaveLength(3 * (tiles + 1));
  expect(tilesFor([A2, A2, A2], 'A4')).toBe(3 * tiles);
  expect(new Set(cut.map((p) => p.name)).size).toBe(cut.length);
  const first = cut[tiles + 2]!;
  expect([...textsOf(first.scene)].map((t) => t.text)).toContain(`Part 2 · A1 · sheet 1 of ${tiles}`);
});

test('an index that is on that paper already stays whole, and so do lists', () => {
  const cut = pages([A2, A4, A4], 'chart');
  expect(cut.slice(-2).map((p) => [p.name, p.views.length])).toEqual([
    ['Part 2', 0],
    ['Part 3', 0],
  ]);
  // The only sheet that is cut needs no name.
  expect(cut[1]!.name).toMatch(/^A1 · /);
  expect(pages([A2], 'entities')).toHaveLength(1);
});
