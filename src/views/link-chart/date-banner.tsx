import { useMemo, useState } from 'react';
import type { Id } from '#domain/record';
import { datedByLog } from '#domain/source/known-by';
import { number, t } from '#i18n/index';
import { useT } from '#i18n/react';
import { useCaseSnapshot, useOpenCase } from '#queries/case-context';
import type { OpenCase } from '#queries/open-case';
import { type ChartDate, filter, leaveDate } from '#session/filter';
import { shortcut, useAction } from '#session/keys';
import { useSignal } from '#session/signal';
import { Button, Checkbox, IconButton, Segmented, TextField } from '#ui/controls/index';
import { announce } from '#ui/dialogs/index';
import { Icon } from '#ui/icon/index';
import { atDate, daysOfChange, endOfDate, showAtDate } from '../at-date.ts';
import { dateProblem } from '../date-words.ts';
import { dayText } from '../when.ts';
import { hiddenByDate } from './hidden-by-date.ts';
import './date-banner.css';

/** Says that the chart is not as of today, what that means and how much it keeps off; and where the date is set. Nothing without a date. */
export function DateBanner({ chart, focused, onLeave }: { chart: Id; focused: boolean; onLeave: () => void }) {
  const { atDate: at } = useSignal(filter);
  return at ? <Banner chart={chart} at={at} focused={focused} onLeave={onLeave} /> : null;
}

interface BannerProps {
  readonly chart: Id;
  readonly at: ChartDate;
  readonly focused: boolean;
  readonly onLeave: () => void;
}

function Banner({ chart, at, focused, onLeave }: BannerProps) {
  const t = useT();
  const open = useOpenCase();
  const snapshot = useCaseSnapshot();
  const wanted = useSignal(filter);
  const [typed, setTyped] = useState(at.date);
  const [last, setLast] = useState(at.date);
  if (last !== at.date) {
    setLast(at.date);
    setTyped(at.date);
  }
  const zone = snapshot.state.properties?.zone ?? 'UTC';
  const empty = typed.trim() === '';
  const wrong = empty ? t('date.form') : dateProblem(typed);
  // Both walk the case: once for each state and date.
  const counts = useMemo(
    () => hiddenByDate(snapshot.state, chart, atDate(at, snapshot.state, wanted.undated)),
    [snapshot, chart, at, wanted.undated],
  );
  const fromLog = useMemo(() => {
    const { state } = snapshot;
    return datedByLog(state).filter((id) => state.find('source', id)).length;
  }, [snapshot]);
  const show = async (kind: ChartDate['kind'], date: string) => {
    if (await showAtDate(open, kind, date)) announce(t(`chart-date.said.${kind}`, { date }));
  };
  const step = (by: 1 | -1) => {
    const days = daysOfChange(at.kind, snapshot.state);
    // A date without a day stands for its last one.
    const end = (day: string) => endOfDate(day, zone)!;
    const now = end(at.date);
    const next = by === 1 ? days.find((d) => end(d) > now) : days.findLast((d) => end(d) < now);
    if (next === undefined) announce(t(by === 1 ? 'chart-date.said.last' : 'chart-date.said.first'));
    else void show(at.kind, next);
  };
  const leave = () => {
    leaveDate();
    announce(t('chart-date.said.left'));
    onLeave();
  };
  useAction('time-step', () => step(1), focused);
  useAction('time-back', () => step(-1), focused);
  const what = t(`chart-date.is.${at.kind}`, { date: at.date });
  const said =
    counts.hidden === 0
      ? t('chart-date.hides-none', { of: number(counts.of) })
      : t(wanted.mode === 'hide' ? 'chart-date.hides' : 'chart-date.greys', {
          count: counts.hidden,
          of: number(counts.of),
        });
  return (
    <section className="date-banner" aria-label={t('chart-date')}>
      <div className="row">
        <Icon name="clock" size={16} />
        <b role="status">
          {what}. {said}
        </b>
        <span className="grow" />
        <Button onClick={leave}>{t('chart-date.leave')}</Button>
      </div>
      <div className="row">
        <Segmented<ChartDate['kind']>
          label={t('chart-date.kind')}
          value={at.kind}
          onChange={(kind) => void show(kind, at.date)}
          options={[
            { value: 'happened', label: t('chart-date.happened') },
            { value: 'known', label: t('chart-date.known') },
          ]}
        />
        <TextField
          side
          hideLabel
          label={t('chart-date.date')}
          value={typed}
          placeholder="2026-04-01"
          className="mono"
          {...(wrong !== undefined && { error: wrong })}
          onChange={setTyped}
          onBlur={() => wrong === undefined && typed.trim() !== at.date && void show(at.kind, typed.trim())}
          onKeyDown={(e) => {
            if (e.key === 'Enter' && wrong === undefined) void show(at.kind, typed.trim());
          }}
        />
        <IconButton
          icon="left"
          label={t('chart-date.earlier')}
          shortcut={shortcut('time-back')}
          onClick={() => step(-1)}
        />
        <IconButton
          icon="right"
          label={t('chart-date.later')}
          shortcut={shortcut('time-step')}
          onClick={() => step(1)}
        />
        {at.kind === 'happened' && (
          <Checkbox
            label={t('chart-date.undated')}
            checked={wanted.undated}
            onChange={(undated) => filter.set((f) => ({ ...f, undated }))}
          />
        )}
        <Checkbox
          label={t('chart-date.figures')}
          checked={wanted.appliesToAnalysis}
          onChange={(appliesToAnalysis) => filter.set((f) => ({ ...f, appliesToAnalysis }))}
        />
      </div>
      <p className="small muted">
        {t(`chart-date.how.${at.kind}`, {
          log: number(fromLog),
          sources: number(snapshot.state.countOf('source')),
        })}
      </p>
    </section>
  );
}

/** Shows the chart as of the last date that changes something, and goes to the field of the date; or as of today again. */
export function turnDate(open: OpenCase, chart: HTMLElement | null): void {
  if (filter.get().atDate) {
    leaveDate();
    announce(t('chart-date.said.left'));
    return;
  }
  const { state } = open.snapshot();
  const today = dayText(Date.now(), state.properties?.zone ?? 'UTC');
  void showAtDate(open, 'happened', firstDate(daysOfChange('happened', state), today));
  // Whoever asked for a date is asked which.
  requestAnimationFrame(() => chart?.querySelector<HTMLInputElement>('.date-banner input.field')?.select());
}

/** The date to begin with: the last day on which something changes, so that one steps back from all there is. */
export function firstDate(days: readonly string[], today: string): string {
  return days.findLast((d) => d <= today) ?? today;
}
