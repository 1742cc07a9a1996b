import { useCallback } from 'react';
import type { CaseState } from '#domain/change/case-state';
import { useT } from '#i18n/react';
import type { OrderedEntities } from '#queries/association-matrix';
import { useCaseReading } from '#queries/case-context';
import type { Work } from '#queries/in-breaths';
import { readingStanding, type Standing, sameStanding, UNREAD } from '../answer-scope.ts';
import { type OrderChoice, orderText } from '../matrix-order.ts';

function* unread(): Work<Standing> {
  yield { done: 1, of: 1, stage: 'reading' };
  return UNREAD;
}

/** By what the rows are ordered: of a result its measure, scope and change of the case, whether that is still so, and who has no value in it. */
export function OrderedBy({ choice, ordered }: { choice: OrderChoice; ordered: OrderedEntities }) {
  const t = useT();
  const { result } = choice;
  const { stale } = useCaseReading(
    useCallback((now: CaseState) => (result ? readingStanding(now, result.answer) : unread()), [result]),
    UNREAD,
    sameStanding,
  );
  const last = result && ordered.blocks.find((b) => b.of === undefined);
  return (
    <>
      <b>{orderText(choice)}</b>{' '}
      {last && t('association-matrix.ordered.without', { count: ordered.ids.length - last.start })}{' '}
      {stale && <span className="matrix-stale">{t('association-matrix.ordered.stale')}</span>}
    </>
  );
}
