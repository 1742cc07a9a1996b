import type { CaseProperties } from '../case/case-properties.ts';
import { command } from './command.ts';
import { type Edit, planEdit } from './edit.ts';

/** Title, reference, marking, unit, zone, period, stages. `caseId` stays what it was. */
export const editCaseProperties = command({
  id: 'edit-case-properties',
  plan(state, payload: Omit<Edit<CaseProperties>, 'id'>) {
    const caseId = state.properties?.caseId;
    if (!caseId) return { refused: 'record-gone', detail: { id: 'case' } };
    return planEdit(state, 'case', { ...payload, id: 'case', set: { ...payload.set, caseId } });
  },
});
