import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { number } from '#i18n/index';
import { useT } from '#i18n/react';
import { nameOf } from '#i18n/record-words';
import { select } from '#session/selection';
import { Button, Name } from '#ui/controls/index';
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
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{t('what-if.compare.figure')}</th>
              <th scope="col" className="num">
                {t('what-if.compare.before')}
              </th>
              <th scope="col" className="num">
                {t('what-if.compare.after')}
              </th>
            </tr>
          </thead>
          <tbody>
            {FIGURES.map((figure) => (
              <tr key={figure}>
                <th scope="row">{t(`what-if.compare.${figure}`)}</th>
                <td className="num">{figureText(answer.before[figure])}</td>
                <td className="num">{figureText(answer.after[figure])}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {lines !== '' && <p className="muted">{lines}</p>}
      </section>
      <section aria-labelledby="what-if-brokers">
        <h3 id="what-if-brokers">{t('what-if.brokers')}</h3>
        <p className="muted">
          <Name text={brokersText(state, answer)} />
        </p>
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{t('results.column.entity')}</th>
              <th scope="col" className="num">
                {t('what-if.brokers.rank')}
              </th>
              <th scope="col" className="num">
                {t('what-if.brokers.before')}
              </th>
              <th scope="col" className="num">
                {t('what-if.brokers.after')}
              </th>
            </tr>
          </thead>
          <tbody>
            {brokersShown(answer).map((b) => (
              <tr key={b.id}>
                <th scope="row">{entity(b.id)}</th>
                <td className="num">
                  {number(b.rankBefore)} → {number(b.rankAfter)}
                </td>
                <td className="num">{three(b.before)}</td>
                <td className="num">{three(b.after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section aria-labelledby="what-if-flows">
        <h3 id="what-if-flows">{t('what-if.flows')}</h3>
        <p className="muted">{about}</p>
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{t('what-if.flows.from')}</th>
              <th scope="col">{t('what-if.flows.to')}</th>
              <th scope="col">{t('what-if.flows.change')}</th>
            </tr>
          </thead>
          <tbody>
            {ways.length === 0 && (
              <tr>
                <td colSpan={3}>{t('what-if.flows.none')}</td>
              </tr>
            )}
            {ways.map((w) => (
              <tr key={`${w.from} ${w.to}`}>
                <td>{entity(w.from)}</td>
                <td>{entity(w.to)}</td>
                <td>
                  {w.before} → {w.after}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
