import type { TimeAxis } from './axis.ts';
import { DAY, inCalendar } from './day-clock.ts';
import type { MarkShape } from './mark-shape.ts';
import type { Lane, TimeMark, TimeMarks } from './marks.ts';

/** Heights in px. */
export const ROW = 22;
export const TRACK = 16;
/** Marks that overlap are stacked this deep at most; the rest share the tracks that are free soonest. */
export const MOST_TRACKS = 8;

/** How tall lanes are, px: of one that needs one track, of a track where there are several, what is above and below them, and how many at most. */
export interface LaneHeights {
  readonly row: number;
  readonly track: number;
  readonly margin: number;
  readonly most: number;
}

export const TALL: LaneHeights = { row: ROW, track: TRACK, margin: 3, most: MOST_TRACKS };
/** Many lanes at once: a small screen shows eight. */
export const COMPACT: LaneHeights = { row: 22, track: 12, margin: 2, most: 3 };

export const SHAPES: readonly MarkShape[] = ['instant', 'interval', 'uncertain'];
export const STRENGTH_CODES = ['confirmed', 'unconfirmed', 'tentative'] as const;

/**
 * Marks as columns, ready to be drawn again and again: n marks with P places on L lanes. All indexes are into these arrays; marks are in order of
 * time. Lanes are lists of places in the same order.
 */
export interface TimelineLayout {
  readonly lanes: readonly Lane[];
  readonly marks: readonly TimeMark[];
  readonly undated: readonly TimeMark[];
  readonly axis: TimeAxis;
  /** n: units of the axis; infinite where a span is open. */
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** n: index into `SHAPES`. */
  readonly shape: Uint8Array;
  readonly grey: Uint8Array;
  /** n + 1: the places of mark i are placeStart[i] … placeStart[i + 1] − 1. */
  readonly placeStart: Uint32Array;
  /** P each. Strength is an index into `STRENGTH_CODES`. */
  readonly placeMark: Uint32Array;
  readonly placeLane: Uint32Array;
  readonly placeTrack: Uint8Array;
  readonly placeStrength: Uint8Array;
  /** L + 1 and P: the places of lane l are order[laneStart[l]] … */
  readonly laneStart: Uint32Array;
  readonly order: Uint32Array;
  readonly heights: LaneHeights;
  /** L + 1: px from the top of the first lane. */
  readonly top: Float64Array;
  /** L lists of indexes into `undated`. */
  readonly undatedOn: readonly (readonly number[])[];
  /** Units between which all finite ends lie, with a margin; never empty. */
  readonly extent: { readonly from: number; readonly to: number };
}

/** Every finite moment at which a mark begins or ends: what an axis is made from. */
export function* momentsOf(marks: readonly TimeMark[]): Generator<number> {
  for (const m of marks) {
    if (Number.isFinite(m.from)) yield m.from;
    if (Number.isFinite(m.to) && m.shape !== 'instant') yield m.to;
  }
}

/** @param idle ms since 1970: the stretch shown when nothing is dated */
export function layTimeline(
  lanes: readonly Lane[],
  { dated, undated }: TimeMarks,
  axis: TimeAxis,
  idle: { readonly from: number; readonly to: number } = { from: 0, to: DAY },
  heights: LaneHeights = TALL,
): TimelineLayout {
  const most = Math.min(MOST_TRACKS, heights.most);
  const n = dated.length;
  const from = new Float64Array(n);
  const to = new Float64Array(n);
  const shape = new Uint8Array(n);
  const grey = new Uint8Array(n);
  const placeStart = new Uint32Array(n + 1);
  const count = dated.reduce((sum, m) => sum + m.places.length, 0);
  const placeMark = new Uint32Array(count);
  const placeLane = new Uint32Array(count);
  const placeTrack = new Uint8Array(count);
  const placeStrength = new Uint8Array(count);
  const laneStart = new Uint32Array(lanes.length + 1);
  let p = 0;
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < n; i++) {
    const m = dated[i]!;
    from[i] = axis.unitOf(m.from);
    to[i] = m.shape === 'instant' ? from[i]! : axis.unitOf(m.to);
    shape[i] = SHAPES.indexOf(m.shape);
    grey[i] = m.grey ? 1 : 0;
    placeStart[i] = p;
    for (const end of [from[i]!, to[i]!])
      if (Number.isFinite(end)) {
        low = Math.min(low, end);
        high = Math.max(high, end);
      }
    for (const place of m.places) {
      placeMark[p] = i;
      placeLane[p] = place.lane;
      placeStrength[p] = STRENGTH_CODES.indexOf(place.strength);
      laneStart[place.lane + 1]!++;
      p++;
    }
  }
  placeStart[n] = p;
  for (let l = 0; l < lanes.length; l++) laneStart[l + 1]! += laneStart[l]!;
  const fill = laneStart.slice();
  const order = new Uint32Array(count);
  for (let i = 0; i < count; i++) order[fill[placeLane[i]!]!++] = i;

  const top = new Float64Array(lanes.length + 1);
  const ends = new Float64Array(MOST_TRACKS);
  for (let l = 0; l < lanes.length; l++) {
    ends.fill(Number.NEGATIVE_INFINITY);
    let used = 1;
    for (let at = laneStart[l]!; at < laneStart[l + 1]!; at++) {
      const place = order[at]!;
      const mark = placeMark[place]!;
      let track = 0;
      while (track < most && ends[track]! > from[mark]!) track++;
      if (track === most) {
        track = 0;
        for (let other = 1; other < most; other++) if (ends[other]! < ends[track]!) track = other;
      }
      placeTrack[place] = track;
      ends[track] = Math.max(ends[track]!, to[mark]!);
      used = Math.max(used, track + 1);
    }
    top[l + 1] = top[l]! + (used === 1 ? heights.row : 2 * heights.margin + used * heights.track);
  }

  const undatedOn: number[][] = lanes.map(() => []);
  for (const [i, m] of undated.entries()) for (const { lane } of m.places) undatedOn[lane]!.push(i);
  if (!(low <= high)) [low, high] = [axis.unitOf(idle.from), axis.unitOf(idle.to)];
  const margin = (high - low || axis.unitOf(inCalendar(DAY)) - axis.unitOf(0)) * 0.03;
  return {
    lanes,
    marks: dated,
    undated,
    axis,
    from,
    to,
    shape,
    grey,
    placeStart,
    placeMark,
    placeLane,
    placeTrack,
    placeStrength,
    laneStart,
    order,
    heights,
    top,
    undatedOn,
    extent: { from: low - margin, to: high + margin },
  };
}

/** Middle of a place's track, px from the top of the first lane. */
export function placeY(layout: TimelineLayout, place: number): number {
  const lane = layout.placeLane[place]!;
  const top = layout.top[lane]!;
  const height = layout.top[lane + 1]! - top;
  const { row, margin, track } = layout.heights;
  return height === row ? top + row / 2 : top + margin + track * (layout.placeTrack[place]! + 0.5);
}

/** The lane at a height, px from the top of the first; -1 beyond the last. */
export function laneAt(layout: TimelineLayout, y: number): number {
  const { top } = layout;
  if (y < 0 || y >= top[top.length - 1]!) return -1;
  let lo = 0;
  let hi = top.length - 1;
  while (hi - lo > 1) {
    const mid = (lo + hi) >> 1;
    if (top[mid]! <= y) lo = mid;
    else hi = mid;
  }
  return lo;
}
