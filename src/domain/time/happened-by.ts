import type { CaseState } from '../change/case-state.ts';
import type { Entity } from '../entity/entity.ts';
import type { Link } from '../link/link.ts';
import type { Id } from '../record.ts';
import { type Bounds, bounds } from './bounds.ts';
import type { Span } from './span.ts';

/** What had happened before an instant, everything before it included. */
export interface HappenedBy {
  link(link: Link): boolean;
  entity(entity: Entity): boolean;
}

/**
 * What had begun before an instant (`until`, ms, exclusive), as far as its stated time says; what only may have begun, counts. A link without a time of
 * its own has that of the events it leads to. `undated`: whether what has no time at all counts. Anybody and anything but an event is there with the
 * first of its links, and, without any link in the case, from the start.
 */
export function happenedBy(state: CaseState, until: number, undated: boolean): HappenedBy {
  const zone = state.properties?.zone ?? 'UTC';
  const begun = (span: Span | undefined): boolean | undefined => {
    const b = bounds(span, zone);
    return b && b.from < until;
  };
  const entities = new Map<Id, boolean | undefined>();
  const begunEntity = (id: Id): boolean | undefined => {
    if (!entities.has(id)) entities.set(id, begun(state.entity(id)?.span));
    return entities.get(id);
  };
  const links = new Map<Id, boolean>();
  const link = (l: Link): boolean => {
    let known = links.get(l.id);
    if (known === undefined) {
      const ends = [begunEntity(l.from), begunEntity(l.to)];
      // Nobody takes part in what has not begun, whenever the source dates the part.
      known = !ends.includes(false) && (begun(l.span) ?? (ends.includes(true) || undated));
      links.set(l.id, known);
    }
    return known;
  };
  return {
    link,
    entity(e) {
      const own = begunEntity(e.id);
      if (own !== undefined) return own;
      const all = state.linksOf(e.id);
      if (all.size === 0) return e.type !== 'event' || undated;
      for (const id of all) {
        const l = state.link(id);
        if (l && link(l)) return true;
      }
      return false;
    },
  };
}

/** Instants at which something begins, ms, each once, in order: where the picture changes. Open and undated beginnings are left out. */
export function beginnings(state: CaseState): readonly number[] {
  const zone = state.properties?.zone ?? 'UTC';
  const out = new Set<number>();
  const add = (b: Bounds | undefined): void => {
    if (b && Number.isFinite(b.from)) out.add(b.from);
  };
  for (const l of state.allOf('link')) add(bounds(l.span, zone));
  for (const e of state.allOf('entity')) add(bounds(e.span, zone));
  return [...out].sort((a, b) => a - b);
}
