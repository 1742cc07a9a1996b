import type { Grade } from '../source/source.ts';
import { command } from './command.ts';
import { planEdit } from './edit.ts';

/** Gives a statement a grade of its own, or takes it away so that the source's grade holds again. */
export const regradeStatement = command({
  id: 'regrade-statement',
  plan: (state, payload: { id: string; grade?: Grade; reason?: string }) =>
    planEdit(
      state,
      'statement',
      payload.grade ? { id: payload.id, set: { grade: payload.grade } } : { id: payload.id, clear: ['grade'] },
    ),
});
