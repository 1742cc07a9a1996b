import { useT } from '#i18n/react';
import type { ParameterValues } from '#queries/analysis';
import { useOpenCase } from '#queries/case-context';
import type { GroupingName } from '#queries/groupings';
import {
  type Answer,
  type AnswerView,
  type Asked,
  type LayeredMeasure,
  lastAsked,
  type MeasureAnswer,
  type NetworkAsked,
  USUAL_KEY_PLAYERS,
  type WholeKind,
  withinOf,
} from '../last-answer.ts';
import { actorsAreLinked, type Guided, type Step } from './guided.ts';
import type { PageRun } from './recipe.ts';
import { answeredAlone, beside, groupsOf, sameQuestion, whyNotSure } from './same-question.ts';
import { askedWith, isActorsSettled, type Setup, type Sight, setupOf } from './setup.ts';
import { useWork, type Wanted } from './use-work.ts';

const within = (grouping: GroupingName | undefined): Pick<Step, 'within'> =>
  grouping === undefined ? {} : { within: grouping };

/** Asks questions of a case: an answer takes the place of the one before, a column stands beside it. */
export function useAsking(sight: Sight) {
  const open = useOpenCase();
  const last = lastAsked(open);
  const { problem, long, workThrough, giveUp, refuse } = useWork(sight);
  const t = useT();
  const setup = setupOf(open);
  /** Looks at the answer that is there in another way, or says why it cannot be; `asSet` works the same measure out anew as the form stands. */
  const askAboutAnswer = ({ id, view = 'table' }: Guided, asSet: boolean): Promise<void> => {
    const now = last.get();
    const why = whyNotSure(now);
    refuse(why && t(why));
    const { answer } = now;
    if (why || answer?.kind !== 'measure') return Promise.resolve();
    if (now.guided === 'key') {
      last.set(({ keyPlayers = USUAL_KEY_PLAYERS, ...before }) => ({
        ...before,
        keyPlayers: { ...keyPlayers, sure: keyPlayers.sure ?? {} },
      }));
      return Promise.resolve();
    }
    const question = { kind: 'guided', id } as const;
    if (!asSet) {
      last.set((before) => ({ ...before, question, guided: id, view }));
      return Promise.resolve();
    }
    return workThrough(
      [{ kind: 'measure', id: answer.id, parameters: answer.result.parameters, ...groupsOf(answer) }],
      setup.get(),
      (before) => ({ ...before, question }),
      (before, anew) => answeredAlone(before, { guided: id, view, answer: anew }),
    );
  };
  return {
    problem,
    long,
    /** Answers a question by its measure. Columns put there by hand stay beside it. */
    ask: (
      kind: Answer['kind'],
      id: string,
      parameters: ParameterValues,
      grouping?: GroupingName,
      groups?: Wanted['groups'],
    ) =>
      workThrough(
        [{ kind, id, parameters, ...within(grouping), ...(groups && { groups }) }],
        setup.get(),
        ({ guided, columns, groups: standing, ...now }) => ({
          ...now,
          question: { kind, id },
          ...(guided === undefined && { ...(columns && { columns }), ...(standing && { groups: standing }) }),
        }),
        ({ columns = [], ...now }, answer) => ({
          ...now,
          answer,
          columns: columns.filter((c) => !sameQuestion(c, answer)),
        }),
      ),
    /**
     * Answers a question asked in plain words: the first figure is the answer, the others are columns beside it. Until somebody set who is asked of, it
     * is asked of those in question, and the form then says so; `asSet` asks it as the form stands.
     */
    askGuided: (guided: Guided, asSet = false) => {
      if (guided.aboutAnswer) return askAboutAnswer(guided, asSet);
      const view = guided.view ?? 'table';
      if (!asSet && !setup.get().actorsOnly && !isActorsSettled(open) && actorsAreLinked(open.snapshot().state))
        setup.set((now) => ({ ...now, actorsOnly: true }));
      const { confirmedOnly } = setup.get();
      return workThrough(
        guided.steps.map((step) => (step.otherwise ? { ...step, setup: { confirmedOnly: !confirmedOnly } } : step)),
        setup.get(),
        (now) => ({ ...now, question: { kind: 'guided', id: guided.id } }),
        (now, answer, at) => (at === 0 ? answeredAlone(now, { guided: guided.id, view, answer }) : beside(now, answer)),
      );
    },
    /** Asks for what is told of the network as a whole; its panel reads the case and works it out, and its job can be cancelled. */
    askWhole: (
      kind: WholeKind,
      id: string = kind,
      chosen: Pick<NetworkAsked, 'by' | 'groups' | 'layered'> | undefined = last.get().network,
    ) => {
      giveUp();
      last.set((now) => ({
        ...now,
        question: { kind, id },
        network: {
          whole: kind,
          asked: askedWith(setup.get(), sight),
          // What its groups are by, and which measure is told by kind of link, is chosen beside the figures: asking again keeps it.
          ...(kind === 'network' && chosen?.by !== undefined && { by: chosen.by }),
          ...(kind === 'network' && chosen?.groups && { groups: chosen.groups }),
          ...(kind === 'layers' && chosen?.layered && { layered: chosen.layered }),
        },
      }));
    },
    /** By what the figures of the network as a whole sort entities. */
    sortWhole: (by: GroupingName) =>
      last.set((now) => (now.network ? { ...now, network: { ...now.network, by } } : now)),
    /** What is worked out in each kind of link. */
    measureLayers: (layered: LayeredMeasure) =>
      last.set((now) => (now.network ? { ...now, network: { ...now.network, layered } } : now)),
    /** Runs analyses of a recipe: the first is the answer, the others stand beside it. */
    runRecipe: ({ figures, ...looked }: PageRun) => {
      const [{ kind, id }] = figures;
      const question = looked.guided ? { kind: 'guided' as const, id: looked.guided } : { kind, id };
      return workThrough(
        figures,
        setup.get(),
        (now) => ({ ...now, question }),
        (now, answer, at) => (at === 0 ? { question, ...looked, answer } : beside(now, answer)),
      );
    },
    /** What rank intervals of the answer rest on. */
    settle: (settings: ParameterValues) => last.set((now) => ({ ...now, settings })),
    /** By which slices of time the answer is followed. */
    slice: (slices: NonNullable<Asked['slices']>) => last.set((now) => ({ ...now, slices })),
    /** Which set of key players is asked for. */
    askKeyPlayers: (keyPlayers: NonNullable<Asked['keyPlayers']>) => {
      refuse(undefined);
      last.set((now) => ({ ...now, keyPlayers }));
    },
    /** How the answer is looked at. */
    show: (view: AnswerView) => {
      refuse(undefined);
      last.set((now) => ({ ...now, view }));
    },
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
        all.map((a) => ({
          kind: a.kind,
          id: a.id,
          parameters: a.result.parameters,
          asked: a.asked,
          ...within(withinOf(a)),
          ...groupsOf(a),
        })),
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
