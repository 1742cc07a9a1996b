import type { LinkType } from './link-type.ts';

export const bribed = {
  id: 'bribed',
  directed: true,
  momentary: true,
  counted: true,
  money: true,
  from: ['person', 'organisation'],
  to: ['person'],
} as const satisfies LinkType;
