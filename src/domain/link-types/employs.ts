import type { LinkType } from './link-type.ts';

export const employs = {
  id: 'employs',
  directed: true,
  from: ['organisation', 'person'],
  to: ['person'],
} as const satisfies LinkType;
