import { describe, expect, it } from 'vitest';
import { pixelSize, possibleDpi, scenePng } from '#drawing/png/png-picture';
import type { Scene } from '#drawing/scene/scene';
import { LONGEST_ROLL, ROLL_FORMATS, sheetSize } from '#drawing/scene/sheet';

const sheet = (width: number, height: number): Scene => ({
  width,
  height,
  layers: [],
  warnings: [],
  scale: 1,
  patterns: [],
});

describe('a picture', () => {
  it('has as many pixels as its paper asks for', () => {
    expect(pixelSize(sheet(297, 210), 300)).toEqual({ width: 3508, height: 2480 });
    expect(pixelSize(sheet(297, 420), 96)).toEqual({ width: 1123, height: 1587 });
  });

  it('too large for a canvas is refused before anything is drawn', async () => {
    const faces = new Set() as unknown as FontFaceSet;
    expect(await scenePng(sheet(420, 297), [], 1200, faces)).toEqual({ ok: false, code: 'picture-too-large' });
  });

  it('of whatever sheet or roll has as many dots as a canvas can hold, up to those wished for', () => {
    expect(possibleDpi(sheet(297, 210), 150)).toBe(150);
    for (const format of ROLL_FORMATS) {
      const roll = sheetSize({ format, orientation: 'landscape' }, LONGEST_ROLL);
      const dpi = possibleDpi(roll, 150);
      expect(dpi).toBe(83);
      expect(pixelSize(roll, dpi).width).toBeLessThanOrEqual(16_384);
    }
    for (const wanted of [300, 600]) {
      const { width, height } = pixelSize(sheet(1189, 841), possibleDpi(sheet(1189, 841), wanted));
      expect(width * height).toBeLessThanOrEqual(90_000_000);
    }
  });
});
