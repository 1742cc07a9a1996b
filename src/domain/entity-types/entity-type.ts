import type { IdentifierKind } from '../identifiers/identifier-kind.ts';

/** Names of symbols in the look's icon set; a role, not a picture: skins choose what to draw. */
export type IconRole =
  | 'person'
  | 'organisation'
  | 'sim'
  | 'handset'
  | 'vessel'
  | 'vehicle'
  | 'location'
  | 'port'
  | 'safehouse'
  | 'crossing'
  | 'route'
  | 'document'
  | 'account'
  | 'hawala'
  | 'online'
  | 'cash'
  | 'commodity'
  | 'event'
  | 'unknown';

export type FieldKind = 'text' | 'date' | 'identifier' | 'choice' | 'country' | 'number' | 'amount' | 'coordinates';

/**
 * One attribute a type knows of. Values are always kept as stated; the kind only says how to examine and edit them:
 * `date` ISO at the precision stated, `country` ISO 3166-1 alpha-2 or alpha-3 or as written, `number` and `amount` decimal text
 * (an amount with its currency: "4200.50 USD"), `coordinates` "lat, long" in decimal degrees.
 */
export interface FieldDefinition {
  /** Message key `field.<id>`. The same id means the same thing in every type. */
  readonly id: string;
  readonly kind: FieldKind;
  readonly identifier?: IdentifierKind;
  /** Message keys `choice.<field>.<choice>`. Other words stay possible. */
  readonly choices?: readonly string[];
  /** May be stated several times. */
  readonly multiple?: boolean;
  /** Unit of a number: `m`, `t`, `years`. */
  readonly unit?: string;
}

export interface EntityType {
  /** Message keys `entity-type.<id>` and `entity-type.<id>.plural`. */
  readonly id: string;
  readonly icon: IconRole;
  /** Another icon where a choice field says so. */
  readonly iconBy?: { readonly field: string; readonly icons: Readonly<Record<string, IconRole>> };
  /** Default number key on a chart: 1 … 9, then 0. Only the ten commonest types have one. */
  readonly key?: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
  readonly fields: readonly FieldDefinition[];
  /** Where no label is typed, the first of these fields that is stated becomes the label. */
  readonly labelFrom: readonly string[];
  /** A label typed for this type is at the same time a value of this field ("+855 …" of a phone number). */
  readonly labelIs?: string;
  /** Listed and counted apart, and left out of measures unless asked. */
  readonly apart?: true;
}
