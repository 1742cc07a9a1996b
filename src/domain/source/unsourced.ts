import type { CaseState } from '../change/case-state.ts';
import type { Entity } from '../entity/entity.ts';
import type { Link } from '../link/link.ts';
import type { CaseRecord } from '../record.ts';

/**
 * Links and events say that something is or was so, and therefore need a source. Other entities are what is spoken of: they
 * may have a basis of their own and need none.
 */
export function asserts(record: CaseRecord): record is Entity | Link {
  return record.kind === 'link' || (record.kind === 'entity' && record.type === 'event');
}

/** A link or event that no statement is about and no imported row is behind: a flaw, marked and counted wherever it is shown. */
export function isUnsourced(state: CaseState, record: CaseRecord): boolean {
  return asserts(record) && !record.basis?.length && state.statementsAbout(record.id).size === 0;
}

/** How many links and events among these records are unsourced: of a case, or of what a chart shows. */
export function countUnsourced(state: CaseState, records: Iterable<CaseRecord>): number {
  let unsourced = 0;
  for (const record of records) if (isUnsourced(state, record)) unsourced++;
  return unsourced;
}
