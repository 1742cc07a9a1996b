import type { PersonStatus } from '#domain/entity/entity';
import type { EntityTypeId } from '#domain/entity-types/index';
import { entityType } from '#domain/entity-types/index';
import { matchKey } from '#domain/identifiers/matching';
import type { Attribute } from '#domain/record';
import type { Mapping } from '../mapping/mapping.ts';
import type { RowReport } from '../row-report.ts';
import type { TableRecord } from '../table/records.ts';
import { readNumber } from '../values/numbers.ts';
import type { EntityDraft } from './entity-draft.ts';
import type { EntityRegister } from './entity-register.ts';
import { identifierFields, labelIdentifier } from './existing.ts';
import { LinkDraft, type StatedLink } from './link-draft.ts';
import { type Column, RowFault, type RowReader } from './row-reader.ts';

/** A spreadsheet has turned a long number into an approximation: the digits are gone. */
const EXPONENT = /^[+-]?\d(?:[.,]\d+)?e\+?\d+$/i;

export interface RowPlanner {
  /** Takes a data row into the plan, or says why not. */
  take(record: TableRecord): RowFault | undefined;
  readonly links: readonly LinkDraft[];
}

/** One link a row, or rows of the same ends, direction, type, strength and role summed. */
export class LinkRows implements RowPlanner {
  readonly links: LinkDraft[] = [];
  readonly #sums = new Map<string, LinkDraft>();
  readonly #reader: RowReader;
  readonly #register: EntityRegister;
  readonly #report: RowReport;
  readonly #settings: NonNullable<Mapping['links']>;
  readonly #from: Column | undefined;
  readonly #fixedFrom: string;
  readonly #fromName: string;
  readonly #to: Column;
  readonly #numbers = new Map<EntityDraft, number>();

  constructor(reader: RowReader, mapping: Mapping, register: EntityRegister, report: RowReport) {
    this.#reader = reader;
    this.#register = register;
    this.#report = report;
    const from = reader.column('from');
    const to = reader.column('to');
    if (!mapping.links || !to || (!from && !mapping.links.fixedFrom))
      throw new TypeError('a mapping of links was checked before');
    this.#settings = mapping.links;
    this.#from = from;
    this.#fixedFrom = mapping.links.fixedFrom ?? '';
    this.#fromName = from?.header ?? '';
    this.#to = to;
  }

