import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { number } from '#i18n/index';
import { useT } from '#i18n/react';
import { nameOf } from '#i18n/record-words';
import { select } from '#session/selection';
import { Button, Name, SmallTable } from '#ui/controls/index';
import type { WhatIfAnswers } from '../last-what-if.ts';
import {
  brokersShown,
  brokersText,
  FIGURES,
  figureText,
  linesText,
  saidOf,
  three,
  waysShown,
} from '../what-if-words.ts';

/** Before and after, who takes over, which ways break: each a table, the first sentence says what it comes to. */
export function Comparison({
  state,
  compared,
}: {
  state: CaseState;
  compared: NonNullable<WhatIfAnswers['compared']>;
}) {
  const { answer } = compared;
  const t = useT();
  const entity = (id: Id) => (
    <Button variant="link" onClick={() => select([id])}>
      <Name text={nameOf(state.entity(id))} />
    </Button>
  );
  const { ways, about } = waysShown(answer);
  const lines = linesText(answer);
  return (
    <>
      <p className="what-if-said" role="status">
        <Name text={saidOf(state, compared)} />
      </p>
      <section aria-labelledby="what-if-compare">
        <h3 id="what-if-compare">{t('what-if.compare')}</h3>
        <SmallTable
          rows={FIGURES}
          rowId={(figure) => figure}
          columns={[
            { id: 'figure', title: t('what-if.compare.figure'), head: true, cell: (f) => t(`what-if.compare.${f}`) },
            {
              id: 'before',
              title: t('what-if.compare.before'),
              figure: true,
              cell: (f) => figureText(answer.before[f]),
            },
            { id: 'after', title: t('what-if.compare.after'), figure: true, cell: (f) => figureText(answer.after[f]) },
          ]}
        />
        {lines !== '' && <p className="muted">{lines}</p>}
      </section>
      <section aria-labelledby="what-if-brokers">
        <h3 id="what-if-brokers">{t('what-if.brokers')}</h3>
        <p className="muted">
          <Name text={brokersText(state, answer)} />
        </p>
        <SmallTable
          rows={brokersShown(answer)}
          rowId={(b) => b.id}
          columns={[
            { id: 'entity', title: t('results.column.entity'), head: true, cell: (b) => entity(b.id) },
            {
              id: 'rank',
              title: t('what-if.brokers.rank'),
              figure: true,
              cell: (b) => `${number(b.rankBefore)} → ${number(b.rankAfter)}`,
            },
            { id: 'before', title: t('what-if.brokers.before'), figure: true, cell: (b) => three(b.before) },
            { id: 'after', title: t('what-if.brokers.after'), figure: true, cell: (b) => three(b.after) },
          ]}
        />
      </section>
      <section aria-labelledby="what-if-flows">
        <h3 id="what-if-flows">{t('what-if.flows')}</h3>
        <p className="muted">{about}</p>
        <SmallTable
          rows={ways}
          rowId={(w) => `${w.from} ${w.to}`}
          empty={t('what-if.flows.none')}
          columns={[
            { id: 'from', title: t('what-if.flows.from'), cell: (w) => entity(w.from) },
            { id: 'to', title: t('what-if.flows.to'), cell: (w) => entity(w.to) },
            { id: 'change', title: t('what-if.flows.change'), cell: (w) => `${w.before} → ${w.after}` },
          ]}
        />
      </section>
    </>
  );
}
