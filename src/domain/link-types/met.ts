import type { LinkType } from './link-type.ts';

export const met = {
  id: 'met',
  directed: false,
  momentary: true,
  counted: true,
  from: ['person'],
  to: ['person'],
} as const satisfies LinkType;
