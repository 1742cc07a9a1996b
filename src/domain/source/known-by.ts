import type { CaseState } from '../change/case-state.ts';
import type { Entity } from '../entity/entity.ts';
import type { Link } from '../link/link.ts';
import type { Id } from '../record.ts';
import { bounds } from '../time/bounds.ts';

/** What was known at an instant: which sources had come in, and what they spoke of. */
export interface KnownBy {
  source(id: Id): boolean;
  link(link: Link): boolean;
  entity(entity: Entity): boolean;
}

/**
 * What a case knew before an instant (`until`, ms, exclusive). A source is known once all of the day, month or hour it was received in is over; one
 * without a readable date of receipt from when it was recorded in the log, which `recorded` tells of any record.
 *
 * A link or event is known with the first known source that says it was so; only where none ever says so, with the first that denies it. One
 * without any source counts from when it was recorded. Anybody and anything else is known with the first known source that speaks of it, with the
 * first known link, or, where no source speaks of it, from when it was recorded.
 */
export function knownBy(state: CaseState, until: number, recorded: (id: Id) => boolean): KnownBy {
  const zone = state.properties?.zone ?? 'UTC';
  const sources = new Map<Id, boolean>();
  const links = new Map<Id, boolean>();
  const source = (id: Id): boolean => {
    let known = sources.get(id);
    if (known === undefined) {
      const received = state.find('source', id)?.received;
      const b = received === undefined ? undefined : bounds({ earliest: received, latest: received }, zone);
      known = b ? b.to <= until : recorded(id);
      sources.set(id, known);
    }
    return known;
  };
  /** Sources that speak of a record: those that say yes, else those that say no; undefined where none does. */
  const spoken = (record: Link | Entity): readonly Id[] | undefined => {
    const yes = (record.basis ?? []).map((b) => b.source);
    const no: Id[] = [];
    for (const id of state.statementsAbout(record.id)) {
      const s = state.find('statement', id);
      if (s) (s.says === 'yes' ? yes : no).push(s.source);
    }
    const out = yes.length > 0 ? yes : no;
    return out.length > 0 ? out : undefined;
  };
  const assertion = (record: Link | Entity): boolean => spoken(record)?.some(source) ?? recorded(record.id);
  const link = (l: Link): boolean => {
    let known = links.get(l.id);
    if (known === undefined) {
      known = assertion(l);
      links.set(l.id, known);
    }
    return known;
  };
  return {
    source,
    link,
    entity(e) {
      if (e.type === 'event') return assertion(e);
      const own = spoken(e);
      if (own?.some(source)) return true;
      for (const id of state.linksOf(e.id)) {
        const l = state.link(id);
        if (l && link(l)) return true;
      }
      return own === undefined && recorded(e.id);
    },
  };
}

/** Records whose time in the log decides: sources without a readable date of receipt, and what no source speaks of. */
export function datedByLog(state: CaseState): Id[] {
  const zone = state.properties?.zone ?? 'UTC';
  const out: Id[] = [];
  for (const s of state.allOf('source'))
    if (s.received === undefined || !bounds({ earliest: s.received, latest: s.received }, zone)) out.push(s.id);
  for (const kind of ['entity', 'link'] as const)
    for (const r of state.allOf(kind)) if (!r.basis?.length && state.statementsAbout(r.id).size === 0) out.push(r.id);
  return out;
}
