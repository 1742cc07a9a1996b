import { Fragment, useCallback } from 'react';
import type { CaseState } from '#domain/change/case-state';
import { useT } from '#i18n/react';
import type { OrderedEntities } from '#queries/association-matrix';
import { useCaseReading, useCaseSnapshot } from '#queries/case-context';
import type { Work } from '#queries/in-breaths';
import { isBeingRead, readingStanding, type Standing, sameStanding, UNREAD } from '../answer-scope.ts';
import { type OrderChoice, orderNotes } from '../matrix-order.ts';

function* unread(): Work<Standing> {
  yield { done: 1, of: 1, stage: 'reading' };
  return UNREAD;
}

/** By what the rows are ordered: of a result its measure, scope and change of the case, whether that is still so, and who has no value in it. */
export function OrderedBy({ choice, ordered }: { choice: OrderChoice; ordered: OrderedEntities }) {
  useT();
  const { state } = useCaseSnapshot();
  const { result } = choice;
  const standing = useCaseReading(
    useCallback((now: CaseState) => (result ? readingStanding(now, result.answer) : unread()), [result]),
    UNREAD,
    sameStanding,
  );
  const [by, ...notes] = orderNotes(choice, ordered, isBeingRead(standing, state) ? undefined : standing.stale);
  return (
    <>
      <b>{by?.text}</b>
      {notes.map(({ text, warns }) => (
        <Fragment key={text}> {warns ? <span className="matrix-stale">{text}</span> : text}</Fragment>
      ))}
    </>
  );
}
