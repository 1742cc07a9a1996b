import { useCallback, useEffect, useState } from 'react';
import type { CaseState } from '#domain/change/case-state';
import { number, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { useCaseFigure, useOpenCase } from '#queries/case-context';
import { type NetworkResult, type SlicesResult, useWholeNetwork } from '#queries/whole-network';
import { startAnalysis } from '../analysis-job.ts';
import { graphAsked, scopeOf, standingOf, WHOLE_NETWORK } from '../answer-scope.ts';
import type { NetworkAsked } from '../last-answer.ts';
import { refusalOf } from './refusal.ts';
import { Sparkline } from './sparkline.tsx';
import { WholeHead } from './whole-head.tsx';

const written = (v: number) => number(v, { maximumFractionDigits: 4 });

interface Found {
  readonly of: NetworkAsked;
  readonly result?: NetworkResult;
  readonly slices?: SlicesResult;
  readonly problem?: string;
}

/** Figures of the network as a whole, and each by month where links are dated. */
export function NetworkPanel({ asked, onAgain }: { asked: NetworkAsked; onAgain: () => void }) {
  const t = useT();
  const open = useOpenCase();
  const desk = useWholeNetwork();
  const [found, setFound] = useState<Found>({ of: asked });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the desk is made anew at each drawing; what is asked is listed.
  useEffect(() => {
    const stop = new AbortController();
    const job = startAnalysis(t('results.network.title'), () => stop.abort());
    const work = async () => {
      const { state, head } = open.snapshot();
      const request = {
        scope: scopeOf(state, asked.asked),
        ...graphAsked(asked.asked),
        revision: head.seq,
        figures: WHOLE_NETWORK,
      };
      const run = {
        signal: stop.signal,
        onProgress: job.onProgress,
      };
      const whole = await desk.figures(state, request, run);
      if (!whole.ok) return setFound({ of: asked, problem: refusalOf(whole) });
      setFound({ of: asked, result: whole.figure });
      const slices = await desk.overTime(state, { ...request, unit: 'month', nodes: 'active' }, run);
      // Without dates there is nothing to show by month; the figures stand without it.
      if (slices.ok) setFound({ of: asked, result: whole.figure, slices: slices.figure });
    };
    void work().finally(() => job.end());
    return () => {
      stop.abort();
      job.end();
    };
  }, [asked, open]);
  const standing = useCaseFigure(
    useCallback((now: CaseState) => ({ asked, ...standingOf(now, asked) }), [asked]),
    (a, b) => a.asked === b.asked && a.stale === b.stale && a.weak === b.weak && a.of === b.of,
  );
  const current: Found = found.of === asked ? found : { of: asked };
  const { result, slices } = current;
  return (
    <>
      <WholeHead
        question={t('results.network.question')}
        asked={asked}
        found={{ ...current, stale: standing.stale, weak: standing.weak, links: standing.of }}
        onAgain={onAgain}
      />
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
