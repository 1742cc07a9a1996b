import type { LinkType } from './link-type.ts';

export const harboured = {
  id: 'harboured',
  directed: true,
  from: ['person', 'organisation', 'location'],
  to: ['person'],
} as const satisfies LinkType;
