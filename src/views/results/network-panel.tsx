import { number, t as say, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { type NetworkResult, type SlicesResult, useWholeNetwork } from '#queries/whole-network';
import { WHOLE_NETWORK } from '../answer-scope.ts';
import type { NetworkAsked } from '../last-answer.ts';
import type { Told } from '../last-look.ts';
import { sliceText } from '../slice-words.ts';
import { Sparkline } from './sparkline.tsx';
import { useWhole } from './use-whole.ts';
import { WholeHead } from './whole-head.tsx';

const written = (v: number) => number(v, { maximumFractionDigits: 4 });

interface Found {
  readonly whole: NetworkResult;
  /** Missing while it is worked out, and where no link is dated. */
  readonly slices?: SlicesResult;
}

type FigureOfWhole = NetworkResult['figures'][number];

/** What stands beside a figure: why there is none, or what comes with it. */
function besideText({ reason, beside }: FigureOfWhole): string {
  return reason
    ? tDynamic(`network-figure.reason.${reason}`)
    : Object.entries(beside ?? {})
        .map(([name, v]) => `${tDynamic(`network-figure.beside.${name}`)} ${written(v)}`)
        .join(', ');
}

const valueText = ({ value }: FigureOfWhole): string => (value === null ? '–' : written(value));

/** Values of a figure month by month, and between which they stand; undefined where there are not two. */
function byMonthOf(slices: SlicesResult | undefined, at: number) {
  const values = slices?.slices.map((s) => s.figures[at]?.value ?? null) ?? [];
  const known = values.filter((v) => v !== null);
  if (known.length < 2) return undefined;
  const low = number(Math.min(...known), { maximumSignificantDigits: 3 });
  const high = number(Math.max(...known), { maximumSignificantDigits: 3 });
  return { values, range: say('results.network.range', { low, high }) };
}

/** What by month leaves out, that change is not read into it; nothing without months. */
function monthCaveats(slices: SlicesResult | undefined): string[] {
  if (!slices) return [];
  const { undated } = slices;
  return [say('results.network.active'), ...(undated > 0 ? [say('results.network.undated', { count: undated })] : [])];
}

/** The same for paper, with the definition of each figure. */
function toldOf({ figures }: NetworkResult, slices: SlicesResult | undefined): Told {
  const months = slices?.slices ?? [];
  const plain = (value: number | null | undefined) => String(value ?? '');
  const named = ({ figure }: FigureOfWhole) => tDynamic(`network-figure.${figure}.name`);
  return {
    caveats: monthCaveats(slices),
    tables: [
      {
        columns: [
          { title: say('results.network.figure') },
          { title: say('results.network.value'), figure: true },
          { title: say('results.network.beside') },
          ...(slices ? [{ title: say('results.network.by-month', { count: slices.slices.length }) }] : []),
        ],
        rows: figures.map((f, at) => [
          named(f),
          valueText(f),
          besideText(f),
          ...(slices ? [byMonthOf(slices, at)?.range ?? ''] : []),
        ]),
        file: [
          [
            say('results.network.figure'),
            say('results.network.value'),
            say('results.network.beside'),
            ...months.map((s) => sliceText(s.from, slices!.unit, slices!.zone)),
          ],
          ...figures.map((f, at) => [
            named(f),
            plain(f.value),
            besideText(f),
            ...months.map((s) => plain(s.figures[at]?.value)),
          ]),
        ],
      },
    ],
    method: figures.map((f) => `${named(f)}: ${tDynamic(`network-figure.${f.figure}.definition`)}`),
    named: [],
  };
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
  const told = result && { revision: result.revision, as: () => toldOf(result, slices) };
  return (
    <>
      <WholeHead
        question={t('results.network.question')}
        asked={asked}
        found={found}
        onAgain={onAgain}
        told={told}
        file="network"
      />
      {result && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
        <section className="results-network" tabIndex={0} aria-label={t('results.network.title')}>
          {slices && <p className="results-overlap muted">{monthCaveats(slices).join(' ')}</p>}
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
                const byMonth = byMonthOf(slices, at);
                return (
                  <tr key={f.figure}>
                    <th scope="row" title={tDynamic(`network-figure.${f.figure}.definition`)}>
                      {tDynamic(`network-figure.${f.figure}.name`)}
                    </th>
                    <td className="num">{valueText(f)}</td>
                    <td className="muted">{besideText(f)}</td>
                    {slices && (
                      <td>
                        {byMonth && (
                          <span className="row">
                            <Sparkline values={byMonth.values} />
                            <small className="muted">{byMonth.range}</small>
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
