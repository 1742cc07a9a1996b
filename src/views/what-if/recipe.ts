import { t } from '#i18n/index';
import type { RecipeScreen, RecipeSetup, RecipeStep } from '#queries/recipes';
import { type BestSetsQuestion, bestSetSize, type CurvesRequest, removalOrderCatalogue } from '#queries/what-if';
import type { AskedSetting, Setting, WhatIfAnswers } from '../last-what-if.ts';
import type { ShownAnalyses } from '../recipe-menu.tsx';

const setupBehind = ({ scope, actorsOnly, confirmedOnly, events }: AskedSetting): RecipeSetup => ({
  scope,
  confirmedOnly,
  actorsOnly,
  direction: 'ignore',
  weights: 'none',
  events,
});

/** The answers shown, as a recipe can hold them: best sets and curves, but nobody who is thought away. */
export function shownAnalyses({ sets, curves, compared }: WhatIfAnswers): ShownAnalyses {
  const steps: RecipeStep[] = [];
  if (sets) {
    const { size, seed } = sets.answer;
    steps.push({ kind: 'what-if', id: 'best-sets', parameters: { size, seed }, setup: setupBehind(sets.asked) });
  }
  if (curves) {
    const { parameters, curves: drawn, missing } = curves.answer;
    const orders = [...drawn, ...missing].map((c) => c.order);
    steps.push({
      kind: 'what-if',
      id: 'curves',
      parameters,
      setup: setupBehind(curves.asked),
      ...(orders.length < removalOrderCatalogue.length && { orders }),
    });
  }
  const [first, second] = steps;
  const together = first && second && JSON.stringify(first.setup) === JSON.stringify(second.setup);
  return {
    screens: together ? [steps] : steps.map((step) => [step]),
    ...(steps.length === 0 && { none: t(compared ? 'recipe.only-removed' : 'recipe.nothing') }),
    ...(compared && { leftOut: t('recipe.without-removed') }),
  };
}

/** Analyses of a recipe as this room asks them; undefined: not for this room. */
export function whatIfRunOf(screen: RecipeScreen):
  | {
      readonly setting: Setting;
      readonly sets?: Pick<BestSetsQuestion, 'size' | 'seed'>;
      readonly curves?: Pick<CurvesRequest, 'orders' | 'runs' | 'seed'>;
    }
  | undefined {
  const asked = screen.flatMap((step) => (step.kind === 'what-if' ? [step] : []));
  const [first] = asked;
  if (!first || first.setup.scope === 'selection') return undefined;
  const { scope, actorsOnly, confirmedOnly, events } = first.setup;
  const sets = asked.find((step) => step.id === 'best-sets');
  const curves = asked.find((step) => step.id === 'curves');
  return {
    setting: { scope, actorsOnly, confirmedOnly, events },
    ...(sets && { sets: { size: bestSetSize.default, ...numbersOf(sets.parameters) } }),
    ...(curves && { curves: { ...numbersOf(curves.parameters), ...(curves.orders && { orders: curves.orders }) } }),
  };
}

/** Sizes, runs and seeds are whole numbers. */
const numbersOf = (parameters: RecipeStep['parameters']): Record<string, number> =>
  Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, Math.floor(Number(value))]));
