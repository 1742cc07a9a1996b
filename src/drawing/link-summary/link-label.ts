import type { Amount, Link } from '#domain/link/link';
import { isLinkTypeId, type LinkType, linkType, linkTypes } from '#domain/link-types/index';
import { clusters } from '../labels/clusters.ts';
import { visibleText } from '../labels/visible-text.ts';
import type { Words } from '../words.ts';
import { sumByCurrency } from './amount-sums.ts';
import { decimalText } from './decimal-sum.ts';

const order: ReadonlyMap<string, number> = new Map(linkTypes.map((t, i) => [t.id, i]));

/**
 * What stands on a line: "12 calls, 3 payments 4,200 USD". Links of one type and wording are summed, in the order of the
 * registry; amounts per currency, exactly. A single plain link keeps its verb: "directs", "paid 900 USD".
 * The analyst's own wording, and a role in an event, come before the type's word.
 */
export function linkLabel(links: readonly Link[], words: Words, locale: string): string {
  return kindsOf(links)
    .map((same) => kindLabel(same, words, locale))
    .join(words('drawing.link.and'));
}

/** Clusters of a short label; longer words end in an ellipsis. */
const SHORT = 14;

/** The same for a dense chart: what comes first, without amounts, and how many other kinds there are: "12 calls +2". */
export function shortLinkLabel(links: readonly Link[], words: Words, locale: string): string {
  const [first, ...others] = kindsOf(links);
  if (!first) return '';
  const what = clusters(kindLabel(first, words, locale, false));
  const text =
    what.length > SHORT
      ? `${what
          .slice(0, SHORT - 1)
          .join('')
          .trimEnd()}…`
      : what.join('');
  return others.length === 0 ? text : words('drawing.link.and-more', { what: text, more: others.length });
}

/** Links of one type and wording together, in the order of the registry. */
function kindsOf(links: readonly Link[]): readonly (readonly Link[])[] {
  const kinds = new Map<string, Link[]>();
  for (const link of links) {
    const key = `${link.type} ${ownWord(link) ?? ''}`;
    const same = kinds.get(key);
    if (same) same.push(link);
    else kinds.set(key, [link]);
  }
  return [...kinds.entries()]
    .sort(([a, [x]], [b, [y]]) => rank(x!) - rank(y!) || (a < b ? -1 : 1))
    .map(([, same]) => same);
}

function rank(link: Link): number {
  return order.get(link.type) ?? linkTypes.length;
}

function ownWord(link: Link): string | undefined {
  const own = link.wording ?? link.role;
  return own === undefined || own === '' ? undefined : visibleText(own);
}

function kindLabel(same: readonly Link[], words: Words, locale: string, withSums = true): string {
  const first = same[0]!;
  const own = ownWord(first);
  let count = 0n;
  for (const link of same) count += BigInt(link.count ?? 1);
  const counts = same.some((l) => l.count !== undefined);
  const counted = isLinkTypeId(first.type) && (linkType(first.type) as LinkType).counted === true;
  const shown = decimalText(count.toString(), locale);
  const plain = own ?? words(`link-type.${first.type}`);
  let what: string;
  if (same.length === 1 && !counts) what = plain;
  else if (own === undefined && counted)
    what = words(`drawing.link.count.${first.type}`, { count: Number(count), shown });
  else what = count === 1n ? plain : words('drawing.link.times', { what: plain, shown });
  if (!withSums) return what;
  const sums = amountSums(
    same.flatMap((l) => l.amounts ?? []),
    locale,
  );
  return sums === '' ? what : words('drawing.link.with-amount', { what, sums });
}

/** Sum per currency, currencies in alphabetical order; a text that is no number is given as stated, never left out. */
export function amountSums(amounts: readonly Amount[], locale: string): string {
  const { sums, stated } = sumByCurrency(amounts);
  const texts = sums.map(({ amount, currency }) => visibleText(`${decimalText(amount, locale)} ${currency}`));
  return [...texts, ...stated].join(' + ');
}
