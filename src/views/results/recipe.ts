import { type Recipe, type RecipeStep, recipeFrom } from '#queries/recipes';
import { isRanking } from '../answer-view.ts';
import { type Answer, type Asked, USUAL_KEY_PLAYERS, USUAL_SLICES, withinOf } from '../last-answer.ts';
import { groupsOf } from './same-question.ts';
import { PLAIN_SETUP, setupBehind } from './setup.ts';

/** How sure an answer is, is looked at in these. */
const SURE_VIEWS: readonly (string | undefined)[] = ['intervals', 'cuts', 'flow'];

/** A figure as a step: within which groups it was worked out, and how the groups it sorts by were found. */
function stepOf({ kind, id, asked, result }: Answer): RecipeStep {
  const step = { id, parameters: result.parameters, setup: setupBehind(asked) };
  if (kind === 'groups') return { kind, ...step };
  const within = withinOf({ result });
  return {
    kind,
    ...step,
    ...(within !== undefined && { within }),
    ...groupsOf({ result }),
  };
}

/** The answer and what stands beside it in their order, then how sure it is, how it went over time and the key players, where these are shown; undefined without an answer. */
export function recipeOf({
  answer,
  columns = [],
  groups,
  view,
  settings,
  slices = USUAL_SLICES,
  guided,
  keyPlayers = USUAL_KEY_PLAYERS,
}: Asked): Recipe | undefined {
  if (!answer) return undefined;
  const setup = setupBehind(answer.asked);
  const analyses: RecipeStep[] = [answer, ...columns, ...(groups ? [groups] : [])].map(stepOf);
  if (isRanking(answer)) {
    const { id, result } = answer;
    const ranked = { id, parameters: result.parameters, setup };
    if (SURE_VIEWS.includes(view)) analyses.push({ kind: 'how-sure', ...ranked, settings: settings ?? {} });
    if (view === 'time') analyses.push({ kind: 'over-time', ...ranked, slices });
  }
  if (guided === 'key')
    analyses.push({ kind: 'key-players', id: keyPlayers.criterion, parameters: keyPlayers.parameters, setup });
  return recipeFrom(analyses);
}

/** Whether what is asked names who must be in a set or must not: a recipe holds nobody of a case, and so not them. */
export function namesMembers({ guided, keyPlayers }: Asked): boolean {
  return guided === 'key' && (keyPlayers?.forced ?? []).length + (keyPlayers?.excluded ?? []).length > 0;
}

type PageFigure = Extract<RecipeStep, { readonly kind: 'measure' | 'groups' }>;

/** A recipe as the page runs it: figures one after the other, the first being the answer, and how that is looked at. */
export interface PageRun extends Pick<Asked, 'view' | 'settings' | 'slices' | 'guided' | 'keyPlayers'> {
  readonly figures: readonly [PageFigure, ...PageFigure[]];
}

/**
 * How sure a ranking is, how it went over time, and key players, belong to an answer here: the ranking looked at so comes first; key players alone are
 * asked of a graph that degrees are worked out for.
 */
export function pageRunOf({ analyses }: Recipe): PageRun {
  const sure = analyses.find((a) => a.kind === 'how-sure');
  const time = analyses.find((a) => a.kind === 'over-time');
  const key = analyses.find((a) => a.kind === 'key-players');
  // One look at a time: that which is named first.
  const looked = analyses.find((a) => a === sure || a === time);
  const [first, ...others] = [...(looked ? [looked] : []), ...analyses].flatMap((a): PageFigure[] => {
    if (a.kind === 'key-players') return [];
    if (a.kind === 'measure' || a.kind === 'groups') return [a];
    const { id, parameters, setup } = a;
    return [{ kind: 'measure', id, parameters, setup }];
  });
  const setup = key?.setup ?? PLAIN_SETUP;
  return {
    figures: first ? [first, ...others] : [{ kind: 'measure', id: 'degree', parameters: {}, setup }],
    ...(looked && { view: looked === sure ? ('intervals' as const) : ('time' as const) }),
    ...(sure && { settings: sure.settings }),
    ...(time && { slices: time.slices }),
    ...(key && { guided: 'key', keyPlayers: { criterion: key.id, parameters: key.parameters } }),
  };
}
