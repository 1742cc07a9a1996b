import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import type { Derivation, GraphRequest, Scope } from '#queries/analysis';
import { besideContent, figureContent } from '#queries/figures';
import type { OpenCase } from '#queries/open-case';
import type { BestSetsAnswer, CurvesAnswer, WhatIfAnswer } from '#queries/what-if';
import type { Filter } from '#session/filter';
import { type Signal, signal } from '#session/signal';
import { protectedIn, scopeOf } from './answer-scope.ts';

/** Which records the questions of the room are asked of. */
export interface Setting {
  readonly scope: Exclude<Scope['kind'], 'selection'>;
  readonly actorsOnly: boolean;
  readonly confirmedOnly: boolean;
  /** Events are entities too; of no matter where only those in question are. */
  readonly events: boolean;
}

/** A setting, and what "this chart" and "the filter" meant when something was asked. */
export interface AskedSetting extends Setting {
  readonly chart: Id | undefined;
  readonly filter: Filter;
}

/** An answer with what it was computed from (`contentsOf`), so that it can be told when that has changed. */
export interface Kept<A> {
  readonly answer: A;
  readonly content: string;
  readonly asked: AskedSetting;
  /** Links the graph was packed from, and how many of them were not confirmed. */
  readonly links: { readonly weak: number; readonly of: number };
}

/** What came of the questions asked of a case while it is open. */
export interface WhatIfAnswers {
  /** `without`: who and what was thought away then. */
  readonly compared?: Kept<WhatIfAnswer> & { readonly without: readonly Id[] };
  readonly curves?: Kept<CurvesAnswer>;
  readonly sets?: Kept<BestSetsAnswer> & { readonly spared: number };
}

/** What is thought away in a case and what came of it, while the case is open. Nothing of it is written anywhere. */
export interface Thought extends WhatIfAnswers {
  readonly setting: Setting;
  /** Entities and links, in the order they were taken. */
  readonly removed: readonly Id[];
  readonly size: number;
}

const kept = new WeakMap<OpenCase, Signal<Thought>>();

/** The chart may be looked at meanwhile, and a sheet follows. */
export function thoughtOf(open: OpenCase): Signal<Thought> {
  let found = kept.get(open);
  if (!found) {
    found = signal<Thought>({
      setting: { scope: 'case', actorsOnly: true, confirmedOnly: false, events: false },
      removed: [],
      size: 3,
    });
    kept.set(open, found);
  }
  return found;
}

/** Directions and weights play no part here: who can reach whom over any chain of links. */
const PLAIN = { direction: 'ignore', weights: 'none' } as const;

/** The graph of a setting as the case is now. */
export function requestOf(
  state: CaseState,
  { scope: kind, ...asked }: AskedSetting,
  revision: number,
): GraphRequest & { readonly content: string } {
  const scope = scopeOf(state, { kind, chosen: [], ...asked });
  return { scope, ...PLAIN, revision, content: figureContent(state, { scope, ...PLAIN }) };
}

/** What each answer of this room rests on: its graph, and beside it what goes by type of link, and who is not to be proposed. */
export function contentsOf(
  state: CaseState,
  graph: ReturnType<typeof requestOf>,
): Readonly<Record<'compared' | 'curves' | 'sets', string>> {
  const { content, scope } = graph;
  return {
    compared: `${content}.${besideContent(state, scope, undefined, (l) => l.type)}`,
    curves: content,
    sets: `${content}.${protectedIn(state, graph).sort().join()}`,
  };
}

/** The first answer that rests on what the case is no longer, each asked anew of what it was asked of. */
export function firstStale(state: CaseState, answers: WhatIfAnswers): Kept<Derivation> | undefined {
  return (['compared', 'sets', 'curves'] as const)
    .map((kind) => {
      const k = answers[kind];
      return k && contentsOf(state, requestOf(state, k.asked, 0))[kind] !== k.content ? k : undefined;
    })
    .find((k) => k !== undefined);
}
