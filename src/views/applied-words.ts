import type { AppliedGraph } from '#domain/chart/applied-measure';
import type { AppliedFigure } from '#drawing/scene/chart-content';
import type { SizeScale, ValueRange } from '#drawing/style/group-legend';
import { isMessageKey, number, t, tDynamic } from '#i18n/index';
import { percent } from './groups-words.ts';

/** Name of a measure, or of a way to find groups; its id where this version has no name for it. */
export function nameOfFigure(id: string): string {
  const key = [`measure.${id}.name`, `communities.${id}.name`].find(isMessageKey);
  return key === undefined ? id : tDynamic(key);
}

/** In what the graph of a figure was not as usual, in few words. */
function graphWords(graph: AppliedGraph = {}): string[] {
  const { inQuestion, confirmedOnly, direction, weights, currency, twoMode, events, at } = graph;
  return [
    ...(inQuestion ? [t('applied.graph.in-question')] : []),
    ...(confirmedOnly ? [t('applied.graph.confirmed-only')] : []),
    ...(direction ? [t(`results.direction.${direction}`)] : []),
    ...(weights === 'amount' ? [t('results.weights.amount-in', { currency: currency ?? '' })] : []),
    ...(weights && weights !== 'amount' ? [t(`results.weights.${weights}`)] : []),
    ...(twoMode
      ? [
          t('results.two-mode.words', {
            of: tDynamic(`entity-type.${twoMode.of}`),
            through: tDynamic(`entity-type.${twoMode.through}`),
          }),
        ]
      : []),
    ...(events ? [t('results.with-events')] : []),
    ...(at ? [t(`applied.graph.at.${at.kind}`, { date: at.date })] : []),
  ];
}

/** A figure that a chart shows: which, over which records, and as of which change of the case. */
export function appliedText({
  measure,
  scope,
  graph,
  revision,
}: Pick<AppliedFigure, 'measure' | 'scope' | 'graph' | 'revision'>): string {
  const within = `results.method.in.${scope}`;
  return t('applied.figure', {
    measure: nameOfFigure(measure),
    scope: [isMessageKey(within) ? tDynamic(within) : scope, ...graphWords(graph)].join(', '),
    revision: number(revision),
  });
}

/** How many runs, and in what share of them a member that is not doubtful is with its group. */
export function stabilityWords({
  stability,
}: AppliedFigure): { readonly runs: string; readonly below: string } | undefined {
  return stability && { runs: number(stability.runs), below: percent(Number(stability.below)) };
}

/** What the smallest and the largest circle of a chart stand for, and how who has no figure is drawn. */
export function scaleWords(scale: SizeScale | undefined, without: boolean): string[] {
  if (!scale) return [];
  const { smallest, largest } = scale;
  const write = (value: number) => number(value, { maximumSignificantDigits: 4 });
  const words = ({ from, to }: ValueRange) =>
    write(from) === write(to) ? write(from) : t('drawing.legend.scale.range', { from: write(from), to: write(to) });
  return [
    largest
      ? t('drawing.legend.scale', { smallest: words(smallest), largest: words(largest) })
      : t('drawing.legend.scale.alike', { smallest: words(smallest) }),
    ...(without ? [t('drawing.legend.scale.without')] : []),
  ];
}
