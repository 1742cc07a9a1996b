import type { Grade } from '../source/source.ts';
import { command } from './command.ts';
import { planEdit } from './edit.ts';

/** Grades a source again. The grade before stays in the log, and statements with a grade of their own keep it. */
export const regradeSource = command({
  id: 'regrade-source',
  plan: (state, payload: { id: string; grade?: Grade; handling?: string; reason?: string }) =>
    planEdit(state, 'source', {
      id: payload.id,
      set: {
        ...(payload.grade && { grade: payload.grade }),
        ...(payload.handling !== undefined && { handling: payload.handling }),
      },
      clear: payload.grade ? [] : ['grade'],
    }),
});
