import type { LinkType } from './link-type.ts';

export const owns = {
  id: 'owns',
  directed: true,
  from: ['person', 'organisation'],
  to: ['vessel', 'vehicle', 'account', 'organisation', 'handset', 'location', 'commodity', 'travel-document'],
} as const satisfies LinkType;
