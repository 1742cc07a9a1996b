import type { CaseState } from '#domain/change/case-state';
import type { Link, Strength } from '#domain/link/link';
import { type LinkType, linkType } from '#domain/link-types/index';

/**
 * What a cell says of two entities, after FM 34-60 and the Anacapa teaching: a tie, a part taken in an organisation (officer, member, employee), what is
 * owned without a part being taken in it. `identity`: two records may be one and the same, which is no association.
 */
export const codes = ['participation', 'ownership', 'association', 'identity'] as const;

export type Code = (typeof codes)[number];

/** The strongest first. */
export const strengths = ['confirmed', 'unconfirmed', 'tentative'] as const satisfies readonly Strength[];

/** Working for, or leading, is a part in an organisation only where a person does it in one. */
const PART_WHERE_ORGANISED: ReadonlySet<string> = new Set(['employs', 'directs']);

/** The code of one link. */
export function codeOf(state: CaseState, link: Link): Code {
  const definition: LinkType = linkType(link.type);
  if (definition.identity) return 'identity';
  if (link.type === 'owns') return 'ownership';
  if (link.type === 'member') return 'participation';
  if (PART_WHERE_ORGANISED.has(link.type)) {
    const types = [state.entity(link.from)?.type, state.entity(link.to)?.type];
    if (types.includes('organisation') && types.includes('person')) return 'participation';
  }
  return 'association';
}
