import { useEffect, useState } from 'react';
import { tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { useOpenCase } from '#queries/case-context';
import { useHowSure } from '#queries/how-sure';
import { startAnalysis } from '../analysis-job.ts';
import { graphAsked, scopeOf } from '../answer-scope.ts';
import type { Asked, MeasureAnswer } from '../last-answer.ts';
import { lastLook, type Sure } from '../last-look.ts';
import { refusalOf } from './refusal.ts';

/** How sure the ranking of an answer is, worked out while it is looked at: first over which links it holds, then how far ranks move. */
export function useSure(answer: MeasureAnswer, settings: Asked['settings']): Sure {
  const t = useT();
  const open = useOpenCase();
  const desk = useHowSure();
  const [sure, setSure] = useState<Sure>({ of: answer, settings });
  // The desk is made anew at each drawing; what is asked changes with the answer and the settings alone.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  useEffect(() => {
    const stop = new AbortController();
    const job = startAnalysis(t('results.sure.running', { measure: tDynamic(`measure.${answer.id}.name`) }), () =>
      stop.abort(),
    );
    const asked = { of: answer, settings };
    const keep = (found: Sure) => {
      setSure(found);
      lastLook(open).set((now) => ({ ...now, sure: found }));
    };
    const work = async () => {
      const { state, head } = open.snapshot();
      const request = {
        scope: scopeOf(state, answer.asked),
        ...graphAsked(answer.asked),
        revision: head.seq,
        measure: answer.id,
        parameters: answer.result.parameters,
      };
      const run = {
        signal: stop.signal,
        onProgress: job.onProgress,
      };
      const weakest = await desk.weakestLink(state, request, run);
      if (!weakest.ok) return keep({ ...asked, problem: refusalOf(weakest) });
      keep({ ...asked, weakest: weakest.figure });
      const intervals = await desk.howSure(state, { ...request, ...(settings && { settings }) }, run);
      keep({
        ...asked,
        weakest: weakest.figure,
        ...(intervals.ok ? { intervals: intervals.figure } : { problem: refusalOf(intervals) }),
      });
    };
    void work().finally(() => job.end());
    return () => {
      stop.abort();
      job.end();
    };
  }, [answer, settings, open]);
  return sure.of === answer && sure.settings === settings ? sure : { of: answer, settings };
}
