import type { LinkType } from './link-type.ts';

export const suppliedDocument = {
  id: 'supplied-document',
  directed: true,
  momentary: true,
  from: ['person', 'organisation'],
  to: ['person', 'travel-document'],
} as const satisfies LinkType;
