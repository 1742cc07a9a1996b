import type { View } from './canvas-types.ts';
import type { Bounds } from './fit-view.ts';
import { seenOf } from './plain-scene.ts';

/** Painted beyond each edge, as a share of the canvas, so that a short pan shows no blank. */
const MARGIN = 0.2;

/** A canvas and what is painted round it, CSS px; `ratio` device pixels to each. */
export interface PictureFrame {
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
  /** What is painted beyond each edge, left and right, above and below. */
  readonly dx: number;
  readonly dy: number;
  /** With both margins. */
  readonly wide: number;
  readonly high: number;
}

/** The margins are whole device pixels: a picture that stands between pixels is blurred, and costs several times as much to show. */
export function framed(width: number, height: number, ratio: number): PictureFrame {
  const w = Math.max(1, width);
  const h = Math.max(1, height);
  const dx = Math.round(w * MARGIN * ratio) / ratio;
  const dy = Math.round(h * MARGIN * ratio) / ratio;
  return { width: w, height: h, ratio, dx, dy, wide: w + 2 * dx, high: h + 2 * dy };
}

/** Where a picture painted for `of` stands when `now` is seen: scale, and its left top corner, on whole device pixels while the scale is the same. */
export function placeOfFrame(
  f: PictureFrame,
  of: View,
  now: View,
): { readonly k: number; readonly x: number; readonly y: number } {
  const k = now.zoom / of.zoom;
  const x = now.pan.x - (of.pan.x + f.dx) * k;
  const y = now.pan.y - (of.pan.y + f.dy) * k;
  if (k !== 1) return { k, x, y };
  return { k, x: Math.round(x * f.ratio) / f.ratio, y: Math.round(y * f.ratio) / f.ratio };
}

/** Whether the picture painted for `of` holds all of the chart that is seen at `now`; the chart lies within `inked`, chart units. */
export function isCovered(f: PictureFrame, of: View, now: View, inked: Bounds): boolean {
  const seen = seenOf(now, f.width, f.height);
  // Half a pixel of rounding is no blank.
  const slack = 0.5 / now.zoom;
  const x1 = Math.max(seen.x1, inked.x1) + slack;
  const y1 = Math.max(seen.y1, inked.y1) + slack;
  const x2 = Math.min(seen.x2, inked.x2) - slack;
  const y2 = Math.min(seen.y2, inked.y2) - slack;
  if (x1 > x2 || y1 > y2) return true;
  const held = seenOf({ zoom: of.zoom, pan: { x: of.pan.x + f.dx, y: of.pan.y + f.dy } }, f.wide, f.high);
  return x1 >= held.x1 && y1 >= held.y1 && x2 <= held.x2 && y2 <= held.y2;
}
