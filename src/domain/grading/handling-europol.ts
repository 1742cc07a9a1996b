import type { HandlingScheme } from './handling-scheme.ts';

export const handlingEuropol = {
  id: 'europol',
  codes: [
    { code: 'H0', limits: [] },
    { code: 'H1', limits: ['evidence'] },
    { code: 'H2', limits: ['export'] },
    { code: 'H3', limits: [], needsText: true },
  ],
} as const satisfies HandlingScheme;
