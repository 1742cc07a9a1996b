/** Which sources (or batches of them) are walked: every `step`-th from `first`, so that several workers share the work evenly. */
export interface SourceShare {
  readonly first: number;
  readonly step: number;
}

export const ALL_SOURCES: SourceShare = { first: 0, step: 1 };
