import type { CaseRecord, Id } from '../record.ts';

/** One record before and after. `null` before = made; `null` after = removed. */
export interface Step {
  readonly id: Id;
  readonly before: CaseRecord | null;
  readonly after: CaseRecord | null;
}

/** undo ∘ do = identity: inverted steps run in reverse order. */
export function invert(steps: readonly Step[]): Step[] {
  return steps.map((s) => ({ id: s.id, before: s.after, after: s.before })).reverse();
}
