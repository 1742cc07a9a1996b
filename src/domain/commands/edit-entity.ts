import type { Entity } from '../entity/entity.ts';
import { command, isRefusal } from './command.ts';
import { type Edit, planEdit } from './edit.ts';
import { PseudonymRegister } from './protection.ts';

/** Any field of an entity but its protection, which has commands of its own. */
export const editEntity = command({
  id: 'edit-entity',
  plan(state, payload: Edit<Entity>) {
    const before = state.entity(payload.id);
    const set = { ...payload.set };
    delete set.protection;
    const plan = planEdit(state, 'entity', {
      id: payload.id,
      set,
      clear: (payload.clear ?? []).filter((k) => k !== 'protection'),
    });
    if (isRefusal(plan) || !before) return plan;
    const register = new PseudonymRegister(state);
    return plan.map((s) => (s.after?.kind === 'entity' ? { ...s, after: register.cover(s.after) } : s));
  },
});
