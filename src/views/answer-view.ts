import { measureCatalogue } from '#queries/analysis';
import { type Answer, type AnswerView, type Asked, withinOf } from './last-answer.ts';

/** Numbers of parts are no ranking, and ranks within groups are several. */
export function isRanking(answer: Answer): boolean {
  if (withinOf(answer) !== undefined) return false;
  return answer.kind === 'measure' && measureCatalogue.find((m) => m.id === answer.id)?.range !== 'label';
}

/** How an answer can be looked at. */
export function viewsOf(answer: Answer): readonly AnswerView[] {
  if (!isRanking(answer)) return ['table'];
  return ['table', 'intervals', 'cuts', 'flow', 'time', 'scatter'];
}

/** How an answer is looked at: as was chosen for the one before it too, where it can be. */
export function viewOf(answer: Answer, { view }: Pick<Asked, 'view'>): AnswerView {
  return view && viewsOf(answer).includes(view) ? view : 'table';
}
