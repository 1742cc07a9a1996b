import { isEntityTypeId } from '#domain/entity-types/index';
import { communityCatalogue, measureCatalogue, type ParameterValues } from '#queries/analysis';
import type { Asked } from '../last-answer.ts';
import type { Step } from './guided.ts';
import { type Setup, setupBehind } from './setup.ts';

/** A figure to be worked out anew: which, its parameters, and how its graph is made. Nothing of a case is in it but kinds and a currency. */
export interface RecipeStep extends Step {
  readonly parameters: ParameterValues;
  readonly setup: Setup;
}

/** A saved list of analyses, to be run on new data. As a file: JSON with `format` and `version` before the list. */
export interface Recipe {
  readonly format: 'skein-recipe';
  readonly version: 1;
  readonly analyses: readonly RecipeStep[];
}

const MOST_ANALYSES = 50;

/** The answer and what stands beside it, in their order; undefined without an answer. */
export function recipeOf({ answer, columns = [], groups }: Asked): Recipe | undefined {
  if (!answer) return undefined;
  return {
    format: 'skein-recipe',
    version: 1,
    analyses: [answer, ...columns, ...(groups ? [groups] : [])].map(({ kind, id, asked, result }) => ({
      kind,
      id,
      parameters: result.parameters,
      setup: setupBehind(asked),
    })),
  };
}

const oneOf = <T extends string>(value: unknown, known: readonly T[]): T | undefined => known.find((k) => k === value);

function twoModeOf(value: unknown): Setup['twoMode'] | 'unfit' {
  if (value === undefined) return undefined;
  const { of, through, as } = (value ?? {}) as Record<string, unknown>;
  const how = oneOf(as, ['both', 'shared', 'newman']);
  if (typeof of !== 'string' || typeof through !== 'string' || !how || of === through) return 'unfit';
  return isEntityTypeId(of) && isEntityTypeId(through) ? { of, through, as: how } : 'unfit';
}

function setupOfFile(value: unknown): Setup | undefined {
  const s = (value ?? {}) as Record<string, unknown>;
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

function stepOfFile(value: unknown): RecipeStep | undefined {
  const { kind: said, id, parameters = {}, setup } = (value ?? {}) as Record<string, unknown>;
  const kind = oneOf(said, ['measure', 'groups']);
  const catalogue: readonly { readonly id: string }[] = kind === 'measure' ? measureCatalogue : communityCatalogue;
  const known = catalogue.find((m) => m.id === id);
  const made = setupOfFile(setup);
  if (!kind || !known || !made || typeof parameters !== 'object' || parameters === null) return undefined;
  const values: Record<string, string | number | boolean> = {};
  for (const [name, v] of Object.entries(parameters)) {
    if (typeof v !== 'string' && typeof v !== 'number' && typeof v !== 'boolean') return undefined;
    values[name] = v;
  }
  return { kind, id: known.id, parameters: values, setup: made };
}

/** A recipe from the text of a file, or why it is none: no recipe at all, of a newer version, or with an analysis that is not known here. */
export function readRecipe(
  text: string,
): Recipe | { readonly unfit: 'no-recipe' | 'newer' } | { readonly unfit: 'unknown-analysis'; readonly at: number } {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return { unfit: 'no-recipe' };
  }
  const { format, version, analyses } = (read ?? {}) as Record<string, unknown>;
  if (format !== 'skein-recipe' || !Array.isArray(analyses)) return { unfit: 'no-recipe' };
  if (version !== 1) return { unfit: 'newer' };
  if (analyses.length === 0 || analyses.length > MOST_ANALYSES) return { unfit: 'no-recipe' };
  const steps: RecipeStep[] = [];
  for (const [at, one] of analyses.entries()) {
    const step = stepOfFile(one);
    if (!step) return { unfit: 'unknown-analysis', at: at + 1 };
    steps.push(step);
  }
  return { format, version, analyses: steps };
}
