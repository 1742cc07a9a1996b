import './timeline.css';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { spanAt } from '#domain/time/shown';
import { type BinUnit, histogram } from '#drawing/timeline/activity';
import { TimeAxis } from '#drawing/timeline/axis';
import { Clocks } from '#drawing/timeline/day-clock';
import { lanesOf } from '#drawing/timeline/lanes';
import { layTimeline } from '#drawing/timeline/layout';
import { timeMarks } from '#drawing/timeline/marks';
import { zoneText } from '#drawing/timeline/tick-words';
import { type WeekHour, weekHourOf, weekHours } from '#drawing/timeline/week-hours';
import { number } from '#i18n/index';
import { useT } from '#i18n/react';
import { useCaseSnapshot, useOpenCase } from '#queries/case-context';
import { filter } from '#session/filter';
import { hiddenByFilter } from '#session/hidden';
import { selection } from '#session/selection';
import { useSignal } from '#session/signal';
import { Button, EmptyState, Select } from '#ui/controls/index';
import { filterMatch, filterParts } from '../filter-match.ts';
import { whenText } from '../time-words.ts';
import { withoutWindow } from '../timeline-marks.ts';
import { settingsOf } from '../timeline-settings.ts';
import type { ViewProps } from '../view.ts';
import { HeatMap } from './heat-map.tsx';
import { useWindow } from './use-window.ts';

const UNITS = [null, 'hour', 'day', 'week', 'month', 'year'] as const satisfies readonly (BinUnit | null)[];
/** Bars next to each other that can still be told apart and pressed; of more, as fine as fits is drawn. */
const MOST_BARS = 240;

