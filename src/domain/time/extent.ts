import type { Entity } from '../entity/entity.ts';
import { isMomentaryEvent } from '../event-kinds/index.ts';
import type { Link } from '../link/link.ts';
import { isLinkTypeId, type LinkType, linkType } from '../link-types/index.ts';
import type { Id } from '../record.ts';
import { type Bounds, bounds } from './bounds.ts';
import { readMoment } from './moment.ts';
import type { Extent, Span } from './span.ts';
import { following, startOf, zoneOf } from './zone.ts';

export const EXTENTS = ['lasted', 'within'] as const satisfies readonly Extent[];

/** Whether a text is a meaning this program knows; a newer one may know more, and cases keep them. */
export function isExtent(text: string | undefined): text is Extent {
  return text === 'lasted' || text === 'within';
}

const ABOUT = /^\s*(about|around|approx|approximately|circa|c\.|ca\.)\s/i;

/**
 * How two different ends are read where nobody said: a call or a meeting happens at one moment, so its moment is not known; a membership, a stay, a
 * role and several calls summed in one link go on from the first to the last. Who took part did so as long as the event goes on: `state` has it.
 */
export function usualExtent(
  record: Entity | Link,
  state: { entity(id: Id): Pick<Entity, 'type' | 'eventKind'> | undefined },
): Extent {
  const happensAtOnce = (e: Pick<Entity, 'type' | 'eventKind'> | undefined) =>
    e?.type === 'event' && isMomentaryEvent(e.eventKind);
  if (record.kind === 'entity') return happensAtOnce(record) ? 'within' : 'lasted';
  if ((record.count ?? 1) > 1 || !isLinkTypeId(record.type)) return 'lasted';
  if (record.type === 'participated-in')
    return [record.to, record.from].some((id) => happensAtOnce(state.entity(id))) ? 'within' : 'lasted';
  return (linkType(record.type) as LinkType).momentary ? 'within' : 'lasted';
}

/**
 * What the ends of a span mean: as said; else `within` for "about …" and for one stated unit (some time on that day); else as usual for what it is
 * about.
 */
export function extentOf(span: Span, usual: Extent): Extent {
  if (isExtent(span.extent)) return span.extent;
  if (span.asStated !== undefined && ABOUT.test(span.asStated)) return 'within';
  return span.earliest !== undefined && span.earliest === span.latest ? 'within' : usual;
}

/**
 * The time during which it surely went on: from the last instant at which it may have begun to the first at which it may have ended. Nothing for
 * what happened at an unknown moment, for an open end, and where the two do not leave any.
 */
export function sureBounds(span: Span | undefined, usual: Extent, caseZone: string): Bounds | undefined {
  if (!span || extentOf(span, usual) !== 'lasted') return undefined;
  const zone = zoneOf(span.zone, caseZone);
  const begin = span.earliest === undefined ? undefined : readMoment(span.earliest);
  const end = span.latest === undefined ? undefined : readMoment(span.latest);
  if (!begin || !end) return undefined;
  // "Lasted the whole of that day": one unit said twice is all of it.
  if (span.earliest === span.latest) return bounds(span, caseZone);
  const from = startOf(following(begin), zone, 'later');
  const to = startOf(end, zone, 'earlier');
  return from < to ? { from, to } : undefined;
}

/** Whether it was surely going on, or surely happened, at some time of a window; false where it may lie outside, and for the undated. */
export function surelyTouches(span: Span | undefined, usual: Extent, window: Bounds, caseZone: string): boolean {
  const all = bounds(span, caseZone);
  if (!all) return false;
  if (all.from >= window.from && all.to <= window.to) return true;
  if (all.from >= window.to || all.to <= window.from) return false;
  const sure = sureBounds(span, usual, caseZone);
  return sure !== undefined && sure.from < window.to && window.from < sure.to;
}