  take(record: TableRecord): RowFault | undefined {
    const { cells } = record;
    const reader = this.#reader;
    const settings = this.#settings;
    const fromText = this.#from ? (cells[this.#from.index] ?? '').trim() : this.#fixedFrom;
    const toText = (cells[this.#to.index] ?? '').trim();
    if (fromText === '') return new RowFault('end.missing', this.#fromName, '');
    if (toText === '') return new RowFault('end.missing', this.#to.header, '');
    const fromType = reader.entityType(cells, 'from-type', settings.fromType);
    const toType = reader.entityType(cells, 'to-type', settings.toType);
    const lost =
      digitsLost(fromType.type, fromText, this.#fromName) ?? digitsLost(toType.type, toText, this.#to.header);
    if (lost) return lost;
    const direction = reader.direction(cells, settings.direction);
    if (direction instanceof RowFault) return direction;
    const strength = reader.strength(cells, settings.strength);
    if (strength instanceof RowFault) return strength;
    const span = reader.span(cells);
    if (span instanceof RowFault) return span;
    const amount = reader.amount(cells);
    if (amount instanceof RowFault) return amount;
    const count = reader.count(cells);
    if (count instanceof RowFault) return count;
    const weight = reader.weight(cells);
    if (weight instanceof RowFault) return weight;
    const attributes = this.#attributes(cells);
    if (attributes instanceof RowFault) return attributes;

    // Nothing is registered before the whole row is known to be good.
    const a = this.#register.end(fromType.type, fromText, record, this.#fromName);
    const b = this.#register.end(toType.type, toText, record, this.#to.header);
    if (fromType.stated !== undefined) a.state(reader.column('from-type')?.field ?? 'type', fromType.stated);
    if (toType.stated !== undefined) b.state(reader.column('to-type')?.field ?? 'type', toType.stated);
    this.#describe(cells, a, b);
    if (a === b) this.#report.warn(record, 'link.self', this.#to.header, toText);
    const { type, wording } = reader.linkType(cells, settings);
    const role = reader.text(cells, 'role');
    const note = reader.text(cells, 'note');
    const turned = settings.sum && direction === 'back';
    const stated: StatedLink = {
      // In a sum, `back` is turned round, so that A ← B meets B → A.
      from: turned ? b : a,
      to: turned ? a : b,
      direction: turned ? 'forward' : direction,
      type,
      wording,
      strength,
      span,
      count,
      amount,
      weight,
      role: role === '' ? undefined : role,
      note: note === '' ? undefined : note,
      attributes,
    };
    this.#place(stated, record.row);
    return undefined;
  }

  #place(stated: StatedLink, row: number): void {
    if (!this.#settings.sum) {
      this.links.push(new LinkDraft(stated, row));
      return;
    }
    const key = this.#sumKey(stated);
    const sum = this.#sums.get(key);
    if (sum) sum.add(stated, row);
    else {
      const link = new LinkDraft(stated, row);
      this.#sums.set(key, link);
      this.links.push(link);
    }
  }

  #sumKey(s: StatedLink): string {
    const a = this.#number(s.from);
    const b = this.#number(s.to);
    // Without a direction, A–B and B–A are the same ends.
    const unordered = s.direction === 'none' || s.direction === 'both';
    const ends = unordered && a > b ? `${b}:${a}` : `${a}:${b}`;
    return `${ends}:${s.direction}:${s.type}:${s.strength}:${s.wording ?? ''}\u0000${s.role ?? ''}`;
  }

  #number(draft: EntityDraft): number {
    let n = this.#numbers.get(draft);
    if (n === undefined) {
      n = this.#numbers.size;
      this.#numbers.set(draft, n);
    }
    return n;
  }

  #attributes(cells: readonly string[]): Attribute[] | RowFault {
    const out: Attribute[] = [];
    for (const c of this.#reader.columns) {
      if (c.role !== 'attribute') continue;
      const read = attributeValues(this.#reader, c, cells, undefined);
      if (read instanceof RowFault) return read;
      out.push(...read);
    }
    return out;
  }

  #describe(cells: readonly string[], from: EntityDraft, to: EntityDraft): void {
    for (const c of this.#reader.columns) {
      if (c.role !== 'from-attribute' && c.role !== 'to-attribute') continue;
      const value = (cells[c.index] ?? '').trim();
      if (value !== '') (c.role === 'from-attribute' ? from : to).state(c.field ?? c.header, value);
    }
  }
}

function digitsLost(type: EntityTypeId, text: string, column: string): RowFault | undefined {
  const isNumber = entityType(type).labelIs !== undefined;
  return isNumber && EXPONENT.test(text) ? new RowFault('identifier.digits-lost', column, text) : undefined;
}

const STATUSES: ReadonlySet<string> = new Set(['suspect', 'witness', 'migrant', 'victim', 'official', 'unknown']);

/** One entity a row. */
export class EntityRows implements RowPlanner {
  readonly links: readonly LinkDraft[] = [];
  readonly #reader: RowReader;
  readonly #register: EntityRegister;
  readonly #settings: NonNullable<Mapping['entities']>;

  constructor(reader: RowReader, mapping: Mapping, register: EntityRegister) {
    this.#reader = reader;
    this.#register = register;
    if (!mapping.entities) throw new TypeError('a mapping of entities was checked before');
    this.#settings = mapping.entities;
  }

