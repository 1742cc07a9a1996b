import { useEffect, useMemo } from 'react';
import { tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { useOpenCase } from '#queries/case-context';
import { readingEvidence, useHowSure } from '#queries/how-sure';
import type { Asked, MeasureAnswer } from '../last-answer.ts';
import { lastLook, type Sure } from '../last-look.ts';
import { refusalOf } from './refusal.ts';
import { useAboutAnswer } from './use-about-answer.ts';

/** How sure the ranking of an answer is, worked out while it is looked at: first over which links it holds, then how far ranks move. */
export function useSure(
  answer: MeasureAnswer,
  settings: Asked['settings'],
): Sure & { readonly stale: boolean; readonly checking: boolean; readonly again: () => void } {
  const t = useT();
  const open = useOpenCase();
  const desk = useHowSure();
  const label = t('results.sure.running', { measure: tDynamic(`measure.${answer.id}.name`) });
  const { read, result, refused, stale, checking, again } = useAboutAnswer<Pick<Sure, 'weakest' | 'intervals'>>(
    answer,
    settings,
    label,
    readingEvidence,
    async (state, request, run, show) => {
      const ranked = { ...request, measure: answer.id, parameters: answer.result.parameters };
      const weakest = await desk.weakestLink(state, ranked, run);
      if (!weakest.ok) return weakest;
      show({ weakest: weakest.figure });
      const intervals = await desk.howSure(state, { ...ranked, ...(settings && { settings }) }, run);
      return intervals.ok ? { ok: true, figure: { weakest: weakest.figure, intervals: intervals.figure } } : intervals;
    },
  );
  const beside = read?.beside;
  const problem = refused && refusalOf(refused, result !== undefined);
  const sure = useMemo(
    (): Sure => ({
      of: answer,
      settings,
      ...(beside !== undefined && { beside }),
      ...result,
      ...(problem !== undefined && { problem }),
    }),
    [answer, settings, beside, result, problem],
  );
  // Until there is something to say, what was said before stands.
  useEffect(() => {
    if (sure.weakest || sure.problem !== undefined) lastLook(open).set((now) => ({ ...now, sure }));
  }, [open, sure]);
  return { ...sure, stale, checking, again };
}
