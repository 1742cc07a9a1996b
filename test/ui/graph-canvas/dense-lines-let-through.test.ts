import { expect, it } from 'vitest';
import type { CanvasEdge, CanvasLook, CanvasNode } from '../../../src/ui/graph-canvas/canvas-types.ts';
import { paintScene } from '../../../src/ui/graph-canvas/plain-painter.ts';
import { PlainScene } from '../../../src/ui/graph-canvas/plain-scene.ts';

interface Stroke {
  readonly alpha: number;
  /** Device pixels. */
  readonly width: number;
}

const RATIO = 2;

/** Every stroke that is laid down, by number of lines; the last of them stands for nine links, at this zoom. */
function strokesOf(lines: number, zoom = 0.1): readonly Stroke[] {
  const strokes: Stroke[] = [];
  const c = {
    globalAlpha: 1,
    lineWidth: 1,
    beginPath: () => undefined,
    moveTo: () => undefined,
    lineTo: () => undefined,
    arc: () => undefined,
    fill: () => undefined,
    setLineDash: () => undefined,
    stroke() {
      strokes.push({ alpha: this.globalAlpha, width: this.lineWidth * RATIO });
    },
  };
  const node = (id: string, x: number) => ({ id, x, y: 0, ink: '#000' }) as unknown as CanvasNode;
  const edges = Array.from(
    { length: lines },
    (_, i) =>
      ({
        id: String(i),
        source: 'a',
        target: 'b',
        strength: 'confirmed',
        width: i === lines - 1 ? 3 : 1.25,
      }) as unknown as CanvasEdge,
  );
  paintScene(c as unknown as CanvasRenderingContext2D, new PlainScene([node('a', 0), node('b', 100)], edges), {
    view: { zoom, pan: { x: 0, y: 0 } },
    width: 400,
    height: 300,
    ratio: RATIO,
    look: { dotZoom: 9, labelZoom: 0.55, dash: () => [] } as unknown as CanvasLook,
    image: () => undefined,
  });
  return strokes;
}

it('few lines are drawn solid; many let through what lies below', () => {
  expect(new Set(strokesOf(500).map((s) => s.alpha))).toEqual(new Set([1]));
  const many = strokesOf(4000);
  expect(many.length).toBeGreaterThan(1);
  for (const { alpha } of many) {
    expect(alpha).toBeGreaterThan(0.2);
    expect(alpha).toBeLessThan(0.95);
  }
});

it('a line of many links is wider among few, and darker instead among many, at any zoom', () => {
  for (const zoom of [0.1, 1, 4]) {
    const few = strokesOf(500, zoom);
    expect(few.at(-1)!.width).toBeGreaterThan(few[0]!.width);
    const many = strokesOf(4000, zoom);
    expect(many.at(-1)!.alpha).toBeGreaterThan(many[0]!.alpha);
    for (const { width } of many) expect(width).toBeLessThanOrEqual(1);
  }
});
