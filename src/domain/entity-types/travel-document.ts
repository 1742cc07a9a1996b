import type { EntityType } from './entity-type.ts';

export const travelDocument = {
  id: 'travel-document',
  icon: 'document',
  key: 9,
  labelFrom: ['document-number', 'mrz', 'holder'],
  labelIs: 'document-number',
  fields: [
    {
      id: 'document-type',
      kind: 'choice',
      choices: [
        'passport',
        'identity-card',
        'visa',
        'residence-permit',
        'seafarer-card',
        'travel-permit',
        'birth-certificate',
      ],
    },
    { id: 'document-number', kind: 'identifier', identifier: 'passport' },
    { id: 'issuer', kind: 'country' },
    { id: 'holder', kind: 'text' },
    { id: 'birth-date', kind: 'date' },
    { id: 'issued', kind: 'date' },
    { id: 'expires', kind: 'date' },
    { id: 'mrz', kind: 'identifier', identifier: 'mrz' },
    { id: 'condition', kind: 'choice', choices: ['genuine', 'altered', 'fantasy', 'lost', 'stolen'] },
  ],
} as const satisfies EntityType;
