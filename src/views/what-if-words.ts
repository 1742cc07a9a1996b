import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { number, t, tDynamic } from '#i18n/index';
import { linkWords, nameOf } from '#i18n/record-words';
import type { Derivation } from '#queries/analysis';
import type { BestSet, BrokerChange, CurveAnswer, CurvesAnswer, Standing, WhatIfAnswer } from '#queries/what-if';
import type { Kept, WhatIfAnswers } from './last-what-if.ts';
import { onLinks } from './setup-words.ts';

/** The figures that are compared, in the order they are shown. */
export const FIGURES = [
  'entities',
  'edges',
  'isolates',
  'components',
  'largest',
  'fragmentation',
  'distanceFragmentation',
  'meanDistance',
] as const satisfies readonly (keyof Standing)[];

/** Brokers, and pairs of each sort, that are shown; the file has more. */
const MOST = 12;

export const three = (x: number) => number(x, { maximumFractionDigits: 3 });
const share = (x: number) => number(x, { style: 'percent', maximumFractionDigits: 1 });

/** A figure of a standing, or that it is undefined. */
export const figureText = (value: number) => (Number.isNaN(value) ? t('what-if.undefined') : three(value));

/** Who or what is thought away, in words: a link by its ends. */
export function thingText(state: CaseState, id: Id): string {
  const link = state.link(id);
  return link
    ? `${nameOf(state.entity(link.from))} – ${linkWords(link)} – ${nameOf(state.entity(link.to))}`
    : nameOf(state.entity(id));
}

/** What a removal comes to, in a sentence or two. */
export function saidOf(
  state: CaseState,
  { answer: { pairs, takeOver }, asked }: Pick<Kept<WhatIfAnswer>, 'answer' | 'asked'>,
): string {
  const first = takeOver[0];
  return [
    t(pairs.cut === 0 ? 'what-if.said.whole' : 'what-if.said.cut', {
      cut: number(pairs.cut),
      longer: number(pairs.longer),
      of: number(pairs.of),
      on: onLinks(asked),
    }),
    first ? t('what-if.said.take-over', { who: nameOf(state.entity(first.id)) }) : t('what-if.said.take-over-none'),
  ].join(' ');
}

/** Lines that go, by type; '' where none goes. */
export function linesText({ lines, linesByType }: WhatIfAnswer): string {
  if (lines === 0) return '';
  return t('what-if.lines', {
    count: lines,
    types: linesByType.map((l) => `${tDynamic(`link-type.${l.type}`)} ${number(l.lines)}`).join(', '),
  });
}

/** What the table of brokers is, and where those thought away stood. */
export function brokersText(state: CaseState, { removed }: WhatIfAnswer): string {
  return [
    t('what-if.brokers.about'),
    ...removed.map((r) => t('what-if.brokers.gone', { who: nameOf(state.entity(r.id)), rank: number(r.rank) })),
  ].join(' ');
}

/** Those who gain, most first; where nobody does those who rank first. */
export function brokersShown({ takeOver, brokers }: WhatIfAnswer): readonly BrokerChange[] {
  return (takeOver.length > 0 ? takeOver : brokers).slice(0, MOST);
}

export interface ChangedWay {
  readonly from: Id;
  readonly to: Id;
  /** Links on the shortest way, or that there is none. */
  readonly before: string;
  readonly after: string;
}

/** Pairs that are parted, then those whose way grows, worst first. */
export function waysOf({ cutPairs, longerPairs }: WhatIfAnswer, most = Number.POSITIVE_INFINITY): ChangedWay[] {
  const none = t('what-if.flows.no-way');
  return [
    ...cutPairs.slice(0, most).map(({ from, to, before }) => ({ from, to, before: number(before), after: none })),
    ...longerPairs
      .slice(0, most)
      .map(({ from, to, before, after }) => ({ from, to, before: number(before), after: number(after) })),
  ];
}

/** The pairs that are shown, and what is said of them: how many of how many they are. */
export function waysShown(answer: WhatIfAnswer): { readonly ways: readonly ChangedWay[]; readonly about: string } {
  const ways = waysOf(answer, MOST);
  const of = answer.pairs.cut + answer.pairs.longer;
  const some = of > ways.length ? ` ${t('what-if.flows.some', { shown: number(ways.length), of: number(of) })}` : '';
  return { ways, about: t('what-if.flows.about') + some };
}

/** What a set does, how sure that is, and whether others do as well. */
export function setTexts(side: 'arrests' | 'watch', set: BestSet): readonly [value: string, standing: string] {
  return [
    t(`what-if.sets.${side}.value`, { value: share(set.value), before: share(set.before) }),
    [
      t(set.proven ? 'what-if.sets.proven' : 'what-if.sets.found'),
      ...(set.ties > 0 ? [t('what-if.sets.ties', { count: set.ties })] : []),
    ].join(' '),
  ];
}

/** Removals after which the table of curves tells of the largest piece, as far as there are so many. */
export function removalsTold({ nodes }: CurvesAnswer): readonly number[] {
  return [1, 2, 3, 5, 10, 20].filter((q) => q <= nodes);
}

/** A curve is told from the others by its letter, with or without colour. */
export const curveLetter = (k: number) => String.fromCharCode(65 + k);

export function curveName({ parameters }: CurvesAnswer, { order }: Pick<CurveAnswer, 'order'>): string {
  return order === 'random'
    ? t('what-if.curve.random', { runs: number(Number(parameters.runs)), seed: String(parameters.seed) })
    : t(`what-if.curve.${order}`);
}

/** Orders without a curve, each with its reason. */
export function missingCurves(answer: CurvesAnswer): readonly string[] {
  return answer.missing.map((m) =>
    t('what-if.curve.missing', {
      order: curveName(answer, m),
      reason: t(
        m.reason === 'no-entities' ? 'what-if.curve.reason.no-entities' : 'what-if.curve.reason.too-large-to-recompute',
      ),
    }),
  );
}

export const curveFigure = (x: number) => number(x, { maximumFractionDigits: 2, minimumFractionDigits: 2 });
export const areaFigure = (x: number) => number(x, { maximumFractionDigits: 3, minimumFractionDigits: 3 });

/** Which records an answer rests on, in a sentence. */
export function askedText({ answer, asked, links }: Kept<Derivation>): string {
  return [
    t('what-if.asked', {
      nodes: t('results.method.entities', { count: answer.nodes }),
      edges: t('what-if.asked.pairs', { count: answer.edges }),
      links: t('results.method.links', { count: links.of }),
      scope: t(`results.method.in.${answer.scope}`),
    }),
    ...(links.weak > 0 ? [t('what-if.unconfirmed', { weak: number(links.weak), count: links.of })] : []),
    ...(asked.actorsOnly ? [t('results.method.actors-only')] : []),
    ...(asked.confirmedOnly ? [t('results.method.confirmed-only')] : []),
    ...(answer.eventsLeftOut > 0 && !asked.actorsOnly
      ? [t('what-if.events-out', { events: t('results.method.events', { count: answer.eventsLeftOut }) })]
      : []),
    t('what-if.asked.change', { revision: number(answer.revision) }),
  ].join(' ');
}

/** How the answers were come by: the definitions, then what each was asked of, once where it is the same. */
export function whatIfMethod({ compared, curves, sets }: WhatIfAnswers): string {
  const asked = [compared, sets, curves].flatMap((k) => (k ? [askedText(k)] : []));
  return [t('what-if.method'), ...new Set(asked)].join(' ');
}
