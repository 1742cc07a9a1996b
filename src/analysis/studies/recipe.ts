import type { PackOptions, Scope } from '../graph/pack-case.ts';
import type { ParameterValues } from '../graph/parameters.ts';
import type { TwoMode } from '../graph/two-mode.ts';
import type { RemovalOrder } from './removal-curves.ts';

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
  /** Of a measure of entities or of links, of a method for groups, of a criterion for key players, or of `wholeDefinitions`, `whatIfDefinitions`. */
  readonly id: string;
  readonly parameters: ParameterValues;
  readonly setup: RecipeSetup;
} & (
  | { readonly kind: 'groups' }
  /** `settings`: how sure the set is, is told too. */
  | { readonly kind: 'key-players'; readonly settings?: ParameterValues }
  | { readonly kind: 'link-measure' }
  /** A measure of entities by kind of link. */
  | { readonly kind: 'layers' }
  /** `within`: worked out within each group alone. `view`: drawn against what stands beside it. */
  | {
      readonly kind: 'measure';
      readonly within?: RecipeGrouping;
      readonly groups?: RecipeGroups;
      readonly view?: 'scatter';
    }
  | { readonly kind: 'over-time'; readonly slices: RecipeSlices }
  /** `settings`: of `intervalParameters`; what is missing takes its default. `view`: other than rank intervals. */
  | { readonly kind: 'how-sure'; readonly settings: ParameterValues; readonly view?: 'cuts' | 'flow' }
  /** Figures of the network as a whole, by month too where links are dated; those by groups sort by `by`. */
  | { readonly kind: 'network'; readonly by?: RecipeGrouping; readonly groups?: RecipeGroups }
  /** `orders`: of removal curves; missing: all that can be had in reasonable time. */
  | { readonly kind: 'what-if'; readonly orders?: readonly RemovalOrder[] }
);

/**
 * A saved list of analyses, to be run on new data. As a file: JSON with `format` and `version` before the list. Version 2 has figures within groups, by groups that are found, or
 * over time: a reader of version 1 would work the former out over all, and so must refuse it. Version 3 has figures of the whole, of links and of removals, how an answer is looked
 * at, and several answers: what is `beside` stands with the analysis before it, while of older versions all stand together. A recipe states the least version it needs.
 */
export interface Recipe {
  readonly format: 'skein-recipe';
  readonly version: 1 | 2 | 3;
  readonly analyses: readonly (RecipeStep & { readonly beside?: true })[];
}

/** Analyses that are looked at together; the first is the answer, or what the others are told about. */
export type RecipeScreen = readonly RecipeStep[];

function leastVersion(screens: readonly RecipeScreen[]): Recipe['version'] {
  const steps = screens.flat();
  const hasLook = steps.some((s) => 'view' in s || (s.kind === 'key-players' && s.settings));
  if (screens.length > 1 || hasLook || steps.some((s) => familyOf(s) !== 'ranking')) return 3;
  const hasGroups = steps.some((s) => s.kind === 'measure' && (s.within ?? s.groups) !== undefined);
  return hasGroups || steps.some((s) => s.kind === 'over-time') ? 2 : 1;
}

/** A recipe of these analyses, of the least version that says all of them. */
export function recipeFrom(screens: readonly RecipeScreen[]): Recipe {
  const version = leastVersion(screens);
  const analyses = screens.flatMap((screen) =>
    screen.map((step, i) => (version === 3 && i > 0 ? { ...step, beside: true as const } : step)),
  );
  return { format: 'skein-recipe', version, analyses };
}

/** What can be looked at together: what is told of a ranking or of groups, what removals come to, or one thing of the whole. */
function familyOf({ kind }: RecipeStep): 'ranking' | 'what-if' | 'whole' {
  if (kind === 'what-if') return kind;
  return kind === 'network' || kind === 'link-measure' || kind === 'layers' ? 'whole' : 'ranking';
}

/** An answer is looked at in one way at a time. */
const isLook = (step: RecipeStep): boolean =>
  step.kind === 'how-sure' || step.kind === 'over-time' || step.kind === 'key-players' || 'view' in step;

/** Whether one graph serves both. */
const sameSetup = (a: RecipeStep | undefined, b: RecipeStep | undefined): boolean =>
  !a || !b || JSON.stringify(a.setup) === JSON.stringify(b.setup);

function fitsBeside(screen: RecipeScreen, step: RecipeStep): boolean {
  const first = screen[0]!;
  const family = familyOf(step);
  if (family !== familyOf(first) || family === 'whole') return false;
  if (family === 'what-if') return sameSetup(first, step) && !screen.some((s) => s.id === step.id);
  // Beside groups stands nothing, and one division beside a ranking.
  if (first.kind === 'groups' || (step.kind === 'groups' && screen.some((s) => s.kind === 'groups'))) return false;
  if (isLook(step) && screen.some(isLook)) return false;
  // Key players are looked for over the graph of the answer.
  const all = [...screen, step];
  return sameSetup(
    all.find((s) => s.kind === 'key-players'),
    all.find((s) => s.kind !== 'key-players'),
  );
}

/** The analyses of a recipe as they are looked at, one screen after the other; each is on one of them. */
export function screensOf({ version, analyses }: Recipe): readonly RecipeScreen[] {
  const screens: RecipeStep[][] = [];
  for (const { beside, ...step } of analyses) {
    const last = screens.at(-1);
    if (last && (version < 3 || beside) && fitsBeside(last, step)) last.push(step);
    else screens.push([step]);
  }
  return screens;
}
