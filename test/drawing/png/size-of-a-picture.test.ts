import { describe, expect, it } from 'vitest';
import { pixelSize, scenePng } from '#drawing/png/png-picture';
import type { Scene } from '#drawing/scene/scene';

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
});
