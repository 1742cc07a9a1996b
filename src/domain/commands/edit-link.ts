import type { Link } from '../link/link.ts';
import { command } from './command.ts';
import { type Edit, planEdit } from './edit.ts';

/** Any field of a link but its ends. */
export const editLink = command({
  id: 'edit-link',
  plan(state, payload: Edit<Link>) {
    const set = { ...payload.set };
    delete set.from;
    delete set.to;
    return planEdit(state, 'link', {
      id: payload.id,
      set,
      clear: (payload.clear ?? []).filter((k) => k !== 'from' && k !== 'to'),
    });
  },
});
