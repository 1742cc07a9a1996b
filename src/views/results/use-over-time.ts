import { useEffect, useState } from 'react';
import type { CalendarUnit } from '#domain/time/calendar-slices';
import { tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { useOpenCase } from '#queries/case-context';
import { type OverTime, useOverTime } from '#queries/over-time';
import { startAnalysis } from '../analysis-job.ts';
import { scopeOf } from '../answer-scope.ts';
import type { MeasureAnswer } from '../last-answer.ts';
import { refusalOf } from './refusal.ts';

interface Found {
  readonly of: MeasureAnswer;
  readonly unit: CalendarUnit;
  readonly figure?: OverTime;
  readonly problem?: string;
}

/** The measure of an answer by slice of time, worked out while it is looked at; the job can be cancelled. */
export function useMeasureOverTime(answer: MeasureAnswer, unit: CalendarUnit): Found {
  const t = useT();
  const open = useOpenCase();
  const ask = useOverTime();
  const [found, setFound] = useState<Found>({ of: answer, unit });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question is made anew at each drawing; what is asked changes with answer and unit alone.
  useEffect(() => {
    const stop = new AbortController();
    const job = startAnalysis(t('over-time.running', { measure: tDynamic(`measure.${answer.id}.name`) }), () =>
      stop.abort(),
    );
    const { state, head } = open.snapshot();
    const { direction, weights, currency, twoMode } = answer.asked;
    const request = {
      scope: scopeOf(state, answer.asked),
      direction,
      weights,
      ...(currency !== undefined && { currency }),
      ...(twoMode && { twoMode }),
      revision: head.seq,
      measure: answer.id,
      parameters: answer.result.parameters,
      unit,
    };
    const run = { signal: stop.signal, onProgress: job.onProgress };
    void ask(state, request, run)
      .then((figure) =>
        setFound({ of: answer, unit, ...(figure.ok ? { figure: figure.figure } : { problem: refusalOf(figure) }) }),
      )
      .finally(() => job.end());
    return () => {
      stop.abort();
      job.end();
    };
  }, [answer, unit, open]);
  return found.of === answer && found.unit === unit ? found : { of: answer, unit };
}
