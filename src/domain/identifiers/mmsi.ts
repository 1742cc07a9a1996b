import { type Examined, type IdentifierDefinition, ok, warn } from './finding.ts';
import { maritimeCountries } from './maritime-countries.ts';
import { compact, digitsOf } from './written.ts';

/** What the first figures say the number belongs to (ITU-R M.585): the station, and where its country digits stand. */
const stations: readonly { readonly start: RegExp; readonly station: string; readonly country: number | null }[] = [
  { start: /^00/, station: 'coast', country: 2 },
  { start: /^0/, station: 'group', country: 1 },
  { start: /^111/, station: 'aircraft', country: 3 },
  { start: /^970/, station: 'search-transponder', country: null },
  { start: /^972/, station: 'man-overboard', country: null },
  { start: /^974/, station: 'distress-beacon', country: null },
  { start: /^98/, station: 'tender', country: 2 },
  { start: /^99/, station: 'navigation-aid', country: 2 },
  { start: /^8/, station: 'handheld', country: 1 },
  { start: /^[2-7]/, station: 'ship', country: 0 },
];

export interface MmsiReading {
  readonly station: string;
  readonly digits?: string;
  /** ISO 3166-1 alpha-2 of the flag where the country digits are known. */
  readonly country?: string;
}

/** Reads nine digits; nothing when the first figures are not in use. */
export function readMmsi(digits: string): MmsiReading | undefined {
  const found = stations.find((s) => s.start.test(digits));
  if (!found) return undefined;
  if (found.country === null) return { station: found.station };
  const mid = digits.slice(found.country, found.country + 3);
  const country = maritimeCountries.get(mid);
  return { station: found.station, digits: mid, ...(country ? { country } : {}) };
}

/** Radio identity of a ship: nine digits, the country of the flag among them. It changes with the flag, and is easily set wrongly on purpose. */
function examine(text: string): Examined {
  const stated = compact(text).replace(/^MMSI/, '');
  const { digits, pure } = digitsOf(stated);
  if (!pure) return { normal: stated === '' ? compact(text) : stated, findings: [warn('finding.mmsi.not-digits')] };
  if (digits.length !== 9) return { normal: digits, findings: [warn('finding.mmsi.length', { count: digits.length })] };
  const reading = readMmsi(digits);
  if (!reading) return { normal: digits, findings: [warn('finding.mmsi.first-digit')] };
  const findings = [];
  if (reading.station !== 'ship') findings.push(warn(`finding.mmsi.${reading.station}`));
  if (reading.country)
    findings.push(ok('finding.mmsi.flag', { country: reading.country, digits: reading.digits ?? '' }));
  else if (reading.digits) findings.push(warn('finding.mmsi.flag-not-listed', { digits: reading.digits }));
  return { normal: digits, findings };
}

export const mmsi = { id: 'mmsi', examine } as const satisfies IdentifierDefinition;
