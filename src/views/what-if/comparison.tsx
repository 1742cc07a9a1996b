import type { CaseState } from '#domain/change/case-state';
import { number, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { nameOf } from '#i18n/record-words';
import type { Standing, WhatIfAnswer } from '#queries/what-if';
import { select } from '#session/selection';
import { Button, Name } from '#ui/controls/index';

/** The figures that are compared, in the order they are shown. */
export const FIGURES = [
  'entities',
  'edges',
  'isolates',
  'components',
  'largest',
  'fragmentation',
  'distanceFragmentation',
  'meanDistance',
] as const satisfies readonly (keyof Standing)[];

/** Brokers and pairs shown; the rest is in the figures above. */
const MOST = 12;

const three = (x: number) => number(x, { maximumFractionDigits: 3 });

/** Before and after, who takes over, which ways break: each a table, the first sentence says what it comes to. */
export function Comparison({ state, answer }: { state: CaseState; answer: WhatIfAnswer }) {
  const t = useT();
  const name = (id: string) => nameOf(state.entity(id));
  const entity = (id: string) => (
    <Button variant="link" onClick={() => select([id])}>
      <Name text={name(id)} />
    </Button>
  );
  const { pairs, takeOver } = answer;
  const ways = [
    ...answer.cutPairs.map((p) => ({ ...p, words: t('what-if.flows.cut', { before: number(p.before) }) })),
    ...answer.longerPairs.map((p) => ({
      ...p,
      words: t('what-if.flows.longer', { before: number(p.before), after: number(p.after) }),
    })),
  ];
  return (
    <>
      <p className="what-if-said" role="status">
        {t(pairs.cut === 0 ? 'what-if.said.whole' : 'what-if.said.cut', {
          cut: number(pairs.cut),
          longer: number(pairs.longer),
          of: number(pairs.of),
        })}{' '}
        {takeOver[0] ? t('what-if.said.take-over', { who: name(takeOver[0].id) }) : t('what-if.said.take-over-none')}
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
                {[answer.before[figure], answer.after[figure]].map((value, k) => (
                  <td key={k} className="num">
                    {Number.isNaN(value) ? t('what-if.undefined') : three(value)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {answer.lines > 0 && (
          <p className="muted">
            {t('what-if.lines', {
              count: answer.lines,
              types: answer.linesByType.map((l) => `${tDynamic(`link-type.${l.type}`)} ${number(l.lines)}`).join(', '),
            })}
          </p>
        )}
      </section>
      <section aria-labelledby="what-if-brokers">
        <h3 id="what-if-brokers">{t('what-if.brokers')}</h3>
        <p className="muted">
          {t('what-if.brokers.about')}{' '}
          {answer.removed.map((r) => t('what-if.brokers.gone', { who: name(r.id), rank: number(r.rank) })).join(' ')}
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
            {(takeOver.length > 0 ? takeOver : answer.brokers).slice(0, MOST).map((b) => (
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
        <p className="muted">{t('what-if.flows.about')}</p>
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
            {ways.slice(0, 2 * MOST).map((w) => (
              <tr key={`${w.from} ${w.to}`}>
                <td>{entity(w.from)}</td>
                <td>{entity(w.to)}</td>
                <td>{w.words}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
