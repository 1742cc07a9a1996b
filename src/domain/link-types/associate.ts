import type { LinkType } from './link-type.ts';

/** Knows or keeps company with; the plain line of a link chart. */
export const associate = {
  id: 'associate',
  directed: false,
  from: ['person'],
  to: ['person', 'organisation'],
} as const satisfies LinkType;
