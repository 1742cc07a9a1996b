import type { EntityType } from './entity-type.ts';

export const handset = {
  id: 'handset',
  icon: 'handset',
  labelFrom: ['imei', 'model', 'brand'],
  labelIs: 'imei',
  fields: [
    { id: 'imei', kind: 'identifier', identifier: 'imei', multiple: true },
    { id: 'brand', kind: 'text' },
    { id: 'model', kind: 'text' },
  ],
} as const satisfies EntityType;
