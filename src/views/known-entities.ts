import type { CaseState } from '#domain/change/case-state';
import { displayLabel, type Entity, isProtected } from '#domain/entity/entity';
import type { EntityTypeId } from '#domain/entity-types/index';
import { confusableKeys, matchKey, searchKey } from '#domain/identifiers/matching';

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

interface Keys {
  /** Of the name it is shown by. */
  readonly name: string;
  readonly search: readonly string[];
  readonly match: readonly string[];
}

/** Records never change, so the keys of one are made once: the whole case is asked at each letter typed. */
const keys = new WeakMap<Entity, Keys>();

function keysOf(e: Entity): Keys {
  let made = keys.get(e);
  if (!made) {
    const texts = textsOf(e);
    const name = searchKey(isProtected(e) ? displayLabel(e) : e.label);
    made = { name, search: texts.map(searchKey), match: texts.map(matchKey) };
    keys.set(e, made);
  }
  return made;
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
    for (const k of keysOf(entity).search) {
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
  const alike = searchKey(text);
  const out: Double[] = [];
  for (const entity of state.allOf('entity')) {
    if (entity.type !== type) continue;
    const known = keysOf(entity);
    if (known.match.includes(key)) out.push({ entity, how: 'same' });
    else if (confusableKeys(known.name, alike)) out.push({ entity, how: 'alike' });
  }
  return out;
}
