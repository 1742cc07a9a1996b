import { type Examined, type IdentifierDefinition, ok, warn } from './finding.ts';
import { luhnHolds } from './luhn.ts';
import { compact, digitsOf, isScientific } from './written.ts';

/** Number printed on the SIM card, ITU-T E.118: begins with 89, 18 to 20 digits, usually with a Luhn digit at the end. */
function examine(text: string): Examined {
  if (isScientific(text)) return { normal: compact(text), findings: [warn('finding.identifier.scientific')] };
  const { digits } = digitsOf(text);
  const normal = compact(text);
  // Some operators print a hexadecimal letter among the last characters; those carry no check digit that could be tested.
  if (!/^\d{10,}[0-9A-F]*$/.test(normal)) return { normal, findings: [warn('finding.iccid.not-digits')] };
  if (normal.length < 18 || normal.length > 20)
    return { normal, findings: [warn('finding.iccid.length', { count: normal.length })] };
  if (!normal.startsWith('89')) return { normal, findings: [warn('finding.iccid.prefix')] };
  if (normal.length === 18 || digits.length !== normal.length)
    return { normal, findings: [ok('finding.iccid.without-check-digit')] };
  return { normal, findings: [luhnHolds(digits) ? ok('finding.iccid.ok') : warn('finding.iccid.check-digit')] };
}

export const iccid = { id: 'iccid', examine } as const satisfies IdentifierDefinition;
