import { type Examined, type IdentifierDefinition, warn } from './finding.ts';
import { compact } from './written.ts';

/** Radio call sign: letters and digits, three to seven. No check is possible. */
function examine(text: string): Examined {
  const normal = compact(text);
  return { normal, findings: /^[A-Z0-9]{3,7}$/.test(normal) ? [] : [warn('finding.call-sign.form')] };
}

export const callSign = { id: 'call-sign', examine } as const satisfies IdentifierDefinition;
