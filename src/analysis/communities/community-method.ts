import type { PackedGraph } from '../graph/packed-graph.ts';
import type { Parameter, ParameterValues } from '../graph/parameters.ts';
import type { Work } from '../graph/work.ts';

/** Each node in one community; communities are numbered from 0, the largest first, equal sizes by their first node. */
export interface Partition {
  readonly community: Int32Array;
  readonly sizes: Int32Array;
  /** Newman and Girvan's Q over the undirected collapse, at the method's resolution; NaN for a graph without links. */
  readonly modularity: number;
}

export interface CommunityMethod {
  readonly id: string;
  readonly name: `communities.${string}.name`;
  readonly question: `communities.${string}.question`;
  readonly definition: `communities.${string}.definition`;
  readonly parameters: readonly Parameter[];
  run(graph: PackedGraph, parameters: ParameterValues): Work<Partition>;
}
