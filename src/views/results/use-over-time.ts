import { useCallback, useEffect, useState } from 'react';
import type { CaseState } from '#domain/change/case-state';
import type { CalendarUnit } from '#domain/time/calendar-slices';
import { tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { useCaseReading, useOpenCase } from '#queries/case-context';
import { finish, type Work } from '#queries/in-breaths';
import { type OverTime, readingDates, useOverTime } from '#queries/over-time';
import { startAnalysis } from '../analysis-job.ts';
import { graphAsked, scopeOf } from '../answer-scope.ts';
import type { MeasureAnswer } from '../last-answer.ts';
import { lastLook } from '../last-look.ts';
import { refusalOf } from './refusal.ts';

interface Found {
  readonly of: MeasureAnswer;
  readonly unit: CalendarUnit;
  readonly figure?: OverTime;
  readonly problem?: string;
  /** When links were, as it was read for this answer. */
  readonly dates?: string;
}

/** The measure of an answer by slice of time, worked out while it is looked at; the job can be cancelled. */
export function useMeasureOverTime(
  answer: MeasureAnswer,
  unit: CalendarUnit,
): Found & { readonly stale: boolean; readonly again: () => void } {
  const t = useT();
  const open = useOpenCase();
  const ask = useOverTime();
  const [found, setFound] = useState<Found>({ of: answer, unit });
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question is made anew at each drawing; what is asked changes with answer and unit alone, or is asked again.
  useEffect(() => {
    const stop = new AbortController();
    const job = startAnalysis(t('over-time.running', { measure: tDynamic(`measure.${answer.id}.name`) }), () =>
      stop.abort(),
    );
    const { state, head } = open.snapshot();
    const scope = scopeOf(state, answer.asked);
    const dates = finish(readingDates(state, scope));
    const request = {
      scope,
      ...graphAsked(answer.asked),
      revision: head.seq,
      measure: answer.id,
      parameters: answer.result.parameters,
      unit,
    };
    const run = { signal: stop.signal, onProgress: job.onProgress };
    void ask(state, request, run)
      .then((figure) => {
        setFound({
          of: answer,
          unit,
          dates,
          ...(figure.ok ? { figure: figure.figure } : { problem: refusalOf(figure) }),
        });
        lastLook(open).set(({ overTime: _, ...now }) => ({
          ...now,
          ...(figure.ok && { overTime: { of: answer, figure: figure.figure } }),
        }));
      })
      .finally(() => job.end());
    return () => {
      stop.abort();
      job.end();
    };
  }, [answer, unit, round, open]);
  const current = found.of === answer && found.unit === unit ? found : { of: answer, unit };
  const { dates } = current;
  const stale = useCaseReading(
    useCallback(
      function* (now: CaseState): Work<boolean> {
        return dates !== undefined && (yield* readingDates(now, scopeOf(now, answer.asked))) !== dates;
      },
      [answer, dates],
    ),
    false,
    Object.is,
  );
  return { ...current, stale, again: () => setRound((n) => n + 1) };
}
