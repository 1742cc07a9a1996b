import type { LinkType } from './link-type.ts';

export const paid = {
  id: 'paid',
  directed: true,
  momentary: true,
  counted: true,
  money: true,
  from: ['account', 'person', 'organisation'],
  to: ['account', 'person', 'organisation'],
} as const satisfies LinkType;
