import type { LinkType } from './link-type.ts';

export const directs = {
  id: 'directs',
  directed: true,
  from: ['person', 'organisation'],
  to: ['person', 'organisation', 'vessel'],
} as const satisfies LinkType;
