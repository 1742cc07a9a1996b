import { useEffect, useMemo, useRef, useState } from 'react';
import { bounds } from '#domain/time/bounds';
import { type Bins, binsFor, histogram } from '#drawing/timeline/activity';
import { Clocks } from '#drawing/timeline/day-clock';
import type { TimeMark } from '#drawing/timeline/marks';
import { stepped, type TimeWindow, windowTexts } from '#drawing/timeline/window';
import { type Filter, filter } from '#session/filter';
import { useSignal } from '#session/signal';
import type { TimelineSettings } from '../timeline-settings.ts';
import type { Timeline } from './use-timeline.ts';

/** Bars of the overview at most. */
const BARS = 160;
/** ms between two steps of playing: long enough to see what came. */
const BEAT = 700;
/** Whether it was the window that made figures follow the one filter: then they stop when it goes. */
let figuresFollow = false;

export interface WindowControl {
  readonly window: TimeWindow | undefined;
  /** The whole stretch in bars; empty when nothing is dated. */
  readonly bins: Bins;
  /** The same in the steps that were asked for. */
  readonly steps: Bins;
  readonly playing: boolean;
  set(next: TimeWindow | undefined): void;
  step(by: 1 | -1): boolean;
  play(): void;
}

/** The dates of the one filter as a window in time: what it lets through, chart, table and figures show. */
export function useWindow(timeline: Timeline, caseZone: string, settings: TimelineSettings): WindowControl {
  const wanted = useSignal(filter);
  const clock = useMemo(() => new Clocks(caseZone).home, [caseZone]);
  const window = useMemo((): TimeWindow | undefined => {
    const at = (text: string | undefined, end: 'from' | 'to') => {
      const b = text === undefined ? undefined : bounds({ earliest: text, latest: text }, caseZone);
      return b === undefined ? {} : { [end]: b[end] };
    };
    const found: TimeWindow = { ...at(wanted.from, 'from'), ...at(wanted.to, 'to') };
    return found.from === undefined && found.to === undefined ? undefined : found;
  }, [wanted.from, wanted.to, caseZone]);
  const { layout } = timeline;
  const [bins, steps] = useMemo(() => {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const m of layout.marks) {
      for (const t of [m.from, m.to])
        if (Number.isFinite(t)) {
          low = Math.min(low, t);
          high = Math.max(high, t);
        }
    }
    if (!(low < high)) return [NONE, NONE];
    const whole = binsFor(low, high, clock, BARS);
    return [whole, settings.step === null ? whole : binsFor(low, high, clock, BARS, settings.step)];
  }, [layout, clock, settings.step]);
  const first = useMemo(() => firstBin(steps, timeline.marks.dated), [steps, timeline]);

  const set = (next: TimeWindow | undefined) =>
    filter.set(({ from: _, to: __, ...rest }: Filter) => {
      if (!next) return figuresFollow ? { ...rest, appliesToAnalysis: false } : rest;
      // The window is there to work with what lies within: figures follow it from the first moment; a box takes that back.
      const first = wanted.from === undefined && wanted.to === undefined;
      if (first) figuresFollow = !rest.appliesToAnalysis;
      return { ...rest, ...windowTexts(next, clock), ...(first && { appliesToAnalysis: true }) };
    });
  const step = (by: 1 | -1) => {
    const next = stepped(latest.current.window, settings.play, latest.current.steps, by, latest.current.first);
    if (next) set(next);
    return next !== undefined;
  };
  const latest = useRef({ window, steps, step, first });
  latest.current = { window, steps, step, first };
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => {
      if (!latest.current.step(1)) setPlaying(false);
    }, BEAT);
    return () => clearInterval(timer);
  }, [playing]);
  const play = () => {
    if (playing) {
      setPlaying(false);
      return;
    }
    // At the end, or with everything in sight, it begins at the beginning.
    if (!stepped(latest.current.window, settings.play, steps, 1)) set(undefined);
    setPlaying(true);
  };
  return { window, bins, steps, playing, set, step, play };
}

const NONE: Bins = { unit: 'day', every: 1, edges: [] };

/** The share of all the time shown that a thing may last and still be something that happens, not how things were. */
const BRIEF = 0.1;

/** The bin in which something happens for the first time: what lasts as long as most of the picture says nothing by beginning. */
export function firstBin(bins: Bins, dated: readonly TimeMark[]): number {
  const whole = (bins.edges.at(-1) ?? 0) - (bins.edges[0] ?? 0);
  const acts = dated.filter((m) => m.kind === 'event' || m.kind === 'link');
  const brief = acts.filter((m) => m.to - m.from <= whole * BRIEF);
  const marks = [brief, acts].find((list) => list.length > 0) ?? dated;
  return Math.max(
    0,
    histogram(bins, marks).findIndex((n) => n > 0),
  );
}
