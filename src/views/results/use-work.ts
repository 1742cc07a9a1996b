import { useState } from 'react';
import { tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import type { Figure, ParameterValues } from '#queries/analysis';
import { useOpenCase } from '#queries/case-context';
import { useFigures } from '#queries/figures';
import { askOfOneState, inBreaths, ofOneState } from '#queries/in-breaths';
import { knownGroups } from '#queries/known-groups';
import { startAnalysis } from '../analysis-job.ts';
import { readingGraph } from '../answer-scope.ts';
import { type Answer, type Asked, type AskedGraph, lastAsked, type MeasureAnswer } from '../last-answer.ts';
import type { Step } from './guided.ts';
import { groupsKept, keepGroups } from './kept-groups.ts';
import { type Cost, LONG_WAIT, type LongWork, longWork } from './long-work.ts';
import { refusalOf } from './refusal.ts';
import { inPlaceOf } from './same-question.ts';
import { askedWith, type Setup, type Sight } from './setup.ts';

/** The question being worked out, by case: the room may be left and come back to meanwhile. */
const running = new WeakMap<ReturnType<typeof useOpenCase>, AbortController>();

/** One figure to be worked out. */
export interface Wanted extends Step {
  readonly parameters?: ParameterValues;
  /** As it was asked before, selection and filter included. */
  readonly asked?: AskedGraph;
  /** How the groups it is worked out within are found; missing: those asked for last, or the usual ones. */
  readonly groups?: { readonly method: string; readonly parameters: ParameterValues };
}

const breath = () => new Promise((done) => setTimeout(done));

/** Works out figures, one after the other, and says what came in between: why there is none, or that it would take long. */
export function useWork(sight: Sight) {
  const t = useT();
  const open = useOpenCase();
  const desk = useFigures();
  const last = lastAsked(open);
  const [problem, setProblem] = useState<string>();
  const [long, setLong] = useState<LongWork>();

  const nameOf = (w: Wanted) => tDynamic(w.kind === 'measure' ? `measure.${w.id}.name` : `communities.${w.id}.name`);

  const workOut = async (
    wanted: Wanted,
    setup: Setup,
    signal: AbortSignal,
    cancel: () => void,
    on: {
      /** Given a figure that grows better as it goes, before the last one. */
      refined(answer: MeasureAnswer): void;
      /** Told where the answer would take long, and it is not begun; missing: begun however long. */
      tooLong?(cost: Cost): void;
    },
  ) => {
    const asked = wanted.asked ?? askedWith({ ...setup, ...wanted.setup }, sight);
    const job = startAnalysis(
      t('results.running', { measure: nameOf(wanted), scope: t(`results.scope.${asked.kind}`) }),
      cancel,
    );
    // The question is shown pressed before the graph is read; between the pieces of that work the page draws and hears a cancel.
    await breath();
    try {
      const run = { signal, onProgress: job.onProgress };
      const { state } = open.snapshot();
      const { within, parameters: values = {} } = wanted;
      const reader = wanted.kind === 'measure' ? { id: wanted.id, parameters: values, within } : undefined;
      // `tooLong`: it is offered, and not begun.
      const figure = await askOfOneState(async (): Promise<Figure<Answer | 'tooLong'>> => {
        const read = await inBreaths(
          ofOneState(state, () => readingGraph(state, asked, reader)),
          run,
        );
        if ('failure' in read) return { ok: false, code: read.failure };
        const { leftOut, ...graph } = read.result;
        const request = { ...graph, revision: open.snapshot().head.seq };
        const found = { id: wanted.id, scope: request.scope, asked, content: request.content, leftOut };
        const cost = on.tooLong && reader && (await desk.estimate(state, request, wanted.id, values, run));
        if (cost && cost.seconds > LONG_WAIT) {
          on.tooLong?.(cost);
          return { ok: true, figure: 'tooLong' };
        }
        if (wanted.kind === 'groups') {
          const groups = await desk.communities(state, request, wanted.id, values, run);
          return groups.ok ? { ok: true, figure: { ...found, kind: 'groups', result: groups.figure } } : groups;
        }
        const by = wanted.groups;
        const grouped = by && (await desk.communities(state, request, by.method, by.parameters, run));
        if (grouped && !grouped.ok) return grouped;
        const groups = grouped ? knownGroups(grouped.figure, false) : groupsKept(open);
        const measured = await desk.measure(state, request, wanted.id, values, {
          ...run,
          onRefined: (result) => {
            if (!signal.aborted) on.refined({ ...found, kind: 'measure', result, refining: 'now' });
          },
          ...(within !== undefined && { within }),
          ...(groups && { groups }),
        });
        return measured.ok ? { ok: true, figure: { ...found, kind: 'measure', result: measured.figure } } : measured;
      });
      // Another question was asked meanwhile: nobody waits for this one.
      if (running.get(open)?.signal !== signal) return undefined;
      if (!figure.ok) {
        setProblem(refusalOf(figure));
        return undefined;
      }
      if (figure.figure === 'tooLong') return undefined;
      if (figure.figure.kind === 'groups') keepGroups(open, figure.figure.result);
      return figure.figure;
    } finally {
      job.end();
    }
  };

  /** Works one figure out after the other; `place` puts each where it belongs. Stops at the first that cannot be had. */
  const workThrough = async (
    list: readonly Wanted[],
    setup: Setup,
    before: (now: Asked) => Asked,
    place: (now: Asked, answer: Answer, at: number) => Asked,
    patient = false,
  ): Promise<void> => {
    running.get(open)?.abort();
    const mine = new AbortController();
    running.set(open, mine);
    last.set(before);
    setProblem(undefined);
    setLong(undefined);
    const offer = (wanted: Wanted) => (cost: Cost) =>
      setLong(
        longWork(wanted, cost, {
          exactly: () => void workThrough(list, setup, before, place, true),
          instead: (estimate) => {
            const other = list.map((w) => (w.kind === wanted.kind && w.id === wanted.id ? estimate(w) : w));
            void workThrough(other, setup, before, place, true);
          },
        }),
      );
    for (const [at, wanted] of list.entries()) {
      let first: MeasureAnswer | undefined;
      const put = (answer: Answer) =>
        last.set((now) => (first ? inPlaceOf(now, first, answer) : place(now, answer, at)));
      const answer = await workOut(wanted, setup, mine.signal, () => mine.abort(), {
        refined: (better) => {
          put(better);
          first = better;
        },
        ...(patient ? {} : { tooLong: offer(wanted) }),
      });
      if (answer) put(answer);
      else {
        // Broken off: what is there stays, and is made no better.
        if (first) put({ ...first, refining: 'broken-off' });
        return;
      }
    }
  };

  /** Nobody waits any more for what is being worked out, nor reads what came of it. */
  const giveUp = () => {
    running.get(open)?.abort();
    running.delete(open);
    setProblem(undefined);
    setLong(undefined);
  };

  /** Says why a question cannot be asked; nothing: what was said before stands no more. */
  const refuse = (why: string | undefined) => setProblem(why);

  return { problem, long, workThrough, giveUp, refuse };
}
