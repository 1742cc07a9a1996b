import { isEntityTypeId } from '#domain/entity-types/index';
import { communityMethods } from '../communities/index.ts';
import type { PackOptions, Scope } from '../graph/pack-case.ts';
import { fillParameters, type Parameter, type ParameterValues } from '../graph/parameters.ts';
import type { TwoMode } from '../graph/two-mode.ts';
import { keyPlayerCriteria } from '../key-players/index.ts';
import { measures } from '../measures/index.ts';
import { intervalParameters } from './rank-intervals.ts';

/** How the graph of an analysis is made: nothing of a case is in it but kinds and a currency. */
export interface RecipeSetup {
  readonly scope: Scope['kind'];
  readonly confirmedOnly: boolean;
  readonly actorsOnly: boolean;
  readonly direction: PackOptions['direction'];
  readonly weights: PackOptions['weights'];
  /** The currency of `amount`. */
  readonly currency?: string;
  readonly twoMode?: TwoMode;
  readonly events: boolean;
}

/** By what entities are grouped, as the page names it: the name of a field is the one word of a case that a recipe may hold. */
export type RecipeGrouping = 'type' | 'status' | 'role' | 'stage' | 'community' | `attribute:${string}`;

/** How the groups of `community` are found. */
export interface RecipeGroups {
  readonly method: string;
  readonly parameters: ParameterValues;
}

/** Slices of time that a ranking is followed by. */
export type RecipeSlices = 'week' | 'month' | 'year';

/** An analysis to be worked out anew: which, its parameters, and how its graph is made. `how-sure` and `over-time` rank by the measure named. */
export type RecipeStep = {
  /** Of a measure, of a method for groups, or of a criterion for key players. */
  readonly id: string;
  readonly parameters: ParameterValues;
  readonly setup: RecipeSetup;
} & (
  | { readonly kind: 'groups' }
  | { readonly kind: 'key-players' }
  /** `within`: worked out within each group alone. */
  | { readonly kind: 'measure'; readonly within?: RecipeGrouping; readonly groups?: RecipeGroups }
  | { readonly kind: 'over-time'; readonly slices: RecipeSlices }
  /** `settings`: of `intervalParameters`; what is missing takes its default. */
  | { readonly kind: 'how-sure'; readonly settings: ParameterValues }
);

/**
 * A saved list of analyses, to be run on new data. As a file: JSON with `format` and `version` before the list. Version 2 has figures within groups, by groups that are found, or
 * over time: a reader of version 1 would work the former out over all, and so must refuse it. A recipe states the least version it needs.
 */
export interface Recipe {
  readonly format: 'skein-recipe';
  readonly version: 1 | 2;
  readonly analyses: readonly RecipeStep[];
}

/** Why a text is no recipe: none at all, of a newer version, or with an analysis (`at`, from 1) that is not known or does not fit. */
export type UnfitRecipe =
  | { readonly unfit: 'no-recipe' | 'newer' }
  | { readonly unfit: 'unknown-analysis'; readonly at: number };

const MOST_ANALYSES = 50;
const KINDS = ['measure', 'groups', 'how-sure', 'key-players', 'over-time'] as const;
const GROUPING = /^(?:type|status|role|stage|community|attribute:.{1,200})$/u;

/** A recipe of these analyses, of the least version that says all of them. */
export function recipeFrom(analyses: readonly RecipeStep[]): Recipe {
  const newer = analyses.some(
    (a) => a.kind === 'over-time' || (a.kind === 'measure' && (a.within ?? a.groups) !== undefined),
  );
  return { format: 'skein-recipe', version: newer ? 2 : 1, analyses };
}

type Definitions = readonly {
  readonly id: string;
  readonly parameters: readonly Parameter[];
  readonly range?: string;
}[];

function definitionsOf(kind: RecipeStep['kind']): Definitions {
  if (kind === 'groups') return communityMethods;
  if (kind === 'key-players') return keyPlayerCriteria;
  // Numbers of parts are no ranking.
  return kind === 'how-sure' || kind === 'over-time' ? measures.filter((m) => m.range !== 'label') : measures;
}

const oneOf = <T extends string>(value: unknown, known: readonly T[]): T | undefined => known.find((k) => k === value);

const fieldsOf = (value: unknown) => (value ?? {}) as Record<string, unknown>;

