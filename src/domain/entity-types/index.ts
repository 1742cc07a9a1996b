import { account } from './account.ts';
import { commodity } from './commodity.ts';
import type { EntityType } from './entity-type.ts';
import { event } from './event.ts';
import { handset } from './handset.ts';
import { location } from './location.ts';
import { onlineAccount } from './online-account.ts';
import { organisation } from './organisation.ts';
import { person } from './person.ts';
import { phoneNumber } from './phone-number.ts';
import { route } from './route.ts';
import { travelDocument } from './travel-document.ts';
import { unknown } from './unknown.ts';
import { vehicle } from './vehicle.ts';
import { vessel } from './vessel.ts';

export type { EntityType, FieldDefinition, FieldKind, IconRole } from './entity-type.ts';

/** In the order palettes, legends and filters show them. */
export const entityTypes = [
  person,
  organisation,
  phoneNumber,
  handset,
  vessel,
  vehicle,
  location,
  route,
  travelDocument,
  account,
  onlineAccount,
  commodity,
  event,
  unknown,
] as const satisfies readonly EntityType[];

export type EntityTypeId = (typeof entityTypes)[number]['id'];

const byId: ReadonlyMap<string, EntityType> = new Map(entityTypes.map((t) => [t.id, t]));

/** The definition of a registered type. Throws for an id that is not registered: records are checked on their way in. */
export function entityType(id: EntityTypeId): EntityType & { readonly id: EntityTypeId } {
  const found = byId.get(id);
  if (!found) throw new RangeError('unregistered entity type');
  return found as EntityType & { readonly id: EntityTypeId };
}

export function isEntityTypeId(id: string): id is EntityTypeId {
  return byId.has(id);
}
