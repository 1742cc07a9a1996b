import { t } from '#i18n/index';
import { groupingText } from '#i18n/record-words';
import type { GroupingName } from '#queries/groupings';
import type { AskedGraph } from '../last-answer.ts';
import { scopeWords } from '../setup-words.ts';

/** What was asked, the figure that answers it, and of what it was asked: all of it, in as many lines as that takes. */
export function AnswerHead({
  question,
  name,
  asked,
  within,
}: {
  question: string;
  name?: string;
  asked: AskedGraph;
  within?: GroupingName | undefined;
}) {
  const scope = [
    scopeWords(asked),
    ...(within === undefined ? [] : [t('figure-facts.within.words', { grouping: groupingText(within) })]),
  ].join(' · ');
  return (
    <div className="results-head">
      <b>{question}</b> {name !== undefined && <span className="muted">{name}</span>}{' '}
      <span className="muted">{scope}</span>
    </div>
  );
}
