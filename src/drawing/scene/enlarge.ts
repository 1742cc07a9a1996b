import type { BlockBox } from './block.ts';
import type { Shape } from './scene.ts';
import { type Size, shortSide } from './sheet.ts';

/** How much larger block, marking and legend are than on A3: a sheet on the wall is read from further away. */
export function wallFactor({ width, height }: Size): number {
  return Math.max(1, Math.min(width, height) / shortSide('A3'));
}

/** Something drawn at its own size, `factor` times as large, its upper left corner where it was. */
export function enlargedBox<Box extends BlockBox>(box: Box, factor: number): Box {
  if (factor === 1) return box;
  return {
    ...box,
    ...('width' in box && { width: Number(box.width) * factor }),
    height: box.height * factor,
    shapes: (left: number, top: number) => box.shapes(0, 0).map((shape) => enlarged(shape, factor, left, top)),
  };
}

function enlarged(shape: Shape, factor: number, dx: number, dy: number): Shape {
  const at = (p: { readonly x: number; readonly y: number }) => ({ x: dx + p.x * factor, y: dy + p.y * factor });
  // Stroke and dash of a path that is moved grow with it.
  if (shape.kind === 'path') {
    const { x, y, scale } = shape.move ?? { x: 0, y: 0, scale: 1 };
    return { ...shape, move: { ...at({ x, y }), scale: scale * factor } };
  }
  if (shape.kind === 'text') return { ...shape, ...at(shape), size: shape.size * factor };
  const painted = {
    strokeWidth: shape.strokeWidth * factor,
    ...(shape.dash && { dash: shape.dash.map((part) => part * factor) }),
  };
  if (shape.kind === 'circle') return { ...shape, ...painted, ...at(shape), r: shape.r * factor };
  return {
    ...shape,
    ...painted,
    ...at(shape),
    width: shape.width * factor,
    height: shape.height * factor,
    radius: shape.radius * factor,
  };
}
