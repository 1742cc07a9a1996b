import { useState } from 'react';
import { tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { type Figure, measureCatalogue, type ParameterValues } from '#queries/analysis';
import { useOpenCase } from '#queries/case-context';
import { figureContent, measureContent, useFigures } from '#queries/figures';
import type { Recipe } from '#queries/recipes';
import { networkContent } from '#queries/whole-network';
import { startJob } from '#session/jobs';
import { scopeOf, WHOLE_NETWORK } from '../answer-scope.ts';
import {
  type Answer,
  type AnswerView,
  type Asked,
  type AskedGraph,
  lastAsked,
  type MeasureAnswer,
} from '../last-answer.ts';
import { actorsAreLinked, type Guided, type Step } from './guided.ts';
import { type Cost, LONG_WAIT, type LongWork, longWork } from './long-work.ts';
import { pageRunOf } from './recipe.ts';
import { refusalOf } from './refusal.ts';
import { askedWith, type Setup, type Sight, setupBehind, setupOf } from './setup.ts';

/** The question being worked out, by case: the room may be left and come back to meanwhile. */
const running = new WeakMap<ReturnType<typeof useOpenCase>, AbortController>();

/** One figure to be worked out. */
interface Wanted extends Step {
  readonly parameters?: ParameterValues;
  /** As it was asked before, selection and filter included. */
  readonly asked?: AskedGraph;
}

const breath = () => new Promise((done) => setTimeout(done));

/** Equal questions over graphs made alike: such a figure stands in the table once. */
export function sameQuestion(a: Answer, b: Answer): boolean {
  return (
    a.kind === b.kind &&
    a.id === b.id &&
    JSON.stringify([setupBehind(a.asked), a.result.parameters]) ===
      JSON.stringify([setupBehind(b.asked), b.result.parameters])
  );
}

/** Numbers of parts are no ranking. */
export function isRanking(answer: Answer): boolean {
  return answer.kind === 'measure' && measureCatalogue.find((m) => m.id === answer.id)?.range !== 'label';
}

/** Asks questions of a case: an answer takes the place of the one before, a column stands beside it. */
export function useAsking(sight: Sight) {
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
    /** Told where the answer would take long, and it is not begun; missing: begun however long. */
    tooLong?: (cost: Cost) => void,
  ) => {
    const asked = wanted.asked ?? askedWith({ ...setup, ...wanted.setup }, sight);
    const job = startJob(
      t('results.running', { measure: nameOf(wanted), scope: t(`results.scope.${asked.kind}`) }),
      cancel,
    );
    // The question is shown pressed before the graph is packed; between the pieces of that work the page draws and hears a cancel.
    await breath();
    try {
      if (signal.aborted) return undefined;
      const { state, head } = open.snapshot();
      const graph = { ...asked, scope: scopeOf(state, asked) };
      const values = wanted.parameters ?? {};
      const content =
        wanted.kind === 'measure' ? measureContent(state, graph, wanted.id, values) : figureContent(state, graph);
      const request = { ...graph, revision: head.seq, content };
      const found = { id: wanted.id, scope: request.scope, asked, content: request.content };
      const run = { signal, onProgress: (p: { done: number; of: number }) => job.progress(p.done, p.of) };
      const taken = <R>(figure: Figure<R>, answered: (result: R) => Answer): Answer | undefined => {
        // Another question was asked meanwhile: nobody waits for this one.
        if (running.get(open)?.signal !== signal) return undefined;
        if (figure.ok) return answered(figure.figure);
        setProblem(refusalOf(figure));
        return undefined;
      };
      await breath();
      if (signal.aborted) return taken<never>({ ok: false, code: 'cancelled' }, (answer) => answer);
      const cost = tooLong && wanted.kind === 'measure' && desk.estimate(state, request, wanted.id, values);
      if (cost && cost.seconds > LONG_WAIT) {
        tooLong(cost);
        return undefined;
      }
      await breath();
      if (wanted.kind === 'measure')
        return taken(await desk.measure(state, request, wanted.id, values, run), (result) => ({
          ...found,
          kind: 'measure',
          result,
        }));
      return taken(await desk.communities(state, request, wanted.id, values, run), (result) => ({
        ...found,
        kind: 'groups',
        result,
      }));
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
      const answer = await workOut(wanted, setup, mine.signal, () => mine.abort(), patient ? undefined : offer(wanted));
      if (!answer) return;
      last.set((now) => place(now, answer, at));
    }
  };

  const beside = (now: Asked, answer: Answer): Asked => {
    if (answer.kind === 'groups') return { ...now, groups: answer };
    const others = (now.columns ?? []).filter((c) => !sameQuestion(c, answer));
    if (now.answer && sameQuestion(now.answer, answer)) return { ...now, columns: others };
    return { ...now, columns: [...others, answer] };
  };

  const setup = setupOf(open);
  return {
    problem,
    long,
    /** Answers a question by its measure. Columns put there by hand stay beside it. */
    ask: (kind: Answer['kind'], id: string, parameters: ParameterValues) =>
      workThrough(
        [{ kind, id, parameters }],
        setup.get(),
        ({ guided, columns, groups, ...now }) => ({
          ...now,
          question: { kind, id },
          ...(guided === undefined && { ...(columns && { columns }), ...(groups && { groups }) }),
        }),
        ({ columns = [], ...now }, answer) => ({
          ...now,
          answer,
          columns: columns.filter((c) => !sameQuestion(c, answer)),
        }),
      ),
    /** Answers a question asked in plain words: the first figure is the answer, the others are columns beside it. */
    askGuided: (guided: Guided) => {
      const { answer: there } = last.get();
      const view = guided.view ?? 'table';
      if (guided.aboutAnswer && there?.kind === 'measure' && isRanking(there)) {
        last.set((now) => ({ ...now, question: { kind: 'guided', id: guided.id }, guided: guided.id, view }));
        return Promise.resolve();
      }
      return workThrough(
        guided.steps,
        { ...setup.get(), actorsOnly: setup.get().actorsOnly || actorsAreLinked(open.snapshot().state) },
        (now) => ({ ...now, question: { kind: 'guided', id: guided.id } }),
        ({ question }, answer, at) =>
          at === 0 ? { ...(question && { question }), guided: guided.id, view, answer } : beside(last.get(), answer),
      );
    },
    /** Asks for figures of the network as a whole; its room works them out. */
    askNetwork: () => {
      const asked = askedWith(setup.get(), sight);
      const { state } = open.snapshot();
      const content = networkContent(state, { ...asked, scope: scopeOf(state, asked), figures: WHOLE_NETWORK });
      last.set((now) => ({ ...now, question: { kind: 'network', id: 'network' }, network: { asked, content } }));
    },
    /** Runs a saved list of analyses: the first is the answer, the others stand beside it. */
    runRecipe: (recipe: Recipe) => {
      const { figures, ...looked } = pageRunOf(recipe);
      const [{ kind, id }] = figures;
      const question = looked.guided ? { kind: 'guided' as const, id: looked.guided } : { kind, id };
      return workThrough(
        figures,
        setup.get(),
        (now) => ({ ...now, question }),
        (_, answer, at) => (at === 0 ? { question, ...looked, answer } : beside(last.get(), answer)),
      );
    },
    /** What rank intervals of the answer rest on. */
    settle: (settings: ParameterValues) => last.set((now) => ({ ...now, settings })),
    /** Which set of key players is asked for. */
    askKeyPlayers: (keyPlayers: NonNullable<Asked['keyPlayers']>) => last.set((now) => ({ ...now, keyPlayers })),
    /** How the answer is looked at. */
    show: (view: AnswerView) => last.set((now) => ({ ...now, view })),
    /** Puts a measure beside the answer. */
    addColumn: (id: string, over: Partial<Setup> = {}, parameters: ParameterValues = {}) =>
      workThrough([{ kind: 'measure', id, parameters, setup: over }], setup.get(), (now) => now, beside),
    removeColumn: (column: MeasureAnswer) =>
      last.set((now) => ({ ...now, columns: (now.columns ?? []).filter((c) => c !== column) })),
    removeGroups: () => last.set(({ groups: _, ...now }) => now),
    /** Works all that is shown out anew, each as it was asked. */
    askAgain: () => {
      const now = last.get();
      const all = [now.answer, ...(now.columns ?? []), now.groups].filter((a) => a !== undefined);
      return workThrough(
        all.map((a) => ({ kind: a.kind, id: a.id, parameters: a.result.parameters, asked: a.asked })),
        setup.get(),
        (x) => x,
        (x, answer, at) => {
          if (at === 0) return { ...x, answer };
          if (answer.kind === 'groups') return { ...x, groups: answer };
          return { ...x, columns: (x.columns ?? []).map((c, i) => (i === at - 1 ? answer : c)) };
        },
      );
    },
  };
}
