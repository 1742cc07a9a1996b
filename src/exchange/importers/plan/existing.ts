import type { Entity } from '#domain/entity/entity';
import type { EntityTypeId } from '#domain/entity-types/index';
import { entityType } from '#domain/entity-types/index';
import type { Examined } from '#domain/identifiers/finding';
import type { IdentifierKind } from '#domain/identifiers/identifier-kind';
import { matchKey } from '#domain/identifiers/matching';
import type { Id } from '#domain/record';

/** What the import must know of the entities already in the case; lean, for it travels to the worker. */
export interface ExistingEntity {
  readonly id: Id;
  readonly type: EntityTypeId;
  /** To match by, never to show: the person may be protected. */
  readonly label: string;
  readonly aliases: readonly string[];
  readonly identifiers: readonly { readonly kind: IdentifierKind; readonly value: string }[];
}

/** Normal form of an identifier and what is odd about it. Injected, because phone rules load on demand. */
export type ExamineIdentifier = (kind: IdentifierKind, text: string) => Examined;

/** The entity as the import needs it: identifiers are its identifier fields, and its label where the type says so. */
export function existingEntity(entity: Entity): ExistingEntity {
  const kinds = identifierFields(entity.type);
  const identifiers: { kind: IdentifierKind; value: string }[] = [];
  const own = labelIdentifier(entity.type);
  if (own) identifiers.push({ kind: own, value: entity.label });
  for (const a of entity.attributes ?? []) {
    const kind = kinds.get(a.field);
    if (kind) identifiers.push({ kind, value: a.value });
  }
  return { id: entity.id, type: entity.type, label: entity.label, aliases: entity.aliases ?? [], identifiers };
}

const fieldsByType = new Map<EntityTypeId, ReadonlyMap<string, IdentifierKind>>();
const labelByType = new Map<EntityTypeId, IdentifierKind | undefined>();

/** Field id → kind of identifier, of one type. */
export function identifierFields(type: EntityTypeId): ReadonlyMap<string, IdentifierKind> {
  let found = fieldsByType.get(type);
  if (!found) {
    found = new Map(entityType(type).fields.flatMap((f) => (f.identifier ? [[f.id, f.identifier] as const] : [])));
    fieldsByType.set(type, found);
  }
  return found;
}

/** The identifier a label of this type is, if any: a phone number's label is its number. */
export function labelIdentifier(type: EntityTypeId): IdentifierKind | undefined {
  if (!labelByType.has(type)) {
    const { labelIs } = entityType(type);
    labelByType.set(type, labelIs === undefined ? undefined : identifierFields(type).get(labelIs));
  }
  return labelByType.get(type);
}

const SEPARATORS = /[\s().\-/_]+/g;

/** Used where no rules are injected: the text without separators, case folded. */
export function plainIdentifier(text: string): Examined {
  return { normal: matchKey(text).replace(SEPARATORS, ''), findings: [] };
}

/** Index of the case's entities, by identifier and by type and name. */
export class ExistingIndex {
  readonly #byIdentifier = new Map<string, ExistingEntity[]>();
  readonly #byName = new Map<string, ExistingEntity[]>();

  constructor(existing: readonly ExistingEntity[], examine: ExamineIdentifier) {
    for (const e of existing) {
      for (const { kind, value } of e.identifiers) put(this.#byIdentifier, `${kind}:${examine(kind, value).normal}`, e);
      for (const name of [e.label, ...e.aliases]) put(this.#byName, nameKey(e.type, name), e);
    }
  }

  byIdentifier(kind: IdentifierKind, normal: string): readonly ExistingEntity[] {
    return this.#byIdentifier.get(`${kind}:${normal}`) ?? [];
  }
  byName(key: string): readonly ExistingEntity[] {
    return this.#byName.get(key) ?? [];
  }
}

export function nameKey(type: EntityTypeId, name: string): string {
  return `${type}:${matchKey(name)}`;
}

function put(map: Map<string, ExistingEntity[]>, key: string, entity: ExistingEntity): void {
  const list = map.get(key);
  if (!list) map.set(key, [entity]);
  else if (!list.includes(entity)) list.push(entity);
}
