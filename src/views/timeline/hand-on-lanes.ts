import type { RefObject } from 'react';
import type { TimeMark } from '#drawing/timeline/marks';
import { shiftSpan } from '#drawing/timeline/shift-span';
import type { OpenCase } from '#queries/open-case';
import { select, toggleSelected } from '#session/selection';
import type { Grip, Hand, Held, TimelineCanvasHandle } from '#ui/timeline-canvas/index';
import type { Board } from './board.ts';
import { setTime } from './edit-time.tsx';
import type { Timeline } from './use-timeline.ts';
import type { WindowControl } from './use-window.ts';

interface Lanes {
  readonly open: OpenCase;
  readonly board: Board;
  readonly canvas: RefObject<TimelineCanvasHandle | null>;
  readonly timeline: Timeline;
  readonly control: WindowControl;
  readonly caseZone: string;
  /** When a mark is, or would be, in words. */
  readonly whenOf: (mark: TimeMark, span?: TimeMark['span']) => string;
  /** The view was moved. */
  readonly moved: () => void;
  readonly say: (mark: TimeMark) => void;
  /** What the pointer is on; null: nothing to tell. */
  readonly point: (at: { readonly x: number; readonly y: number; readonly mark: TimeMark } | null) => void;
  readonly zoomTo: (mark: TimeMark) => void;
  readonly moveLane: (lane: number, before: number) => void;
}

export function pick(ids: readonly string[], held: Pick<Held, 'ctrl' | 'shift'>): void {
  if (!held.ctrl && !held.shift) select(ids);
  else for (const id of ids) toggleSelected(id);
}

/** What hands do on the lanes: look around, select, move a mark in time, a line among lines, draw a window along the axis. */
export function handOnLanes(lanes: Lanes): Hand {
  const { board: b, timeline, moved } = lanes;
  const redraw = () => lanes.canvas.current?.redraw();
  return {
    zoom(factor, x) {
      b.zoom(factor, x);
      moved();
    },
    pan(dx, dy) {
      b.pan(dx, dy);
      moved();
    },
    press(x, y, held) {
      const under = b.under(x, y);
      if (under?.kind === 'mark') {
        b.focus = under.place;
        lanes.say(under.mark);
        pick([under.mark.record], held);
      } else if (under?.kind === 'lane') pick([timeline.lanes[under.lane]!.id], held);
      else if (under?.kind === 'undated')
        pick(
          under.marks.map((m) => m.record),
          held,
        );
      else if (!held.ctrl && !held.shift) select([]);
      redraw();
    },
    open(x, y) {
      const under = b.under(x, y);
      if (under?.kind === 'mark') lanes.zoomTo(under.mark);
    },
    over(at) {
      const under = at && b.under(at.x, at.y);
      const place = under?.kind === 'mark' ? under.place : undefined;
      if (place !== b.over) {
        b.over = place;
        lanes.point(under?.kind === 'mark' ? { ...at!, mark: under.mark } : null);
        redraw();
      }
      return under ? 'pointer' : undefined;
    },
    grab(x, y) {
      const under = b.under(x, y);
      if (under?.kind === 'mark') return timeGrip(lanes, under.place, under.mark, x);
      if (under?.kind === 'lane') return laneGrip(lanes, under.lane);
      return windowGrip(lanes, x, y);
    },
  };
}

/** A selected mark is taken in the hand and moved in time; one that is not moves the picture, so that nothing is changed unawares. */
function timeGrip(
  { open, board: b, canvas, timeline, caseZone, whenOf }: Lanes,
  place: number,
  mark: TimeMark,
  x: number,
): Grip | undefined {
  const index = timeline.layout.placeMark[place]!;
  const { span } = mark;
  if (!b.isChosen(index) || !span || mark.kind === 'account') return undefined;
  const part = b.partAt(index, x);
  const begin = b.timeAt(x);
  let next: TimeMark['span'];
  const letGo = () => {
    b.ghost = undefined;
    canvas.current?.redraw();
  };
  return {
    move(to) {
      next = shiftSpan(span, part, b.timeAt(to) - begin, caseZone);
      b.hold(index, next ?? span, whenOf(mark, next ?? span));
      canvas.current?.redraw();
    },
    drop() {
      letGo();
      if (next) void setTime(open, mark, next);
    },
    cancel: letGo,
  };
}

/** A line is moved among the lines. */
function laneGrip({ board: b, canvas, moveLane }: Lanes, lane: number): Grip {
  return {
    move(_, to) {
      b.drop = b.laneEdge(to);
      canvas.current?.redraw();
    },
    drop(_, to) {
      b.drop = undefined;
      moveLane(lane, b.laneEdge(to));
    },
    cancel() {
      b.drop = undefined;
      canvas.current?.redraw();
    },
  };
}

/** Drawn along the axis: a window in time. */
function windowGrip({ board: b, control }: Lanes, x: number, y: number): Grip | undefined {
  const plot = b.plot();
  if (y >= plot.top || x < plot.left || x > plot.left + plot.width) return undefined;
  const begin = b.timeAt(x);
  const draw = (to: number) => {
    const [from, end] = [Math.min(begin, b.timeAt(to)), Math.max(begin, b.timeAt(to))].map((at) => b.roundTime(at));
    if (from! < end!) control.set({ from: from!, to: end! });
  };
  return { move: draw, drop: draw, cancel: () => undefined };
}