  take(record: TableRecord): RowFault | undefined {
    const { cells } = record;
    const reader = this.#reader;
    const { type, stated: statedType } = reader.entityType(cells, 'type', this.#settings.type);
    const attributes: Attribute[] = [];
    for (const c of reader.columns) {
      if (c.role !== 'attribute') continue;
      const read = attributeValues(reader, c, cells, type);
      if (read instanceof RowFault) return read;
      attributes.push(...read);
    }
    const span = reader.span(cells);
    if (span instanceof RowFault) return span;
    const labelColumn = reader.column('label');
    const label = reader.text(cells, 'label') || fallbackLabel(type, attributes);
    if (label === '') return new RowFault('label.missing', labelColumn?.header ?? '', '');
    const column = labelColumn?.header ?? '';
    if (labelColumn) {
      const lost = digitsLost(type, label, labelColumn.header);
      if (lost) return lost;
    }
    const draft = this.#draft(type, label, attributes, record, column);
    for (const { field, value } of attributes) draft.state(field, value);
    if (statedType !== undefined) draft.state('type', statedType);
    if (span) draft.span ??= span;
    this.#describe(cells, draft);
    return undefined;
  }

  #draft(
    type: EntityTypeId,
    label: string,
    attributes: readonly Attribute[],
    record: TableRecord,
    column: string,
  ): EntityDraft {
    const kinds = identifierFields(type);
    const found: (readonly [Parameters<EntityRegister['identify']>[1], string])[] = [];
    const own = labelIdentifier(type);
    if (own) found.push([own, this.#register.normal(own, label, record, column)]);
    for (const { field, value } of attributes) {
      const kind = kinds.get(field);
      if (kind && !SHARED.has(kind)) found.push([kind, this.#register.normal(kind, value, record, field)]);
    }
    const keys = found.map(([kind, normal]) => `${kind}:${normal}`);
    const draft = this.#register.row(type, label, keys, record, column);
    for (const [kind, normal] of found) this.#register.identify(draft, kind, normal);
    return draft;
  }

  #describe(cells: readonly string[], draft: EntityDraft): void {
    const reader = this.#reader;
    const native = reader.text(cells, 'native-label');
    if (native !== '') draft.nativeLabel ??= native;
    const status = reader.status(cells);
    if (status) {
      if (STATUSES.has(status.means)) draft.status ??= status.means as PersonStatus;
      if (status.means !== matchKey(status.stated) || !STATUSES.has(status.means)) draft.state('status', status.stated);
    }
    for (const c of reader.columns) {
      const cell = (cells[c.index] ?? '').trim();
      if (cell === '') continue;
      if (c.role === 'note') draft.notes.add(cell);
      else if (c.role === 'alias' || c.role === 'tag') {
        const into = c.role === 'alias' ? draft.aliases : draft.tags;
        for (const part of parts(cell, c.split)) if (part !== draft.label) into.add(part);
      }
    }
  }
}

/** A phone or a plate of somebody says whom to look at, not that two rows are one; as the label of its own type it does. */
const SHARED: ReadonlySet<string> = new Set(['phone', 'plate', 'call-sign', 'mrz']);

function fallbackLabel(type: EntityTypeId, attributes: readonly Attribute[]): string {
  for (const field of entityType(type).labelFrom) {
    const found = attributes.find((a) => a.field === field);
    if (found) return found.value;
  }
  return '';
}

/**
 * Values of an attribute cell. A date field is read as its column says and stored as ISO text; the words of the file stay
 * beside it under the column's own name. Identifiers whose digits a spreadsheet has lost turn the row away.
 */
function attributeValues(
  reader: RowReader,
  c: Column,
  cells: readonly string[],
  type: EntityTypeId | undefined,
): readonly Attribute[] | RowFault {
  const cell = (cells[c.index] ?? '').trim();
  if (cell === '') return [];
  const field = c.field ?? c.header;
  if (type === undefined && c.split === undefined && c.reading?.order === undefined) return [{ field, value: cell }];
  const definition = type === undefined ? undefined : entityType(type).fields.find((f) => f.id === field);
  const out: Attribute[] = [];
  for (const value of parts(cell, c.split)) {
    if (definition?.kind === 'identifier' && EXPONENT.test(value))
      return new RowFault('identifier.digits-lost', c.header, value);
    if (definition?.kind === 'number' || definition?.kind === 'amount') {
      const read = readNumber(value, c.decimal);
      if ('fault' in read && (read.fault === 'number.not-finite' || read.fault === 'number.exponent'))
        return new RowFault(read.fault, c.header, value);
    }
    if (definition?.kind !== 'date' && c.reading?.order === undefined) {
      out.push({ field, value });
      continue;
    }
    const read = reader.readDate(value, c);
    if (read instanceof RowFault) return read;
    if (read === undefined || read.iso === value) out.push({ field, value });
    else
      out.push({ field, value: read.iso }, { field: field === c.header ? `${c.header} (as stated)` : c.header, value });
  }
  return out;
}

function parts(cell: string, split: string | undefined): readonly string[] {
  if (!split) return [cell];
  return cell
    .split(split)
    .map((p) => p.trim())
    .filter((p) => p !== '');
}
