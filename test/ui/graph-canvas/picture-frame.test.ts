import { describe, expect, test } from 'vitest';
import { framed, isCovered, placeOfFrame } from '../../../src/ui/graph-canvas/picture-frame.ts';

const whole = (n: number) => Math.abs(n - Math.round(n)) < 1e-9;

describe('the picture of a chart and what lies round it', () => {
  test.each([
    [846, 612, 1],
    [1001, 333, 1.25],
    [777, 501, 2],
  ])('%i × %i at %f: stands on whole device pixels, at rest and pushed by any distance', (width, height, ratio) => {
    const f = framed(width, height, ratio);
    expect(f.wide - 2 * f.dx).toBeCloseTo(width);
    const of = { zoom: 0.37, pan: { x: 12.341, y: -77.77 } };
    const still = placeOfFrame(f, of, of);
    expect(still.k).toBe(1);
    expect(still.x).toBeCloseTo(-f.dx);
    for (const by of [0, 1, 3.3, -250.6]) {
      const { x, y } = placeOfFrame(f, of, { zoom: 0.37, pan: { x: 12.341 + by, y: -77.77 - by } });
      expect(whole(x * ratio) && whole(y * ratio)).toBe(true);
      expect(Math.abs(x - (by - f.dx))).toBeLessThanOrEqual(0.5 / ratio);
    }
  });

  test('zoomed, a point of the picture stands where the view has it', () => {
    const f = framed(800, 600, 1);
    const of = { zoom: 0.5, pan: { x: 40, y: 20 } };
    const now = { zoom: 0.8, pan: { x: -100, y: 60 } };
    const { k, x, y } = placeOfFrame(f, of, now);
    const inPicture = { x: 300 * of.zoom + of.pan.x + f.dx, y: 200 * of.zoom + of.pan.y + f.dy };
    expect(inPicture.x * k + x).toBeCloseTo(300 * now.zoom + now.pan.x);
    expect(inPicture.y * k + y).toBeCloseTo(200 * now.zoom + now.pan.y);
  });

  test('a chart that lies within the picture is never missing, however far it is pushed', () => {
    const f = framed(800, 600, 1);
    const of = { zoom: 1, pan: { x: 0, y: 0 } };
    const inked = { x1: 50, y1: 50, x2: 750, y2: 550 };
    for (const by of [0, 150, 400, 900, -900])
      expect(isCovered(f, of, { zoom: 1, pan: { x: by, y: 0 } }, inked)).toBe(true);
  });

  test('one that goes on beyond it is missing as soon as its next part is seen', () => {
    const f = framed(800, 600, 1);
    const of = { zoom: 1, pan: { x: 0, y: 0 } };
    const inked = { x1: -5000, y1: 0, x2: 5000, y2: 600 };
    expect(isCovered(f, of, { zoom: 1, pan: { x: f.dx - 1, y: 0 } }, inked)).toBe(true);
    expect(isCovered(f, of, { zoom: 1, pan: { x: f.dx + 2, y: 0 } }, inked)).toBe(false);
    expect(isCovered(f, of, { zoom: 0.4, pan: { x: 0, y: 0 } }, inked)).toBe(false);
  });
});
