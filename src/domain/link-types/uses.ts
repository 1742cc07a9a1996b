import type { LinkType } from './link-type.ts';

/** Also a SIM used in a handset. */
export const uses = {
  id: 'uses',
  directed: true,
  from: ['person', 'organisation', 'phone-number'],
  to: [
    'phone-number',
    'handset',
    'vehicle',
    'vessel',
    'account',
    'online-account',
    'travel-document',
    'location',
    'route',
  ],
} as const satisfies LinkType;
