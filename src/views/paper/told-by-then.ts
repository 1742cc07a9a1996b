import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { type Conflict, conflictsOf } from '#drawing/timeline/accounts';
import type { TimeMarks } from '#drawing/timeline/marks';
import type { ChartDate } from '#session/filter';
import { sourcesAt } from '../at-date.ts';

/** What a sheet tells in more than one way, of the sources that count at its date. */
export interface Told {
  /** Records of which two accounts count. */
  readonly contested: ReadonlySet<Id>;
  /** Without the other times that only sources tell which came in later. */
  readonly kept: (marks: TimeMarks) => TimeMarks;
}

export function toldByThen(state: CaseState, at: ChartDate | undefined): Told {
  const counts = at && sourcesAt(at, state);
  const conflicts = conflictsOf(state);
  const contested = new Set<Id>();
  const late = new Set<string>();
  for (const c of conflicts) {
    const told = c.accounts.map((_, i) => !counts || countsAt(state, c, i, counts));
    if (told.filter(Boolean).length > 1) for (const a of c.accounts) contested.add(a.record);
    // The mark of a merged time is that of its second account.
    if (c.kind === 'merged' && !told[1]) late.add(c.id);
  }
  const early = (list: TimeMarks['dated']) => list.filter((m) => m.kind !== 'account' || !late.has(m.key));
  return { contested, kept: ({ dated, undated }) => ({ dated: early(dated), undated: early(undated) }) };
}

/** Whether a source says so that counts: of those stated, or, where none is, of the imported rows. What nobody says was entered by hand, and counts. */
function countsAt(state: CaseState, conflict: Conflict, nth: number, counts: (source: Id) => boolean): boolean {
  const { record, sources } = conflict.accounts[nth]!;
  if (sources.length > 0) return sources.some(counts);
  const merge = conflict.kind === 'merged' ? state.find('merge', conflict.id) : undefined;
  const own = nth === 0 ? merge?.survivor : merge?.absorbed;
  const teller = merge ? merge.touched.find((t) => t.id === own)?.before : state.get(record);
  const basis = teller && 'basis' in teller ? (teller.basis ?? []) : [];
  return basis.length === 0 || basis.some((b) => counts(b.source));
}
