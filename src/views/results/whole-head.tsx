import { number } from '#i18n/index';
import { useT } from '#i18n/react';
import { Button, EmptyState, Note } from '#ui/controls/index';
import type { LeftOut } from '../answer-scope.ts';
import type { NetworkAsked } from '../last-answer.ts';
import { AnswerHead } from './answer-head.tsx';
import type { useWhole } from './use-whole.ts';

/** What was asked of a network as a whole, whether it still stands, and what it rests on. */
export function WholeHead({
  question,
  name,
  asked,
  found: { result, problem, stale, weak, links, leftOut },
  onAgain,
}: {
  question: string;
  name?: string;
  asked: Pick<NetworkAsked, 'asked'>;
  found: Omit<ReturnType<typeof useWhole<unknown>>, 'of'> & { readonly leftOut?: LeftOut };
  onAgain: () => void;
}) {
  const t = useT();
  return (
    <>
      <AnswerHead question={question} {...(name !== undefined && { name })} asked={asked.asked} leftOut={leftOut} />
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
        <Note tone="warning">
          {t('results.network.missing', { count: links, weak: number(weak), of: number(links) })}
        </Note>
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
