import { number, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { type NetworkResult, type SlicesResult, useWholeNetwork } from '#queries/whole-network';
import { WHOLE_NETWORK } from '../answer-scope.ts';
import type { NetworkAsked } from '../last-answer.ts';
import { Sparkline } from './sparkline.tsx';
import { useWhole } from './use-whole.ts';
import { WholeHead } from './whole-head.tsx';

const written = (v: number) => number(v, { maximumFractionDigits: 4 });

interface Found {
  readonly whole: NetworkResult;
  /** Missing while it is worked out, and where no link is dated. */
  readonly slices?: SlicesResult;
}

/** Figures of the network as a whole, and each by month where links are dated. */
export function NetworkPanel({ asked, onAgain }: { asked: NetworkAsked; onAgain: () => void }) {
  const t = useT();
  const desk = useWholeNetwork();
  const found = useWhole<Found>(asked, t('results.network.title'), async (state, request, run, show) => {
    const wanted = { ...request, figures: WHOLE_NETWORK };
    const whole = await desk.figures(state, wanted, run);
    if (!whole.ok) return whole;
    show({ whole: whole.figure });
    const slices = await desk.overTime(state, { ...wanted, unit: 'month', nodes: 'active' }, run);
    if (slices.ok) return { ok: true, figure: { whole: whole.figure, slices: slices.figure } };
    // Without dates there is nothing to show by month; the figures stand without it.
    return slices.code === 'changed' ? slices : { ok: true, figure: { whole: whole.figure } };
  });
  const result = found.result?.whole;
  const slices = found.result?.slices;
  return (
    <>
      <WholeHead question={t('results.network.question')} asked={asked} found={found} onAgain={onAgain} />
      {result && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
        <section className="results-network" tabIndex={0} aria-label={t('results.network.title')}>
          <table className="grid">
            <caption className="visually-hidden">{t('results.network.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('results.network.figure')}</th>
                <th scope="col" className="num">
                  {t('results.network.value')}
                </th>
                <th scope="col">{t('results.network.beside')}</th>
                {slices && <th scope="col">{t('results.network.by-month', { count: slices.slices.length })}</th>}
              </tr>
            </thead>
            <tbody>
              {result.figures.map((f, at) => {
                const byMonth = slices?.slices.map((s) => s.figures[at]?.value ?? null) ?? [];
                const known = byMonth.filter((v) => v !== null);
                return (
                  <tr key={f.figure}>
                    <th scope="row" title={tDynamic(`network-figure.${f.figure}.definition`)}>
                      {tDynamic(`network-figure.${f.figure}.name`)}
                    </th>
                    <td className="num">{f.value === null ? '–' : written(f.value)}</td>
                    <td className="muted">
                      {f.reason
                        ? tDynamic(`network-figure.reason.${f.reason}`)
                        : Object.entries(f.beside ?? {})
                            .map(([name, v]) => `${tDynamic(`network-figure.beside.${name}`)} ${written(v)}`)
                            .join(', ')}
                    </td>
                    {slices && (
                      <td>
                        {known.length > 1 && (
                          <span className="row">
                            <Sparkline values={byMonth} />
                            <small className="muted">
                              {t('results.network.range', {
                                low: number(Math.min(...known), { maximumSignificantDigits: 3 }),
                                high: number(Math.max(...known), { maximumSignificantDigits: 3 }),
                              })}
                            </small>
                          </span>
                        )}
                      </td>
                    )}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}
