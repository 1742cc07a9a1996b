import type { LinkType } from './link-type.ts';

/** Skipper, crew, driver; the role of the link says which. */
export const crewed = {
  id: 'crewed',
  directed: true,
  from: ['person'],
  to: ['vessel', 'vehicle'],
} as const satisfies LinkType;
