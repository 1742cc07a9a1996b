import { useCallback, useEffect } from 'react';
import type { CaseState } from '#domain/change/case-state';
import type { Figure, RunOptions, Scope } from '#queries/analysis';
import { sameValue, useCaseReading, useCaseSnapshot } from '#queries/case-context';
import type { FigureRequest } from '#queries/figures';
import type { Work } from '#queries/in-breaths';
import { type AskedNow, readingAsked } from '../answer-scope.ts';
import type { MeasureAnswer } from '../last-answer.ts';
import { useWorkedOut } from './use-worked-out.ts';

/** What was read of a case for a question about an answer. */
interface Ground extends AskedNow {
  /** What is taken in beside the graph, in short. */
  readonly beside: string;
}

/**
 * What is told about an answer while it is looked at, worked out over the very graph of the answer: where the case makes another by now, it is refused as
 * `answer-changed`, and asked again when the case makes that graph again. `stale`: what is taken in beside the graph has changed since; `checking`: whether
 * it has is being read. `beside` must be the same function at every call.
 */
export function useAboutAnswer<R>(
  answer: MeasureAnswer,
  how: unknown,
  label: string,
  beside: (state: CaseState, scope: Scope) => Work<string>,
  work: (state: CaseState, request: FigureRequest, run: RunOptions, show: (part: R) => void) => Promise<Figure<R>>,
) {
  const read = useCallback(
    function* (state: CaseState): Work<Ground> {
      const asked = yield* readingAsked(state, answer);
      return { ...asked, beside: yield* beside(state, asked.request.scope) };
    },
    [answer, beside],
  );
  const found = useWorkedOut<Ground, R>([answer, how], label, read, async (state, ground, run, show) => {
    const { request, revision } = ground;
    if (request.content !== answer.content) return { ok: false, code: 'answer-changed' };
    return work(state, { ...request, revision }, run, show);
  });
  const now = useCaseReading<
    { readonly content: string; readonly beside: string; readonly version: number } | undefined
  >(
    useCallback(
      function* (state: CaseState) {
        const ground = yield* read(state);
        const { content, version } = ground.request;
        return { content, beside: ground.beside, version };
      },
      [read],
    ),
    undefined,
    sameValue,
  );
  const { again, refused } = found;
  const asAnswered = now?.content === answer.content;
  const waiting = asAnswered && refused?.code === 'answer-changed';
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again once, when the case makes the graph of the answer again.
  useEffect(() => {
    if (waiting) again();
  }, [waiting]);
  const { state } = useCaseSnapshot();
  // Until it was read at the state of now nothing is said to be well.
  const checking = found.result !== undefined && now?.version !== state.version;
  return { ...found, checking, stale: asAnswered && found.read !== undefined && now.beside !== found.read.beside };
}
