import { type Examined, type IdentifierDefinition, ok, warn } from './finding.ts';
import { compact } from './written.ts';

const values = '0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ';
const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

/** Check digit at place 9 (49 CFR 565.15), binding in North America and common elsewhere. */
export function vinHolds(vin: string): boolean {
  const sum = [...vin].reduce((s, c, i) => s + (values.indexOf(c) % 10) * (weights[i] ?? 0), 0);
  return vin[8] === '0123456789X'[sum % 11];
}

/** Chassis number, ISO 3779: 17 letters and digits without I, O and Q. */
function examine(text: string): Examined {
  const normal = compact(text);
  if (normal.length !== 17) return { normal, findings: [warn('finding.vin.length', { count: normal.length })] };
  if (!/^[A-HJ-NPR-Z0-9]{17}$/.test(normal)) return { normal, findings: [warn('finding.vin.letters')] };
  return { normal, findings: [vinHolds(normal) ? ok('finding.vin.ok') : ok('finding.vin.without-check-digit')] };
}

export const vin = { id: 'vin', examine } as const satisfies IdentifierDefinition;
