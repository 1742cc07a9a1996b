import './timeline.css';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { spanAt } from '#domain/time/shown';
import type { Span } from '#domain/time/span';
import { inCalendar } from '#drawing/timeline/day-clock';
import type { Step } from '#drawing/timeline/hit';
import type { TimeMark } from '#drawing/timeline/marks';
import { shiftSpan } from '#drawing/timeline/shift-span';
import { zoneText } from '#drawing/timeline/tick-words';
import { isOutside } from '#drawing/timeline/window';
import { number, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { useCaseSnapshot, useOpenCase } from '#queries/case-context';
import { filter } from '#session/filter';
import { hiddenByFilter } from '#session/hidden';
import { useAction } from '#session/keys';
import { chartLastSeen } from '#session/panes';
import { select, selection, toggleSelected } from '#session/selection';
import { useSignal } from '#session/signal';
import { EmptyState } from '#ui/controls/index';
import { announce } from '#ui/dialogs/index';
import { type Grip, type Hand, type Held, TimelineCanvas, type TimelineCanvasHandle } from '#ui/timeline-canvas/index';
import { useDrawnTheme } from '../drawn-theme.ts';
import { markText, markWho, whenText } from '../time-words.ts';
import { chartOfLanes, laneIds } from '../timeline-marks.ts';
import { settingsOf, type TimelineSettings } from '../timeline-settings.ts';
import type { ViewProps } from '../view.ts';
import { Accounts } from './accounts.tsx';
import { Board, type Signs } from './board.ts';
import { askTime, setTime } from './edit-time.tsx';
import { Legend } from './legend.tsx';
import { MarkTable } from './mark-table.tsx';
import { Overview } from './overview.tsx';
import { Tools } from './tools.tsx';
import { useTimeline } from './use-timeline.ts';
import { useWindow } from './use-window.ts';

const ARROWS: Readonly<Record<string, Step>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};
/** Px one press of Shift and an arrow key moves the view. */
const PAN = 80;
/** So long after the last move texts come back and the picture is described anew, ms. */
const REST = 160;

interface Seen {
  readonly from: number;
  readonly to: number;
}

const sameSigns = (a: Signs, b: Signs): boolean =>
  a.nights === b.nights && a.weekends === b.weekends && a.ticks === b.ticks && a.breaks === b.breaks;

