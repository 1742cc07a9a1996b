import type { Parameter } from '#analysis/measures/index';
import { number, t, tDynamic } from '#i18n/index';
import {
  type CommunityResult,
  communityCatalogue,
  type Derivation,
  type MeasureResult,
  measureCatalogue,
} from '#queries/analysis';
import { keyPlayerCatalogue } from '#queries/key-players';
import { linkMeasureCatalogue } from '#queries/link-measures';
import type { WithinGroupsResult } from '#queries/within-groups';
import type { ChartDate } from '#session/filter';
import { toldBeside } from './figure-facts.ts';
import { followsArrows, overlapText, stabilityText } from './groups-words.ts';
import { parameterText } from './parameter-text.ts';

type Catalogue = readonly {
  readonly id: string;
  readonly parameters: readonly Parameter[];
  readonly reads?: { readonly direction: boolean; readonly weights: boolean };
}[];

const CATALOGUES = {
  measure: { prefix: 'measure', catalogue: [...measureCatalogue, ...linkMeasureCatalogue] as Catalogue },
  groups: { prefix: 'communities', catalogue: communityCatalogue as Catalogue },
  'key-players': { prefix: 'key-players', catalogue: keyPlayerCatalogue as Catalogue },
} as const;

/** What was asked of a graph beside its scope. `at`: the date it was asked at, if it is not of today. */
interface Limits {
  readonly at?: ChartDate | undefined;
  readonly confirmedOnly?: boolean | undefined;
  readonly actorsOnly?: boolean | undefined;
}

/** Whether a figure with these parameters reads what links weigh: as strength, or as length where it is asked to. */
function readsWeights(weights: boolean, { length }: Derivation['parameters']): boolean {
  return weights || (length !== undefined && length !== 'none');
}

/** What links weigh, and where that is not read, that it plays no part. Of two kinds they weigh nothing; those of one kind through another, what is shared, as is said with the kinds. */
function weightsNote({ weights, currency = '', twoMode }: Derivation, read: boolean): string[] {
  if (twoMode && twoMode.as !== 'both') return [];
  if (!twoMode && weights !== 'none' && !read) return [t('results.method.weights-ignored')];
  return [t(`results.method.weights.${twoMode ? 'none' : weights}`, { currency })];
}

/** What graph a figure is of, in sentences: directions and weights as they were read, scope, what was left out. */
export function graphNote(
  result: Derivation,
  { at, confirmedOnly, actorsOnly }: Limits = {},
  {
    direction = result.direction,
    weights = true,
  }: { readonly direction?: Derivation['direction']; readonly weights?: boolean } = {},
): string[] {
  return [
    // Two kinds are linked without arrows.
    t(`results.method.direction.${result.twoMode ? 'ignore' : direction}`),
    ...weightsNote(result, weights),
    ...(result.unweighedLeftOut > 0 ? [t('results.method.unweighed', { count: result.unweighedLeftOut })] : []),
    ...(result.twoMode
      ? [
          t(`results.method.two-mode.${result.twoMode.as}`, {
            of: tDynamic(`entity-type.${result.twoMode.of}`),
            through: tDynamic(`entity-type.${result.twoMode.through}`),
          }),
        ]
      : []),
    t('results.method.size', {
      nodes: t('results.method.entities', { count: result.nodes }),
      edges: t('results.method.pairs', { count: result.edges }),
      scope: t(`results.method.in.${result.scope}`),
    }),
    ...(actorsOnly ? [t('results.method.actors-only')] : []),
    ...(confirmedOnly ? [t('results.method.confirmed-only')] : []),
    ...(at ? [`${t(`chart-date.on-sheet.${at.kind}`, { date: at.date })}.`] : []),
    t('results.method.left-out', {
      loops: t('results.method.loops', { count: result.loopsLeftOut }),
      parallel: t('results.method.parallel', { count: result.parallelMerged }),
      events: t('results.method.events', { count: result.eventsLeftOut }),
    }),
    ...(result.identityLeftOut > 0 ? [t('results.method.identity', { count: result.identityLeftOut })] : []),
  ];
}

/** As of which change a figure is, and how long it took. */
export function whenNote({ revision, took }: Derivation): string {
  return t('results.method.when', {
    revision: number(revision),
    seconds: number(took / 1000, { maximumFractionDigits: 2 }),
  });
}

/** How a figure was derived, in sentences for a report: definition, its graph, parameters. */
export function methodNote(
  kind: keyof typeof CATALOGUES,
  id: string,
  result: Derivation | MeasureResult | WithinGroupsResult | CommunityResult,
  limits: Limits = {},
): string {
  const { prefix, catalogue } = CATALOGUES[kind];
  const stability = 'stability' in result ? stabilityText(t, result) : undefined;
  const overlap = 'sizes' in result ? overlapText(t, result) : undefined;
  const { parameters = [], reads } = catalogue.find((m) => m.id === id) ?? {};
  const reading = kind === 'groups' ? followsArrows(id) : (reads?.direction ?? true);
  return [
    tDynamic(`${prefix}.${id}.definition`),
    // What is worked out as if there were no arrows or weights says so, however the graph was asked for.
    ...graphNote(result, limits, {
      direction: reading && result.parameters.direction !== 'ignored' ? result.direction : 'ignore',
      weights: readsWeights(reads?.weights ?? true, result.parameters),
    }),
    ...[overlap, stability].filter((said) => said !== undefined),
    ...parameters.map((p) => parameterText(prefix, p, result.parameters[p.name] ?? p.default)),
    ...('sizes' in result ? [] : toldBeside(result)),
    whenNote(result),
  ].join(' ');
}
