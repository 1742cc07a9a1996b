import { expect, test } from 'vitest';
import { pixelSize } from '#drawing/png/png-picture';
import type { Scene } from '#drawing/scene/scene';
import { LONGEST_ROLL } from '#drawing/scene/sheet';
// A view is loaded by the app alone; its parts have no subpath of their own.
import { previewOf } from '../../../src/views/paper/use-sheet.ts';

const scene = (width: number, height: number): Scene => ({
  width,
  height,
  layers: [],
  warnings: [],
  scale: 1,
  patterns: [],
});

test('the longest roll is previewed as finely as a canvas can, a sheet at 150 dots per inch', async () => {
  const asked: number[] = [];
  const desk = {
    png: (_: Scene, dpi: number) => {
      asked.push(dpi);
      return Promise.resolve({ png: new ArrayBuffer(8) });
    },
  };
  const roll = scene(LONGEST_ROLL, 1067);
  expect((await previewOf(roll, desk))?.size).toBe(8);
  await previewOf(scene(420, 297), desk);
  expect(asked[1]).toBe(150);
  expect(asked[0]).toBeLessThan(150);
  expect(pixelSize(roll, asked[0]!).width).toBeLessThanOrEqual(16_384);
});

test('a preview that cannot be drawn costs no sheet', async () => {
  const desk = { png: () => Promise.resolve({ failure: 'picture-not-drawn' }) };
  expect(await previewOf(scene(420, 297), desk)).toBeUndefined();
});
