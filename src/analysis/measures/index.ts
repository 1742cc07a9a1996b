import { betweenness } from './betweenness.ts';
import { brokerage, coordinator, gatekeeper, itinerant, liaison, representative } from './brokerage.ts';
import { closeness, harmonic } from './closeness.ts';
import { clustering } from './clustering.ts';
import { components } from './components.ts';
import { coreness } from './coreness.ts';
import { currentFlow } from './current-flow.ts';
import { bridges, cutPoints } from './cuts.ts';
import { degree, inDegree, outDegree } from './degree.ts';
import { eigenvector } from './eigenvector.ts';
import { participation, withinGroupDegree } from './group-roles.ts';
import { authorities, hubs } from './hits.ts';
import { katz } from './katz.ts';
import { layerParticipation, layersPresent, overlappingDegree } from './layers.ts';
import { linkBetweenness } from './link-betweenness.ts';
import type { MeasureDefinition } from './measure.ts';
import { pagerank } from './pagerank.ts';
import { distanceWeightedReach, eccentricity, reach } from './reach.ts';
import { sampledBetweenness } from './sampled-betweenness.ts';
import { inStrength, outStrength, strength } from './strength.ts';
import { constraint, effectiveSize, efficiency, hierarchy } from './structural-holes.ts';

export { fillParameters } from '../graph/parameters.ts';
export { finish } from '../graph/work.ts';
export { sumDistances } from './distance-sums.ts';
export { inLayer, layersCost } from './in-layer.ts';
export type * from './measure.ts';
export { addShares, reasonAt } from './measure.ts';
export { type SourceShare, sharesOf } from './source-share.ts';
export { withinGroups } from './within-groups.ts';

/** Every measure on offer, in the order of the menu. */
export const measures = [
  degree,
  inDegree,
  outDegree,
  strength,
  inStrength,
  outStrength,
  reach,
  closeness,
  harmonic,
  distanceWeightedReach,
  eccentricity,
  betweenness,
  sampledBetweenness,
  currentFlow,
  eigenvector,
  katz,
  pagerank,
  hubs,
  authorities,
  coreness,
  clustering,
  constraint,
  effectiveSize,
  efficiency,
  hierarchy,
  brokerage,
  coordinator,
  itinerant,
  representative,
  gatekeeper,
  liaison,
  participation,
  withinGroupDegree,
  cutPoints,
  layersPresent,
  overlappingDegree,
  layerParticipation,
  components,
] as const satisfies readonly MeasureDefinition[];

export type MeasureId = (typeof measures)[number]['id'];

export function measureById(id: string): MeasureDefinition | undefined {
  return measures.find((m) => m.id === id);
}

/** Those that have something to say in one kind of link alone, and whose values can be ranked. */
export const layerMeasures = measures.filter((m) => m.range !== 'label' && !('acrossLayers' in m));

/** Every measure of links: one value per edge of the packed graph. */
export const linkMeasures = [linkBetweenness, bridges] as const satisfies readonly MeasureDefinition[];

export type LinkMeasureId = (typeof linkMeasures)[number]['id'];

export function linkMeasureById(id: string): MeasureDefinition | undefined {
  return linkMeasures.find((m) => m.id === id);
}
