import type { EntityTypeId } from '../entity-types/index.ts';
import { type LinkTypeId, linkType, linkTypes } from './index.ts';

/** How well a type fits two ends: 3 both named, 2 one named and the other free, 1 free at both ends, 0 not usual. */
function fitness(id: LinkTypeId, from: EntityTypeId, to: EntityTypeId): number {
  const type = linkType(id);
  const end = (usual: readonly EntityTypeId[], is: EntityTypeId) =>
    usual.length === 0 || is === 'unknown' ? 0.5 : usual.includes(is) ? 1.5 : Number.NEGATIVE_INFINITY;
  return Math.max(0, end(type.from, from) + end(type.to, to));
}

export interface LinkSuggestion {
  readonly type: LinkTypeId;
  /** The ends fit the other way round: the link would read from the second to the first. */
  readonly reversed: boolean;
  /** Usual between these two. The rest of the list is possible all the same. */
  readonly usual: boolean;
}

/**
 * Every link type, likeliest first: those usual between the two types (a type that puts the pair nearer the head of its own lists wins),
 * then the ones for any pair, then the unusual, each in the order of the registry. For guessing the type while a link is being drawn.
 */
export function suggestLinkTypes(from: EntityTypeId, to: EntityTypeId): readonly LinkSuggestion[] {
  const scored = linkTypes.map((type, index) => {
    const straight = fitness(type.id, from, to);
    const turned = type.directed ? fitness(type.id, to, from) : Math.max(straight, fitness(type.id, to, from));
    const reversed = type.directed && turned > straight;
    const best = Math.max(straight, turned);
    const place = reversed ? distance(type.id, to, from) : distance(type.id, from, to);
    return { type: type.id, reversed, usual: best >= 2, best, place, index };
  });
  scored.sort(
    (a, b) => b.best - a.best || Number(a.reversed) - Number(b.reversed) || a.place - b.place || a.index - b.index,
  );
  return scored.map(({ type, reversed, usual }) => ({ type, reversed, usual }));
}

/** 0 when both ends head the type's lists. */
function distance(id: LinkTypeId, from: EntityTypeId, to: EntityTypeId): number {
  const type = linkType(id);
  return Math.max(0, type.from.indexOf(from)) + Math.max(0, type.to.indexOf(to));
}

/** Whether the ends are usual for the type, as drawn. A hint to warn by, never a reason to refuse. */
export function isUsual(id: LinkTypeId, from: EntityTypeId, to: EntityTypeId): boolean {
  const type = linkType(id);
  const at = (a: EntityTypeId, b: EntityTypeId) => fitness(id, a, b) > 0;
  return at(from, to) || (!type.directed && at(to, from));
}
