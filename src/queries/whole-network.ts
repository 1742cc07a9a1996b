import { useQueryClient } from '@tanstack/react-query';
import type { Wanted } from '#analysis/graph/pack-case';
import { fillParameters, type Parameter } from '#analysis/graph/parameters';
import { finish, type Work } from '#analysis/graph/work';
import {
  type FigureAsked,
  type FigureReason,
  type FigureValue,
  type Layer,
  networkFigureById,
  networkFigures as registry,
} from '#analysis/whole-network/index';
import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import type { CalendarUnit } from '#domain/time/calendar-slices';
import {
  type AnalysisDesk,
  type Derivation,
  derivation,
  type Figure,
  type ParameterValues,
  type RunOptions,
  useAnalysis,
} from './analysis.ts';
import { useOpenCase } from './case-context.ts';
import { readingBeside, readingFigureContent } from './figures.ts';
import { type GroupingName, wordTold } from './groupings.ts';
import { foundGroups, type GroupsBy, groupsFor, type KnownGroups } from './known-groups.ts';
import type { GraphRequest } from './packing.ts';
import { remember, scopeKey } from './remember.ts';
import { boundsOfLines } from './time-slices.ts';

/** The catalogue, for menus and forms. */
export const networkFigureCatalogue = registry;
export type { CalendarUnit, FigureAsked, FigureReason, Layer };

/** Most slices in one answer: a day each for a year, and some. */
const MOST_SLICES = 400;

export interface NetworkRequest extends GraphRequest {
  /** Where one is asked by `community`, the groups are found over the same graph. */
  readonly figures: readonly FigureAsked[];
  /** How those groups are found; missing: as usual. */
  readonly foundBy?: Pick<GroupsBy, 'method' | 'parameters'>;
}

/** All figures there are, at their usual settings, those by groups by this grouping. */
export function everyNetworkFigure(by?: GroupingName): readonly FigureAsked[] {
  return registry.map(({ id, parameters }: { readonly id: string; readonly parameters: readonly Parameter[] }) => ({
    figure: id,
    parameters: Object.fromEntries(
      by === undefined ? [] : parameters.flatMap((p) => (p.kind === 'grouping' ? [[p.name, by]] : [])),
    ),
  }));
}

/** What entities are sorted by unless asked otherwise. */
export const USUAL_GROUPING: GroupingName = 'type';

/** A figure as an answer keeps it; parameters with their defaults filled in. */
export interface NetworkFigureRow extends Omit<FigureValue, 'members'> {
  readonly figure: string;
  readonly parameters: ParameterValues;
  readonly members?: readonly Id[];
}

export interface NetworkResult extends Derivation {
  readonly figures: readonly NetworkFigureRow[];
  /** The groups of `community`, where a figure sorts by them. */
  readonly groupsBy?: KnownGroups;
}

export interface SlicesRequest extends NetworkRequest {
  readonly unit: CalendarUnit;
  /** `active` = entities with a link in the slice; `all` = all of the scope in every slice. */
  readonly nodes: 'active' | 'all';
  /** The groups that `community` means, where they have been found over the same graph before. */
  readonly groups?: KnownGroups | undefined;
}

export interface SlicesResult extends Derivation {
  readonly unit: CalendarUnit;
  readonly slicedNodes: 'active' | 'all';
  readonly zone: string;
  /** Links of which no time is known: in no slice. */
  readonly undated: number;
  /** `from` ≤ t < `to` in ms since 1970 UTC. A link stands in every slice in which it may have been. */
  readonly slices: readonly {
    readonly from: number;
    readonly to: number;
    readonly nodes: number;
    readonly edges: number;
    readonly lines: number;
    readonly figures: readonly Omit<NetworkFigureRow, 'members'>[];
  }[];
}

