import './timeline.css';
import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react';
import { spanAt } from '#domain/time/shown';
import { inCalendar } from '#drawing/timeline/day-clock';
import type { Step } from '#drawing/timeline/hit';
import type { TimeMark } from '#drawing/timeline/marks';
import { zoneText } from '#drawing/timeline/tick-words';
import { isOutside } from '#drawing/timeline/window';
import { number, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { useCaseSnapshot, useOpenCase } from '#queries/case-context';
import { filter } from '#session/filter';
import { hiddenByFilter } from '#session/hidden';
import { useAction } from '#session/keys';
import { chartLastSeen } from '#session/panes';
import { select, selection } from '#session/selection';
import { useSignal } from '#session/signal';
import { EmptyState } from '#ui/controls/index';
import { announce } from '#ui/dialogs/index';
import { TimelineCanvas } from '#ui/timeline-canvas/index';
import { useDrawnTheme } from '../drawn-theme.ts';
import { markText, markWho, whenText } from '../time-words.ts';
import { settingsOf, type TimelineSettings } from '../timeline-settings.ts';
import type { ViewProps } from '../view.ts';
import { Accounts } from './accounts.tsx';
import { askTime } from './edit-time.tsx';
import { handOnLanes, pick } from './hand-on-lanes.ts';
import { Legend } from './legend.tsx';
import { MarkTable } from './mark-table.tsx';
import { Overview } from './overview.tsx';
import { Tools } from './tools.tsx';
import { useBoard } from './use-board.ts';
import { useOfferedLanes } from './use-offered-lanes.ts';
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

  useOfferedLanes(snapshot, stored, timeline, chart);

  const { board, canvas, seen, signs, paint, moved } = useBoard({ timeline, state, settings, theme, chosen, window });
  const [said, setSaid] = useState('');
  const help = useId();

  const shown = { zone: caseZone, caseZone, calendar: settings.calendar };
  const whenOf = (mark: TimeMark, span = mark.span) => whenText(span, { ...shown, usual: mark.usual });
  const say = (mark: TimeMark | undefined) => {
    if (mark)
      setSaid(
        t('timeline.mark', {
          what: markText(state, mark, timeline.contested),
          when: whenOf(mark),
          who: markWho(state, mark),
          strength: tDynamic(`strength.${mark.places[0]?.strength ?? 'confirmed'}`),
        }),
      );
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
  const [tip, setTip] = useState<{ x: number; y: number; text: string; who: string } | null>(null);

  const zoomTo = (mark: TimeMark) => {
    if (!Number.isFinite(mark.from) || !Number.isFinite(mark.to)) return;
    const wide = Math.max(mark.to - mark.from, 60_000);
    board.show(mark.from - wide * 2, mark.to + wide * 2);
    board.focusOn(mark);
    moved();
  };
  const hand = handOnLanes({
    open,
    board,
    canvas,
    timeline,
    control,
    caseZone,
    whenOf,
    moved,
    say,
    point: (at) =>
      setTip(
        at && {
          x: at.x,
          y: at.y,
          text: `${markText(state, at.mark, timeline.contested)} · ${whenOf(at.mark)}`,
          who: markWho(state, at.mark),
        },
      ),
    zoomTo,
    moveLane,
  });
  const fit = () => {
    board.fit();
    moved();
  };
  const zoom = (factor: number) => {
    board.zoom(factor);
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
      const mark = board.focused();
      if (mark) void askTime(open, mark);
    },
    focused,
  );
  useAction('open', () => void (board.focused() && zoomTo(board.focused()!)), focused);

  const onKeyDown = (e: KeyboardEvent<HTMLElement>) => {
    const step = ARROWS[e.key];
    if (e.key === 'Enter' || (e.key === ' ' && e.ctrlKey)) {
      const mark = board.focused();
      if (!mark) return;
      e.preventDefault();
      e.stopPropagation();
      pick([mark.record], { ctrl: e.ctrlKey || e.metaKey, shift: false });
      return;
    }
    if (e.altKey && (step === 'up' || step === 'down')) {
      const lane = board.focusedLane() ?? lanes.findIndex((l) => chosen.includes(l.id));
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
      board.pan(dx, dy);
    } else say(board.step(step));
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
              onFonts={() => board.fontsCame()}
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
