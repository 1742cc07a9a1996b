/** Which sources (or batches of them) are walked: every `step`-th from `first`, so that several workers share the work evenly. */
export interface SourceShare {
  readonly first: number;
  readonly step: number;
}

export const ALL_SOURCES: SourceShare = { first: 0, step: 1 };

/** Up to so many nodes the work is not worth sharing. */
const ONE_SHARE_UP_TO = 500;
/** More than an office computer has workers, so that none waits long for the last. */
const SHARES = 8;

/**
 * The shares of a graph, whoever works on them. A sum of floating-point numbers hangs on the order of adding: dealt by the number of workers, it
 * would come out otherwise on every machine, and equals with it.
 */
export function sharesOf(nodeCount: number): readonly SourceShare[] {
  if (nodeCount <= ONE_SHARE_UP_TO) return [ALL_SOURCES];
  return Array.from({ length: SHARES }, (_, first) => ({ first, step: SHARES }));
}
