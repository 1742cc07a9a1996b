import type { EntityType } from './entity-type.ts';

export const commodity = {
  id: 'commodity',
  icon: 'commodity',
  iconBy: { field: 'commodity-kind', icons: { cash: 'cash' } },
  labelFrom: ['amount', 'commodity-kind'],
  fields: [
    {
      id: 'commodity-kind',
      kind: 'choice',
      choices: ['cash', 'gold', 'documents', 'fuel', 'drugs', 'weapons', 'goods'],
    },
    { id: 'amount', kind: 'amount', multiple: true },
    { id: 'quantity', kind: 'text' },
  ],
} as const satisfies EntityType;