function twoModeOf(value: unknown): TwoMode | undefined | 'unfit' {
  if (value === undefined) return undefined;
  const { of, through, as } = fieldsOf(value);
  const how = oneOf(as, ['both', 'shared', 'newman']);
  if (typeof of !== 'string' || typeof through !== 'string' || !how || of === through) return 'unfit';
  return isEntityTypeId(of) && isEntityTypeId(through) ? { of, through, as: how } : 'unfit';
}

function setupOfFile(value: unknown): RecipeSetup | undefined {
  const s = fieldsOf(value);
  const scope = oneOf(s.scope ?? 'case', ['case', 'chart', 'selection', 'filtered']);
  const direction = oneOf(s.direction ?? 'ignore', ['ignore', 'out', 'in']);
  const weights = oneOf(s.weights ?? 'none', ['none', 'count', 'amount', 'strength']);
  const twoMode = twoModeOf(s.twoMode);
  if (!scope || !direction || !weights || twoMode === 'unfit') return undefined;
  if (s.currency !== undefined && typeof s.currency !== 'string') return undefined;
  return {
    scope,
    direction,
    weights,
    confirmedOnly: s.confirmedOnly === true,
    actorsOnly: s.actorsOnly === true,
    events: s.events === true,
    ...(s.currency !== undefined && { currency: s.currency }),
    ...(twoMode && { twoMode }),
  };
}

/** The values as they stand, where they are ones that these parameters take. */
function valuesOfFile(value: unknown, parameters: readonly Parameter[]): ParameterValues | undefined {
  if (value === undefined) return {};
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const given: Record<string, string | number | boolean> = {};
  for (const [name, v] of Object.entries(value)) {
    if (typeof v !== 'string' && typeof v !== 'number' && typeof v !== 'boolean') return undefined;
    given[name] = v;
  }
  return 'values' in fillParameters(parameters, given) ? given : undefined;
}

/** Within which groups a measure is to be worked out, and how those it sorts by are found; undefined where what is said of them does not fit. */
function withinOfFile(
  within: unknown,
  groups: unknown,
): { readonly within?: RecipeGrouping; readonly groups?: RecipeGroups } | undefined {
  if (within !== undefined && (typeof within !== 'string' || !GROUPING.test(within))) return undefined;
  const grouping = within === undefined ? {} : { within: within as RecipeGrouping };
  if (groups === undefined) return grouping;
  const { method, parameters } = fieldsOf(groups);
  const known = (communityMethods as Definitions).find((m) => m.id === method);
  const values = known && valuesOfFile(parameters, known.parameters);
  return values && { ...grouping, groups: { method: known.id, parameters: values } };
}

function stepOfFile(value: unknown): RecipeStep | undefined {
  const { kind: said, id, parameters, settings, setup, within, groups, slices } = fieldsOf(value);
  const kind = oneOf(said, KINDS);
  const known = kind && definitionsOf(kind).find((d) => d.id === id);
  const made = setupOfFile(setup);
  if (!kind || !known || !made) return undefined;
  const values = valuesOfFile(parameters, known.parameters);
  if (!values) return undefined;
  const step = { id: known.id, parameters: values, setup: made };
  if (kind === 'measure') {
    const grouped = withinOfFile(within, groups);
    return grouped && { kind, ...step, ...grouped };
  }
  if (kind === 'over-time') {
    const unit = oneOf(slices, ['week', 'month', 'year']);
    return unit && { kind, ...step, slices: unit };
  }
  if (kind !== 'how-sure') return { kind, ...step };
  const set = valuesOfFile(settings, intervalParameters);
  return set && { kind, ...step, settings: set };
}

/** A recipe from the text of a file, or why it is none. */
export function readRecipe(text: string): Recipe | UnfitRecipe {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return { unfit: 'no-recipe' };
  }
  const { format, version, analyses } = fieldsOf(read);
  if (format !== 'skein-recipe' || !Array.isArray(analyses)) return { unfit: 'no-recipe' };
  if (version !== 1 && version !== 2) return { unfit: 'newer' };
  if (analyses.length === 0 || analyses.length > MOST_ANALYSES) return { unfit: 'no-recipe' };
  const steps: RecipeStep[] = [];
  for (const [at, one] of analyses.entries()) {
    const step = stepOfFile(one);
    if (!step) return { unfit: 'unknown-analysis', at: at + 1 };
    steps.push(step);
  }
  return { format, version, analyses: steps };
}
