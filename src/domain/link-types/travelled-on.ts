import type { LinkType } from './link-type.ts';

export const travelledOn = {
  id: 'travelled-on',
  directed: true,
  counted: true,
  from: ['person'],
  to: ['vessel', 'vehicle', 'route'],
} as const satisfies LinkType;