export interface LayersResult extends Derivation {
  /** Link types in order of first appearance. */
  readonly layers: readonly (Layer & { readonly linkType: string })[];
  readonly all: Layer;
  /** `common[a][b]` pairs that both link; `overlap[a][b]` those against the pairs that either links (Jaccard). */
  readonly common: readonly (readonly number[])[];
  readonly overlap: readonly (readonly number[])[];
}

function groupingsAsked({ figures }: Pick<NetworkRequest, 'figures'>): ReadonlySet<GroupingName> {
  const names = new Set<GroupingName>();
  for (const { figure, parameters } of figures)
    for (const p of networkFigureById(figure)?.parameters ?? [])
      if (p.kind === 'grouping') names.add((parameters[p.name] ?? p.default) as GroupingName);
  return names;
}

/** Words of a protected person are in no group: with few of them, figures by groups would tell which. */
function wordsAsked(
  state: CaseState,
  names: ReadonlySet<GroupingName>,
  communities?: ReadonlyMap<Id, number>,
): Pick<Wanted, 'groupings'> {
  if (names.size === 0) return {};
  return { groupings: new Map([...names].map((name) => [name, wordTold(state, name, communities)])) };
}

/** What is packed beside the graph for these figures; failures are those of the groups. */
async function sortedBy(
  desk: AnalysisDesk,
  state: CaseState,
  request: NetworkRequest & Pick<SlicesRequest, 'groups'>,
  run: RunOptions,
): Promise<Figure<Pick<Wanted, 'groupings'> & { readonly groupsBy?: KnownGroups }>> {
  const names = groupingsAsked(request);
  const { groups: known, foundBy } = request;
  const given = !known && foundBy && names.has('community') && (await foundGroups(desk, state, request, foundBy, run));
  if (given && !given.ok) return given;
  const found = await groupsFor(desk, state, request, [...names], given ? given.figure : known, run);
  if (!found.ok) return found;
  const groups = found.figure;
  return { ok: true, figure: { ...wordsAsked(state, names, groups?.of), ...(groups && { groupsBy: groups }) } };
}

const parametersOf = ({ figure, parameters }: FigureAsked): ParameterValues => {
  const filled = fillParameters(networkFigureById(figure)?.parameters ?? [], parameters);
  return 'values' in filled ? filled.values : parameters;
};

const failed = ({ failure, detail }: { readonly failure: string; readonly detail?: string }) => ({
  ok: false as const,
  code: failure,
  ...(detail !== undefined && { detail }),
});

/**
 * What figures of a network as a whole, and their course over time, rest on: its graph, the attributes they sort entities by, and when
 * each link was.
 */
export function networkContent(state: CaseState, request: ContentRequest): string {
  return finish(readingNetworkContent(state, request));
}

type ContentRequest = Pick<NetworkRequest, 'scope' | 'direction' | 'weights' | 'currency' | 'twoMode' | 'figures'>;

/** `networkContent` piece by piece. */
export function* readingNetworkContent(state: CaseState, request: ContentRequest): Work<string> {
  const { groupings } = wordsAsked(state, groupingsAsked(request));
  const zone = state.properties?.zone ?? '';
  const content = yield* readingFigureContent(state, request);
  const beside = yield* readingBeside(state, request.scope, groupings, (l) => l.span);
  return `${content}.${zone}.${beside}`;
}

/** Figures of the network as a whole. Failures: `unknown-figure`, `unfit-parameter`, or those of the worker. */
export async function networkFigures(
  desk: AnalysisDesk,
  state: CaseState,
  request: NetworkRequest,
  run: RunOptions = {},
): Promise<Figure<NetworkResult>> {
  const began = performance.now();
  const sorted = await sortedBy(desk, state, request, run);
  if (!sorted.ok) return sorted;
  const { groupsBy: by, ...wanted } = sorted.figure;
  const packed = await desk.pack(state, request, wanted, run);
  if ('failure' in packed) return failed(packed);
  const outcome = await desk.ask('network-figures', { figures: request.figures }, packed, run);
  if ('failure' in outcome) return failed(outcome);
  return {
    ok: true,
    figure: {
      ...derivation(request, packed, {}, began),
      ...(by && { groupsBy: by }),
      figures: outcome.result.map(({ members, ...value }, i) => ({
        figure: request.figures[i]!.figure,
        parameters: parametersOf(request.figures[i]!),
        ...value,
        ...(members && { members: [...members].map((node) => packed.ids[node]!) }),
      })),
    },
  };
}

