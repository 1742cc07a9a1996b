import { useCallback, useEffect, useState } from 'react';
import type { CaseState } from '#domain/change/case-state';
import type { Figure, RunOptions } from '#queries/analysis';
import { useCaseReading, useOpenCase } from '#queries/case-context';
import type { FigureRequest } from '#queries/figures';
import { startAnalysis } from '../analysis-job.ts';
import { graphAsked, readingStanding, sameStanding, scopeOf, UNREAD } from '../answer-scope.ts';
import type { NetworkAsked } from '../last-answer.ts';
import { refusalOf } from './refusal.ts';

interface Found<R> {
  readonly of: NetworkAsked;
  readonly result?: R;
  readonly problem?: string;
}

/** Works out what was asked of a network as a whole while it is looked at. `work` must stay the same function for the same question. */
export function useWhole<R>(
  asked: NetworkAsked,
  label: string,
  work: (state: CaseState, request: FigureRequest, run: RunOptions) => Promise<Figure<R>>,
): Found<R> & { readonly stale: boolean; readonly weak: number; readonly links: number } {
  const open = useOpenCase();
  const [found, setFound] = useState<Found<R>>({ of: asked });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the work is made anew at each drawing; what is asked is listed.
  useEffect(() => {
    const stop = new AbortController();
    const job = startAnalysis(label, () => stop.abort());
    const { state, head } = open.snapshot();
    const request: FigureRequest = {
      scope: scopeOf(state, asked.asked),
      ...graphAsked(asked.asked),
      revision: head.seq,
      content: asked.content,
    };
    const run = { signal: stop.signal, onProgress: job.onProgress };
    void work(state, request, run)
      .then((figure) =>
        setFound({ of: asked, ...(figure.ok ? { result: figure.figure } : { problem: refusalOf(figure) }) }),
      )
      .finally(() => job.end());
    return () => {
      stop.abort();
      job.end();
    };
  }, [asked, open]);
  const {
    stale,
    weak,
    of: links,
  } = useCaseReading(
    useCallback((now: CaseState) => readingStanding(now, asked), [asked]),
    UNREAD,
    sameStanding,
  );
  return { ...(found.of === asked ? found : { of: asked }), stale, weak, links };
}
