import { EXTENTS, isExtent } from '#domain/time/extent';
import type { Extent, Span } from '#domain/time/span';
import { t } from '#i18n/index';

/** What the ends of a span may mean, for a choice: '' is "nobody said", with how it is read then. */
export function extentChoices(usual: Extent): readonly { readonly value: Extent | ''; readonly label: string }[] {
  return [
    { value: '', label: t(`span.extent.unsaid.${usual}`) },
    ...EXTENTS.map((value) => ({ value, label: t(`span.extent.${value}`) })),
  ];
}

export function extentChosen(span: Span | undefined): Extent | '' {
  return isExtent(span?.extent) ? span.extent : '';
}

/** The span with another meaning of its ends. */
export function withExtent(span: Span, extent: Extent | ''): Span {
  const { extent: _, ...rest } = span;
  return tidied(extent === '' ? rest : { ...rest, extent });
}

/** Without any end there is nothing to mean; a meaning that this program does not know is kept. */
export function tidied(span: Span): Span {
  if (span.earliest !== undefined || span.latest !== undefined || span.extent === undefined) return span;
  const { extent: _, ...rest } = span;
  return rest;
}
