import { cliques } from './cliques.ts';
import { type CommunityMethod, isRefusal, type Partition, type Refusal } from './community-method.ts';
import { cores } from './cores.ts';
import { girvanNewman } from './girvan-newman.ts';
import { labelPropagation } from './label-propagation.ts';
import { leiden } from './leiden.ts';
import { louvain } from './louvain.ts';
import { blocks, components, strongComponents } from './pieces.ts';

export { type Agreement, agreementOf } from './agreement.ts';
export type {
  CommunityMethod,
  Cover,
  Dendrogram,
  Partition,
  QualityReason,
  Refusal,
  Stability,
} from './community-method.ts';
export { cutAfter } from './girvan-newman.ts';
export { modularityAlongArrows, modularityOf, type Quality, qualityOf } from './modularity.ts';
export { isRefusal };

/** Every way on offer of finding groups, in the order of the menu. */
export const communityMethods = [
  louvain,
  leiden,
  labelPropagation,
  girvanNewman,
  components,
  strongComponents,
  blocks,
  cores,
  cliques,
] as const satisfies readonly CommunityMethod[];

export type CommunityMethodId = (typeof communityMethods)[number]['id'];

/** How many nodes are in more than one group: by such groups nodes cannot be sorted. */
export function inSeveral({ cover }: Pick<Partition, 'cover'>): number {
  if (!cover) return 0;
  const seen = new Set<number>();
  const several = new Set<number>();
  for (const i of cover.members) (seen.has(i) ? several : seen).add(i);
  return several.size;
}

/** What of an outcome can be handed over between threads. */
export function buffersOf(outcome: Partition | Refusal): ArrayBufferView[] {
  if (isRefusal(outcome)) return [];
  const { community, sizes, cover, stability, dendrogram } = outcome;
  return [
    community,
    sizes,
    ...(cover ? [cover.offsets, cover.members] : []),
    ...(stability ? [stability.share, stability.together, stability.rival, stability.rivalShare] : []),
    ...(dendrogram ? [dendrogram.merges, dendrogram.modularity] : []),
  ];
}

export function communityMethodById(id: string): CommunityMethod | undefined {
  return communityMethods.find((m) => m.id === id);
}
