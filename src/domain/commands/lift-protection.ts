import { isProtected } from '../entity/entity.ts';
import { command } from './command.ts';
import { planEdit } from './edit.ts';

/** Shows the name of a protected person from now on. The reason stays in the log with the change's payload. */
export const liftProtection = command({
  id: 'lift-protection',
  plan(state, payload: { id: string; reason: string }) {
    if (payload.reason.trim() === '') return { refused: 'reason-missing' };
    const entity = state.entity(payload.id);
    if (entity && !isProtected(entity)) return { refused: 'not-protected' };
    return planEdit(state, 'entity', { id: payload.id, set: { protection: 'lifted' } });
  },
});
