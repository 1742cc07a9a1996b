import type { HandlingScheme } from './handling-scheme.ts';

export const handlingFiveByFiveByFive = {
  id: '5x5x5',
  codes: [
    { code: '1', limits: [] },
    { code: '2', limits: [] },
    { code: '3', limits: [] },
    { code: '4', limits: ['export'] },
    { code: '5', limits: ['export'] },
  ],
} as const satisfies HandlingScheme;
