import type { EntityType } from './entity-type.ts';

/** Boxes on the classic chart. */
export const organisation = {
  id: 'organisation',
  icon: 'organisation',
  key: 2,
  labelFrom: ['registration-number'],
  fields: [
    { id: 'organisation-type', kind: 'choice', choices: ['company', 'group', 'authority', 'association', 'carrier'] },
    { id: 'country', kind: 'country', multiple: true },
    { id: 'registration-number', kind: 'text', multiple: true },
    { id: 'sector', kind: 'text' },
    { id: 'address', kind: 'text', multiple: true },
    { id: 'phone', kind: 'identifier', identifier: 'phone', multiple: true },
  ],
} as const satisfies EntityType;
