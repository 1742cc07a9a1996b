import { useEffect } from 'react';
import type { CalendarUnit } from '#domain/time/calendar-slices';
import { tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { useOpenCase } from '#queries/case-context';
import { type OverTime, readingDates, useOverTime } from '#queries/over-time';
import type { MeasureAnswer } from '../last-answer.ts';
import { lastLook } from '../last-look.ts';
import { refusalOf } from './refusal.ts';
import { useAboutAnswer } from './use-about-answer.ts';

/** The measure of an answer by slice of time, worked out while it is looked at; the job can be cancelled. */
export function useMeasureOverTime(answer: MeasureAnswer, unit: CalendarUnit) {
  const t = useT();
  const open = useOpenCase();
  const ask = useOverTime();
  const label = t('over-time.running', { measure: tDynamic(`measure.${answer.id}.name`) });
  const { read, result, refused, stale, checking, again } = useAboutAnswer<OverTime>(
    answer,
    unit,
    label,
    readingDates,
    (state, request, run) =>
      ask(state, { ...request, measure: answer.id, parameters: answer.result.parameters, unit }, run),
  );
  const beside = read?.beside;
  useEffect(() => {
    if (result || refused)
      lastLook(open).set(({ overTime: _, ...now }) => ({
        ...now,
        ...(result && beside !== undefined && { overTime: { of: answer, beside, figure: result } }),
      }));
  }, [open, answer, beside, result, refused]);
  return { figure: result, problem: refused && refusalOf(refused, result !== undefined), stale, checking, again };
}
