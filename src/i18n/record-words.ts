import type { Entity } from '#domain/entity/entity';
import { displayLabel } from '#domain/entity/entity';
import type { Amount, Link } from '#domain/link/link';
import { extentOf, isExtent } from '#domain/time/extent';
import type { Extent, Span } from '#domain/time/span';
import { number, t, tDynamic } from './index.ts';

/** What a link says, read from one of its ends: the analyst's wording, else the type's, turned round when read from `to`. */
export function linkWords(link: Link, from?: string): string {
  if (link.wording) return link.wording;
  const turned = from !== undefined && from === link.to && link.from !== link.to;
  return tDynamic(turned ? `link-type.${link.type}.reverse` : `link-type.${link.type}`);
}

/** Decimal text with the reader's grouping; digits are never rounded away. */
export function decimalText(decimal: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal);
  if (!match) return decimal;
  const [, sign, whole, fraction] = match;
  const grouped = number(0.1).replace(/\d/g, '');
  return `${sign}${new Intl.NumberFormat(undefined, { useGrouping: true }).format(BigInt(whole!))}${fraction ? `${grouped}${fraction}` : ''}`;
}

export function amountText(amount: Amount): string {
  return `${decimalText(amount.amount)} ${amount.currency}`;
}

/** Two ends, as figures of one zone and calendar, in words; '' where an end is open. `extent` missing: nobody said, and nothing is claimed. */
export function endsText(from: string, to: string, extent: Extent | undefined): string {
  if (from !== '' && from === to) return extent === 'lasted' ? t('span.throughout', { at: from }) : from;
  const within = extent === 'within';
  if (from === '' && to === '') return '';
  if (to === '') return t(within ? 'span.not-before' : 'span.from', { from });
  if (from === '') return t(within ? 'span.not-after' : 'span.until', { to });
  return t(within ? 'span.within' : 'span.between', { from, to });
}

/** What the ends of a span mean, for words: nothing where nobody said and the record it belongs to is not at hand. A stated point says it by itself. */
export function spokenExtent(span: Span, usual?: Extent): Extent | undefined {
  if (isExtent(span.extent)) return span.extent;
  return usual === undefined ? undefined : extentOf(span, usual);
}

/**
 * A span as far as it is known, in ISO order so that no reader confuses day and month; the source's own words come with it. `usual`: how its ends are
 * read where nobody said (`usualExtent` of its record).
 */
export function spanText(span: Span | undefined, usual?: Extent): string {
  if (!span) return '';
  const { earliest, latest, asStated } = span;
  const known = endsText(plain(earliest), plain(latest), spokenExtent(span, usual));
  if (!asStated || asStated === earliest) return known;
  return known ? `${known} (“${asStated}”)` : `“${asStated}”`;
}

function plain(iso: string | undefined): string {
  return (iso ?? '').replace('T', ' ');
}

/** Field names of the registry in words; the analyst's own columns as they are. */
export function fieldText(field: string): string {
  const key = `field.${field}`;
  const text = tDynamic(key);
  return text === key ? field : text;
}

/** A stored choice in words where the registry knows it, else as stated. */
export function wordOf(prefix: string, value: string): string {
  const key = `${prefix}.${value}`;
  const text = tDynamic(key);
  return text === key ? value : text;
}

/** The other end of a link seen from one entity. */
export function otherEnd(link: Link, from: string): string {
  return link.from === from ? link.to : link.from;
}

export function nameOf(entity: Entity | undefined): string {
  if (!entity) return t('record.missing');
  const label = displayLabel(entity);
  return label === '' ? t('record.unnamed') : label;
}

/** What to say of an act that did not come through; null when it did. */
export function refusalText(
  outcome: { saved: boolean } & Partial<{
    refused: string;
    failed: string;
    detail: Readonly<Record<string, string | number>>;
  }>,
): string | null {
  if (outcome.saved) return null;
  if (outcome.refused) return tDynamic(`refused.${outcome.refused}`, outcome.detail);
  return tDynamic(`failed.${outcome.failed ?? 'write-failed'}`);
}

/** What entities are sorted by, in words: `grouping.<name>`, or the field of an attribute. */
export function groupingText(name: string): string {
  return name.startsWith('attribute:') ? fieldText(name.slice('attribute:'.length)) : tDynamic(`grouping.${name}`);
}
