import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { borneOutBy } from '#domain/source/borne-out-by';
import { sourceName } from './source-names.ts';

/** References of the sources that say so: of statements, and of imported rows. Of all, or of those that count. */
export function sourcesOf(state: CaseState, record: Id, counts: (source: Id) => boolean = () => true): string {
  const about = state.get(record);
  const ids = about && 'basis' in about ? borneOutBy(state, about) : borneOutBy(state, { id: record });
  return [...ids]
    .filter(counts)
    .map((id) => sourceName(state, id))
    .join(', ');
}
