import type { CaseState } from '#domain/change/case-state';
import { displayLabel, type Entity, isProtected } from '#domain/entity/entity';
import type { EntityTypeId } from '#domain/entity-types/index';
import { confusable, matchKey, searchKey } from '#domain/identifiers/matching';

/** The texts one may find an entity by. A protected person is found by the pseudonym alone. */
function textsOf(e: Entity): string[] {
  if (isProtected(e)) return [displayLabel(e)];
  return [
    e.label,
    ...(e.nativeLabel === undefined ? [] : [e.nativeLabel]),
    ...(e.aliases ?? []),
    ...(e.attributes ?? []).map((a) => a.value),
  ];
}

/**
 * Entities to offer while a name is typed: those of the type being made first, names that begin with the text before names
 * that hold it, at most `limit`. Nothing for an empty text.
 */
export function offered(state: CaseState, text: string, type: EntityTypeId | undefined, limit = 8): Entity[] {
  const key = searchKey(text);
  if (key === '') return [];
  const found: { entity: Entity; rank: number }[] = [];
  for (const entity of state.allOf('entity')) {
    let rank = Number.POSITIVE_INFINITY;
    for (const known of textsOf(entity)) {
      const k = searchKey(known);
      const at = k.indexOf(key);
      if (at < 0) continue;
      rank = Math.min(rank, k === key ? 0 : at === 0 ? 1 : 2);
    }
    if (rank < Number.POSITIVE_INFINITY) found.push({ entity, rank: rank + (type === entity.type ? 0 : 3) });
  }
  return found
    .sort((a, b) => a.rank - b.rank || (displayLabel(a.entity) < displayLabel(b.entity) ? -1 : 1))
    .slice(0, limit)
    .map((f) => f.entity);
}

export interface Double {
  readonly entity: Entity;
  /** `same`: the name, an alias or an identifier is the same once spelling is folded; `alike`: it only looks the same. */
  readonly how: 'same' | 'alike';
}

/** Whom a new entity of this name may already be: of the same type, same or confusable name. A reason to ask, never to merge. */
export function doublesOf(state: CaseState, text: string, type: EntityTypeId): Double[] {
  const key = matchKey(text);
  if (key === '') return [];
  const out: Double[] = [];
  for (const entity of state.allOf('entity')) {
    if (entity.type !== type) continue;
    const texts = textsOf(entity);
    if (texts.some((known) => matchKey(known) === key)) out.push({ entity, how: 'same' });
    else if (confusable(isProtected(entity) ? displayLabel(entity) : entity.label, text))
      out.push({ entity, how: 'alike' });
  }
  return out;
}
