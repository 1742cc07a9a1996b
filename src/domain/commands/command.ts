import type { CaseState } from '../change/case-state.ts';
import type { Step } from '../change/step.ts';

/** A plan that cannot be carried out, told by code; `detail` fills the message of that code. */
export interface Refusal {
  readonly refused: string;
  readonly detail?: Readonly<Record<string, string | number>>;
}

/**
 * An act of the analyst. `plan` is pure: no clock, no randomness; ids, times and salts arrive in the payload.
 * It reads the state and returns the steps, or says why not; it never alters the state.
 */
export interface Command<Id extends string, P> {
  readonly id: Id;
  plan(state: CaseState, payload: P): readonly Step[] | Refusal;
}

export function isRefusal(plan: readonly Step[] | Refusal): plan is Refusal {
  return 'refused' in plan;
}

/** Keeps the literal id and the payload type of a command definition. */
export function command<const I extends string, P>(definition: Command<I, P>): Command<I, P> {
  return definition;
}
