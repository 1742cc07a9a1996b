import type { Recipe, RecipeStep } from '#queries/recipes';
import { type Answer, type Asked, withinOf } from '../last-answer.ts';
import { PLAIN_SETUP, setupBehind } from './setup.ts';

/** How sure an answer is, is looked at in these. */
const SURE_VIEWS: readonly (string | undefined)[] = ['intervals', 'cuts', 'flow'];

/** The answer and what stands beside it in their order, then how sure it is and the key players, where these are shown; undefined without an answer. */
export function recipeOf({
  answer,
  columns = [],
  groups,
  view,
  settings,
  guided,
  keyPlayers = USUAL_KEY_PLAYERS,
}: Asked): Recipe | undefined {
  // A measure within each group alone is no step of a recipe.
  const alone = (a: Answer) => withinOf(a) !== undefined;
  if (!answer || alone(answer)) return undefined;
  const setup = setupBehind(answer.asked);
  const analyses: RecipeStep[] = [answer, ...columns, ...(groups ? [groups] : [])]
    .filter((a) => !alone(a))
    .map(({ kind, id, asked, result }) => ({ kind, id, parameters: result.parameters, setup: setupBehind(asked) }));
  if (answer.kind === 'measure' && SURE_VIEWS.includes(view)) {
    const { id, result } = answer;
    analyses.push({ kind: 'how-sure', id, parameters: result.parameters, settings: settings ?? {}, setup });
  }
  if (guided === 'key')
    analyses.push({ kind: 'key-players', id: keyPlayers.criterion, parameters: keyPlayers.parameters, setup });
  return { format: 'skein-recipe', version: 1, analyses };
}

/** A recipe as the page runs it: figures one after the other, the first being the answer, and how that is looked at. */
/** Three whose loss parts the others most, unless asked otherwise. */
export const USUAL_KEY_PLAYERS: NonNullable<Asked['keyPlayers']> = {
  criterion: 'fragmentation',
  parameters: { size: 3 },
};

type PageFigure = RecipeStep & { readonly kind: 'measure' | 'groups' };

export interface PageRun extends Pick<Asked, 'view' | 'settings' | 'guided' | 'keyPlayers'> {
  readonly figures: readonly [PageFigure, ...PageFigure[]];
}

/**
 * How sure a ranking is, and key players, belong to an answer here: the ranking looked at for how sure it is comes first; key players alone are asked of a
 * graph that degrees are worked out for.
 */
export function pageRunOf({ analyses }: Recipe): PageRun {
  const sure = analyses.find((a) => a.kind === 'how-sure');
  const key = analyses.find((a) => a.kind === 'key-players');
  const [first, ...others] = [...(sure ? [sure] : []), ...analyses].flatMap((a): PageFigure[] => {
    if (a.kind === 'key-players') return [];
    const { id, parameters, setup } = a;
    return [{ kind: a.kind === 'groups' ? 'groups' : 'measure', id, parameters, setup }];
  });
  const setup = key?.setup ?? PLAIN_SETUP;
  return {
    figures: first ? [first, ...others] : [{ kind: 'measure', id: 'degree', parameters: {}, setup }],
    ...(sure && { view: 'intervals', settings: sure.settings }),
    ...(key && { guided: 'key', keyPlayers: { criterion: key.id, parameters: key.parameters } }),
  };
}
