import { type Examined, type IdentifierDefinition, ok, warn } from './finding.ts';
import { compact } from './written.ts';

/** Lengths by country, from the SWIFT IBAN registry; a country that is not listed is checked by its digits alone. */
const lengths: ReadonlyMap<string, number> = new Map(
  Object.entries({
    AD: 24,
    AE: 23,
    AL: 28,
    AT: 20,
    AZ: 28,
    BA: 20,
    BE: 16,
    BG: 22,
    BH: 22,
    BR: 29,
    BY: 28,
    CH: 21,
    CR: 22,
    CY: 28,
    CZ: 24,
    DE: 22,
    DK: 18,
    DO: 28,
    EE: 20,
    EG: 29,
    ES: 24,
    FI: 18,
    FO: 18,
    FR: 27,
    GB: 22,
    GE: 22,
    GI: 23,
    GL: 18,
    GR: 27,
    GT: 28,
    HR: 21,
    HU: 28,
    IE: 22,
    IL: 23,
    IQ: 23,
    IS: 26,
    IT: 27,
    JO: 30,
    KW: 30,
    KZ: 20,
    LB: 28,
    LI: 21,
    LT: 20,
    LU: 20,
    LV: 21,
    LY: 25,
    MC: 27,
    MD: 24,
    ME: 22,
    MK: 19,
    MR: 27,
    MT: 31,
    MU: 30,
    NL: 18,
    NO: 15,
    PK: 24,
    PL: 28,
    PS: 29,
    PT: 25,
    QA: 29,
    RO: 24,
    RS: 22,
    SA: 24,
    SC: 31,
    SE: 24,
    SI: 19,
    SK: 24,
    SM: 27,
    TL: 23,
    TN: 24,
    TR: 26,
    UA: 29,
    VA: 22,
    VG: 24,
    XK: 20,
  }),
);

export function ibanLength(country: string): number | undefined {
  return lengths.get(country);
}

/** ISO 13616: first four to the end, letters as 10 … 35, remainder by 97 is 1. Piecewise, so that no number grows beyond exact integers. */
export function ibanHolds(iban: string): boolean {
  let rest = 0;
  for (const c of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(c, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** International bank account number. Most banks of South-East Asia have none. */
function examine(text: string): Examined {
  const normal = compact(text).replace(/^IBAN/, '');
  const country = normal.slice(0, 2);
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(normal)) return { normal, findings: [warn('finding.iban.form')] };
  const length = lengths.get(country);
  const findings = [];
  if (length === undefined) findings.push(warn('finding.iban.country-not-listed', { country }));
  else if (length !== normal.length)
    findings.push(warn('finding.iban.length', { country, expected: length, count: normal.length }));
  findings.push(ibanHolds(normal) ? ok('finding.iban.ok', { country }) : warn('finding.iban.check-digits'));
  return { normal, findings };
}

export const iban = { id: 'iban', examine } as const satisfies IdentifierDefinition;
