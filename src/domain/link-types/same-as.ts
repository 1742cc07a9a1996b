import type { LinkType } from './link-type.ts';

/** Two records of one thing, kept apart for now; merging is a command of its own. */
export const sameAs = {
  id: 'same-as',
  directed: false,
  identity: true,
  from: [],
  to: [],
} as const satisfies LinkType;
