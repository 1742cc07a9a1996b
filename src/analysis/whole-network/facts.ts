import type { Network } from '../graph/network.ts';
import { fillParameters, measureById, sumDistances } from '../measures/index.ts';
import type { Work } from './figure.ts';

/** Distances d over all ordered pairs that reach each other, as the arrows run. */
export interface Distances {
  readonly pairs: number;
  readonly sum: number;
  readonly longest: number;
  /** Σ d into each node. */
  readonly into: Float64Array;
  /** Nodes that reach each node, itself left out. */
  readonly reached: Float64Array;
}

/** What several figures of one network rest on, worked out when first asked for. */
export class Facts {
  readonly network: Network;
  /** The same without directions. */
  readonly collapsed: Network;
  readonly #distances = new Map<Network, Distances>();
  #inverse: number | undefined;
  readonly #columns = new Map<string, Float64Array>();

  constructor(network: Network) {
    this.network = network;
    this.collapsed = network.directed ? { ...network, directed: false, out: network.both, in: network.both } : network;
  }

  *distances(network: Network): Work<Distances> {
    const known = this.#distances.get(network);
    if (known) return known;
    const { reached, sum, furthest } = yield* sumDistances(network, (d) => d);
    const distances = {
      pairs: reached.reduce((a, b) => a + b, 0),
      sum: sum.reduce((a, b) => a + b, 0),
      longest: furthest.reduce((a, b) => Math.max(a, b), 0),
      into: sum,
      reached,
    };
    this.#distances.set(network, distances);
    return distances;
  }

  /** Σ 1/d over ordered pairs, directions ignored. */
  *inverseDistances(): Work<number> {
    this.#inverse ??= (yield* sumDistances(this.collapsed, (d) => 1 / d)).sum.reduce((a, b) => a + b, 0);
    return this.#inverse;
  }

  /** A measure of every node, with its usual parameters. */
  *column(id: string): Work<Float64Array> {
    const known = this.#columns.get(id);
    if (known) return known;
    const definition = measureById(id)!;
    const filled = fillParameters(definition.parameters, {});
    if ('unfit' in filled) throw new Error(`${id} does not fit its own parameters`);
    const { values } = yield* definition.run(this.network, filled.values);
    this.#columns.set(id, values);
    return values;
  }
}