/** The same by day, week, month or year of the case's zone. Failures besides: `no-dates`, `too-many-slices`. */
export async function networkOverTime(
  desk: AnalysisDesk,
  state: CaseState,
  request: SlicesRequest,
  run: RunOptions = {},
): Promise<Figure<SlicesResult>> {
  const began = performance.now();
  const sorted = await sortedBy(desk, state, request, run);
  if (!sorted.ok) return sorted;
  const { groupsBy: _, ...wanted } = sorted.figure;
  const packed = await desk.pack(state, request, { rows: true, times: true, ...wanted }, run);
  if ('failure' in packed) return failed(packed);
  const zone = state.properties?.zone ?? 'UTC';
  const bounds = boundsOfLines(packed.graph.rows!, request.unit, zone, MOST_SLICES);
  if ('ok' in bounds) return bounds;
  const { figures, nodes } = request;
  const outcome = await desk.ask('network-slices', { figures, slicing: { bounds, nodes } }, packed, run);
  if ('failure' in outcome) return failed(outcome);
  return {
    ok: true,
    figure: {
      ...derivation(request, packed, {}, began),
      unit: request.unit,
      slicedNodes: nodes,
      zone,
      undated: outcome.result.undated,
      slices: outcome.result.slices.map((slice) => ({
        ...slice,
        figures: slice.figures.map(({ members: _, ...value }, i) => ({
          figure: figures[i]!.figure,
          parameters: parametersOf(figures[i]!),
          ...value,
        })),
      })),
    },
  };
}

/** Each type of link as a network of its own, and how far they link the same pairs. */
export async function networkLayers(
  desk: AnalysisDesk,
  state: CaseState,
  request: GraphRequest,
  run: RunOptions = {},
): Promise<Figure<LayersResult>> {
  const began = performance.now();
  const packed = await desk.pack(state, request, { rows: true }, run);
  if ('failure' in packed) return failed(packed);
  const outcome = await desk.ask('network-layers', {}, packed, run);
  if ('failure' in outcome) return failed(outcome);
  const { layers, all, common, overlap } = outcome.result;
  const square = (values: Float64Array) =>
    layers.map((_, a) => [...values.subarray(a * layers.length, (a + 1) * layers.length)]);
  return {
    ok: true,
    figure: {
      ...derivation(request, packed, {}, began),
      layers: layers.map((layer, l) => ({ ...layer, linkType: packed.layers[l]! })),
      all,
      common: square(common),
      overlap: square(overlap),
    },
  };
}

/** The three questions, remembered for the revision they were asked at. */
export function useWholeNetwork() {
  const client = useQueryClient();
  const desk = useAnalysis();
  const { localId } = useOpenCase();
  const key = (kind: string, request: GraphRequest & Partial<SlicesRequest>) => {
    // Groups follow from the rest.
    const { scope, groups, ...rest } = request;
    return [kind, localId, ...scopeKey(request), rest];
  };
  return {
    figures: (state: CaseState, request: NetworkRequest, run: RunOptions) =>
      remember(client, key('network-figures', request), run.signal, () => networkFigures(desk, state, request, run)),
    overTime: (state: CaseState, request: SlicesRequest, run: RunOptions) =>
      remember(client, key('network-slices', request), run.signal, () => networkOverTime(desk, state, request, run)),
    layers: (state: CaseState, request: GraphRequest, run: RunOptions) =>
      remember(client, key('network-layers', request), run.signal, () => networkLayers(desk, state, request, run)),
  };
}
