import type { AppliedGraph } from '#domain/chart/applied-measure';
import type { Id } from '#domain/record';
import type {
  CommunityResult,
  GraphRequest,
  MeasureResult,
  PackOptions,
  ParameterValues,
  Scope,
} from '#queries/analysis';
import type { GroupingName } from '#queries/groupings';
import type { OpenCase } from '#queries/open-case';
import type { RecipeGroups } from '#queries/recipes';
import type { WithinGroupsResult } from '#queries/within-groups';
import type { ChartDate, Filter } from '#session/filter';
import { type Signal, signal } from '#session/signal';
import type { LeftOut } from './answer-scope.ts';
import type { methodNote } from './method-note.ts';
import type { SLICE_UNITS } from './over-time-words.ts';

export interface AskedScope {
  readonly kind: Scope['kind'];
  readonly chosen: readonly Id[];
  readonly chart: Id | undefined;
  readonly filter: Filter;
  /** Take events in too. */
  readonly events: boolean;
  /** Only links that are confirmed count. */
  readonly confirmedOnly?: boolean;
  /** Only persons and organisations in question: `inQuestion`. */
  readonly actorsOnly?: boolean;
}

/** Which records, and what graph is made of them. */
export type AskedGraph = AskedScope & PackOptions & Pick<GraphRequest, 'twoMode'>;

/** What was asked, over which records, and what came of it. */
export type Answer = {
  readonly id: string;
  readonly scope: Scope;
  /** The scope as it was asked for, so that it can be read anew. */
  readonly asked: AskedGraph;
  /** What the graph was made of. */
  readonly content: string;
  /** Whom the scope left out. */
  readonly leftOut?: LeftOut;
} & (
  | {
      readonly kind: 'measure';
      readonly result: MeasureResult | WithinGroupsResult;
      /** A first estimate, which is still made better. */
      readonly refining?: 'now' | 'broken-off';
    }
  | { readonly kind: 'groups'; readonly result: CommunityResult }
);

/** The groups within which alone a figure was worked out. */
export function withinOf({ result }: Pick<Answer, 'result'>): GroupingName | undefined {
  return 'measure' in result && 'within' in result ? result.within : undefined;
}

export type MeasureAnswer = Extract<Answer, { readonly kind: 'measure' }>;
export type GroupAnswer = Extract<Answer, { readonly kind: 'groups' }>;

/** Which graph is asked of as a whole, and for what. */
export interface NetworkAsked {
  readonly whole: WholeKind;
  readonly asked: AskedGraph;
  /** What the figures by groups sort entities by; missing: as usual. */
  readonly by?: GroupingName;
  /** How the groups are found that they sort by, where a recipe said so. */
  readonly groups?: RecipeGroups;
  /** What is worked out in each kind of link; missing: as usual. */
  readonly layered?: LayeredMeasure;
}

/** A measure to be worked out in each kind of link. */
export interface LayeredMeasure {
  readonly id: string;
  readonly parameters: ParameterValues;
  /** However long it takes. */
  readonly patient?: true;
}

/** What is asked of a network as a whole: its figures, its links by a measure, its kinds of links. */
export type WholeKind = 'network' | 'links' | 'layers';

export type AnswerView = 'table' | 'intervals' | 'cuts' | 'scatter' | 'flow' | 'time';

/** Questions asked in plain words. */
export type GuidedId = 'missed' | 'messages' | 'quiet' | 'crew' | 'key' | 'sure';

export interface Asked {
  /** What was asked last: it shows while it is worked out. */
  readonly question?: { readonly kind: Answer['kind'] | 'guided' | WholeKind; readonly id: string };
  /** What figures of the network as a whole were asked of last. */
  readonly network?: NetworkAsked;
  /** The question in plain words that led to the answer, where it was asked so. */
  readonly guided?: GuidedId;
  readonly answer?: Answer;
  /** Further figures that stand beside the answer, in their order. */
  readonly columns?: readonly MeasureAnswer[];
  /** How the answer is looked at: as a table, by how sure it is, as a picture. */
  readonly view?: AnswerView;
  /** What rank intervals rest on, where it was set: of `rankIntervalParameters`. */
  readonly settings?: ParameterValues;
  /** By which slices of time the ranking is followed. */
  readonly slices?: (typeof SLICE_UNITS)[number];
  /** Which set of key players is asked for. */
  readonly keyPlayers?: {
    readonly criterion: string;
    readonly parameters: ParameterValues;
    /** Who must be in the set, and who must not, by choice of the analyst; who is protected never is, listed or not. */
    readonly forced?: readonly Id[];
    readonly excluded?: readonly Id[];
    /** How sure the set is, is looked at too: what the resamples rest on, of `rankIntervalParameters`. */
    readonly sure?: ParameterValues;
  };
  /** Groups that stand beside the answer. */
  readonly groups?: GroupAnswer;
}

/** How many others everybody is linked with in each kind of link, unless asked otherwise. */
export const USUAL_LAYERED: LayeredMeasure = { id: 'degree', parameters: {} };

/** Slices that a ranking is followed by, unless asked otherwise. */
export const USUAL_SLICES: NonNullable<Asked['slices']> = 'month';

/** Three whose loss parts the others most, unless asked otherwise. */
export const USUAL_KEY_PLAYERS: NonNullable<Asked['keyPlayers']> = {
  criterion: 'fragmentation',
  parameters: { size: 3 },
};

/** The date a figure was asked at: that of a filter that applied to it. */
export function answeredAt(asked: AskedScope): ChartDate | undefined {
  return asked.kind === 'filtered' || asked.filter.appliesToAnalysis ? asked.filter.atDate : undefined;
}

/** In what the graph was not as usual, for the record of the figure; undefined where in nothing. */
export function appliedGraph(asked: AskedGraph): AppliedGraph | undefined {
  const { direction, weights, currency, twoMode, events } = asked;
  const at = answeredAt(asked);
  const graph: AppliedGraph = {
    ...(asked.actorsOnly && { inQuestion: true }),
    ...(asked.confirmedOnly && { confirmedOnly: true }),
    ...(direction !== 'ignore' && { direction }),
    ...(weights !== 'none' && { weights }),
    ...(weights === 'amount' && currency !== undefined && { currency }),
    ...(twoMode && { twoMode: { of: twoMode.of, through: twoMode.through } }),
    ...(events && !twoMode && { events }),
    ...(at && { at: { kind: at.kind, date: at.date } }),
  };
  return Object.keys(graph).length > 0 ? graph : undefined;
}

/** What a method note says of the records that were asked for, beside their scope. */
export function limitsOf(asked: AskedScope): Parameters<typeof methodNote>[3] {
  return { at: answeredAt(asked), confirmedOnly: asked.confirmedOnly, actorsOnly: asked.actorsOnly };
}

const kept = new WeakMap<OpenCase, Signal<Asked>>();

/**
 * The last question of a case and its last answer, while it is open: looking at the chart meanwhile must not cost it, also where it is still being
 * worked out, and a sheet of it follows.
 */
export function lastAsked(open: OpenCase): Signal<Asked> {
  let found = kept.get(open);
  if (!found) {
    found = signal<Asked>({});
    kept.set(open, found);
  }
  return found;
}
