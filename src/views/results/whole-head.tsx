import { number } from '#i18n/index';
import { useT } from '#i18n/react';
import { Button, EmptyState, Note } from '#ui/controls/index';
import type { NetworkAsked } from '../last-answer.ts';
import { AnswerHead } from './answer-head.tsx';
import type { Whole } from './use-whole.ts';

/** What was asked of a network as a whole, whether it still stands, and what it rests on. */
export function WholeHead({
  question,
  name,
  asked,
  found: { result, problem, leftOut, standing },
  onAgain,
}: {
  question: string;
  name?: string;
  asked: Pick<NetworkAsked, 'asked'>;
  found: Whole<unknown>;
  onAgain: () => void;
}) {
  const t = useT();
  const { stale, weak, of } = standing;
  return (
    <>
      <AnswerHead
        question={question}
        {...(name !== undefined && { name })}
        asked={asked.asked}
        leftOut={leftOut}
        standing={result === undefined ? undefined : standing}
      />
      {stale && (
        <Note
          tone="warning"
          actions={
            <Button variant="link" onClick={onAgain}>
              {t('results.again')}
            </Button>
          }
        >
          {t('results.network.stale')}
        </Note>
      )}
      {weak > 0 && (
        <Note tone="warning">{t('results.network.missing', { count: of, weak: number(weak), of: number(of) })}</Note>
      )}
      {problem !== undefined && (
        <Note tone="warning" live>
          {problem}
        </Note>
      )}
      {result === undefined && problem === undefined && <EmptyState title={t('results.sure.waiting')} />}
    </>
  );
}
