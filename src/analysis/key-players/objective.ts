import type { Work } from '../graph/work.ts';

/** Arcs walked between two yields: some ten milliseconds. */
export const STEPS_PER_YIELD = 1_000_000;

/** A figure of sets of nodes, made so that one more member can be judged for all nodes at once. Larger is better for all of them. */
export interface Objective {
  /** The figure of the set `members` (1 = in it). NaN where it is not defined. */
  value(members: Uint8Array): Work<number>;
  /**
   * Writes into `values[v]` the figure of `base` with `v` added, for every node `v` outside `base` with `wanted[v]` = 1; other entries are left
   * alone or filled, whichever is quicker. Returns the figure of `base` itself.
   */
  sweep(base: Uint8Array, wanted: Uint8Array, values: Float64Array): Work<number>;
  /** Arcs walked since the objective was made: the measure of its work. */
  steps(): number;
  /** Does a small part of a sweep over the empty set, and says which share of one it was: to estimate the time of the whole. */
  trial(): Work<number>;
  /** Whether a member gains a set the less, the larger the set is (submodular), so that sums of single gains bound what a set can reach. */
  readonly diminishing: boolean;
}

export function sizeOf(members: Uint8Array): number {
  let size = 0;
  for (let i = 0; i < members.length; i++) size += members[i]!;
  return size;
}
