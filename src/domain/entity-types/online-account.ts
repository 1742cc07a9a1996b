import type { EntityType } from './entity-type.ts';

/** An account, page or group on a platform. Addresses are kept as text and never opened. */
export const onlineAccount = {
  id: 'online-account',
  icon: 'online',
  key: 8,
  labelFrom: ['handle', 'platform-id', 'url', 'phone'],
  labelIs: 'handle',
  fields: [
    { id: 'platform', kind: 'text' },
    { id: 'online-kind', kind: 'choice', choices: ['account', 'group', 'channel', 'page'] },
    { id: 'handle', kind: 'text', multiple: true },
    { id: 'platform-id', kind: 'text' },
    { id: 'phone', kind: 'identifier', identifier: 'phone', multiple: true },
    { id: 'url', kind: 'text', multiple: true },
  ],
} as const satisfies EntityType;
