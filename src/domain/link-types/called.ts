import type { LinkType } from './link-type.ts';

export const called = {
  id: 'called',
  directed: true,
  counted: true,
  from: ['phone-number', 'person', 'handset', 'organisation'],
  to: ['phone-number', 'person', 'handset', 'organisation'],
} as const satisfies LinkType;
