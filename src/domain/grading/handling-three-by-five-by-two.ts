import type { HandlingScheme } from './handling-scheme.ts';

export const handlingThreeByFiveByTwo = {
  id: '3x5x2',
  codes: [
    { code: 'P', limits: [] },
    { code: 'C', limits: [] },
  ],
  conditions: [
    {
      id: 'action',
      only: 'C',
      codes: [
        { code: 'A1', limits: ['action'] },
        { code: 'A2', limits: ['evidence'] },
        { code: 'A3', limits: [] },
      ],
    },
    {
      id: 'sanitisation',
      only: 'C',
      codes: [
        { code: 'S1', limits: [] },
        { code: 'S2', limits: ['export'] },
      ],
    },
  ],
} as const satisfies HandlingScheme;
