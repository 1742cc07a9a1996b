import type { LinkType } from './link-type.ts';

export const messaged = {
  id: 'messaged',
  directed: true,
  momentary: true,
  counted: true,
  from: ['online-account', 'phone-number', 'person'],
  to: ['online-account', 'phone-number', 'person'],
} as const satisfies LinkType;
