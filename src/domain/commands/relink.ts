import { command } from './command.ts';
import { gone, planEdit } from './edit.ts';

/** Moves one or both ends of a link to other entities; its basis and everything else stay. */
export const relink = command({
  id: 'relink',
  plan(state, payload: { id: string; from?: string; to?: string }) {
    for (const end of [payload.from, payload.to]) if (end && !state.entity(end)) return gone(end);
    return planEdit(state, 'link', {
      id: payload.id,
      set: { ...(payload.from && { from: payload.from }), ...(payload.to && { to: payload.to }) },
    });
  },
});
