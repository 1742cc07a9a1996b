import { betweenness } from './betweenness.ts';
import { closeness, harmonic } from './closeness.ts';
import { clustering } from './clustering.ts';
import { components } from './components.ts';
import { coreness } from './coreness.ts';
import { degree, inDegree, outDegree } from './degree.ts';
import { eigenvector } from './eigenvector.ts';
import type { MeasureDefinition } from './measure.ts';
import { pagerank } from './pagerank.ts';
import { inStrength, outStrength, strength } from './strength.ts';
import { constraint, effectiveSize, efficiency, hierarchy } from './structural-holes.ts';

export { fillParameters } from '../graph/parameters.ts';
export { finish } from '../graph/work.ts';
export type * from './measure.ts';
export { addShares, reasonAt } from './measure.ts';
export type { SourceShare } from './source-share.ts';

/** Every measure on offer, in the order of the menu. */
export const measures = [
  degree,
  inDegree,
  outDegree,
  strength,
  inStrength,
  outStrength,
  betweenness,
  closeness,
  harmonic,
  eigenvector,
  pagerank,
  coreness,
  clustering,
  constraint,
  effectiveSize,
  efficiency,
  hierarchy,
  components,
] as const satisfies readonly MeasureDefinition[];

export type MeasureId = (typeof measures)[number]['id'];

export function measureById(id: string): MeasureDefinition | undefined {
  return measures.find((m) => m.id === id);
}