/** When things happen: how many in each stretch of time, and at which hour of which weekday; of the selection, else of the whole case. */
export default function Activity({ focused }: ViewProps) {
  const t = useT();
  const open = useOpenCase();
  const { state, version } = useCaseSnapshot();
  const settings = useSignal(settingsOf(open));
  const set = (step: BinUnit | null) => settingsOf(open).set((now) => ({ ...now, step }));
  const wanted = useSignal(filter);
  const chosen = useSignal(selection);
  const caseZone = state.properties?.zone ?? 'UTC';
  const [others, at] = filterParts(withoutWindow(wanted));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state is one mutable object; its version tells when it changed
  const all = useMemo(() => {
    const lanes = lanesOf(state, [...state.idsOf('entity')]);
    const passes = filterMatch(withoutWindow(wanted), state);
    return { lanes, ...timeMarks(state, lanes, { events: true, links: true, sums: true, passes, filterMode: 'hide' }) };
  }, [state, version, others, at]);
  const scope = useMemo(() => {
    const ids = new Set(chosen.filter((id) => state.entity(id) || state.link(id)));
    for (const id of chosen) for (const member of state.find('group', id)?.members ?? []) ids.add(member);
    if (ids.size === 0) return { ...all, selected: false };
    const mine = (list: typeof all.dated) =>
      list.filter((m) => ids.has(m.record) || m.places.some((p) => ids.has(all.lanes[p.lane]!.id)));
    return { lanes: all.lanes, dated: mine(all.dated), undated: mine(all.undated), selected: true };
  }, [all, chosen, state]);
  const timeline = useMemo(() => {
    const axis = TimeAxis.of('proportional', []);
    const layout = layTimeline([], { dated: [], undated: [] }, axis);
    return {
      lanes: [],
      marks: scope,
      layout: { ...layout, marks: scope.dated },
      conflicts: [],
      contested: new Set<string>(),
    };
  }, [scope]);
  const control = useWindow(timeline, caseZone, settings);
  const clocks = useMemo(() => new Clocks(caseZone), [caseZone]);

  // Each of the two pictures shows what the other lets through, and never itself narrowed: else nothing could be added.
  const { window } = control;
  const hours = useMemo(() => new Set<WeekHour>(wanted.weekHours ?? []), [wanted.weekHours]);
  const inWindow = useMemo(
    () =>
      scope.dated.filter(
        (m) => (window?.from === undefined || m.to > window.from) && (window?.to === undefined || m.from < window.to),
      ),
    [scope, window],
  );
  const atHours = useMemo(
    () =>
      hours.size === 0
        ? scope.dated
        : scope.dated.filter((m) => {
            const cell = weekHourOf(m.span, clocks);
            return cell === undefined ? wanted.undated : hours.has(cell);
          }),
    [scope, hours, clocks, wanted.undated],
  );
  const hidden = useMemo(() => {
    const within = new Set(inWindow);
    return scope.dated.length - atHours.filter((m) => within.has(m)).length;
  }, [scope, inWindow, atHours]);
  useEffect(() => {
    if (focused) hiddenByFilter.set({ hidden, of: scope.dated.length });
  }, [focused, hidden, scope]);
  const { bins: whole, steps } = control;
  const unit = UNITS.find((u) => u === settings.step);
  const tooFine = unit && steps.edges.length - 1 > MOST_BARS;
  const bins = tooFine ? whole : steps;
  const counts = useMemo(() => histogram(bins, atHours), [bins, atHours]);
  const heat = useMemo(() => weekHours(inWindow, clocks), [inWindow, clocks]);
  const most = counts.reduce((a, b) => Math.max(a, b), 1);
  const [active, setActive] = useState(0);
  const bars = useRef<HTMLDivElement>(null);

  if (all.dated.length === 0) return <EmptyState title={t('timeline.empty')}>{t('timeline.empty.body')}</EmptyState>;
  const toggle = (cells: readonly WeekHour[]) => {
    const next = new Set(hours);
    const out = cells.every((c) => next.has(c));
    for (const c of cells)
      if (out) next.delete(c);
      else next.add(c);
    filter.set(({ weekHours: _, ...rest }) =>
      next.size === 0 ? rest : { ...rest, weekHours: [...next].sort((a, b) => a - b), appliesToAnalysis: true },
    );
  };
  const pick = (i: number, extend: boolean) => {
    const [from, to] = [bins.edges[i]!, bins.edges[i + 1]!];
    if (extend && window) control.set({ from: Math.min(from, window.from ?? from), to: Math.max(to, window.to ?? to) });
    else control.set(window?.from === from && window.to === to ? undefined : { from, to });
  };
  const onKeyDown = (e: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1, Home: -active, End: counts.length - 1 - active }[e.key];
    if (by === undefined) return;
    e.preventDefault();
    const next = Math.min(counts.length - 1, Math.max(0, active + by));
    setActive(next);
    bars.current?.querySelectorAll<HTMLElement>('button')[next]?.focus();
  };
  const word = (at: number) =>
    whenText(spanAt(at, caseZone), { zone: caseZone, caseZone, calendar: settings.calendar }).slice(
      0,
      bins.unit === 'minute' || bins.unit === 'hour' ? 16 : 10,
    );
  const roving = Math.min(active, counts.length - 1);
  return (
    <div className="activity-view">
      <div className="tools">
        <b>{t(scope.selected ? 'activity.of-selection' : 'activity.of-case', { count: scope.dated.length })}</b>
        <Select
          side
          label={t('activity.bars')}
          value={settings.step ?? 'bar'}
          onChange={(unit) => set(unit === 'bar' ? null : (unit as BinUnit))}
          options={UNITS.map((unit) => ({ value: unit ?? 'bar', label: t(`activity.unit.${unit ?? 'bar'}`) }))}
        />
        <span className="grow" />
        <span className="small muted">{`${zoneText(caseZone)} · ${t(`calendar.${settings.calendar}`)}`}</span>
      </div>
      <div className="stage activity-stage">
        <h3>{t('activity.histogram', { per: t(`timeline.per.${bins.unit}`, { count: bins.every }) })}</h3>
        {tooFine && (
          <p className="small" role="status">
            {t('activity.too-fine', {
              unit: t(`activity.unit.${unit}`),
              most: number(MOST_BARS),
            })}
          </p>
        )}
        {whole.edges.length > 1 && (
          <div
            ref={bars}
            className="activity-bars"
            role="group"
            aria-label={t('activity.histogram-label')}
            onKeyDown={onKeyDown}
          >
            {Array.from(counts, (n, i) => {
              const from = bins.edges[i]!;
              const inside = !window || (from >= (window.from ?? from) && from < (window.to ?? from + 1));
              return (
                <button
                  key={from}
                  type="button"
                  className={inside ? 'in' : 'out'}
                  tabIndex={i === roving ? 0 : -1}
                  aria-pressed={window !== undefined && inside}
                  aria-label={t('activity.bar', { from: word(from), to: word(bins.edges[i + 1]! - 1000), count: n })}
                  title={t('activity.bar', { from: word(from), to: word(bins.edges[i + 1]! - 1000), count: n })}
                  onFocus={() => setActive(i)}
                  onClick={(e) => pick(i, e.shiftKey)}
                >
                  <span className="activity-number">{counts.length <= 31 && n > 0 ? number(n) : ''}</span>
                  <span className="activity-bar" style={{ height: n === 0 ? 0 : 3 + (97 * n) / most }} />
                </button>
              );
            })}
          </div>
        )}
        <div className="row small muted activity-ends">
          <span>{word(bins.edges[0] ?? 0)}</span>
          <span className="grow" />
          <span>{t('activity.most', { count: most })}</span>
          <span className="grow" />
          <span>{word((bins.edges.at(-1) ?? 1) - 1000)}</span>
        </div>
        <h3>{t('activity.heat')}</h3>
        <HeatMap counts={heat.counts} chosen={hours} onToggle={toggle} />
        <p className="small">
          {t('activity.note', {
            undated: number(scope.undated.length),
            hourless: number(heat.withoutHour),
          })}
        </p>
        <div className="row">
          {window && (
            <Button variant="link" onClick={() => control.set(undefined)}>
              {t('timeline.window.clear')}
            </Button>
          )}
          {hours.size > 0 && (
            <Button variant="link" onClick={() => toggle([...hours])}>
              {t('activity.clear-hours')}
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}
