import type { ParameterValues } from '#analysis/measures/index';
import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import type { AnalysisDesk } from './analysis.ts';
import type { Figure, RunOptions } from './derivation.ts';
import { type CommunityResult, overlapOf } from './groups.ts';
import type { GraphRequest } from './packing.ts';

/** The method whose communities are guaranteed to hang together; taken where nobody has asked for groups yet. */
export const USUAL_METHOD = 'leiden';

/** What a figure keeps of the groups it was sorted by. */
export interface GroupsBy {
  readonly method: string;
  readonly parameters: ParameterValues;
  /** Change of the case they were found at. */
  readonly revision: number;
  /** An answer that somebody asked for; else they were found for this figure, over the same graph. */
  readonly answered: boolean;
}

/** Groups that a figure can be sorted by, as the grouping `community`. */
export interface KnownGroups extends GroupsBy {
  /** Who is in one group. */
  readonly of: ReadonlyMap<Id, number>;
  /** How many are in more than one: by such groups nobody can be sorted. */
  readonly several: number;
}

/** The groups of an answer; who is in none, or in several, is left out. */
export function knownGroups(result: CommunityResult, answered = true): KnownGroups {
  const { method, parameters, revision } = result;
  return {
    method,
    parameters,
    revision,
    answered,
    of: new Map(result.rows.flatMap((r) => (r.community < 0 || r.groups ? [] : [[r.id, r.community] as const]))),
    several: overlapOf(result)?.several ?? 0,
  };
}

/** Groups found over the graph of a figure in the way stated. */
export async function foundGroups(
  desk: AnalysisDesk,
  state: CaseState,
  request: GraphRequest,
  { method, parameters }: Pick<GroupsBy, 'method' | 'parameters'>,
  { signal }: RunOptions,
): Promise<Figure<KnownGroups>> {
  const found = await desk.communities(state, request, method, parameters, signal ? { signal } : {});
  return found.ok ? { ok: true, figure: knownGroups(found.figure, false) } : found;
}

/**
 * The groups for a figure that sorts entities by `names`: those given, else found over its graph by the usual method at its usual settings. Failure
 * `groups-overlap`, with how many are in several: a figure would have to choose one of their groups.
 */
export async function groupsFor(
  desk: AnalysisDesk,
  state: CaseState,
  request: GraphRequest,
  names: readonly string[],
  given: KnownGroups | undefined,
  run: RunOptions,
): Promise<Figure<KnownGroups | undefined>> {
  if (given && given.several > 0 && names.includes('community'))
    return { ok: false, code: 'groups-overlap', detail: String(given.several) };
  if (given || !names.includes('community')) return { ok: true, figure: given };
  return foundGroups(desk, state, request, { method: USUAL_METHOD, parameters: {} }, run);
}

export function groupsBy({ method, parameters, revision, answered }: KnownGroups): GroupsBy {
  return { method, parameters, revision, answered };
}
