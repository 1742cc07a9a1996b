import type { Group } from '../chart/group.ts';
import { command } from './command.ts';
import { type Edit, gone, planEdit } from './edit.ts';

/** Name, members, strength, colour of a group. */
export const editGroup = command({
  id: 'edit-group',
  plan(state, payload: Edit<Group>) {
    for (const m of payload.set?.members ?? []) if (!state.entity(m)) return gone(m);
    return planEdit(state, 'group', payload);
  },
});
