import { t } from '#i18n/index';
import { USUAL_METHOD } from '#queries/known-groups';
import type { RecipeScreen, RecipeStep } from '#queries/recipes';
import { USUAL_GROUPING } from '#queries/whole-network';
import { isRanking, viewOf } from '../answer-view.ts';
import {
  type Answer,
  type Asked,
  type NetworkAsked,
  USUAL_KEY_PLAYERS,
  USUAL_LAYERED,
  USUAL_SLICES,
  type WholeKind,
  withinOf,
} from '../last-answer.ts';
import { wholeAsked } from '../last-look.ts';
import type { ShownAnalyses } from '../recipe-menu.tsx';
import { groupsOf } from './same-question.ts';
import { type Setup, setupBehind } from './setup.ts';

type KeyPlayersStep = Extract<RecipeStep, { readonly kind: 'key-players' }>;
type PageFigure = Extract<RecipeStep, { readonly kind: 'measure' | 'groups' }>;

/** A figure as a step: within which groups it was worked out, and how the groups it sorts by were found. */
function stepOf({ kind, id, asked, result }: Answer): PageFigure {
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

/** A figure of the whole as a step; undefined where a recipe cannot hold it. */
function wholeStepOf(network: NetworkAsked, id: string): RecipeStep | undefined {
  const { whole, asked, by = USUAL_GROUPING, groups, layered = USUAL_LAYERED } = network;
  const step = { id, parameters: {}, setup: setupBehind(asked) };
  if (whole === 'links') return { kind: 'link-measure', ...step };
  if (whole === 'layers') {
    const { parameters } = layered;
    // Its groups are those that were asked for last, whatever they are then.
    if (Object.values(parameters).includes('community')) return undefined;
    return { kind: 'layers', ...step, id: layered.id, parameters };
  }
  const found = groups ?? { method: USUAL_METHOD, parameters: {} };
  return { kind: 'network', ...step, by, ...(by === 'community' && { groups: found }) };
}

/** What stands on the screen: the answer and what is beside it in their order, then what it is looked at by; or one thing of the whole. */
function shownSteps(asked: Asked): RecipeScreen {
  const { answer, columns = [], groups, settings, slices = USUAL_SLICES, keyPlayers = USUAL_KEY_PLAYERS } = asked;
  const whole = wholeAsked(asked);
  if (whole && 'whole' in whole) {
    const step = wholeStepOf(whole, asked.question?.id ?? '');
    return step ? [step] : [];
  }
  if (!answer) return [];
  // Beside groups nothing is shown.
  if (answer.kind === 'groups') return [stepOf(answer)];
  const figures = [answer, ...columns, ...(groups ? [groups] : [])].map(stepOf);
  const setup = setupBehind(answer.asked);
  if (whole) {
    const { criterion, parameters, sure } = keyPlayers;
    const key: RecipeStep = {
      kind: 'key-players',
      id: criterion,
      parameters,
      setup,
      ...(sure && { settings: sure }),
    };
    // Alone, the figure whose graph they are looked for in is not shown.
    return figures.length > 1 ? [...figures, key] : [key];
  }
  const view = viewOf(answer, asked);
  const ranked = { id: answer.id, parameters: answer.result.parameters, setup };
  if (!isRanking(answer) || view === 'table') return figures;
  if (view === 'time') return [...figures, { kind: 'over-time', ...ranked, slices }];
  if (view === 'scatter')
    return figures.map((f, i) => (i === 0 && f.kind === 'measure' ? { ...f, view: 'scatter' } : f));
  return [...figures, { kind: 'how-sure', ...ranked, settings: settings ?? {}, ...(view !== 'intervals' && { view }) }];
}

/** What is shown here, as a recipe can hold it: what is shown is saved, or nothing, and not the answer of before. */
export function shownAnalyses(asked: Asked): ShownAnalyses {
  const steps = shownSteps(asked);
  const named = wholeAsked(asked) === asked.answer && namesMembers(asked);
  return {
    screens: steps.length > 0 ? [steps] : [],
    ...(steps.length === 0 && {
      none: t(asked.question?.kind === 'layers' ? 'recipe.layers' : 'recipe.nothing'),
    }),
    ...(named && { leftOut: t('recipe.without-members') }),
  };
}

/** Whether what is asked names who must be in a set or must not: a recipe holds nobody of a case, and so not them. */
function namesMembers({ guided, keyPlayers }: Asked): boolean {
  return guided === 'key' && (keyPlayers?.forced ?? []).length + (keyPlayers?.excluded ?? []).length > 0;
}

/** Analyses of a ranking as the page runs them: figures one after the other, the first being the answer, and how that is looked at. */
export interface PageRun extends Pick<Asked, 'view' | 'settings' | 'slices' | 'guided' | 'keyPlayers'> {
  readonly figures: readonly [PageFigure, ...PageFigure[]];
}

/** One thing of the whole, as the page asks it. */
interface WholeRun extends Pick<NetworkAsked, 'by' | 'groups' | 'layered'> {
  readonly whole: WholeKind;
  readonly id: string;
  readonly setup: Setup;
}

/** What is asked of the whole; undefined: nothing is. */
export function wholeRunOf([step]: RecipeScreen): WholeRun | undefined {
  if (step?.kind === 'link-measure') return { whole: 'links', id: step.id, setup: step.setup };
  if (step?.kind === 'layers') {
    const { id, parameters, setup } = step;
    return { whole: 'layers', id: 'layers', setup, layered: { id, parameters } };
  }
  if (step?.kind !== 'network') return undefined;
  const { id, setup, by, groups } = step;
  return { whole: 'network', id, setup, ...(by !== undefined && { by }), ...(groups && { groups }) };
}

/**
 * How sure a ranking is, how it went over time, and key players, belong to an answer here: the ranking looked at so comes first; key players alone are
 * asked of a graph that degrees are worked out for. Undefined: nothing of this kind is.
 */
export function pageRunOf(screen: RecipeScreen): PageRun | undefined {
  const key = screen.find((a) => a.kind === 'key-players');
  const looked = screen.find((a) => a.kind === 'how-sure' || a.kind === 'over-time' || 'view' in a);
  const [first, ...others] = [...(looked ? [looked] : []), ...screen.filter((a) => a !== looked)].flatMap(figureOf);
  const answer = first ?? (key && { kind: 'measure', id: 'degree', parameters: {}, setup: key.setup });
  return (
    answer && {
      figures: [answer, ...others],
      ...(looked && lookOf(looked)),
      ...(key && { guided: 'key', keyPlayers: keyPlayersOf(key) }),
    }
  );
}

function keyPlayersOf({ id, parameters, settings }: KeyPlayersStep): NonNullable<Asked['keyPlayers']> {
  return { criterion: id, parameters, ...(settings && { sure: settings }) };
}

/** The figure that a step works out, or is told about. */
function figureOf(step: RecipeStep): PageFigure[] {
  if (step.kind === 'measure' || step.kind === 'groups') return [step];
  if (step.kind !== 'how-sure' && step.kind !== 'over-time') return [];
  const { id, parameters, setup } = step;
  return [{ kind: 'measure', id, parameters, setup }];
}

function lookOf(step: RecipeStep): Pick<Asked, 'view' | 'settings' | 'slices'> {
  if (step.kind === 'over-time') return { view: 'time', slices: step.slices };
  if (step.kind === 'how-sure') return { view: step.view ?? 'intervals', settings: step.settings };
  return { view: 'scatter' };
}
