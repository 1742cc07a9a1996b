import type { Amount } from '#domain/link/link';
import { visibleText } from '../labels/visible-text.ts';
import { decimalSum, isDecimal } from './decimal-sum.ts';

/** Exact sums as decimal text, currencies in alphabetical order; what is no plain number stays as stated, never left out. */
export function sumByCurrency(amounts: Iterable<Amount>): {
  readonly sums: readonly Amount[];
  readonly stated: readonly string[];
} {
  const byCurrency = new Map<string, string[]>();
  const stated: string[] = [];
  for (const { amount, currency } of amounts) {
    if (!isDecimal(amount)) {
      stated.push(visibleText(`${amount} ${currency}`));
      continue;
    }
    const list = byCurrency.get(currency);
    if (list) list.push(amount);
    else byCurrency.set(currency, [amount]);
  }
  const sums = [...byCurrency]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, list]) => ({ currency, amount: decimalSum(list) }));
  return { sums, stated: stated.sort() };
}
