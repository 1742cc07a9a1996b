import type { LinkType } from './link-type.ts';

export const called = {
  id: 'called',
  directed: true,
  momentary: true,
  counted: true,
  from: ['phone-number', 'person', 'organisation'],
  to: ['phone-number', 'person', 'organisation'],
} as const satisfies LinkType;
