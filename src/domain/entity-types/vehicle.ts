import type { EntityType } from './entity-type.ts';

export const vehicle = {
  id: 'vehicle',
  icon: 'vehicle',
  key: 5,
  labelFrom: ['plate', 'vin'],
  labelIs: 'plate',
  fields: [
    { id: 'plate', kind: 'identifier', identifier: 'plate', multiple: true },
    { id: 'plate-country', kind: 'country', multiple: true },
    { id: 'vin', kind: 'identifier', identifier: 'vin' },
    { id: 'make', kind: 'text' },
    { id: 'model', kind: 'text' },
    { id: 'colour', kind: 'text' },
    { id: 'vehicle-type', kind: 'choice', choices: ['car', 'van', 'pickup', 'truck', 'bus', 'motorcycle', 'trailer'] },
  ],
} as const satisfies EntityType;
