import type { TimelineLayout } from './layout.ts';

/** What part of a timeline is seen. x = plot.left + (unit − u0) × k; y = plot.top + height in the lanes − scroll. */
export interface TimelineView {
  /** Unit of the axis at the left edge of the plot. */
  readonly u0: number;
  /** Px per unit. */
  readonly k: number;
  /** Px of the lanes above the upper edge. */
  readonly scroll: number;
}

export interface PlotBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Widest a second may be drawn. */
const MOST_PX_PER_MS = 0.06;
const MOST_PX_PER_STEP = 240;

export function fitView(layout: TimelineLayout, plot: PlotBox): TimelineView {
  const { from, to } = layout.extent;
  return { u0: from, k: plot.width / (to - from), scroll: 0 };
}

/** Within what can be shown: not wider than twice the whole, not closer than seconds; some of the whole always in sight. */
export function keptInSight(view: TimelineView, layout: TimelineLayout, plot: PlotBox): TimelineView {
  const { from, to } = layout.extent;
  const least = plot.width / (to - from) / 4;
  const most = layout.axis.spacing === 'ordinal' ? MOST_PX_PER_STEP : MOST_PX_PER_MS;
  const k = Math.min(Math.max(least, most), Math.max(least, view.k));
  const seen = plot.width / k;
  const u0 = Math.min(to - seen * 0.1, Math.max(from - seen * 0.9, view.u0));
  const most0 = Math.max(0, layout.top[layout.lanes.length]! - plot.height);
  return { u0, k, scroll: Math.min(most0, Math.max(0, view.scroll)) };
}

/** Zooms by a factor about a point of the plot, px from its left edge. */
export function zoomed(view: TimelineView, factor: number, at: number): TimelineView {
  const k = view.k * factor;
  return { ...view, k, u0: view.u0 + at / view.k - at / k };
}

export function panned(view: TimelineView, dx: number, dy: number): TimelineView {
  return { ...view, u0: view.u0 - dx / view.k, scroll: view.scroll - dy };
}

/** Px where a unit is drawn: at most a little beyond the plot, whatever is beyond it. */
export function seenX(view: TimelineView, plot: PlotBox, unit: number): number {
  const x = plot.left + (unit - view.u0) * view.k;
  return Math.min(plot.left + plot.width + 50, Math.max(plot.left - 50, x));
}
