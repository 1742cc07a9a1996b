export type {
  CanvasEdge,
  CanvasEvents,
  CanvasGroup,
  CanvasLook,
  CanvasNode,
  CanvasPlace,
  Direction4,
  GraphCanvasHandle,
  NamesInView,
  Point,
} from './canvas-types.ts';
export { GraphCanvas, type GraphCanvasProps } from './graph-canvas.tsx';
export { strangersIn } from './group-layer.ts';
