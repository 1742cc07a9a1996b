import type { Source } from '../source/source.ts';
import { command } from './command.ts';
import { type Edit, planEdit } from './edit.ts';

/** Reference, text, received, handling …; a new grade is a regrading and has its own command. */
export const editSource = command({
  id: 'edit-source',
  plan(state, payload: Edit<Source>) {
    const set = { ...payload.set };
    delete set.grade;
    return planEdit(state, 'source', {
      id: payload.id,
      set,
      clear: (payload.clear ?? []).filter((k) => k !== 'grade'),
    });
  },
});
