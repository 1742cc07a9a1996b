import type { EntityType } from './entity-type.ts';

/** Bank account, wallet, or a hawala broker's ledger. */
export const account = {
  id: 'account',
  icon: 'account',
  iconBy: { field: 'account-kind', icons: { hawala: 'hawala', cash: 'cash' } },
  key: 7,
  labelFrom: ['iban', 'account-number', 'ledger-code', 'wallet'],
  labelIs: 'account-number',
  fields: [
    { id: 'account-kind', kind: 'choice', choices: ['bank', 'hawala', 'wallet', 'mobile-money', 'cash'] },
    { id: 'bank', kind: 'text' },
    { id: 'account-number', kind: 'text', multiple: true },
    { id: 'iban', kind: 'identifier', identifier: 'iban' },
    { id: 'bic', kind: 'text' },
    { id: 'holder', kind: 'text', multiple: true },
    { id: 'ledger-code', kind: 'text', multiple: true },
    { id: 'wallet', kind: 'text', multiple: true },
    { id: 'currency', kind: 'text', multiple: true },
  ],
} as const satisfies EntityType;
