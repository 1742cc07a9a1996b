import type { LinkType } from './link-type.ts';

export const transported = {
  id: 'transported',
  directed: true,
  counted: true,
  from: ['person', 'vehicle', 'vessel', 'organisation'],
  to: ['person', 'commodity'],
} as const satisfies LinkType;
