import type { Direction, Link, Strength } from '#domain/link/link';
import { type LinkTypeId, linkType } from '#domain/link-types/index';
import type { Id } from '#domain/record';
import { newId } from '#queries/ids';

const DIRECTIONS: readonly Direction[] = ['none', 'forward', 'back', 'both'];
const STRENGTHS: readonly Strength[] = ['confirmed', 'unconfirmed', 'tentative'];
const after = <T>(list: readonly T[], now: T): T => list[(list.indexOf(now) + 1) % list.length]!;

/** What the key for the direction makes of it, and that for the strength. */
export const nextDirection = (now: Direction): Direction => after(DIRECTIONS, now);
export const nextStrength = (now: Strength): Strength => after(STRENGTHS, now);

/** A link as it is drawn by hand; `reversed` turns it to run from `to`. */
export function drawnLink(from: Id, to: Id, type: LinkTypeId, wording: string | undefined, reversed: boolean): Link {
  return {
    id: newId(),
    kind: 'link',
    type,
    ...(wording !== undefined && { wording }),
    from: reversed ? to : from,
    to: reversed ? from : to,
    direction: linkType(type).directed ? 'forward' : 'none',
    // Nobody has said it yet: a source makes it more, or less.
    strength: 'unconfirmed',
  };
}
