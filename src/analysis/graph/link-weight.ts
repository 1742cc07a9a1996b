import type { Link, Strength } from '#domain/link/link';

/**
 * What a link weighs. `count`: calls, payments … summed in it, 1 where none is stated. `amount`: its sum in one currency. `strength`: how far it is
 * borne out.
 */
export type Weights = 'none' | 'count' | 'amount' | 'strength';

/**
 * How likely a line of each strength is taken to be there, where a number is asked for. An assumption of ours, stated with every figure that rests on
 * it, and for the analyst to change.
 */
export const LIKELIHOOD: Readonly<Record<Strength, number>> = { confirmed: 0.95, unconfirmed: 0.7, tentative: 0.4 };

/** The weight of a link, positive and finite; undefined where it has none and must be left out. */
export function weightOf(
  link: Pick<Link, 'count' | 'amounts' | 'strength'>,
  weights: Weights,
  currency?: string,
): number | undefined {
  if (weights === 'none') return 1;
  if (weights === 'count') return positive(link.count ?? 1);
  if (weights === 'strength') return LIKELIHOOD[link.strength];
  let sum = 0;
  for (const a of link.amounts ?? []) if (a.currency === currency) sum += Number(a.amount);
  return positive(sum);
}

function positive(w: number): number | undefined {
  return w > 0 && w < Number.POSITIVE_INFINITY ? w : undefined;
}
