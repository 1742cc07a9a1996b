import { type Examined, type IdentifierDefinition, ok, warn } from './finding.ts';
import { compact, digitsOf } from './written.ts';

/** Check digit of the first six: each times 7 … 2, last figure of the sum (IMO Resolution A.1117(30)). */
export function imoDigit(six: string): number {
  let sum = 0;
  for (let i = 0; i < 6; i++) sum += Number(six[i]) * (7 - i);
  return sum % 10;
}

/** Ship identification number: seven digits that stay with the hull whatever it is called. */
function examine(text: string): Examined {
  const stated = compact(text).replace(/^IMO(?:NO|NUMBER)?/, '');
  const { digits, pure } = digitsOf(stated);
  if (!pure) return { normal: stated === '' ? compact(text) : stated, findings: [warn('finding.imo.not-digits')] };
  if (digits.length !== 7) return { normal: digits, findings: [warn('finding.imo.length', { count: digits.length })] };
  const check = imoDigit(digits.slice(0, 6));
  if (check === Number(digits[6])) return { normal: digits, findings: [ok('finding.imo.ok')] };
  return { normal: digits, findings: [warn('finding.imo.check-digit', { stated: digits.slice(6), check })] };
}

export const imo = { id: 'imo', examine } as const satisfies IdentifierDefinition;
