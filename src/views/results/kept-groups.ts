import type { CommunityResult } from '#queries/analysis';
import { type KnownGroups, knownGroups } from '#queries/known-groups';
import type { OpenCase } from '#queries/open-case';

const kept = new WeakMap<OpenCase, KnownGroups>();

/** The groups an analyst asked for last, to sort entities by in later figures of the same case. */
export function groupsKept(open: OpenCase): KnownGroups | undefined {
  return kept.get(open);
}

export function keepGroups(open: OpenCase, result: CommunityResult): void {
  kept.set(open, knownGroups(result));
}
