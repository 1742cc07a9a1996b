import type { LinkType } from './link-type.ts';

export const family = {
  id: 'family',
  directed: false,
  from: ['person'],
  to: ['person'],
} as const satisfies LinkType;
