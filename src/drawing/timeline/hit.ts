import { laneAt, placeY, type TimelineLayout } from './layout.ts';
import type { PlotBox, TimelineView } from './view.ts';

/** Px from a mark within which a press means it. */
const REACH = 8;

/** The place under a point of the canvas: the nearest one within reach, a moment before the stretch it lies on. */
export function placeAt(
  layout: TimelineLayout,
  view: TimelineView,
  plot: PlotBox,
  x: number,
  y: number,
): number | undefined {
  const inLanes = y - plot.top + view.scroll;
  const lane = laneAt(layout, inLanes);
  if (lane < 0 || x < plot.left - REACH || x > plot.left + plot.width + REACH) return undefined;
  let best: number | undefined;
  let least = REACH + 1;
  for (let at = layout.laneStart[lane]!; at < layout.laneStart[lane + 1]!; at++) {
    const place = layout.order[at]!;
    const mark = layout.placeMark[place]!;
    const x0 = plot.left + (layout.from[mark]! - view.u0) * view.k;
    const x1 = plot.left + (layout.to[mark]! - view.u0) * view.k;
    const dx = x < x0 ? x0 - x : x > x1 ? x - x1 : 0;
    const dy = Math.abs(placeY(layout, place) - inLanes);
    if (dx > REACH || dy > REACH) continue;
    // Long stretches lie under everything: whatever is nearer with its own middle is meant.
    const distance = Math.hypot(dx, dy) + (x1 - x0 > 24 ? 1 : 0);
    if (distance < least) {
      least = distance;
      best = place;
    }
  }
  return best;
}

export type Step = 'left' | 'right' | 'up' | 'down' | 'first' | 'last';

/** Where an arrow key leads: along the lane in time, or to the place nearest in time on the next lane that has one. */
export function nextPlace(layout: TimelineLayout, now: number | undefined, step: Step): number | undefined {
  const { laneStart, order, placeLane, placeMark, from } = layout;
  if (now === undefined || now >= placeLane.length) return order[0];
  const lane = placeLane[now]!;
  const [start, end] = [laneStart[lane]!, laneStart[lane + 1]!];
  if (step === 'first') return order[start];
  if (step === 'last') return order[end - 1];
  if (step === 'left' || step === 'right') {
    const at = order.subarray(start, end).indexOf(now) + start + (step === 'right' ? 1 : -1);
    return at >= start && at < end ? order[at] : now;
  }
  const time = from[placeMark[now]!]!;
  for (let l = lane + (step === 'down' ? 1 : -1); l >= 0 && l < laneStart.length - 1; l += step === 'down' ? 1 : -1) {
    let best: number | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (let at = laneStart[l]!; at < laneStart[l + 1]!; at++) {
      const distance = Math.abs(from[placeMark[order[at]!]!]! - time);
      if (best === undefined || distance < least) {
        least = distance;
        best = order[at]!;
      }
    }
    if (best !== undefined) return best;
  }
  return now;
}
