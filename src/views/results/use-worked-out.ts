import { startTransition, useEffect, useState } from 'react';
import type { CaseState } from '#domain/change/case-state';
import type { Figure, RunOptions } from '#queries/analysis';
import { useOpenCase } from '#queries/case-context';
import { askOfOneState, inBreaths, ofOneState, type Work } from '#queries/in-breaths';
import { startAnalysis } from '../analysis-job.ts';

/** What came of a question so far: `read` is what `result` was worked out of, `refused` why there is none, or no more. */
export interface WorkedOut<Q, R> {
  readonly read?: Q;
  readonly result?: R;
  readonly refused?: Extract<Figure<R>, { ok: false }>;
}

/** Works out an answer over what was read; `show` shows a part of it before the rest is there. */
export type Worker<Q, R> = (
  state: CaseState,
  read: Q & { readonly revision: number },
  run: RunOptions,
  show: (part: R) => void,
) => Promise<Figure<R>>;

const sameQuestion = (a: readonly unknown[], b: readonly unknown[]) =>
  a.length === b.length && a.every((part, i) => Object.is(part, b[i]));

/**
 * Works out a question while it is looked at, over one state of the case: read in breaths, and read and asked again where the case is changed before its
 * graph is packed. The job can be cancelled. `asked` names all that the question depends on, the case itself apart, always in as many parts.
 */
export function useWorkedOut<Q, R>(
  asked: readonly unknown[],
  label: string,
  read: (state: CaseState) => Work<Q>,
  work: Worker<Q, R>,
): WorkedOut<Q, R> & { readonly again: () => void } {
  const open = useOpenCase();
  const [found, setFound] = useState<WorkedOut<Q, R> & { readonly of: readonly unknown[] }>({ of: asked });
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: reading and work are made anew at each drawing; what is asked is listed.
  useEffect(() => {
    let left = false;
    const stop = new AbortController();
    const job = startAnalysis(label, () => stop.abort());
    const run = { signal: stop.signal, onProgress: job.onProgress };
    const { state } = open.snapshot();
    const once = async (): Promise<Figure<R>> => {
      const outcome = await inBreaths(
        ofOneState(state, () => read(state)),
        run,
      );
      if ('failure' in outcome) return { ok: false, code: outcome.failure };
      const of = outcome.result;
      const show = (result: R) => {
        // A table of thousands is drawn in breaths: the page hears keys meanwhile.
        if (!left) startTransition(() => setFound({ of: asked, read: of, result }));
      };
      const figure = await work(state, { ...of, revision: open.snapshot().head.seq }, run, show);
      if (figure.ok) show(figure.figure);
      return figure;
    };
    void askOfOneState(once)
      .then((figure) => {
        if (figure.ok || left) return;
        setFound((now) => ({ ...(sameQuestion(now.of, asked) ? now : { of: asked }), refused: figure }));
      })
      .finally(() => job.end());
    return () => {
      left = true;
      stop.abort();
      job.end();
    };
  }, [...asked, open, round]);
  const again = () => {
    setFound(({ refused: _, ...now }) => now);
    setRound((n) => n + 1);
  };
  const { of, ...current } = found;
  return { ...(sameQuestion(of, asked) ? current : {}), again };
}
