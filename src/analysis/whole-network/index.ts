import type { Network } from '../graph/network.ts';
import { fillParameters } from '../graph/parameters.ts';
import { betweennessCentralisation, closenessCentralisation, degreeCentralisation } from './centralisation.ts';
import { corePeriphery } from './core-periphery.ts';
import { diameter, distanceFragmentation, meanDistance } from './distances.ts';
import { Facts } from './facts.ts';
import type { FigureValue, NetworkFigure, ParameterValues, Work } from './figure.ts';
import { degreeAssortativity, externalInternal, groupAssortativity } from './mixing.ts';
import {
  components,
  degreeDistribution,
  density,
  fragmentation,
  largestComponent,
  meanClustering,
  meanDegree,
  reciprocity,
  strongComponents,
  transitivity,
} from './shape.ts';
import { type Slices, type Slicing, slicesOf } from './slices.ts';

export type { FigureRange, FigureReason, FigureValue, NetworkFigure } from './figure.ts';
export type { Layer, Layers } from './layers.ts';
export { layersOf } from './layers.ts';
export type { Slice, Slices, Slicing } from './slices.ts';

/** Every figure of a whole network on offer, in the order of the menu. */
export const networkFigures = [
  density,
  meanDegree,
  degreeDistribution,
  components,
  largestComponent,
  strongComponents,
  fragmentation,
  distanceFragmentation,
  diameter,
  meanDistance,
  reciprocity,
  transitivity,
  meanClustering,
  degreeCentralisation,
  betweennessCentralisation,
  closenessCentralisation,
  degreeAssortativity,
  groupAssortativity,
  externalInternal,
  corePeriphery,
] as const satisfies readonly NetworkFigure[];

export type NetworkFigureId = (typeof networkFigures)[number]['id'];

export function networkFigureById(id: string): NetworkFigure | undefined {
  return networkFigures.find((f) => f.id === id);
}

/** A figure that is asked for; parameters left out take their defaults. */
export interface FigureAsked {
  readonly figure: string;
  readonly parameters: ParameterValues;
}

/** A figure with its parameters filled in. */
export interface FigureReady {
  readonly definition: NetworkFigure;
  readonly values: ParameterValues;
}

export type FigureRefusal = { readonly refused: 'unknown-figure' | 'unfit-parameter'; readonly detail: string };

/** Looks the figures up and fills their parameters in, or says which does not fit. */
export function readyFigures(asked: readonly FigureAsked[]): readonly FigureReady[] | FigureRefusal {
  const ready: FigureReady[] = [];
  for (const { figure, parameters } of asked) {
    const definition = networkFigureById(figure);
    if (!definition) return { refused: 'unknown-figure', detail: figure };
    const filled = fillParameters(definition.parameters, parameters);
    if ('unfit' in filled) return { refused: 'unfit-parameter', detail: `${figure}: ${filled.unfit}` };
    ready.push({ definition, values: filled.values });
  }
  return ready;
}

/** The figures of a network, in the order asked for; what several rest on is worked out once. */
export function* figuresOf(network: Network, ready: readonly FigureReady[]): Work<readonly FigureValue[]> {
  const facts = new Facts(network);
  const values: FigureValue[] = [];
  for (const { definition, values: parameters } of ready)
    values.push(yield* definition.run(network, parameters, facts));
  return values;
}

/** The same for each slice of time. */
export function figuresOverTime(network: Network, ready: readonly FigureReady[], slicing: Slicing): Work<Slices> {
  return slicesOf(network, slicing, (part) => figuresOf(part, ready));
}
