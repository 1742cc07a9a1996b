import { type KeyboardEvent, type PointerEvent, useMemo, useRef } from 'react';
import { spanAt } from '#domain/time/shown';
import { type BinUnit, histogram, nearestEdge } from '#drawing/timeline/activity';
import type { PlayMode } from '#drawing/timeline/window';
import { useT } from '#i18n/react';
import { filter } from '#session/filter';
import { shortcut } from '#session/keys';
import { useSignal } from '#session/signal';
import { Button, IconButton, MenuButton, type MenuEntry } from '#ui/controls/index';
import { whenText } from '../time-words.ts';
import type { TimelineSettings } from '../timeline-settings.ts';
import type { Timeline } from './use-timeline.ts';
import type { WindowControl } from './use-window.ts';

const MODES: readonly PlayMode[] = ['cumulative', 'sliding'];
const STEPS = [null, 'hour', 'day', 'week', 'month'] as const satisfies readonly (BinUnit | null)[];

/** The whole stretch of time in bars, and the window in it: drag over the bars, or move its ends by keyboard. */
export function Overview(props: {
  readonly timeline: Timeline;
  readonly control: WindowControl;
  readonly settings: TimelineSettings;
  readonly set: (next: Partial<TimelineSettings>) => void;
  readonly caseZone: string;
  /** What part the lines show now, ms since 1970. */
  readonly seen: { readonly from: number; readonly to: number } | undefined;
}) {
  const { timeline, control, settings, set, caseZone, seen } = props;
  const t = useT();
  const wanted = useSignal(filter);
  const { bins, window } = control;
  const counts = useMemo(() => histogram(bins, timeline.marks.dated), [bins, timeline]);
  const most = useMemo(() => counts.reduce((a, b) => Math.max(a, b), 1), [counts]);
  const track = useRef<HTMLDivElement>(null);
  const drag = useRef<{ kind: 'from' | 'to' | 'all' | 'new'; at: number; from: number; to: number } | null>(null);
  const begin = bins.edges[0] ?? 0;
  const end = bins.edges.at(-1) ?? 1;
  const share = (time: number) => Math.min(1, Math.max(0, (time - begin) / (end - begin)));
  const percent = (time: number) => `${share(time) * 100}%`;
  const from = Math.min(end, Math.max(begin, window?.from ?? begin));
  const to = Math.max(from, Math.min(end, window?.to ?? end));
  const timeAt = (x: number) => {
    const box = track.current!.getBoundingClientRect();
    return begin + ((x - box.left) / box.width) * (end - begin);
  };
  const snap = (time: number) => nearestEdge(bins, Math.min(end, Math.max(begin, time)));

  const down = (e: PointerEvent<HTMLElement>) => {
    if (e.button !== 0) return;
    const grip = (e.target as Element).getAttribute('data-grip');
    const kind = grip === 'from' || grip === 'to' || grip === 'all' ? grip : 'new';
    track.current!.setPointerCapture(e.pointerId);
    drag.current = { kind, at: timeAt(e.clientX), from, to };
  };
  const move = (e: PointerEvent<HTMLElement>) => {
    const d = drag.current;
    if (!d) return;
    const now = timeAt(e.clientX);
    if (d.kind === 'new') {
      const [a, b] = [snap(Math.min(d.at, now)), snap(Math.max(d.at, now))];
      if (a < b) control.set({ from: a, to: b });
    } else if (d.kind === 'all') {
      const a = snap(Math.min(Math.max(begin, d.from + now - d.at), end - (d.to - d.from)));
      const b = snap(a + d.to - d.from);
      if (a < b) control.set({ from: a, to: b });
    } else if (d.kind === 'from') {
      if (snap(now) < to) control.set({ from: snap(now), ...(window?.to !== undefined && { to: window.to }) });
    } else if (snap(now) > from)
      control.set({ ...(window?.from !== undefined && { from: window.from }), to: snap(now) });
  };
  const up = () => {
    drag.current = null;
  };

  /** Arrow keys move an end by one bar, Page keys by ten, Home and End to the ends of the whole. */
  const keys = (which: 'from' | 'to') => (e: KeyboardEvent<HTMLElement>) => {
    const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10 }[e.key];
    const far = e.key === 'Home' ? 0 : e.key === 'End' ? bins.edges.length - 1 : undefined;
    if (by === undefined && far === undefined) return;
    e.preventDefault();
    e.stopPropagation();
    const now = bins.edges.indexOf(nearestEdge(bins, which === 'from' ? from : to));
    const next = bins.edges[Math.min(bins.edges.length - 1, Math.max(0, far ?? now + (by ?? 0)))]!;
    const other = which === 'from' ? { to: window?.to ?? end } : { from: window?.from ?? begin };
    const made = { ...other, [which]: next } as { from: number; to: number };
    if (made.from < made.to) control.set(made);
  };
  const word = (time: number, last: boolean) =>
    whenText(spanAt(last ? time - 1000 : time, caseZone), {
      zone: caseZone,
      caseZone,
      calendar: settings.calendar,
    }).slice(0, bins.unit === 'minute' || bins.unit === 'hour' ? 16 : 10);
  const shortcutOf = (id: 'time-play' | 'time-step' | 'time-back') => {
    const text = shortcut(id);
    return text === undefined ? {} : { shortcut: text };
  };
  const entries: readonly MenuEntry[] = [
    { heading: t('timeline.play.mode') },
    ...MODES.map((mode) => ({
      id: mode,
      label: t(`timeline.play.${mode}`),
      checked: settings.play === mode,
      onSelect: () => set({ play: mode }),
    })),
    { separator: true },
    { heading: t('timeline.play.step') },
    ...STEPS.map((step) => ({
      id: `step-${step ?? 'bar'}`,
      label: t(`timeline.step.${step ?? 'bar'}`),
      checked: settings.step === step,
      onSelect: () => set({ step }),
    })),
    { separator: true },
    {
      id: 'analysis',
      label: t('timeline.window.analysis'),
      checked: wanted.appliesToAnalysis,
      onSelect: () => filter.set((f) => ({ ...f, appliesToAnalysis: !f.appliesToAnalysis })),
    },
    {
      id: 'undated',
      label: t('timeline.window.undated'),
      checked: wanted.undated,
      onSelect: () => filter.set((f) => ({ ...f, undated: !f.undated })),
    },
  ];
  if (bins.edges.length < 2) return null;
  const step = 1000 / counts.length;
  return (
    <div className="timeline-overview" role="group" aria-label={t('timeline.overview')} data-keys="canvas">
      <div className="timeline-play">
        <IconButton
          icon="left"
          label={t('timeline.back')}
          {...shortcutOf('time-back')}
          onClick={() => control.step(-1)}
        />
        <IconButton
          icon={control.playing ? 'stop' : 'play'}
          label={t(control.playing ? 'timeline.stop' : 'timeline.play')}
          {...shortcutOf('time-play')}
          pressed={control.playing}
          onClick={control.play}
        />
        <IconButton
          icon="right"
          label={t('timeline.step')}
          {...shortcutOf('time-step')}
          onClick={() => control.step(1)}
        />
        <MenuButton iconOnly label={t('timeline.play.how')} icon="settings" entries={entries} />
        <span className="small muted clip">{t(`timeline.per.${bins.unit}`, { count: bins.every })}</span>
      </div>
      <div
        ref={track}
        className="timeline-track"
        onPointerDown={down}
        onPointerMove={move}
        onPointerUp={up}
        onPointerCancel={up}
      >
        <svg viewBox="0 0 1000 100" preserveAspectRatio="none" aria-hidden="true">
          {Array.from(counts, (n, i) => {
            const height = n === 0 ? 0 : 8 + (92 * n) / most;
            const edge = bins.edges[i]!;
            const inside = !window || (edge >= from && edge < to);
            return (
              <rect
                key={edge}
                className={inside ? 'in' : 'out'}
                x={i * step + step * 0.1}
                y={100 - height}
                width={step * 0.8}
                height={height}
              />
            );
          })}
        </svg>
        {seen && (
          <div
            className="timeline-seen"
            style={{ left: percent(seen.from), width: `${(share(seen.to) - share(seen.from)) * 100}%` }}
          />
        )}
        {window && (
          <div
            className="timeline-window"
            data-grip="all"
            style={{ left: percent(from), width: `${(share(to) - share(from)) * 100}%` }}
          />
        )}
        {(['from', 'to'] as const).map((which) => (
          <div
            key={which}
            className={window ? 'timeline-handle set' : 'timeline-handle'}
            data-grip={which}
            role="slider"
            tabIndex={0}
            aria-label={t(`timeline.window.${which}`)}
            aria-valuemin={0}
            aria-valuemax={bins.edges.length - 1}
            aria-valuenow={bins.edges.indexOf(nearestEdge(bins, which === 'from' ? from : to))}
            aria-valuetext={word(which === 'from' ? from : to, which === 'to')}
            style={{ left: percent(which === 'from' ? from : to) }}
            onKeyDown={keys(which)}
          />
        ))}
      </div>
      <div className="timeline-window-text small">
        {window ? (
          <>
            <span className="clip">
              {t('span.between', {
                from: window.from === undefined ? '…' : word(window.from, false),
                to: window.to === undefined ? '…' : word(window.to, true),
              })}
            </span>
            <Button variant="link" onClick={() => control.set(undefined)}>
              {t('timeline.window.clear')}
            </Button>
          </>
        ) : (
          <span className="muted">{t('timeline.window.none')}</span>
        )}
      </div>
    </div>
  );
}
