import { type Examined, type IdentifierDefinition, warn } from './finding.ts';
import { compact } from './written.ts';

/** Number of a travel document: up to nine letters and digits (ICAO 9303-4); older and other papers have more. No check digit outside the MRZ. */
function examine(text: string): Examined {
  const normal = compact(text);
  if (!/^[A-Z0-9]*$/.test(normal)) return { normal, findings: [warn('finding.passport.letters')] };
  if (normal.length < 5 || normal.length > 9)
    return { normal, findings: [warn('finding.passport.length', { count: normal.length })] };
  return { normal, findings: /\d/.test(normal) ? [] : [warn('finding.passport.no-digit')] };
}

export const passport = { id: 'passport', examine } as const satisfies IdentifierDefinition;
