import { expect, it } from 'vitest';
import { drawRests } from '../../../src/ui/graph-canvas/over-layer.ts';
import { snapped } from '../../../src/views/link-chart/alignment.ts';

it('a ring stands at the crossing to which each dragged item would go, and only there', () => {
  const arcs: number[][] = [];
  const context = {
    setLineDash: () => undefined,
    beginPath: () => undefined,
    stroke: () => undefined,
    arc: (...figures: number[]) => arcs.push(figures.slice(0, 3)),
  } as unknown as CanvasRenderingContext2D;
  const node = (x: number, y: number) => ({ position: () => ({ x, y }), renderedWidth: () => 28 });
  const asked: string[] = [];
  const cy = {
    pan: () => ({ x: 100, y: 50 }),
    zoom: () => 2,
    nodes: (which: string) => {
      asked.push(which);
      return [node(57, 93), node(-9, 11)];
    },
  } as never;
  drawRests(context, cy, snapped, { accent: '#00f' } as never);
  expect(asked).toEqual([':grabbed']);
  // The grid is 20 units wide.
  expect(arcs).toEqual([
    [100 + 2 * 60, 50 + 2 * 100, 14],
    [100 + 2 * 0, 50 + 2 * 20, 14],
  ]);
});
