import type { CommunityMethod } from './community-method.ts';
import { louvain } from './louvain.ts';

export type { CommunityMethod, Partition } from './community-method.ts';
export { modularityOf } from './modularity.ts';

/** Every way on offer of finding groups. */
export const communityMethods = [louvain] as const satisfies readonly CommunityMethod[];

export type CommunityMethodId = (typeof communityMethods)[number]['id'];

export function communityMethodById(id: string): CommunityMethod | undefined {
  return communityMethods.find((m) => m.id === id);
}
