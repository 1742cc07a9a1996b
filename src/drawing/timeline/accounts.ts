import type { CaseState } from '#domain/change/case-state';
import { isLinkTypeId, linkType } from '#domain/link-types/index';
import type { CaseRecord, Id } from '#domain/record';
import type { Span } from '#domain/time/span';

/** One telling of when something was. */
export interface Account {
  /** The record that tells it; of a merged one that is gone, the record that stands for it. */
  readonly record: Id;
  readonly span: Span | undefined;
  /** Sources that say so (or, of a denial, that say it was not). */
  readonly sources: readonly Id[];
  readonly says: 'yes' | 'no';
}

/**
 * What is told in two ways. `merged`: records became one that were dated differently. `same`: two records are (perhaps) the same thing and dated
 * differently. `denied`: one source says yes, another no.
 */
export interface Conflict {
  readonly id: string;
  readonly kind: 'merged' | 'same' | 'denied';
  readonly about: Id;
  readonly accounts: readonly Account[];
}

const spanOf = (r: CaseRecord | undefined): Span | undefined =>
  r?.kind === 'entity' || r?.kind === 'link' ? r.span : undefined;

const sameTime = (a: Span | undefined, b: Span | undefined): boolean =>
  a?.earliest === b?.earliest &&
  a?.latest === b?.latest &&
  (a?.zone ?? '') === (b?.zone ?? '') &&
  a?.extent === b?.extent;

function saying(state: CaseState, record: Id, says: 'yes' | 'no', timeOnly: boolean): Id[] {
  const out = new Set<Id>();
  for (const id of state.statementsAbout(record)) {
    const s = state.find('statement', id);
    if (s?.says !== says) continue;
    if (s.about.field === undefined || s.about.field === 'span' || !timeOnly) out.add(s.source);
  }
  return [...out];
}

/** Everything dated that is told in more than one way, in order of the record it is about. */
export function conflictsOf(state: CaseState): readonly Conflict[] {
  const out: Conflict[] = [];
  for (const merge of state.allOf('merge')) {
    if (!state.entity(merge.survivor)) continue;
    const before = (id: Id) => merge.touched.find((t) => t.id === id)?.before;
    const [kept, gone] = [spanOf(before(merge.survivor)), spanOf(before(merge.absorbed))];
    if (!kept || !gone || sameTime(kept, gone)) continue;
    // Statements moved to the survivor with the merge: who said which is in the merge's own record.
    const sourcesOf = (id: Id) => [
      ...new Set(
        merge.touched.flatMap(({ before: b }) =>
          b?.kind === 'statement' && b.about.record === id && b.says === 'yes' ? [b.source] : [],
        ),
      ),
    ];
    const absorbed = sourcesOf(merge.absorbed);
    const own = saying(state, merge.survivor, 'yes', true).filter((s) => !absorbed.includes(s));
    out.push({
      id: merge.id,
      kind: 'merged',
      about: merge.survivor,
      accounts: [
        { record: merge.survivor, span: kept, sources: own, says: 'yes' },
        { record: merge.survivor, span: gone, sources: absorbed, says: 'yes' },
      ],
    });
  }
  for (const link of state.allOf('link')) {
    if (!isLinkTypeId(link.type) || !linkType(link.type).identity) continue;
    const [a, b] = [state.entity(link.from), state.entity(link.to)];
    if (!a?.span || !b?.span || sameTime(a.span, b.span)) continue;
    out.push({
      id: link.id,
      kind: 'same',
      about: a.id,
      accounts: [a, b].map((e) => ({
        record: e.id,
        span: e.span,
        sources: saying(state, e.id, 'yes', true),
        says: 'yes',
      })),
    });
  }
  const seen = new Set<Id>();
  for (const s of state.allOf('statement')) {
    const { record, field } = s.about;
    if (s.says !== 'no' || seen.has(record) || (field !== undefined && field !== 'span')) continue;
    const span = spanOf(state.get(record));
    if (!span) continue;
    seen.add(record);
    out.push({
      id: `${record}!`,
      kind: 'denied',
      about: record,
      accounts: [
        { record, span, sources: saying(state, record, 'yes', true), says: 'yes' },
        { record, span, sources: saying(state, record, 'no', true), says: 'no' },
      ],
    });
  }
  return out.sort((x, y) => (x.about < y.about ? -1 : x.about > y.about ? 1 : x.id < y.id ? -1 : 1));
}
