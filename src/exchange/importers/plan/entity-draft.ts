import type { Entity, PersonStatus } from '#domain/entity/entity';
import type { EntityTypeId } from '#domain/entity-types/index';
import type { Attribute, Id } from '#domain/record';
import type { Span } from '#domain/time/span';
import { compactRows } from '../row-report.ts';
import type { ExistingEntity } from './existing.ts';

/** An entity as the file speaks of it, before it is known whether the case has it. */
export class EntityDraft {
  /** Names this entity in decisions: stable for one file and mapping. */
  readonly key: string;
  readonly type: EntityTypeId;
  readonly label: string;
  readonly rows: number[] = [];
  readonly attributes = new Map<string, Set<string>>();
  readonly aliases = new Set<string>();
  readonly tags = new Set<string>();
  readonly notes = new Set<string>();
  nativeLabel?: string;
  status?: PersonStatus;
  span?: Span;
  id: Id = '';
  existing?: ExistingEntity;
  via?: 'identifier' | 'label' | 'decision';
  candidates: readonly ExistingEntity[] = [];

  constructor(key: string, type: EntityTypeId, label: string) {
    this.key = key;
    this.type = type;
    this.label = label;
  }

  seen(row: number): void {
    if (this.rows.at(-1) !== row) this.rows.push(row);
  }

  state(field: string, value: string): void {
    const values = this.attributes.get(field);
    if (values) values.add(value);
    else this.attributes.set(field, new Set([value]));
  }

  /** The record of a new entity. */
  record(source: Id): Entity {
    return {
      id: this.id,
      kind: 'entity',
      type: this.type,
      label: this.label,
      ...(this.nativeLabel === undefined ? {} : { nativeLabel: this.nativeLabel }),
      ...(this.status === undefined ? {} : { status: this.status }),
      ...(this.span === undefined ? {} : { span: this.span }),
      ...listed('aliases', this.aliases),
      ...(this.notes.size === 0 ? {} : { notes: [...this.notes].join('\n') }),
      ...listed('tags', this.tags),
      ...(this.attributes.size === 0 ? {} : { attributes: this.#attributeList() }),
      basis: [{ source, rows: compactRows(this.rows) }],
    };
  }

  /** The known entity with what the file adds; undefined when the file adds nothing it may add. Nothing stated before is altered. */
  added(before: Entity, source: Id): Entity | undefined {
    const known = new Set((before.attributes ?? []).map((a) => `${a.field}\u0000${a.value}`));
    const attributes = this.#attributeList().filter((a) => !known.has(`${a.field}\u0000${a.value}`));
    const names = new Set([before.label, ...(before.aliases ?? [])]);
    const aliases = [...(this.label === before.label ? [] : [this.label]), ...this.aliases].filter(
      (a) => !names.has(a),
    );
    const nativeLabel = before.nativeLabel === undefined ? this.nativeLabel : undefined;
    const status = before.status === undefined ? this.status : undefined;
    const notes = [...this.notes].filter((n) => !(before.notes ?? '').includes(n));
    if (attributes.length + aliases.length + notes.length === 0 && nativeLabel === undefined && status === undefined)
      return undefined;
    return {
      ...before,
      ...(nativeLabel === undefined ? {} : { nativeLabel }),
      ...(status === undefined ? {} : { status }),
      ...(aliases.length === 0 ? {} : { aliases: [...(before.aliases ?? []), ...aliases] }),
      ...(notes.length === 0
        ? {}
        : { notes: [...(before.notes === undefined ? [] : [before.notes]), ...notes].join('\n') }),
      ...(attributes.length === 0 ? {} : { attributes: [...(before.attributes ?? []), ...attributes] }),
      basis: [...(before.basis ?? []), { source, rows: compactRows(this.rows) }],
    };
  }

  #attributeList(): Attribute[] {
    const out: Attribute[] = [];
    for (const [field, values] of this.attributes) for (const value of values) out.push({ field, value });
    return out;
  }
}

function listed<K extends 'aliases' | 'tags'>(
  key: K,
  values: ReadonlySet<string>,
): { readonly [key in K]?: readonly string[] } {
  const out: { [key in K]?: readonly string[] } = {};
  if (values.size > 0) out[key] = [...values];
  return out;
}
