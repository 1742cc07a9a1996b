import type { LinkType } from './link-type.ts';

/** Drawn as membership of a box on the classic chart. */
export const member = {
  id: 'member',
  directed: true,
  from: ['person', 'organisation'],
  to: ['organisation', 'online-account'],
} as const satisfies LinkType;
