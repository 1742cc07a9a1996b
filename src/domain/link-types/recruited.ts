import type { LinkType } from './link-type.ts';

export const recruited = {
  id: 'recruited',
  directed: true,
  momentary: true,
  from: ['person', 'organisation'],
  to: ['person'],
} as const satisfies LinkType;
