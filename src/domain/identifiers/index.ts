import { callSign } from './call-sign.ts';
import type { Examined, IdentifierDefinition } from './finding.ts';
import { iban } from './iban.ts';
import { iccid } from './iccid.ts';
import type { IdentifierKind } from './identifier-kind.ts';
import { imei } from './imei.ts';
import { imo } from './imo.ts';
import { imsi } from './imsi.ts';
import { mmsi } from './mmsi.ts';
import { mrz } from './mrz.ts';
import { passport } from './passport.ts';
import { phone } from './phone.ts';
import { plate } from './plate.ts';
import { vin } from './vin.ts';

export type { Examined, Finding, IdentifierDefinition } from './finding.ts';
export type { IdentifierKind } from './identifier-kind.ts';
export { loadPhoneRules, phoneRulesLoaded } from './phone.ts';

export const identifierKinds = [
  phone,
  imei,
  imsi,
  iccid,
  imo,
  mmsi,
  callSign,
  iban,
  plate,
  vin,
  passport,
  mrz,
] as const satisfies readonly (IdentifierDefinition & { readonly id: IdentifierKind })[];

const byId: ReadonlyMap<string, IdentifierDefinition> = new Map(identifierKinds.map((k) => [k.id, k]));

/** Longer texts are no identifier; they are compared as they stand, so that no file can make examining slow. */
const longest = 400;

/**
 * The normal form of an identifier and what is to be said of it. Explains and warns, never refuses; the stated value is the caller's to keep.
 * For phones await `loadPhoneRules()` first. `region`: ISO 3166-1 alpha-2 assumed where the text names no country.
 */
export function examine(kind: IdentifierKind, text: string, region?: string): Examined {
  const definition = byId.get(kind);
  if (!definition) throw new RangeError('unregistered identifier kind');
  if (text.length > longest)
    return { normal: text, findings: [{ level: 'warn', code: 'finding.identifier.too-long' }] };
  return definition.examine(text, region);
}
