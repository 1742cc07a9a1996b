import type { EntityType } from './entity-type.ts';

/** Kind, span, place and stage are part of the entity record; taking part is a link with a role. */
export const event = {
  id: 'event',
  icon: 'event',
  key: 0,
  apart: true,
  labelFrom: [],
  fields: [
    { id: 'migrants', kind: 'number' },
    { id: 'deaths', kind: 'number' },
    { id: 'fee', kind: 'amount', multiple: true },
  ],
} as const satisfies EntityType;
