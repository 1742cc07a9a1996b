import type { StageId } from '../stages/index.ts';

/** What a person did, for a time; several per person (handbook §12). Message key `role.<id>`. */
export interface Role {
  readonly id: string;
  /** Stages it usually belongs to: a hint for menus, no more. */
  readonly stages: readonly StageId[];
  /** Whoever holds it is protected unless that was lifted. */
  readonly protects?: true;
}

/** A role outside this list is kept as the analyst wrote it. */
export const roles = [
  { id: 'organiser', stages: [] },
  { id: 'coordinator', stages: [] },
  { id: 'recruiter', stages: ['recruit'] },
  { id: 'financier', stages: ['deposit', 'settle'] },
  { id: 'money-collector', stages: ['deposit', 'settle'] },
  { id: 'hawala-trader', stages: ['deposit', 'settle'] },
  { id: 'counterfeiter', stages: ['document'] },
  { id: 'driver', stages: ['assemble', 'move'] },
  { id: 'transporter', stages: ['move'] },
  { id: 'skipper', stages: ['cross'] },
  { id: 'crew', stages: ['cross'] },
  { id: 'guide', stages: ['move', 'cross'] },
  { id: 'guard', stages: ['hold'] },
  { id: 'lookout', stages: ['move', 'cross'] },
  { id: 'safe-house-keeper', stages: ['hold'] },
  { id: 'corrupt-official', stages: ['document', 'cross'] },
  { id: 'family-payer', stages: ['deposit', 'settle', 'release'] },
  { id: 'migrant', stages: [], protects: true },
  { id: 'victim-witness', stages: [], protects: true },
] as const satisfies readonly Role[];

export type RoleId = (typeof roles)[number]['id'];

export function isRoleId(text: string): text is RoleId {
  return roles.some((r) => r.id === text);
}

/** Role words that protect, for the rule on entities. */
export const protectingRoles: ReadonlySet<string> = new Set(
  (roles as readonly Role[]).filter((r) => r.protects).map((r) => r.id),
);
