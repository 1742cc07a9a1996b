import type { LinkType } from './link-type.ts';

/** Something ties them and the source does not say what. */
export const unknown = {
  id: 'unknown',
  directed: false,
  from: [],
  to: [],
} as const satisfies LinkType;
