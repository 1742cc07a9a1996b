import { type Entity, isProtected } from '#domain/entity/entity';
import { type EntityType, type EntityTypeId, entityType, isEntityTypeId } from '#domain/entity-types/index';
import { type IconId, type IconStroke, icons } from './icon-data.ts';

/**
 * Which symbol stands for an entity: the shield for a protected person; else what its type's registry entry says, by the
 * kind of thing it is where that is stated ("safe-house"). The last statement of that field counts.
 */
export function iconRole(entity: Entity): IconId {
  if (isProtected(entity)) return 'protected';
  if (!isEntityTypeId(entity.type)) return 'unknown';
  const { icon, iconBy } = entityType(entity.type) as EntityType;
  if (!iconBy) return icon;
  const kind = (entity.attributes ?? []).findLast((a) => a.field === iconBy.field)?.value;
  const special = kind === undefined ? undefined : Object.entries(iconBy.icons).find(([choice]) => choice === kind);
  return special?.[1] ?? icon;
}

/** The symbol of a type in palettes and legends. */
export function typeIcon(type: EntityTypeId): IconId {
  return entityType(type).icon;
}

export function iconStrokes(icon: IconId): readonly IconStroke[] {
  return icons[icon];
}
