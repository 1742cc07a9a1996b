import type { RecipeGroups } from '#queries/recipes';
import { isRanking } from '../answer-view.ts';
import { type Answer, type Asked, withinOf } from '../last-answer.ts';
import { setupBehind } from './setup.ts';

/** How the groups that a figure sorts by were found, so that it can be asked of the like again; nothing where it sorts by none. */
export function groupsOf({ result }: Pick<Answer, 'result'>): { readonly groups?: RecipeGroups } {
  const by = 'groupsBy' in result ? result.groupsBy : undefined;
  return by ? { groups: { method: by.method, parameters: by.parameters } } : {};
}

/** Equal questions over graphs made alike: such a figure stands in the table once. */
export function sameQuestion(a: Answer, b: Answer): boolean {
  return (
    a.kind === b.kind &&
    a.id === b.id &&
    JSON.stringify([setupBehind(a.asked), a.result.parameters, withinOf(a), groupsOf(a)]) ===
      JSON.stringify([setupBehind(b.asked), b.result.parameters, withinOf(b), groupsOf(b)])
  );
}

/** Why nothing can be said of how sure it is what is shown: it is there as no ranking of entities and no set, or not yet. Key of the words; undefined where they can. */
export function whyNotSure({ question, guided, answer }: Asked) {
  if (!question) return 'guided.sure.nothing';
  if (question.kind === 'network' || question.kind === 'links' || question.kind === 'layers')
    return 'guided.sure.whole';
  const isAnswered =
    question.kind === 'guided' ? guided === question.id : answer?.kind === question.kind && answer.id === question.id;
  if (!answer || !isAnswered) return 'guided.sure.unanswered';
  if (guided === 'key') return undefined;
  if (answer.kind === 'groups') return 'guided.sure.groups';
  if (withinOf(answer) !== undefined) return 'guided.sure.within';
  return isRanking(answer) ? undefined : 'guided.sure.label';
}

/** An answer with nothing beside it. What rank intervals rest on and which key players are asked for was set by the analyst, and stays. */
export function answeredAlone(
  { question, settings, slices, keyPlayers }: Asked,
  answered: Pick<Asked, 'guided' | 'view' | 'answer'>,
): Asked {
  return {
    ...(question && { question }),
    ...(settings && { settings }),
    ...(slices && { slices }),
    ...(keyPlayers && { keyPlayers }),
    ...answered,
  };
}

/** A figure put beside the answer; one that answers a question already answered there takes its place, or is left out. */
export function beside(now: Asked, answer: Answer): Asked {
  if (answer.kind === 'groups') return { ...now, groups: answer };
  const others = (now.columns ?? []).filter((c) => !sameQuestion(c, answer));
  if (now.answer && sameQuestion(now.answer, answer)) return { ...now, columns: others };
  return { ...now, columns: [...others, answer] };
}

/** A figure in the place of an earlier one of the same question; nothing changes where that one was taken away meanwhile. */
export function inPlaceOf(now: Asked, before: Answer, answer: Answer): Asked {
  if (now.answer === before) return { ...now, answer };
  if (answer.kind !== 'measure' || !now.columns?.some((c) => c === before)) return now;
  return { ...now, columns: now.columns.map((c) => (c === before ? answer : c)) };
}
