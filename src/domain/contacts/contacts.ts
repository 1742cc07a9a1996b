import type { CaseState } from '../change/case-state.ts';
import type { Link } from '../link/link.ts';
import type { Id } from '../record.ts';
import { borneOutBy } from '../source/borne-out-by.ts';
import { type Bounds, bounds, compareSpans } from '../time/bounds.ts';
import { surelyTouches, usualExtent } from '../time/extent.ts';

export interface Contact {
  readonly link: Link;
  /** The other end. */
  readonly with: Id;
  /** Sources that say so: of statements (yes) and imported rows. */
  readonly sources: readonly Id[];
  /** It surely touched the window; false where it only may have, and for the undated. */
  readonly sure: boolean;
}

export interface Contacts {
  /** Dated contacts that may fall in the window, in order of time. */
  readonly dated: readonly Contact[];
  /** Contacts without a date: they may or may not fall in it. */
  readonly undated: readonly Contact[];
}

/**
 * "Who was in contact with X between these dates, in order, with sources." `from` and `to` are epoch milliseconds; a missing one
 * leaves that side open. An uncertain span counts when any part of it may fall in the window.
 */
export function contactsOf(
  state: CaseState,
  entity: Id,
  window: { readonly from?: number; readonly to?: number },
): Contacts {
  const zone = state.properties?.zone ?? 'Etc/UTC';
  const asked: Bounds = {
    from: window.from ?? Number.NEGATIVE_INFINITY,
    to: window.to === undefined ? Number.POSITIVE_INFINITY : window.to + 1,
  };
  const dated: Contact[] = [];
  const undated: Contact[] = [];
  for (const id of state.linksOf(entity)) {
    const link = state.link(id)!;
    const b = bounds(link.span, zone);
    const contact = {
      link,
      with: link.from === entity ? link.to : link.from,
      sources: [...borneOutBy(state, link)],
      sure: surelyTouches(link.span, usualExtent(link, state), asked, zone),
    };
    if (!b) undated.push(contact);
    else if ((window.from === undefined || b.to > window.from) && (window.to === undefined || b.from <= window.to))
      dated.push(contact);
  }
  dated.sort((a, b) => compareSpans(a.link.span, b.link.span, zone) || (a.link.id < b.link.id ? -1 : 1));
  return { dated, undated };
}
