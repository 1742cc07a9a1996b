import type { CaseState } from '../change/case-state.ts';
import type { Described, Id } from '../record.ts';

/** Sources that say a record is so: those of its statements, and of the rows it was read from. Each once; whoever denies it is not among them. */
export function borneOutBy(state: CaseState, record: Described & { readonly id: Id }): ReadonlySet<Id> {
  const sources = new Set<Id>();
  for (const id of state.statementsAbout(record.id)) {
    const s = state.find('statement', id);
    if (s?.says === 'yes') sources.add(s.source);
  }
  for (const b of record.basis ?? []) sources.add(b.source);
  return sources;
}
