import type { HandlingScheme } from './handling-scheme.ts';

/** Traffic Light Protocol 2.0. RED stays with the named recipients, AMBER+STRICT in their organisation: neither leaves in an export unasked. */
export const handlingTlp = {
  id: 'tlp',
  codes: [
    { code: 'RED', limits: ['export'] },
    { code: 'AMBER+STRICT', limits: ['export'] },
    { code: 'AMBER', limits: [] },
    { code: 'GREEN', limits: [] },
    { code: 'CLEAR', limits: [] },
  ],
} as const satisfies HandlingScheme;
