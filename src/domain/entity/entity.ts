import type { EntityTypeId } from '../entity-types/index.ts';
import type { Described, Id } from '../record.ts';
import type { Span } from '../time/span.ts';

export type PersonStatus = 'suspect' | 'witness' | 'migrant' | 'victim' | 'official' | 'unknown';

/** One role a person played, for a time; several per person. */
export interface RoleSpell {
  readonly role: string;
  readonly stage?: string;
  readonly organisation?: Id;
  readonly span?: Span;
}

/** A person, phone, vessel, account, place, event … An event is an entity with `span`, `place` and `eventKind`. */
export interface Entity extends Described {
  readonly id: Id;
  readonly kind: 'entity';
  readonly type: EntityTypeId;
  /** The name as stated, any script. */
  readonly label: string;
  readonly nativeLabel?: string;
  readonly status?: PersonStatus;
  readonly roles?: readonly RoleSpell[];
  /** `lifted` only through the logged command that asks for a reason. Missing: by default (see `isProtected`). */
  readonly protection?: 'protected' | 'lifted';
  /** Shown instead of the name wherever a protected person appears. */
  readonly pseudonym?: string;
  /** Existence doubted: drawn with a dashed outline. */
  readonly doubted?: boolean;
  readonly span?: Span;
  /** Events only. */
  readonly place?: Id;
  readonly eventKind?: string;
  readonly stage?: string;
}

/** Migrants and victims are protected by default (handbook §13); so is whoever holds the role "migrant". */
export function isProtected(entity: Entity): boolean {
  if (entity.protection === 'lifted') return false;
  if (entity.protection === 'protected') return true;
  return (
    entity.status === 'migrant' ||
    entity.status === 'victim' ||
    (entity.roles ?? []).some((r) => r.role === 'migrant' || r.role === 'victim-witness')
  );
}

/** The only text of an entity that charts, lists, search, tooltips, screen readers and exports may show. */
export function displayLabel(entity: Entity): string {
  return isProtected(entity) ? (entity.pseudonym ?? 'P-??') : entity.label;
}
