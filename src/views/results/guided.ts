import type { CaseState } from '#domain/change/case-state';
import { isTie } from '#domain/link-types/index';
import type { GroupingName } from '#queries/groupings';
import { inQuestion } from '../answer-scope.ts';
import type { Answer, AnswerView, GuidedId } from '../last-answer.ts';
import type { Setup } from './setup.ts';

/** One figure of a guided question: which, and where its graph differs from what was asked. */
export interface Step {
  readonly kind: Answer['kind'];
  readonly id: string;
  readonly setup?: Partial<Setup>;
  /** Over the links the form does not ask for alone: confirmed ones where it asks for all, all where it asks for those. */
  readonly otherwise?: true;
  /** By what entities are grouped, where the figure is worked out within each group alone. */
  readonly within?: GroupingName;
}

/** A question in plain words, and the figures that answer it: the first is the answer, the others stand beside it. */
export interface Guided {
  readonly id: GuidedId;
  readonly steps: readonly Step[];
  /** It is about the answer that is there, and works out no other. */
  readonly aboutAnswer?: true;
  readonly view?: AnswerView;
}

const between: Step = { kind: 'measure', id: 'betweenness' };
/** The same over other links: whether the first stays first is part of every answer. */
const betweenOtherwise: Step = { ...between, otherwise: true };
const links: Step = { kind: 'measure', id: 'degree' };

/** For people who do not know the names of measures. Ids are part of message keys: `guided.<id>.question`. */
export const guidedQuestions: readonly Guided[] = [
  { id: 'missed', steps: [between, betweenOtherwise] },
  { id: 'messages', steps: [between, betweenOtherwise, { kind: 'groups', id: 'leiden' }] },
  { id: 'quiet', steps: [between, betweenOtherwise, links, { ...links, otherwise: true }] },
  { id: 'crew', steps: [{ kind: 'groups', id: 'leiden' }] },
  // Key players are looked for over the graph of this figure; it is no part of the answer, and takes no time.
  { id: 'key', steps: [links] },
  { id: 'sure', steps: [], aboutAnswer: true, view: 'intervals' },
];

export const guidedById = (id: string | undefined): Guided | undefined => guidedQuestions.find((g) => g.id === id);

/**
 * Whether "who" is best asked of those in question alone: most of them have a link with another. Where they are linked through phones, accounts or
 * events instead, leaving those out would leave nothing.
 */
export function actorsAreLinked(state: CaseState): boolean {
  const actors = new Set<string>();
  for (const e of state.allOf('entity')) if (inQuestion(e)) actors.add(e.id);
  const linked = new Set<string>();
  for (const l of state.allOf('link')) {
    if (!isTie(l.type) || l.from === l.to || !actors.has(l.from) || !actors.has(l.to)) continue;
    linked.add(l.from);
    linked.add(l.to);
  }
  return linked.size * 2 > actors.size;
}
