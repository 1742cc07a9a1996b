import type { IconId } from '../icons/icon-data.ts';
import type { ChartColours } from '../style/colours.ts';
import { linePattern } from '../style/lines.ts';
import { STRENGTH_CODES, type TimelineLayout } from './layout.ts';
import type { TimeMark } from './marks.ts';
import type { LabelWidths, Pen } from './pen.ts';
import type { PlotBox, TimelineView } from './view.ts';

/** Px: names of the lanes at the left, undated things at the right, one line of the axis for each zone at the top. */
export const HEAD = 168;
export const TAIL = 132;
export const AXIS = 20;

export interface LaneHead {
  readonly name: string;
  readonly icon: IconId | 'group';
  readonly isProtected: boolean;
}

export interface AxisLine {
  /** What the figures of this line belong to: date and zone, at the left of it. */
  readonly context: string;
  readonly ticks: readonly { readonly t: number; readonly label: string; readonly strong: boolean }[];
}

export interface TimelinePicture {
  readonly layout: TimelineLayout;
  readonly view: TimelineView;
  readonly heads: readonly LaneHead[];
  readonly axisLines: readonly AxisLine[];
  readonly shades: readonly { readonly kind: 'night' | 'weekend'; readonly from: number; readonly to: number }[];
  /** ms since 1970: what the filter lets through; missing ends are open. */
  readonly window?: { readonly from?: number; readonly to?: number };
  /** 1 for marks and lanes that are selected. */
  readonly chosen: Uint8Array;
  readonly chosenLanes: Uint8Array;
  readonly chosenUndated: ReadonlySet<number>;
  /** Place with the keyboard, and place under the pointer. */
  readonly focus?: number | undefined;
  readonly over?: number | undefined;
  /** A mark being moved in time: where it would be, in units, and what time that is. */
  readonly ghost?:
    | { readonly mark: number; readonly from: number; readonly to: number; readonly label: string }
    | undefined;
  /** A line being moved would land before this lane. */
  readonly drop?: number | undefined;
  readonly label: (mark: TimeMark) => string;
  readonly undatedTitle: string;
  readonly breakLabel: (ms: number) => string;
  readonly colours: ChartColours;
  readonly fontFamily: string;
  readonly widths: LabelWidths;
  /** The same for the names of lanes, which are larger. */
  readonly headWidths: LabelWidths;
  /** False while a large timeline moves: no texts beside marks, fewer and plain lines between lanes. */
  readonly detail: boolean;
  /** On paper, where nothing can be scrolled. */
  readonly still?: boolean;
}

export interface CanvasSize {
  readonly width: number;
  readonly height: number;
}

/** The part of a canvas where time runs. */
export function plotOf(
  picture: Pick<TimelinePicture, 'layout'> & { readonly axisLines: number },
  size: CanvasSize,
): PlotBox {
  const tail = picture.layout.undated.length > 0 ? TAIL : 8;
  const top = AXIS * picture.axisLines + 2;
  return {
    left: HEAD,
    top,
    width: Math.max(40, size.width - HEAD - tail),
    height: Math.max(20, size.height - top),
  };
}

export function diamond(pen: Pen, x: number, y: number, r: number): void {
  pen.moveTo(x, y - r);
  pen.lineTo(x + r, y);
  pen.lineTo(x, y + r);
  pen.lineTo(x - r, y);
  pen.closePath();
}

/** Dash of a line by the strength's index: the line style is the grade. */
export function dashOf(strength: number): readonly number[] {
  return linePattern(STRENGTH_CODES[strength] ?? 'confirmed').dash;
}

export function clipped(pen: Pen, x: number, y: number, w: number, h: number, draw: () => void): void {
  pen.save();
  pen.beginPath();
  pen.rect(x, y, w, h);
  pen.clip();
  draw();
  pen.restore();
}
