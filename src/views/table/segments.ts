import type { CaseState } from '#domain/change/case-state';
import { displayLabel, type Entity } from '#domain/entity/entity';
import type { EntityTypeId } from '#domain/entity-types/index';
import type { Link } from '#domain/link/link';
import { isLinkTypeId, linkType } from '#domain/link-types/index';
import type { CaseRecord, Described, Id } from '#domain/record';
import type { Source } from '#domain/source/source';
import { entityFields, eventFields } from './entity-fields.ts';
import { linkFields } from './link-fields.ts';
import type { Segment } from './plan-edits.ts';
import { sourceFields } from './source-fields.tsx';

export type SegmentId = 'entities' | 'events' | 'links' | 'sources';

/** Attributes that any of these records has, in the order they were first stated. */
export function attributesOf(records: Iterable<Described>): string[] {
  const fields = new Set<string>();
  for (const r of records) for (const a of r.attributes ?? []) fields.add(a.field);
  return [...fields];
}

export function entitySegment(
  state: CaseState,
  attributes: readonly string[],
  events: boolean,
  type: EntityTypeId,
): Segment<Entity> {
  return {
    fields: events ? eventFields(attributes) : entityFields(attributes),
    blank: (id) => ({ id, kind: 'entity', type: events ? 'event' : type, label: '' }),
    find: (id) => state.entity(id),
  };
}

export function linkSegment(state: CaseState, attributes: readonly string[]): Segment<Link> {
  return {
    fields: linkFields(attributes),
    // Ends and type are asked for before a link is made of it.
    blank: (id) =>
      ({ id, kind: 'link', type: '', from: '', to: '', direction: 'none', strength: 'unconfirmed' }) as unknown as Link,
    finish: (link, typed) =>
      typed.has('direction') || !isLinkTypeId(link.type) || !linkType(link.type).directed
        ? link
        : { ...link, direction: 'forward' },
    find: (id) => state.link(id),
  };
}

export function sourceSegment(state: CaseState): Segment<Source> {
  return {
    fields: sourceFields(),
    blank: (id) => ({ id, kind: 'source', sourceKind: 'report', reference: '' }),
    find: (id) => state.find('source', id),
  };
}

/** Figures in a text get the same number of digits, so that `n10` stands after `n2` in plain order: a collator is too slow for long tables. */
const natural = (text: string): string =>
  text.toLocaleLowerCase().replace(/\d+/g, (digits) => digits.padStart(15, '0'));

/** What rows are sorted by until a heading is clicked. */
export function firstKey(record: CaseRecord): string {
  switch (record.kind) {
    case 'entity':
      return natural(displayLabel(record));
    case 'source':
      return natural(record.reference);
    default:
      return '';
  }
}

/**
 * Places that records keep while the table is open, so that an edit moves no row: by name at first, then as they come.
 */
export class KeptOrder {
  readonly #places = new Map<Id, number>();

  sort<R extends CaseRecord>(records: Iterable<R>): R[] {
    const all = [...records];
    const fresh = all.filter((r) => !this.#places.has(r.id));
    if (this.#places.size === 0) {
      const keys = new Map(fresh.map((r) => [r.id, firstKey(r)]));
      fresh.sort((a, b) => {
        const [x, y] = [keys.get(a.id)!, keys.get(b.id)!];
        return x < y ? -1 : x > y ? 1 : 0;
      });
    }
    for (const r of fresh) this.#places.set(r.id, this.#places.size);
    return all.sort((a, b) => this.#places.get(a.id)! - this.#places.get(b.id)!);
  }
}
