import { isEntityTypeId } from '#domain/entity-types/index';
import { communityMethods } from '../communities/index.ts';
import { fillParameters, type Parameter, type ParameterValues } from '../graph/parameters.ts';
import type { TwoMode } from '../graph/two-mode.ts';
import { keyPlayerCriteria } from '../key-players/index.ts';
import { layerMeasures, linkMeasures, measures } from '../measures/index.ts';
import { bestSetParameters } from './best-sets.ts';
import { intervalParameters } from './rank-intervals.ts';
import type { Recipe, RecipeGrouping, RecipeGroups, RecipeSetup, RecipeStep } from './recipe.ts';
import { curveParameters, type RemovalOrder, removalOrders } from './removal-curves.ts';

/** Why a text is no recipe: none at all, of a newer version, or with an analysis (`at`, from 1) that is not known or does not fit. */
export type UnfitRecipe =
  | { readonly unfit: 'no-recipe' | 'newer' }
  | { readonly unfit: 'unknown-analysis'; readonly at: number };

/** A list longer than this is no recipe. */
export const MOST_ANALYSES = 50;
const KINDS = [
  'measure',
  'groups',
  'how-sure',
  'key-players',
  'over-time',
  'network',
  'link-measure',
  'layers',
  'what-if',
] as const satisfies readonly RecipeStep['kind'][];
const GROUPING = /^(?:type|status|role|stage|community|attribute:.{1,200})$/u;

/** What is told of the network as a whole is one analysis. */
const wholeDefinitions = [{ id: 'network', parameters: [] }] as const;
const whatIfDefinitions = [
  { id: 'curves', parameters: curveParameters },
  { id: 'best-sets', parameters: bestSetParameters },
] as const;

type Definitions = readonly {
  readonly id: string;
  readonly parameters: readonly Parameter[];
  readonly range?: string;
}[];

function definitionsOf(kind: RecipeStep['kind']): Definitions {
  if (kind === 'groups') return communityMethods;
  if (kind === 'key-players') return keyPlayerCriteria;
  if (kind === 'network') return wholeDefinitions;
  if (kind === 'link-measure') return linkMeasures;
  if (kind === 'what-if') return whatIfDefinitions;
  if (kind === 'layers') return layerMeasures;
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

/** By which groups, as `name` says, and how those are found that it sorts by; undefined where what is said of them does not fit. */
function groupedOfFile<N extends 'within' | 'by'>(
  name: N,
  by: unknown,
  groups: unknown,
): ({ readonly [K in N]?: RecipeGrouping } & { readonly groups?: RecipeGroups }) | undefined {
  if (by !== undefined && (typeof by !== 'string' || !GROUPING.test(by))) return undefined;
  const grouping = (by === undefined ? {} : { [name]: by }) as { readonly [K in N]?: RecipeGrouping };
  if (groups === undefined) return grouping;
  const { method, parameters } = fieldsOf(groups);
  const known = (communityMethods as Definitions).find((m) => m.id === method);
  const values = known && valuesOfFile(parameters, known.parameters);
  return values && { ...grouping, groups: { method: known.id, parameters: values } };
}

/** How it is looked at, as one of `known`; undefined where it is another. */
function viewOfFile<V extends string>(view: unknown, known: readonly V[]): { readonly view?: V } | undefined {
  if (view === undefined) return {};
  const one = oneOf(view, known);
  return one && { view: one };
}

/** Orders of removal, each once; undefined where one is not known. */
function ordersOfFile(orders: unknown): { readonly orders?: readonly RemovalOrder[] } | undefined {
  if (orders === undefined) return {};
  if (!Array.isArray(orders) || orders.length === 0 || new Set(orders).size !== orders.length) return undefined;
  const known = orders.flatMap((o) => oneOf(o, removalOrders) ?? []);
  return known.length === orders.length ? { orders: known } : undefined;
}

/** Removals go by who can reach whom: arrows, weights and projections play no part. */
const isPlain = ({ scope, direction, weights, twoMode, currency }: RecipeSetup): boolean =>
  scope !== 'selection' && direction === 'ignore' && weights === 'none' && !twoMode && currency === undefined;

function stepOfFile(value: unknown): RecipeStep | undefined {
  const fields = fieldsOf(value);
  const kind = oneOf(fields.kind, KINDS);
  const known = kind && definitionsOf(kind).find((d) => d.id === fields.id);
  const setup = setupOfFile(fields.setup);
  const parameters = known && valuesOfFile(fields.parameters, known.parameters);
  if (!kind || !known || !setup || !parameters) return undefined;
  const step = { id: known.id, parameters, setup };
  switch (kind) {
    case 'measure': {
      const grouped = groupedOfFile('within', fields.within, fields.groups);
      const view = viewOfFile(fields.view, ['scatter']);
      return grouped && view && { kind, ...step, ...grouped, ...view };
    }
    case 'network': {
      const grouped = groupedOfFile('by', fields.by, fields.groups);
      return grouped && { kind, ...step, ...grouped };
    }
    case 'over-time': {
      const slices = oneOf(fields.slices, ['week', 'month', 'year']);
      return slices && { kind, ...step, slices };
    }
    case 'how-sure': {
      const settings = valuesOfFile(fields.settings, intervalParameters);
      const view = viewOfFile(fields.view, ['cuts', 'flow']);
      return settings && view && { kind, ...step, settings, ...view };
    }
    // Which groups are found is not said.
    case 'layers':
      return Object.values(parameters).includes('community') ? undefined : { kind, ...step };
    case 'key-players': {
      const settings = fields.settings === undefined ? {} : valuesOfFile(fields.settings, intervalParameters);
      return settings && { kind, ...step, ...(fields.settings !== undefined && { settings }) };
    }
    case 'what-if': {
      const orders = ordersOfFile(fields.orders);
      if (!orders || !isPlain(setup) || (orders.orders && known.id !== 'curves')) return undefined;
      return { kind, ...step, ...orders };
    }
    default:
      return { kind, ...step };
  }
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
  if (version !== 1 && version !== 2 && version !== 3) return { unfit: 'newer' };
  if (analyses.length === 0 || analyses.length > MOST_ANALYSES) return { unfit: 'no-recipe' };
  const steps: Recipe['analyses'][number][] = [];
  for (const [at, one] of analyses.entries()) {
    const step = stepOfFile(one);
    if (!step) return { unfit: 'unknown-analysis', at: at + 1 };
    steps.push(fieldsOf(one).beside === true ? { ...step, beside: true } : step);
  }
  return { format, version, analyses: steps };
}
