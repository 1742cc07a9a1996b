import type { CaseState } from '#domain/change/case-state';
import { t, tDynamic } from '#i18n/index';
import { groupingText } from '#i18n/record-words';
import { standingOf } from './answer-scope.ts';
import { answerSentence, missingText } from './answer-sentence.ts';
import { type Answer, type Asked, withinOf } from './last-answer.ts';
import { leftOutText } from './left-out.ts';
import { scopeWords } from './setup-words.ts';

/** The question, as it was asked. */
export function questionOf({ kind, id }: Answer, { guided }: Asked): string {
  if (guided && guided !== 'key') return tDynamic(`guided.${guided}.question`);
  return tDynamic(kind === 'measure' ? `measure.${id}.question` : `communities.${id}.question`);
}

/** Of what an answer was asked and whom that left out, its sentence, and what makes it weak: said of its figures on paper and in a file. */
export function answerWords(
  state: CaseState,
  answer: Answer,
  asked: Asked,
): { readonly scope: string; readonly said: string | undefined; readonly limits: readonly string[] } {
  const within = withinOf(answer);
  const standing = standingOf(state, answer);
  const said = answerSentence(state, asked);
  const left = leftOutText(answer.leftOut);
  return {
    scope: [
      scopeWords(answer.asked),
      ...(within === undefined ? [] : [t('figure-facts.within.words', { grouping: groupingText(within) })]),
      ...(left === undefined ? [] : [left]),
    ].join(' · '),
    said: said?.answer,
    limits: [...(said?.caveats ?? []), ...(standing.weak > 0 ? [missingText(standing)] : [])],
  };
}
