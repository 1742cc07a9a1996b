import type { CaseState } from '../change/case-state.ts';
import type { Step } from '../change/step.ts';
import type { Group } from '../chart/group.ts';
import { command, type Refusal } from './command.ts';
import { gone } from './edit.ts';

/** Steps that fold or unfold groups; those that are so already are left alone. */
export function planFold(state: CaseState, groups: readonly string[], folded: boolean): readonly Step[] | Refusal {
  const steps: Step[] = [];
  for (const id of new Set(groups)) {
    const before = state.find('group', id);
    if (!before) return gone(id);
    if (Boolean(before.folded) === folded) continue;
    const { folded: _, ...open } = before;
    const after: Group = folded ? { ...open, folded: true } : open;
    steps.push({ id, before, after });
  }
  return steps;
}

/** Draws groups as one item each in place of their members. Nobody's place is touched: that is what unfolding goes back to. */
export const foldGroup = command({
  id: 'fold-group',
  plan: (state, payload: { groups: readonly string[] }) => planFold(state, payload.groups, true),
});
