/** What a link rests on, for ordering only. */
export interface Backing {
  /** 0 confirmed, 1 unconfirmed, 2 tentative. */
  readonly proof: number;
  /** Rank of its best grade, 0 = best; infinite where nothing is graded. */
  readonly grade: number;
  /** How many sources say so. */
  readonly sources: number;
}

/** Negative when `a` is better backed: proof first, then the best grade, then the number of sources. */
export function compareBacking(a: Backing, b: Backing): number {
  if (a.proof !== b.proof) return a.proof - b.proof;
  if (a.grade !== b.grade) return a.grade < b.grade ? -1 : 1;
  return b.sources - a.sources;
}

/**
 * The weakest link of a path. A step is as strong as the best of its parallel links, a path as weak as its weakest step; of equally weak ones the first.
 * Indices: `step` along the path, `link` within that step. Undefined for a path without steps.
 */
export function weakestLink(
  steps: readonly (readonly Backing[])[],
): { readonly step: number; readonly link: number } | undefined {
  let weakest: { step: number; link: number; backing: Backing } | undefined;
  for (const [step, links] of steps.entries()) {
    let best = -1;
    for (const [i, b] of links.entries()) if (best === -1 || compareBacking(b, links[best]!) < 0) best = i;
    const backing = links[best];
    if (!backing) continue;
    if (!weakest || compareBacking(backing, weakest.backing) > 0) weakest = { step, link: best, backing };
  }
  return weakest && { step: weakest.step, link: weakest.link };
}
