import { command } from './command.ts';
import { planFold } from './fold-group.ts';

/** Draws the members of folded groups again, where they were; where the group was moved meanwhile, they have moved with it. */
export const unfoldGroup = command({
  id: 'unfold-group',
  plan: (state, payload: { groups: readonly string[] }) => planFold(state, payload.groups, false),
});
