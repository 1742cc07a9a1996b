import type { EntityType } from './entity-type.ts';

/** Roles, status and protection are part of the entity record itself, because rules hang on them. */
export const person = {
  id: 'person',
  icon: 'person',
  key: 1,
  labelFrom: ['passport-number', 'national-id', 'phone'],
  fields: [
    { id: 'sex', kind: 'choice', choices: ['female', 'male', 'other'] },
    { id: 'birth-date', kind: 'date' },
    { id: 'age', kind: 'number', unit: 'years' },
    { id: 'birth-place', kind: 'text' },
    { id: 'nationality', kind: 'country', multiple: true },
    { id: 'national-id', kind: 'text', multiple: true },
    { id: 'passport-number', kind: 'identifier', identifier: 'passport', multiple: true },
    { id: 'phone', kind: 'identifier', identifier: 'phone', multiple: true },
    { id: 'language', kind: 'text', multiple: true },
    { id: 'occupation', kind: 'text', multiple: true },
    { id: 'address', kind: 'text', multiple: true },
    { id: 'appearance', kind: 'text' },
  ],
} as const satisfies EntityType;
