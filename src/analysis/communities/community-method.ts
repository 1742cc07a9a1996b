import type { PackedGraph } from '../graph/packed-graph.ts';
import type { Parameter, ParameterValues } from '../graph/parameters.ts';
import type { Work } from '../graph/work.ts';

/** Groups that may overlap, in compressed rows: those of group `g` are `members[offsets[g]] … members[offsets[g + 1] - 1]`, ascending. */
export interface Cover {
  readonly offsets: Int32Array;
  readonly members: Int32Array;
}

/** How far the runs of a method that rests on chance agree about its answer. */
export interface Stability {
  readonly runs: number;
  /**
   * Of the runs, the share in which the node stood with more than half of the others of its group; where it is a group of its own, in which it
   * stood alone.
   */
  readonly share: Float64Array;
  /** Mean over the others of its group of the share of runs in which the two stood together; alone: as `share`. */
  readonly together: Float64Array;
  /** The other group with more than half of which it stood in the most runs, −1 where there is none, and in what share of the runs. */
  readonly rival: Int32Array;
  readonly rivalShare: Float64Array;
  /** Mean over the runs of the adjusted Rand index with the answer. */
  readonly agreement: number;
  /** Lowest, mean and highest modularity of the runs, NaN without links. */
  readonly modularity: readonly [lowest: number, mean: number, highest: number];
}

/** The order in which a network falls apart, read backwards: merges of two groups each, from single nodes up. */
export interface Dendrogram {
  readonly nodeCount: number;
  /** Merge `i` makes group `nodeCount + i` of the groups `merges[2i]` and `merges[2i + 1]`; numbers below `nodeCount` are nodes. */
  readonly merges: Int32Array;
  /** Modularity after the first `i` merges, from that of single nodes on. */
  readonly modularity: Float64Array;
}

/** Why a division has no modularity. Each code has its message under `communities.reason.<code>`. */
export type QualityReason = 'no-links' | 'groups-overlap' | 'some-in-no-group';

/** Groups are numbered from 0, the largest first, equal sizes by their first node. */
export interface Partition {
  /** Group of each node, −1 where it is in none; of a node in several the first, which is the largest. */
  readonly community: Int32Array;
  readonly sizes: Int32Array;
  /** Newman and Girvan's Q over the undirected collapse, at the method's resolution; NaN where there is none, with the reason. */
  readonly modularity: number;
  readonly reason?: QualityReason;
  /** All groups with all their members, where a node may be in several. */
  readonly cover?: Cover;
  readonly stability?: Stability;
  readonly dendrogram?: Dendrogram;
  /** Not all groups were found: the bound that was reached. */
  readonly cutOff?: 'count' | 'time';
}

/** The method is not for this network: a bound it has, and what the network has. Each code has its message under `communities.refused.<code>`. */
export interface Refusal {
  readonly refused: 'too-many-nodes' | 'too-many-links' | 'too-many-pairs';
  readonly most: number;
  readonly has: number;
}

export interface CommunityMethod {
  readonly id: string;
  readonly name: `communities.${string}.name`;
  readonly question: `communities.${string}.question`;
  readonly definition: `communities.${string}.definition`;
  readonly parameters: readonly Parameter[];
  /** Whether arrows count; tie weights count wherever the definition says so. */
  readonly directed?: boolean;
  run(graph: PackedGraph, parameters: ParameterValues): Work<Partition | Refusal>;
}

export function isRefusal(outcome: Partition | Refusal): outcome is Refusal {
  return 'refused' in outcome;
}
