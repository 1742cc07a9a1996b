import { expect, it } from 'vitest';
import type { CanvasEdge, CanvasLook, CanvasNode } from '../../../src/ui/graph-canvas/canvas-types.ts';
import { paintScene } from '../../../src/ui/graph-canvas/plain-painter.ts';
import { PlainScene } from '../../../src/ui/graph-canvas/plain-scene.ts';

/** Opacity of every stroke that is laid down, by number of lines. */
function strokesOf(lines: number): readonly number[] {
  const strokes: number[] = [];
  const c = {
    globalAlpha: 1,
    beginPath: () => undefined,
    moveTo: () => undefined,
    lineTo: () => undefined,
    arc: () => undefined,
    fill: () => undefined,
    setLineDash: () => undefined,
    stroke() {
      strokes.push(this.globalAlpha);
    },
  };
  const node = (id: string, x: number) => ({ id, x, y: 0, ink: '#000' }) as unknown as CanvasNode;
  const edges = Array.from(
    { length: lines },
    (_, i) =>
      ({ id: String(i), source: 'a', target: 'b', strength: 'confirmed', width: 1.25 }) as unknown as CanvasEdge,
  );
  paintScene(c as unknown as CanvasRenderingContext2D, new PlainScene([node('a', 0), node('b', 100)], edges), {
    view: { zoom: 0.1, pan: { x: 0, y: 0 } },
    width: 400,
    height: 300,
    look: { dotZoom: 0.35, labelZoom: 0.55, dash: () => [] } as unknown as CanvasLook,
    image: () => undefined,
  });
  return strokes;
}

it('few lines are drawn solid; many let through what lies below', () => {
  expect(new Set(strokesOf(500))).toEqual(new Set([1]));
  const many = strokesOf(4000);
  expect(many.length).toBeGreaterThan(1);
  for (const alpha of many) {
    expect(alpha).toBeGreaterThan(0.2);
    expect(alpha).toBeLessThan(0.6);
  }
});
