import type { EntityTypeId } from '#domain/entity-types/index';
import type { Direction, Strength } from '#domain/link/link';
import type { LinkTypeId } from '#domain/link-types/index';
import type { Extent } from '#domain/time/span';
import type { ShortRows } from '../table/row-check.ts';
import type { DateReading } from '../values/dates.ts';
import type { DecimalMark } from '../values/numbers.ts';

/** What a column is to the import. */
export const linkRoles = [
  'from',
  'to',
  'from-type',
  'to-type',
  'from-attribute',
  'to-attribute',
  'link-type',
  'direction',
  'strength',
  'date',
  'time',
  'until-date',
  'until-time',
  'amount',
  'currency',
  'count',
  'weight',
  'role',
  'note',
  'attribute',
  'ignore',
] as const;
export const entityRoles = [
  'label',
  'type',
  'native-label',
  'alias',
  'status',
  'date',
  'time',
  'until-date',
  'until-time',
  'tag',
  'note',
  'attribute',
  'ignore',
] as const;
export type ColumnRole = (typeof linkRoles)[number] | (typeof entityRoles)[number];

/** A text of the file and the registered word it stands for (a link type, a direction, a strength, a status). */
export interface ValueMeaning {
  readonly stated: string;
  readonly means: string;
}

export interface ColumnMapping {
  /** Name of the column in the file; matched tolerantly when the mapping is used again. */
  readonly header: string;
  readonly role: ColumnRole;
  /** Attribute field; missing = the header itself. */
  readonly field?: string;
  /** Dates: order of the numbers, era, century. */
  readonly reading?: DateReading;
  readonly decimal?: DecimalMark;
  readonly values?: readonly ValueMeaning[];
  /** Several values in one cell, split at this text. */
  readonly split?: string;
}

/** Plain JSON, to be saved under a name and used again on next month's file. */
export interface Mapping {
  readonly version: 1;
  readonly kind: 'links' | 'entities';
  readonly columns: readonly ColumnMapping[];
  readonly shortRows: ShortRows;
  /** A text that is no date: reject the row, or keep the words and leave the record undated. */
  readonly unreadableDates: 'reject' | 'keep-text';
  /** What a begin and an end column mean; missing = nobody said, and each record is read as usual for its type. */
  readonly extent?: Extent;
  /** IANA name or fixed offset of the file's times; missing = the zone of the case. */
  readonly zone?: string;
  /** Currency of amounts where no column or cell says it. */
  readonly currency?: string;
  readonly links?: LinkSettings;
  readonly entities?: EntitySettings;
}

export interface LinkSettings {
  readonly fromType: EntityTypeId;
  readonly toType: EntityTypeId;
  readonly type: LinkTypeId;
  readonly direction: Direction;
  readonly strength: Strength;
  /** One link for all rows of the same ends, direction, type and strength. */
  readonly sum: boolean;
  /** The one party a bill or statement is of, where it stands above the table and in no column; takes the place of the `from` column. */
  readonly fixedFrom?: string;
}

export interface EntitySettings {
  /** Type where no column says it, or what it says is not known. */
  readonly type: EntityTypeId;
}

export type MappingFault =
  | 'mapping.no-from'
  | 'mapping.no-to'
  | 'mapping.no-label'
  | 'mapping.role-twice'
  | 'mapping.column-missing'
  | 'mapping.no-settings';

const ONCE: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
  'from',
  'to',
  'from-type',
  'to-type',
  'link-type',
  'direction',
  'strength',
  'date',
  'time',
  'until-date',
  'until-time',
  'amount',
  'currency',
  'count',
  'weight',
  'role',
  'label',
  'type',
  'native-label',
  'status',
]);

/** The first reason why a mapping cannot be used; undefined when it can. */
export function mappingFault(mapping: Mapping): { readonly fault: MappingFault; readonly column?: string } | undefined {
  const seen = new Set<ColumnRole>();
  for (const c of mapping.columns) {
    if (ONCE.has(c.role) && seen.has(c.role)) return { fault: 'mapping.role-twice', column: c.header };
    seen.add(c.role);
  }
  if (mapping.kind === 'links') {
    if (!mapping.links) return { fault: 'mapping.no-settings' };
    if (!seen.has('from') && !mapping.links.fixedFrom) return { fault: 'mapping.no-from' };
    return seen.has('to') ? undefined : { fault: 'mapping.no-to' };
  }
  if (!mapping.entities) return { fault: 'mapping.no-settings' };
  return seen.has('label') || mapping.columns.some((c) => c.role === 'attribute')
    ? undefined
    : { fault: 'mapping.no-label' };
}
