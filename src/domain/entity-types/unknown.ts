import type { EntityType } from './entity-type.ts';

/** The end of an imported link about which nothing more is stated. Also a deliberate question mark on a chart. */
export const unknown = {
  id: 'unknown',
  icon: 'unknown',
  labelFrom: [],
  fields: [],
} as const satisfies EntityType;
