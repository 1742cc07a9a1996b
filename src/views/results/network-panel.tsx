import { tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { useCaseSnapshot } from '#queries/case-context';
import type { GroupingName } from '#queries/groupings';
import {
  everyNetworkFigure,
  type NetworkResult,
  type SlicesResult,
  USUAL_GROUPING,
  useWholeNetwork,
} from '#queries/whole-network';
import { select } from '#session/selection';
import { Button, Select } from '#ui/controls/index';
import type { NetworkAsked } from '../last-answer.ts';
import { DegreeBars } from './degree-bars.tsx';
import { degreeRows } from './degree-rows.ts';
import { MethodLine } from './method-line.tsx';
import {
  besideText,
  byMonthOf,
  caveatsOf,
  figureName,
  figureText,
  memberNames,
  networkMethod,
  networkTold,
  sortedByText,
} from './network-words.ts';
import { Sparkline } from './sparkline.tsx';
import { useWhole } from './use-whole.ts';
import { WholeHead } from './whole-head.tsx';

interface Found {
  readonly whole: NetworkResult;
  /** Missing while it is worked out, and where no link is dated. */
  readonly slices?: SlicesResult;
}

/** Figures of the network as a whole, and each by month where links are dated. */
export function NetworkPanel({
  asked,
  groupings,
  onSort,
  onAgain,
}: {
  asked: NetworkAsked;
  /** What entities can be sorted by. */
  groupings: readonly GroupingName[];
  onSort: (by: GroupingName) => void;
  onAgain: () => void;
}) {
  const t = useT();
  const desk = useWholeNetwork();
  // Names change while figures stand: somebody is protected, renamed or merged.
  const { state } = useCaseSnapshot();
  const by = asked.by ?? USUAL_GROUPING;
  const found = useWhole<Found>(asked, t('results.network.title'), async (now, request, run, show) => {
    const { by: sorted, groups: foundBy } = asked;
    const wanted = { ...request, figures: everyNetworkFigure(sorted), ...(foundBy && { foundBy }) };
    const whole = await desk.figures(now, wanted, run);
    if (!whole.ok) return whole;
    show({ whole: whole.figure });
    const { groupsBy: groups } = whole.figure;
    const slices = await desk.overTime(now, { ...wanted, groups, unit: 'month', nodes: 'active' }, run);
    if (slices.ok) return { ok: true, figure: { whole: whole.figure, slices: slices.figure } };
    // Without dates there is nothing to show by month; the figures stand without it.
    return slices.code === 'changed' ? slices : { ok: true, figure: { whole: whole.figure } };
  });
  const result = found.result?.whole;
  const slices = found.result?.slices;
  const method = result && networkMethod(result, asked.asked);
  const caveats = result ? caveatsOf(result, slices) : [];
  return (
    <>
      <WholeHead
        question={t('results.network.question')}
        asked={asked}
        found={found}
        onAgain={onAgain}
        told={result && method && { revision: result.revision, as: (now) => networkTold(now, result, slices, method) }}
        file="network"
      >
        <Select<GroupingName>
          label={t('results.network.groups')}
          value={by}
          onChange={onSort}
          options={[...new Set([...groupings, by])].map((g) => ({ value: g, label: sortedByText(g, asked.groups) }))}
        />
      </WholeHead>
      {result && method && (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
          <section className="results-network" tabIndex={0} aria-label={t('results.network.title')}>
            {caveats.length > 0 && <p className="results-overlap muted">{caveats.join(' ')}</p>}
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
                  const names = memberNames(state, f);
                  return (
                    <tr key={f.figure}>
                      <th scope="row" title={tDynamic(`network-figure.${f.figure}.definition`)}>
                        {figureName(f)}
                      </th>
                      <td className="num">{figureText(f)}</td>
                      <td className="muted">
                        {besideText(f, result.groupsBy)}
                        {names.length > 0 && (
                          <>
                            {'. '}
                            {t('results.network.core.names', { names: names.join(', ') })}{' '}
                            <Button variant="link" onClick={() => select(f.members ?? [])}>
                              {t('results.network.core.select')}
                            </Button>
                          </>
                        )}
                      </td>
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
            <DegreeBars rows={degreeRows(result, slices)} />
          </section>
          <MethodLine method={method.join('\n')} />
        </>
      )}
    </>
  );
}
