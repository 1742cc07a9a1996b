import type { LinkType } from './link-type.ts';

/** Whoever signed the contract; not necessarily whoever speaks. */
export const subscriber = {
  id: 'subscriber',
  directed: true,
  from: ['person', 'organisation'],
  to: ['phone-number', 'online-account'],
} as const satisfies LinkType;
