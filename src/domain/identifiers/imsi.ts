import { type Examined, type IdentifierDefinition, ok, warn } from './finding.ts';
import { compact, digitsOf, isScientific } from './written.ts';

/** Mobile country codes of the region and its neighbours, ITU-T E.212; 001 is kept for test networks. */
const countries: ReadonlyMap<string, string> = new Map([
  ['234', 'GB'],
  ['235', 'GB'],
  ['404', 'IN'],
  ['405', 'IN'],
  ['410', 'PK'],
  ['413', 'LK'],
  ['414', 'MM'],
  ['452', 'VN'],
  ['454', 'HK'],
  ['455', 'MO'],
  ['456', 'KH'],
  ['457', 'LA'],
  ['460', 'CN'],
  ['466', 'TW'],
  ['470', 'BD'],
  ['502', 'MY'],
  ['505', 'AU'],
  ['510', 'ID'],
  ['514', 'TL'],
  ['515', 'PH'],
  ['520', 'TH'],
  ['525', 'SG'],
  ['528', 'BN'],
  ['530', 'NZ'],
  ['537', 'PG'],
]);

/** Subscriber identity on the SIM: 15 digits (14 in a few networks), country first. */
function examine(text: string): Examined {
  if (isScientific(text)) return { normal: compact(text), findings: [warn('finding.identifier.scientific')] };
  const { digits, pure } = digitsOf(text);
  if (!pure) return { normal: compact(text), findings: [warn('finding.imsi.not-digits')] };
  if (digits.length < 14 || digits.length > 15)
    return { normal: digits, findings: [warn('finding.imsi.length', { count: digits.length })] };
  const code = digits.slice(0, 3);
  const country = countries.get(code);
  if (code === '001') return { normal: digits, findings: [ok('finding.imsi.test-network')] };
  return {
    normal: digits,
    findings: [country ? ok('finding.imsi.country', { country }) : ok('finding.imsi.country-not-listed', { code })],
  };
}

export const imsi = { id: 'imsi', examine } as const satisfies IdentifierDefinition;
