import type { EntityType } from './entity-type.ts';

/** Past names are aliases of the record. */
export const vessel = {
  id: 'vessel',
  icon: 'vessel',
  key: 4,
  labelFrom: ['imo', 'mmsi', 'registration-number', 'call-sign'],
  fields: [
    { id: 'imo', kind: 'identifier', identifier: 'imo' },
    { id: 'mmsi', kind: 'identifier', identifier: 'mmsi', multiple: true },
    { id: 'call-sign', kind: 'identifier', identifier: 'call-sign', multiple: true },
    { id: 'flag', kind: 'country' },
    { id: 'past-flag', kind: 'country', multiple: true },
    { id: 'registration-number', kind: 'text', multiple: true },
    { id: 'registration-port', kind: 'text' },
    {
      id: 'vessel-type',
      kind: 'choice',
      choices: ['fishing', 'cargo', 'supply', 'tanker', 'passenger', 'speedboat', 'yacht', 'tug', 'raft'],
    },
    { id: 'length', kind: 'number', unit: 'm' },
    { id: 'tonnage', kind: 'number', unit: 't' },
    { id: 'colour', kind: 'text' },
    { id: 'engine', kind: 'text' },
  ],
} as const satisfies EntityType;
