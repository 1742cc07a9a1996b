import type { LinkType } from './link-type.ts';

/** The role of the link says as what. */
export const participatedIn = {
  id: 'participated-in',
  directed: true,
  from: ['person', 'organisation', 'vessel', 'vehicle', 'phone-number', 'commodity', 'account', 'travel-document'],
  to: ['event'],
} as const satisfies LinkType;
