import { number, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { type SmallColumn, SmallTable } from '#ui/controls/index';
import type { DegreeRow } from './degree-rows.ts';
import { Sparkline } from './sparkline.tsx';

/** Width of the largest count in pixels, and degrees that have a line. */
const WIDTH = 160;
const MOST_LINES = 60;

/** How many entities are linked with how many others, as bars; month by month where links are dated. */
export function DegreeBars({ rows }: { rows: readonly DegreeRow[] }) {
  const t = useT();
  if (rows.length === 0) return null;
  const most = rows.reduce((a, r) => Math.max(a, r.count), 1);
  const all = rows.reduce((sum, r) => sum + r.count, 0);
  const byMonth: SmallColumn<DegreeRow> = {
    id: 'months',
    title: t('results.network.degree.each-month'),
    cell: ({ months }) => (
      <span className="row">
        <Sparkline values={months} />
        <small className="muted">
          {t('results.network.range', { low: number(Math.min(...months)), high: number(Math.max(...months)) })}
        </small>
      </span>
    ),
  };
  return (
    <>
      <SmallTable
        className="results-degrees"
        caption={tDynamic('network-figure.degree-distribution.name')}
        rows={rows.slice(0, MOST_LINES)}
        rowId={(r) => String(r.degree)}
        columns={[
          { id: 'degree', title: t('results.network.degree'), figure: true, head: true, cell: (r) => number(r.degree) },
          { id: 'count', title: t('results.network.degree.count'), figure: true, cell: (r) => number(r.count) },
          {
            id: 'share',
            title: t('results.network.degree.share'),
            cell: ({ count }) => (
              <span className="row">
                <svg aria-hidden="true" width={WIDTH} height={12}>
                  {count > 0 && <rect y={1} width={Math.max(1, (count / most) * WIDTH)} height={10} />}
                </svg>
                <small className="muted">
                  {number(count / Math.max(1, all), { style: 'percent', maximumFractionDigits: 1 })}
                </small>
              </span>
            ),
          },
          ...(rows.some((r) => r.months.length > 1) ? [byMonth] : []),
        ]}
      />
      {rows.length > MOST_LINES && (
        <p className="results-overlap muted">{t('results.network.degree.more', { count: rows.length - MOST_LINES })}</p>
      )}
    </>
  );
}
