import type { Entity } from '#domain/entity/entity';
import { displayLabel } from '#domain/entity/entity';
import type { Amount, Link } from '#domain/link/link';
import type { Span } from '#domain/time/span';
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

/** A span as far as it is known, in ISO order so that no reader confuses day and month; the source's own words come with it. */
export function spanText(span: Span | undefined): string {
  if (!span) return '';
  const { earliest, latest, asStated } = span;
  const known =
    earliest === undefined && latest === undefined
      ? ''
      : earliest === latest
        ? plain(earliest)
        : latest === undefined
          ? t('span.from', { from: plain(earliest) })
          : earliest === undefined
            ? t('span.until', { to: plain(latest) })
            : t('span.between', { from: plain(earliest), to: plain(latest) });
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
