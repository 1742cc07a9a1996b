import { t, tDynamic } from '#i18n/index';
import type { AskedGraph } from './last-answer.ts';

type Options = Pick<
  AskedGraph,
  'confirmedOnly' | 'actorsOnly' | 'direction' | 'weights' | 'currency' | 'twoMode' | 'events'
>;

/** How a graph is made, in few words: arrows, weights, and whatever is not as usual; of two kinds, which read neither, those. */
export function optionWords(o: Options): string[] {
  if (o.twoMode?.through)
    return [
      t('results.two-mode.words', {
        of: tDynamic(`entity-type.${o.twoMode.of}`),
        through: tDynamic(`entity-type.${o.twoMode.through}`),
      }),
    ];
  return [
    t(`results.direction.${o.direction}`),
    o.weights === 'amount'
      ? t('results.weights.amount-in', { currency: o.currency ?? '' })
      : t(`results.weights.${o.weights}`),
    ...(o.events ? [t('results.with-events')] : []),
  ];
}

/** Which links an answer counts, as its sentence says it: all that are recorded, or those alone that are confirmed. */
export function onLinks({ confirmedOnly }: Pick<AskedGraph, 'confirmedOnly'>): string {
  return t(confirmedOnly ? 'guided.on.confirmed' : 'guided.on.recorded');
}

/** What was asked of, in few words, as an answer says it. */
export function scopeWords(asked: Options & Pick<AskedGraph, 'kind'>): string {
  return [
    t(`results.scope.${asked.kind}`),
    ...(asked.actorsOnly ? [t('results.actors-only')] : []),
    ...(asked.confirmedOnly ? [t('results.confirmed-only')] : []),
    ...optionWords(asked),
  ].join(' · ');
}

/** In what the graph of a column differs from that of the answer it stands beside; '' where in nothing. */
export function differenceWords(
  column: Options & Pick<AskedGraph, 'kind'>,
  answer: Options & Pick<AskedGraph, 'kind'>,
): string {
  const words: string[] = [];
  if (column.kind !== answer.kind) words.push(t(`results.scope.${column.kind}`));
  if (Boolean(column.confirmedOnly) !== Boolean(answer.confirmedOnly))
    words.push(t(column.confirmedOnly ? 'results.confirmed-only' : 'results.all-strengths'));
  if (Boolean(column.actorsOnly) !== Boolean(answer.actorsOnly))
    words.push(t(column.actorsOnly ? 'results.actors-only' : 'results.all-kinds'));
  const [mine, theirs] = [optionWords(column), new Set(optionWords(answer))];
  for (const w of mine) if (!theirs.has(w)) words.push(w);
  return words.join(', ');
}
