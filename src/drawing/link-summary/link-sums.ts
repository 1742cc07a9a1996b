import type { Amount, Link, Strength } from '#domain/link/link';
import { type Bounds, bounds } from '#domain/time/bounds';
import { sumByCurrency } from './amount-sums.ts';

/** What any number of links come to, nothing left out and nothing rounded. */
export interface LinkSums {
  readonly links: number;
  /** Calls, payments … in all; a link without a count is one. */
  readonly count: bigint;
  /** Exact sums as decimal text, currencies in alphabetical order. */
  readonly amounts: readonly Amount[];
  /** Amounts that are no plain numbers, as stated. */
  readonly stated: readonly string[];
  /** Undefined without any link. */
  readonly strongest: Strength | undefined;
  readonly weakest: Strength | undefined;
  /** From the first possible instant to the last one, ms; an open end is infinite. Undefined when all are undated. */
  readonly time: Bounds | undefined;
  readonly undated: number;
}

const RANK: readonly Strength[] = ['confirmed', 'unconfirmed', 'tentative'];

/** Sums links up; in whatever order they come, and however they are parted, the sums of the parts come to the same. `zone`: of the case. */
export function linkSums(links: Iterable<Link>, zone: string): LinkSums {
  const amounts: Amount[] = [];
  let n = 0;
  let count = 0n;
  let best = RANK.length;
  let worst = -1;
  let time: Bounds | undefined;
  let undated = 0;
  for (const link of links) {
    n++;
    count += BigInt(link.count ?? 1);
    const rank = RANK.indexOf(link.strength);
    best = Math.min(best, rank);
    worst = Math.max(worst, rank);
    if (link.amounts) amounts.push(...link.amounts);
    const b = bounds(link.span, zone);
    if (!b) undated++;
    else time = time ? { from: Math.min(time.from, b.from), to: Math.max(time.to, b.to) } : b;
  }
  const { sums, stated } = sumByCurrency(amounts);
  return {
    links: n,
    count,
    amounts: sums,
    stated,
    strongest: RANK[best],
    weakest: RANK[worst],
    time,
    undated,
  };
}
