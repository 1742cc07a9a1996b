import { type Examined, type IdentifierDefinition, ok, warn } from './finding.ts';
import { luhnDigit, luhnHolds } from './luhn.ts';
import { compact, digitsOf, isScientific } from './written.ts';

/**
 * Handset number, 3GPP TS 23.003 §6: 14 digits say which handset, the 15th is a Luhn digit that networks often send as 0 or leave out; IMEISV
 * has two digits of software version instead. All forms of one handset come out as its 15 digits with the right check digit, save where the stated
 * check digit is wrong and not 0: then any digit may be, and it stays as stated.
 */
function examine(text: string): Examined {
  if (isScientific(text)) return { normal: compact(text), findings: [warn('finding.identifier.scientific')] };
  const { digits, pure } = digitsOf(text);
  if (!pure) return { normal: compact(text), findings: [warn('finding.imei.not-digits')] };
  const findings = [];
  const body = digits.slice(0, 14);
  if (/^0+$/.test(digits)) return { normal: digits, findings: [warn('finding.imei.empty')] };
  let normal = digits;
  if (digits.length === 14) {
    normal = body + luhnDigit(body);
    findings.push(ok('finding.imei.without-check-digit', { check: luhnDigit(body) }));
  } else if (digits.length === 16) {
    normal = body + luhnDigit(body);
    findings.push(ok('finding.imei.software-version', { version: digits.slice(14) }));
  } else if (digits.length !== 15) {
    findings.push(warn('finding.imei.length', { count: digits.length }));
  } else if (luhnHolds(digits)) {
    findings.push(ok('finding.imei.ok'));
  } else if (digits.endsWith('0')) {
    normal = body + luhnDigit(body);
    findings.push(ok('finding.imei.spare-digit', { check: luhnDigit(body) }));
  } else {
    findings.push(warn('finding.imei.check-digit', { stated: digits.slice(14), check: luhnDigit(body) }));
  }
  return { normal, findings };
}

export const imei = { id: 'imei', examine } as const satisfies IdentifierDefinition;
