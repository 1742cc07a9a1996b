import type { Examined, IdentifierDefinition } from './finding.ts';
import { compact } from './written.ts';

/** Registration plate of any country: gaps, hyphens and case do not count. Nothing more can be said of it. */
function examine(text: string): Examined {
  return { normal: compact(text), findings: [] };
}

export const plate = { id: 'plate', examine } as const satisfies IdentifierDefinition;
