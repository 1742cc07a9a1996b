import type { LinkType } from './link-type.ts';

/** A question, not a finding: never counted as contact between two. */
export const possiblySameAs = {
  id: 'possibly-same-as',
  directed: false,
  identity: true,
  from: [],
  to: [],
} as const satisfies LinkType;
