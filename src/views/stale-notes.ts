import type { CaseState } from '#domain/change/case-state';
import { number, t } from '#i18n/index';
import { readingEvidence } from '#queries/how-sure';
import { finish } from '#queries/in-breaths';
import { readingDates } from '#queries/over-time';
import { scopeOf, standingOf } from './answer-scope.ts';
import type { Answer, AnswerView } from './last-answer.ts';
import type { Look } from './last-look.ts';

/**
 * Whether what is shown is of another case than that of now, for files and paper: figures of another graph than their scope makes now, and how sure they are
 * or how they went over time where strengths, sources, grades or dates have changed. What changed nothing it was worked out of makes nothing old. `look`: of
 * the first answer.
 */
export function staleNotes(
  state: CaseState,
  answers: readonly [Answer, ...Answer[]],
  view: AnswerView = 'table',
  { sure, overTime }: Look = {},
): string[] {
  const old = answers.find((a) => standingOf(state, a).stale);
  const notes = old ? [t('paper.results.stale', { revision: number(old.result.revision) })] : [];
  const [answer] = answers;
  // Of another graph all of it is old already.
  if (old === answer) return notes;
  const scope = () => scopeOf(state, answer.asked);
  const figure =
    view === 'intervals' ? sure?.intervals : view === 'cuts' || view === 'flow' ? sure?.weakest : undefined;
  if (figure && sure?.beside !== finish(readingEvidence(state, scope())))
    notes.push(t('results.sure.stale', { revision: number(figure.revision) }));
  if (view === 'time' && overTime && overTime.beside !== finish(readingDates(state, scope())))
    notes.push(t('over-time.stale', { revision: number(overTime.figure.revision) }));
  return notes;
}
