import type { Statement } from '../statement/statement.ts';
import { command } from './command.ts';
import { type Edit, planEdit } from './edit.ts';

/** Locator, yes/no, notes of a statement; what it is about and whose it is never change. */
export const editStatement = command({
  id: 'edit-statement',
  plan(state, payload: Edit<Statement>) {
    const { locator, says, notes } = payload.set ?? {};
    return planEdit(state, 'statement', {
      id: payload.id,
      set: { ...(locator && { locator }), ...(says && { says }), ...(notes !== undefined && { notes }) },
      clear: (payload.clear ?? []).filter((k) => k === 'locator' || k === 'notes'),
    });
  },
});
