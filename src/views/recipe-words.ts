import { t, tDynamic } from '#i18n/index';
import type { RecipeScreen, RecipeSetup, RecipeStep } from '#queries/recipes';
import { differenceWords, scopeWords } from './setup-words.ts';

const graphOf = ({ scope, ...setup }: RecipeSetup) => ({ ...setup, kind: scope });

function stepName(step: RecipeStep): string {
  switch (step.kind) {
    case 'groups':
      return tDynamic(`communities.${step.id}.name`);
    case 'key-players':
      return keyPlayersName(step.id, step.settings !== undefined);
    case 'how-sure':
      return lookName(step.id, step.view ?? 'intervals');
    case 'over-time':
      return lookName(step.id, 'time');
    case 'layers':
      return t('recipe.step.layers', { measure: tDynamic(`measure.${step.id}.name`) });
    case 'network':
      return t('results.network.title');
    case 'what-if':
      return t(step.id === 'curves' ? 'what-if.curves' : 'what-if.sets');
    case 'measure':
    case 'link-measure':
      return tDynamic(`measure.${step.id}.name`);
  }
}

function keyPlayersName(id: string, sure: boolean): string {
  const name = t('recipe.step.key-players', { criterion: tDynamic(`key-players.${id}.name`) });
  return sure ? t('recipe.step.look', { measure: name, look: t('results.view.intervals') }) : name;
}

const lookName = (id: string, look: 'intervals' | 'cuts' | 'flow' | 'time'): string =>
  t('recipe.step.look', { measure: tDynamic(`measure.${id}.name`), look: t(`results.view.${look}`) });

/** Analyses of one screen in few words: each once, and in what its graph differs from that of `others`. */
export function screenName(screen: RecipeScreen, others: RecipeSetup): string {
  const isToldOf = (step: RecipeStep) =>
    step.kind === 'measure' &&
    screen.some((s) => (s.kind === 'how-sure' || s.kind === 'over-time') && s.id === step.id);
  const names = screen
    .filter((step) => !isToldOf(step))
    .map((step) => {
      const differs = differenceWords(graphOf(step.setup), graphOf(others));
      return differs === '' ? stepName(step) : t('recipe.step.of', { analysis: stepName(step), graph: differs });
    });
  return names.join(', ');
}

/** What it is asked of, in full. */
export const screenScope = ([first]: RecipeScreen): string => (first ? scopeWords(graphOf(first.setup)) : '');
