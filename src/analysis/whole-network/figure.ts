import type { Network } from '../graph/network.ts';
import type { Parameter, ParameterValues } from '../graph/parameters.ts';
import type { Work } from '../graph/work.ts';
import type { Facts } from './facts.ts';

export type { Parameter, ParameterValues } from '../graph/parameters.ts';
export type { Work } from '../graph/work.ts';

/** Why a network has no such figure. Each code has its message under `network-figure.reason.<code>`. */
export type FigureReason =
  | 'no-nodes'
  | 'too-few-nodes'
  | 'no-links'
  | 'no-directions'
  | 'no-two-contacts'
  | 'not-connected'
  | 'no-variation'
  | 'one-group'
  | 'no-grouping';

/** A figure of a whole network. */
export interface FigureValue {
  /** Null where it is not defined, with the reason. */
  readonly value: number | null;
  readonly reason?: FigureReason;
  /** What stands beside it, by the name under `network-figure.beside.<name>`. */
  readonly beside?: Readonly<Record<string, number>>;
  /** How often each number occurs: pairs of number and count, ascending. */
  readonly distribution?: readonly (readonly [number: number, count: number])[];
  /** Nodes that the figure singles out (the core). */
  readonly members?: Int32Array;
}

export type FigureRange = 'count' | 'non-negative' | 'unit-interval' | 'correlation';

export interface NetworkFigure {
  readonly id: string;
  readonly name: `network-figure.${string}.name`;
  readonly question: `network-figure.${string}.question`;
  readonly definition: `network-figure.${string}.definition`;
  readonly range: FigureRange;
  readonly parameters: readonly Parameter[];
  /** Whether it follows arrows where the network has them. No figure reads weights. */
  readonly reads: { readonly direction: boolean };
  run(network: Network, parameters: ParameterValues, facts: Facts): Work<FigureValue>;
}

/** Keeps the literal id of a definition. */
export function figure<const I extends string>(
  definition: Omit<NetworkFigure, 'id' | 'name' | 'question' | 'definition'> & { readonly id: I },
): NetworkFigure & { readonly id: I } {
  return {
    ...definition,
    name: `network-figure.${definition.id}.name`,
    question: `network-figure.${definition.id}.question`,
    definition: `network-figure.${definition.id}.definition`,
  };
}

export const none = (reason: FigureReason): FigureValue => ({ value: null, reason });

/** A figure that is read off in one piece. */
export const atOnce = (read: (network: Network, parameters: ParameterValues) => FigureValue): NetworkFigure['run'] =>
  function* (network, parameters) {
    const value = read(network, parameters);
    yield { done: 1, of: 1, stage: 'figures' };
    return value;
  };

/** Neighbours of a node, whatever the direction. */
export const degreeOf = (network: Network, i: number): number =>
  network.both.offsets[i + 1]! - network.both.offsets[i]!;

/** Pairs of linked nodes, whatever the direction. */
export const pairsLinked = (network: Network): number => network.both.targets.length / 2;
