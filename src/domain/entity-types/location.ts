import type { EntityType } from './entity-type.ts';

export const location = {
  id: 'location',
  icon: 'location',
  iconBy: {
    field: 'location-type',
    icons: {
      port: 'port',
      'landing-point': 'port',
      'safe-house': 'safehouse',
      crossing: 'crossing',
      checkpoint: 'crossing',
    },
  },
  key: 6,
  labelFrom: ['address', 'coordinates'],
  fields: [
    {
      id: 'location-type',
      kind: 'choice',
      choices: ['port', 'landing-point', 'safe-house', 'crossing', 'checkpoint', 'office', 'residence'],
    },
    { id: 'address', kind: 'text' },
    { id: 'country', kind: 'country' },
    { id: 'coordinates', kind: 'coordinates' },
    { id: 'accuracy', kind: 'number', unit: 'm' },
  ],
} as const satisfies EntityType;
