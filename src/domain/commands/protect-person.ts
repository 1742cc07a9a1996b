import { command, isRefusal } from './command.ts';
import { planEdit } from './edit.ts';
import { PseudonymRegister } from './protection.ts';

/** Protects a person, or restores a protection that was lifted; the pseudonym used before comes back. */
export const protectPerson = command({
  id: 'protect-person',
  plan(state, payload: { id: string }) {
    const plan = planEdit(state, 'entity', { id: payload.id, set: { protection: 'protected' } });
    if (isRefusal(plan)) return plan;
    const register = new PseudonymRegister(state);
    return plan.map((s) => (s.after?.kind === 'entity' ? { ...s, after: register.cover(s.after) } : s));
  },
});
