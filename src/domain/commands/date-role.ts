import { canonicalText } from '../change/canonical.ts';
import type { RoleSpell } from '../entity/entity.ts';
import type { Span } from '../time/span.ts';
import { command } from './command.ts';
import { gone, planEdit } from './edit.ts';

/**
 * Gives one spell in a role another time, or none. A spell has no id: it is found by what it says, so that a list that was changed meanwhile never
 * has another spell altered in its place. Refused when no spell says that any more.
 */
export const dateRole = command({
  id: 'date-role',
  plan(state, payload: { readonly id: string; readonly spell: RoleSpell; readonly span?: Span }) {
    const entity = state.entity(payload.id);
    if (!entity) return gone(payload.id);
    const asked = canonicalText(payload.spell);
    const roles = entity.roles ?? [];
    const at = roles.findIndex((r) => canonicalText(r) === asked);
    if (at < 0) return { refused: 'role-moved-on' };
    const { span: _, ...rest } = payload.spell;
    const dated: RoleSpell = payload.span ? { ...rest, span: payload.span } : rest;
    return planEdit(state, 'entity', {
      id: payload.id,
      set: { roles: roles.map((r, i) => (i === at ? dated : r)) },
    });
  },
});
