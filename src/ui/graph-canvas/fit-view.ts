import type { Point, View } from './canvas-types.ts';

export const ZOOM_LEAST = 0.03;
export const ZOOM_MOST = 4;
const FIT_MOST = 1.5;
/** Room round a chart that is fitted, px. */
const FIT_EDGE = 40;

/** Chart units. */
export interface Bounds {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

interface Insets {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/**
 * The view that shows these bounds as large as it goes, at most at 150 %. Where an item would lie under something that stands in
 * a corner of the canvas (marked `data-canvas-corner`), that side gives way. Without bounds: the origin in the middle.
 */
export function fitView(bounds: Bounds | null, points: readonly Point[], size: Size, frame: HTMLElement): View {
  if (!bounds) return { zoom: 1, pan: { x: size.width / 2, y: size.height / 2 } };
  const insets: Insets = { top: FIT_EDGE, right: FIT_EDGE, bottom: FIT_EDGE, left: FIT_EDGE };
  const first = within(bounds, size, insets);
  const seen = points.map((p) => ({ x: p.x * first.zoom + first.pan.x, y: p.y * first.zoom + first.pan.y }));
  let covered = false;
  for (const c of corners(frame)) {
    if (!seen.some((p) => p.x > c.left - 12 && p.x < c.right + 12 && p.y > c.top - 12 && p.y < c.bottom + 24)) continue;
    covered = true;
    // On the right a column gives way, at the left a row: the block and the zoom are wide, the legend is tall.
    if (c.left > size.width / 2) insets.right = Math.max(insets.right, size.width - c.left + FIT_EDGE / 2);
    else if (c.top < size.height / 2) insets.top = Math.max(insets.top, c.bottom + FIT_EDGE / 2);
    else insets.bottom = Math.max(insets.bottom, size.height - c.top + FIT_EDGE / 2);
  }
  return covered ? within(bounds, size, insets) : first;
}

/** Whether all of these bounds lie on a canvas of this size. */
export function isAllSeen(b: Bounds | null, { zoom, pan }: View, size: Size): boolean {
  if (!b) return true;
  return (
    b.x1 * zoom + pan.x >= 0 &&
    b.y1 * zoom + pan.y >= 0 &&
    b.x2 * zoom + pan.x <= size.width &&
    b.y2 * zoom + pan.y <= size.height
  );
}

/** Zoom within what the canvas allows. */
export function allowedZoom(zoom: number): number {
  return Math.min(ZOOM_MOST, Math.max(ZOOM_LEAST, zoom));
}

/** How far the view must move so that a point, px from the canvas's corner, is seen clear of its edges; null when it is. */
export function panToShow(at: Point, size: Size): Point | null {
  const x = Math.max(0, FIT_EDGE - at.x) - Math.max(0, at.x - (size.width - FIT_EDGE));
  const y = Math.max(0, FIT_EDGE - at.y) - Math.max(0, at.y - (size.height - FIT_EDGE));
  return x === 0 && y === 0 ? null : { x, y };
}

function within(b: Bounds, size: Size, insets: Insets): View {
  const width = Math.max(80, size.width - insets.left - insets.right);
  const height = Math.max(80, size.height - insets.top - insets.bottom);
  const zoom = Math.min(FIT_MOST, allowedZoom(Math.min(width / (b.x2 - b.x1), height / (b.y2 - b.y1))));
  return {
    zoom,
    pan: {
      x: insets.left + width / 2 - ((b.x1 + b.x2) / 2) * zoom,
      y: insets.top + height / 2 - ((b.y1 + b.y2) / 2) * zoom,
    },
  };
}

/** Boxes over the canvas, from its top left corner. */
function corners(frame: HTMLElement): DOMRect[] {
  const own = frame.getBoundingClientRect();
  return [...(frame.parentElement?.querySelectorAll('[data-canvas-corner]') ?? [])].map((element) => {
    const r = element.getBoundingClientRect();
    return new DOMRect(r.left - own.left, r.top - own.top, r.width, r.height);
  });
}