/** Theme lines: a lane per entity or group, what happened on it in order of time, and lines between the lanes it joined. */
export default function TimelineView({ focused }: ViewProps) {
  const t = useT();
  const open = useOpenCase();
  const snapshot = useCaseSnapshot();
  const { state } = snapshot;
  const stored = settingsOf(open);
  const settings = useSignal(stored);
  const set = (next: Partial<TimelineSettings>) => stored.set((now) => ({ ...now, ...next }));
  const chosen = useSignal(selection);
  const wanted = useSignal(filter);
  const chart = useSignal(chartLastSeen);
  const theme = useDrawnTheme();
  const timeline = useTimeline(snapshot, settings);
  const caseZone = state.properties?.zone ?? 'UTC';
  const control = useWindow(timeline, caseZone, settings);
  const { window } = control;

  // What was offered once stays offered: neither an edit nor a look at another chart puts other lines here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever other lines were worked out
  useEffect(() => {
    const now = stored.get();
    if (now.lanes !== null) return;
    const of = chartOfLanes(state, now, chart);
    const ids = laneIds(state, now, chart);
    const before = now.offered.get(of ?? '');
    if (ids.length === 0 || (now.chart === of && before && before.join() === ids.join())) return;
    stored.set({ ...now, chart: of, offered: new Map(now.offered).set(of ?? '', ids) });
  }, [stored, state, timeline, chart]);

  const board = useRef<Board | null>(null);
  board.current ??= new Board();
  const canvas = useRef<TimelineCanvasHandle>(null);
  const [said, setSaid] = useState('');
  const [seen, setSeen] = useState<Seen>();
  const [signs, setSigns] = useState<Signs>();
  const rest = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const help = useId();

  const shown = { zone: caseZone, caseZone, calendar: settings.calendar };
  const moved = () => {
    const b = board.current!;
    b.moving = true;
    canvas.current?.redraw();
    clearTimeout(rest.current);
    rest.current = setTimeout(() => {
      b.moving = false;
      canvas.current?.redraw();
      const { from, to } = b.seen();
      setSeen({ from, to });
    }, REST);
  };
  useEffect(() => () => clearTimeout(rest.current), []);

  const paint = useMemo(() => {
    board.current!.set({ timeline, state, settings, theme, chosen, window });
    return (pen: CanvasRenderingContext2D, size: { width: number; height: number }) => {
      const b = board.current!;
      b.paint(pen, size);
      setSigns((now) => (now && sameSigns(now, b.signs) ? now : b.signs));
    };
  }, [timeline, state, settings, theme, chosen, window]);

  const say = (mark: TimeMark | undefined) => {
    if (mark)
      setSaid(
        t('timeline.mark', {
          what: markText(state, mark, timeline.contested),
          when: whenText(mark.span, { ...shown, usual: mark.usual }),
          who: markWho(state, mark),
          strength: tDynamic(`strength.${mark.places[0]?.strength ?? 'confirmed'}`),
        }),
      );
  };
  const pick = (ids: readonly string[], held: Pick<Held, 'ctrl' | 'shift'>) => {
    if (!held.ctrl && !held.shift) select(ids);
    else for (const id of ids) toggleSelected(id);
  };
  /** Puts a line before another by hand; from then on the order is the analyst's own. */
  const moveLane = (lane: number, before: number) => {
    const ids = timeline.lanes.map((l) => l.id);
    const id = ids[lane];
    if (id === undefined || before === lane || before === lane + 1) return canvas.current?.redraw();
    ids.splice(lane, 1);
    ids.splice(before > lane ? before - 1 : before, 0, id);
    set({ lanes: ids, order: 'own' });
    announce(t('timeline.lane-moved', { position: (before > lane ? before - 1 : before) + 1, of: ids.length }));
  };
  /** A selected mark is taken in the hand and moved in time; one that is not moves the picture, so that nothing is changed unawares. */
  const timeGrip = (b: Board, place: number, mark: TimeMark, x: number): Grip | undefined => {
    const index = timeline.layout.placeMark[place]!;
    const { span } = mark;
    if (!b.isChosen(index) || !span || mark.kind === 'account') return undefined;
    const part = b.partAt(index, x);
    const begin = b.timeAt(x);
    let next: Span | undefined;
    const letGo = () => {
      b.ghost = undefined;
      canvas.current?.redraw();
    };
    return {
      move(to) {
        next = shiftSpan(span, part, b.timeAt(to) - begin, caseZone);
        b.hold(index, next ?? span, whenText(next ?? span, { ...shown, usual: mark.usual }));
        canvas.current?.redraw();
      },
      drop() {
        letGo();
        if (next) void setTime(open, mark, next);
      },
      cancel: letGo,
    };
  };
  const hand: Hand = {
    zoom(factor, x) {
      board.current!.zoom(factor, x);
      moved();
    },
    pan(dx, dy) {
      board.current!.pan(dx, dy);
      moved();
    },
    press(x, y, held) {
      const b = board.current!;
      const under = b.under(x, y);
      if (under?.kind === 'mark') {
        b.focus = under.place;
        say(under.mark);
        pick([under.mark.record], held);
      } else if (under?.kind === 'lane') pick([timeline.lanes[under.lane]!.id], held);
      else if (under?.kind === 'undated')
        pick(
          under.marks.map((m) => m.record),
          held,
        );
      else if (!held.ctrl && !held.shift) select([]);
      canvas.current?.redraw();
    },
    open(x, y) {
      const under = board.current!.under(x, y);
      if (under?.kind === 'mark') zoomTo(under.mark);
    },
    over(at) {
      const b = board.current!;
      const under = at && b.under(at.x, at.y);
      const place = under?.kind === 'mark' ? under.place : undefined;
      if (place !== b.over) {
        b.over = place;
        setTip(
          under?.kind === 'mark'
            ? {
                x: at!.x,
                y: at!.y,
                text: `${markText(state, under.mark, timeline.contested)} · ${whenText(under.mark.span, { ...shown, usual: under.mark.usual })}`,
                who: markWho(state, under.mark),
              }
            : null,
        );
        canvas.current?.redraw();
      }
      return under ? 'pointer' : undefined;
    },
    // Drawn along the axis: a window in time.
    grab(x, y) {
      const b = board.current!;
      const plot = b.plot();
      const under = b.under(x, y);
      if (under?.kind === 'mark') return timeGrip(b, under.place, under.mark, x);
      if (under?.kind === 'lane')
        return {
          move(_, to) {
            b.drop = b.laneEdge(to);
            canvas.current?.redraw();
          },
          drop(_, to) {
            b.drop = undefined;
            moveLane(under.lane, b.laneEdge(to));
          },
          cancel() {
            b.drop = undefined;
            canvas.current?.redraw();
          },
        };
      if (y >= plot.top || x < plot.left || x > plot.left + plot.width) return undefined;
      const begin = b.timeAt(x);
      const draw = (to: number) => {
        const [from, end] = [Math.min(begin, b.timeAt(to)), Math.max(begin, b.timeAt(to))].map((at) => b.roundTime(at));
        if (from! < end!) control.set({ from: from!, to: end! });
      };
      return { move: draw, drop: draw, cancel: () => undefined };
    },
  };
  const [tip, setTip] = useState<{ x: number; y: number; text: string; who: string } | null>(null);

  const zoomTo = (mark: TimeMark) => {
    if (!Number.isFinite(mark.from) || !Number.isFinite(mark.to)) return;
    const wide = Math.max(mark.to - mark.from, 60_000);
    board.current!.show(mark.from - wide * 2, mark.to + wide * 2);
    board.current!.focusOn(mark);
    moved();
  };
  const fit = () => {
    board.current!.fit();
    moved();
  };
  const zoom = (factor: number) => {
    board.current!.zoom(factor);
    moved();
  };
  useAction('fit', fit, focused);
  useAction('zoom-in', () => zoom(1.25), focused);
  useAction('zoom-out', () => zoom(0.8), focused);
  useAction('time-play', control.play, focused);
  useAction('time-step', () => void control.step(1), focused);
  useAction('time-back', () => void control.step(-1), focused);
  const outside = useMemo(
    () => timeline.marks.dated.filter((m) => m.grey || isOutside(m, window)).length,
    [timeline, window],
  );
  useEffect(() => {
    if (focused) hiddenByFilter.set({ hidden: outside, of: timeline.marks.dated.length });
  }, [focused, outside, timeline]);
  useAction('select-all', () => select(timeline.marks.dated.map((m) => m.record)), focused);
  useAction(
    'rename',
    () => {
      const mark = board.current!.focused();
      if (mark) void askTime(open, mark);
    },
    focused,
  );
  useAction('open', () => void (board.current!.focused() && zoomTo(board.current!.focused()!)), focused);

  const onKeyDown = (e: KeyboardEvent<HTMLElement>) => {
    const b = board.current!;
    const step = ARROWS[e.key];
    if (e.key === 'Enter' || (e.key === ' ' && e.ctrlKey)) {
      const mark = b.focused();
      if (!mark) return;
      e.preventDefault();
      e.stopPropagation();
      pick([mark.record], { ctrl: e.ctrlKey || e.metaKey, shift: false });
      return;
    }
    if (e.altKey && (step === 'up' || step === 'down')) {
      const lane = b.focusedLane() ?? lanes.findIndex((l) => chosen.includes(l.id));
      if (lane < 0) return;
      e.preventDefault();
      moveLane(lane, step === 'up' ? Math.max(0, lane - 1) : Math.min(lanes.length, lane + 2));
      return;
    }
    if (!step || e.ctrlKey || e.altKey || e.metaKey) return;
    e.preventDefault();
    if (e.shiftKey) {
      const by: Partial<Record<Step, readonly [number, number]>> = {
        left: [PAN, 0],
        right: [-PAN, 0],
        up: [0, PAN],
        down: [0, -PAN],
      };
      const [dx, dy] = by[step] ?? [0, 0];
      b.pan(dx, dy);
    } else say(b.step(step));
    moved();
  };

  const { marks, lanes } = timeline;
  const dateOf = (ms: number | undefined) =>
    ms === undefined || !Number.isFinite(ms) ? '…' : whenText(spanAt(inCalendar(ms), caseZone), shown).slice(0, 10);
  return (
    <div className="timeline-view">
      <div className="tools">
        <Tools
          state={state}
          timeline={timeline}
          settings={settings}
          set={set}
          chosen={chosen}
          chart={chart}
          onFit={fit}
          onZoom={zoom}
        />
        <span className="grow" />
        <span className="small muted clip">
          {t('timeline.lines.of', {
            zone: zoneText(caseZone),
            calendar: t(`calendar.${settings.calendar}`),
            shown: number(lanes.length),
            all: number(state.countOf('entity')),
          })}
        </span>
      </div>
      {lanes.length === 0 ? (
        <EmptyState title={t(settings.lanes === null ? 'timeline.empty' : 'timeline.no-lanes')}>
          {t(settings.lanes === null ? 'timeline.empty.body' : 'timeline.no-lanes.body')}
        </EmptyState>
      ) : (
        <>
          <div className="timeline-stage" data-keys="canvas">
            <TimelineCanvas
              handle={canvas}
              paint={paint}
              hand={hand}
              label={t('timeline.label', {
                lanes: lanes.length,
                marks: marks.dated.length,
                undated: marks.undated.length,
                from: dateOf(seen?.from),
                to: dateOf(seen?.to),
              })}
              describedBy={help}
              onKeyDown={onKeyDown}
              onSize={moved}
              onFonts={() => board.current!.fontsCame()}
            />
            {tip && (
              <div className="timeline-tip" style={{ left: tip.x + 12, top: tip.y + 14 }}>
                <b>{tip.text}</b>
                <span>{tip.who}</span>
              </div>
            )}
            <p id={help} className="visually-hidden">
              {t('timeline.help')}
            </p>
            <p className="visually-hidden" role="status">
              {said}
            </p>
          </div>
          <Overview
            timeline={timeline}
            control={control}
            settings={settings}
            set={set}
            caseZone={caseZone}
            seen={seen}
          />
          <Legend undated={marks.undated.length > 0} signs={signs} />
          {settings.below === 'accounts' && (
            <Accounts state={state} conflicts={timeline.conflicts} calendar={settings.calendar} chosen={chosen} />
          )}
          {settings.below === 'table' && (
            <div className="timeline-table">
              <MarkTable
                state={state}
                timeline={timeline}
                settings={settings}
                chosen={chosen}
                window={window}
                undated={wanted.undated}
                onSelect={select}
                onOpen={(mark) => (Number.isNaN(mark.from) ? void askTime(open, mark) : zoomTo(mark))}
              />
            </div>
          )}
        </>
      )}
    </div>
  );
}
