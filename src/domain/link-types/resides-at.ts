import type { LinkType } from './link-type.ts';

export const residesAt = {
  id: 'resides-at',
  directed: true,
  from: ['person', 'organisation'],
  to: ['location'],
} as const satisfies LinkType;
