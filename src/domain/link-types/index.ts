import { associate } from './associate.ts';
import { bribed } from './bribed.ts';
import { called } from './called.ts';
import { crewed } from './crewed.ts';
import { directs } from './directs.ts';
import { employs } from './employs.ts';
import { family } from './family.ts';
import { harboured } from './harboured.ts';
import type { LinkType } from './link-type.ts';
import { member } from './member.ts';
import { messaged } from './messaged.ts';
import { met } from './met.ts';
import { owns } from './owns.ts';
import { paid } from './paid.ts';
import { participatedIn } from './participated-in.ts';
import { possiblySameAs } from './possibly-same-as.ts';
import { recruited } from './recruited.ts';
import { residesAt } from './resides-at.ts';
import { sameAs } from './same-as.ts';
import { seenAt } from './seen-at.ts';
import { subscriber } from './subscriber.ts';
import { suppliedDocument } from './supplied-document.ts';
import { transported } from './transported.ts';
import { travelledOn } from './travelled-on.ts';
import { unknown } from './unknown.ts';
import { uses } from './uses.ts';

export type { LinkType } from './link-type.ts';

/** In the order menus and legends show them. */
export const linkTypes = [
  associate,
  family,
  member,
  directs,
  employs,
  owns,
  uses,
  subscriber,
  called,
  messaged,
  paid,
  met,
  residesAt,
  seenAt,
  travelledOn,
  crewed,
  recruited,
  transported,
  harboured,
  suppliedDocument,
  bribed,
  participatedIn,
  sameAs,
  possiblySameAs,
  unknown,
] as const satisfies readonly LinkType[];

export type LinkTypeId = (typeof linkTypes)[number]['id'];

const byId: ReadonlyMap<string, LinkType> = new Map(linkTypes.map((t) => [t.id, t]));

/** The definition of a registered type. Throws for an id that is not registered: records are checked on their way in. */
export function linkType(id: LinkTypeId): LinkType & { readonly id: LinkTypeId } {
  const found = byId.get(id);
  if (!found) throw new RangeError('unregistered link type');
  return found as LinkType & { readonly id: LinkTypeId };
}

/** Whether a link is contact between two: “same as” is none, it says that two records may be one. Types that are not registered are ties. */
export function isTie(type: string): boolean {
  return byId.get(type)?.identity !== true;
}

export function isLinkTypeId(id: string): id is LinkTypeId {
  return byId.has(id);
}
