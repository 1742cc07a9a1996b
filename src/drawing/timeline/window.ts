import { writeMoment } from '#domain/time/moment';
import { type Bins, binOf } from './activity.ts';
import { type DayClock, HOUR, MINUTE } from './day-clock.ts';

/** A stretch of time that is looked at, half-open, ms since 1970 UTC. A missing end is open. */
export interface TimeWindow {
  readonly from?: number;
  readonly to?: number;
}

/** Whether nothing of a mark may fall within a window. */
export function isOutside(
  { from, to }: { readonly from: number; readonly to: number },
  window: TimeWindow | undefined,
): boolean {
  return (
    window !== undefined &&
    (to <= (window.from ?? Number.NEGATIVE_INFINITY) || from >= (window.to ?? Number.POSITIVE_INFINITY))
  );
}

/** `cumulative`: everything up to a moving end. `sliding`: a stretch of the same length that moves. */
export type PlayMode = 'cumulative' | 'sliding';

/**
 * The ends of a window as a filter states them: the first and the last day within (or minute, where it does not begin and end at midnight),
 * in the wall clock of the zone.
 */
export function windowTexts(window: TimeWindow, clock: DayClock): { readonly from?: string; readonly to?: string } {
  const midnight = (t: number | undefined) => {
    if (t === undefined) return true;
    const w = clock.wall(t);
    return clock.day(w.year, w.month, w.day) === t;
  };
  const byDay = midnight(window.from) && midnight(window.to);
  const text = (t: number) => {
    const { year, month, day, hour, minute } = clock.wall(t);
    return byDay
      ? writeMoment({ precision: 'day', year, month, day })
      : writeMoment({ precision: 'minute', year, month, day, hour, minute });
  };
  return {
    ...(window.from !== undefined && { from: text(window.from) }),
    // The last unit within: an hour before midnight is in the day even when clocks changed.
    ...(window.to !== undefined && { to: text(window.to - (byDay ? HOUR : MINUTE)) }),
  };
}

/**
 * The window one step further on (or back), along bins; undefined at the end. Without a window the first step begins at the beginning.
 * A cumulative one keeps its beginning, open or not. `first`: the bin in which something happens for the first time; it begins there.
 */
export function stepped(
  now: TimeWindow | undefined,
  mode: PlayMode,
  { edges }: Bins,
  by: 1 | -1,
  first = 0,
): TimeWindow | undefined {
  const last = edges.length - 1;
  if (last < 1) return undefined;
  if (now?.to === undefined && now?.from === undefined)
    return by < 0
      ? undefined
      : mode === 'cumulative'
        ? { to: edges[first + 1]! }
        : { from: edges[first]!, to: edges[first + 1]! };
  const at = (t: number | undefined, open: number) => (t === undefined ? open : Math.max(0, binOf(edges, t)));
  const end = at(now.to, last) + by;
  if (mode === 'cumulative') {
    if (end < 1 || end > last || (now.from !== undefined && edges[end]! <= now.from)) return undefined;
    return { ...(now.from !== undefined && { from: now.from }), to: edges[end]! };
  }
  const begin = at(now.from, Math.max(0, at(now.to, last) - 1)) + by;
  if (begin < 0 || end > last || begin >= end) return undefined;
  return { from: edges[begin]!, to: edges[end]! };
}
