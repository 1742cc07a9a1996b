import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';

/** References of the sources that say so: of statements, and of imported rows. Of all, or of those that count. */
export function sourcesOf(state: CaseState, record: Id, counts: (source: Id) => boolean = () => true): string {
  const ids = new Set<Id>();
  for (const id of state.statementsAbout(record)) {
    const s = state.find('statement', id);
    if (s?.says === 'yes') ids.add(s.source);
  }
  const about = state.get(record);
  if (about && 'basis' in about) for (const b of about.basis ?? []) ids.add(b.source);
  return [...ids]
    .filter(counts)
    .map((id) => state.find('source', id)?.reference ?? '')
    .join(', ');
}
