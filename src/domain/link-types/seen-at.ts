import type { LinkType } from './link-type.ts';

export const seenAt = {
  id: 'seen-at',
  directed: true,
  momentary: true,
  counted: true,
  from: ['person', 'vehicle', 'vessel', 'phone-number', 'handset'],
  to: ['location'],
} as const satisfies LinkType;
