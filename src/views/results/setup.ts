import type { Id } from '#domain/record';
import type { GraphRequest, Scope } from '#queries/analysis';
import type { OpenCase } from '#queries/open-case';
import type { Filter } from '#session/filter';
import { type Signal, signal } from '#session/signal';
import type { AskedGraph } from '../last-answer.ts';

/** What a question is asked of and how its graph is made: the options of every question, as data. */
export interface Setup {
  readonly scope: Scope['kind'];
  readonly confirmedOnly: boolean;
  readonly actorsOnly: boolean;
  readonly direction: GraphRequest['direction'];
  readonly weights: GraphRequest['weights'];
  /** The currency of `amount`. */
  readonly currency?: string;
  readonly twoMode?: NonNullable<GraphRequest['twoMode']>;
  readonly events: boolean;
}

export const PLAIN_SETUP: Setup = {
  scope: 'case',
  confirmedOnly: false,
  actorsOnly: false,
  direction: 'ignore',
  weights: 'none',
  events: false,
};

const kept = new WeakMap<OpenCase, Signal<Setup>>();

/** The options of a case, while it is open. */
export function setupOf(open: OpenCase): Signal<Setup> {
  let found = kept.get(open);
  if (!found) {
    found = signal<Setup>(PLAIN_SETUP);
    kept.set(open, found);
  }
  return found;
}

const settled = new WeakSet<OpenCase>();

/** Takes the options as they were set by hand; whether those in question alone are asked of is then nobody else's to change. */
export function settleSetup(open: OpenCase, next: Setup): void {
  const setups = setupOf(open);
  if (next.actorsOnly !== setups.get().actorsOnly) settled.add(open);
  setups.set(next);
}

/** Whether it was set by hand who is asked of: those in question alone, or all. */
export function isActorsSettled(open: OpenCase): boolean {
  return settled.has(open);
}

/** What is looked at when a question is asked. */
export interface Sight {
  readonly chosen: readonly Id[];
  readonly chart: Id | undefined;
  readonly filter: Filter;
}

/** The options together with what they are asked of, as an answer keeps them. */
export function askedWith(setup: Setup, sight: Sight): AskedGraph {
  const { scope, confirmedOnly, actorsOnly, direction, weights, currency } = setup;
  // Half a choice is none.
  const twoMode = setup.twoMode?.through ? setup.twoMode : undefined;
  const withEvents = setup.events || twoMode?.of === 'event' || twoMode?.through === 'event';
  return {
    ...sight,
    kind: scope,
    events: withEvents,
    ...(confirmedOnly && { confirmedOnly }),
    ...(actorsOnly && { actorsOnly }),
    // Two kinds are linked without arrows, by what they share, whatever links weigh.
    ...(twoMode
      ? { direction: 'ignore', weights: 'none', twoMode }
      : { direction, weights, ...(weights === 'amount' && currency !== undefined && { currency }) }),
  };
}

/** The options an answer was asked with. */
export function setupBehind(asked: AskedGraph): Setup {
  const { kind, confirmedOnly = false, actorsOnly = false, direction, weights, currency, twoMode, events } = asked;
  return {
    scope: kind,
    confirmedOnly,
    actorsOnly,
    direction,
    weights,
    events,
    ...(currency !== undefined && { currency }),
    ...(twoMode && { twoMode }),
  };
}
