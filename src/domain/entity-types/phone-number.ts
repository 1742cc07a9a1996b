import type { EntityType } from './entity-type.ts';

/** A number or the SIM that carries it. First and last seen are the span of the record. */
export const phoneNumber = {
  id: 'phone-number',
  icon: 'sim',
  key: 3,
  labelFrom: ['number', 'imsi', 'iccid'],
  labelIs: 'number',
  fields: [
    { id: 'number', kind: 'identifier', identifier: 'phone' },
    { id: 'iccid', kind: 'identifier', identifier: 'iccid', multiple: true },
    { id: 'imsi', kind: 'identifier', identifier: 'imsi', multiple: true },
    { id: 'operator', kind: 'text' },
    { id: 'country', kind: 'country' },
  ],
} as const satisfies EntityType;
