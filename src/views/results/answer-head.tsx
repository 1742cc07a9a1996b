import { t } from '#i18n/index';
import { groupingText } from '#i18n/record-words';
import { useCaseSnapshot } from '#queries/case-context';
import type { GroupingName } from '#queries/groupings';
import { isBeingRead, type LeftOut, type Standing } from '../answer-scope.ts';
import type { AskedGraph } from '../last-answer.ts';
import { leftOutText } from '../left-out.ts';
import { scopeWords } from '../setup-words.ts';

/** What was asked, the figure that answers it, of what it was asked, and whom that leaves out: all of it, in as many lines as that takes. */
export function AnswerHead({
  question,
  name,
  asked,
  within,
  leftOut,
  standing,
}: {
  question: string;
  name?: string;
  asked: AskedGraph;
  within?: GroupingName | undefined;
  leftOut: LeftOut | undefined;
  /** How the answer stands in the case of now; missing: there is no answer yet. */
  standing: Standing | undefined;
}) {
  const scope = [
    scopeWords(asked),
    ...(within === undefined ? [] : [t('figure-facts.within.words', { grouping: groupingText(within) })]),
  ].join(' · ');
  const left = leftOutText(leftOut);
  const { state } = useCaseSnapshot();
  return (
    <div className="results-head">
      <b>{question}</b> {name !== undefined && <span className="muted">{name}</span>}{' '}
      <span className="muted">{scope}</span> {left !== undefined && <span>{left}</span>}{' '}
      {standing && isBeingRead(standing, state) && <i className="muted">{t('results.checking')}</i>}
    </div>
  );
}
