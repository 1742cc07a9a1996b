import type { EntityType } from './entity-type.ts';

/** A way from place to place, not one journey on it: that is an event. Its period is the span of the record. */
export const route = {
  id: 'route',
  icon: 'route',
  labelFrom: ['leg'],
  fields: [
    { id: 'leg', kind: 'text', multiple: true },
    { id: 'mode', kind: 'choice', choices: ['land', 'sea', 'air', 'mixed'] },
    { id: 'fee', kind: 'amount', multiple: true },
  ],
} as const satisfies EntityType;
