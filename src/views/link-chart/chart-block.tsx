import { number } from '#i18n/index';
import { useT } from '#i18n/react';
import { useCaseSnapshot } from '#queries/case-context';
import { filter } from '#session/filter';
import { useSignal } from '#session/signal';
import { Name } from '#ui/controls/index';
import { asOfText } from '../at-date.ts';
import type { ChartView } from './chart-view.ts';

/** Title, as of, version, unit and what the filter does: the head of the chart, as on paper. */
export function ChartBlock({
  view,
  filterMode,
  omitted,
}: {
  view: ChartView;
  filterMode: 'hide' | 'grey';
  /** Lines in view that are not drawn, for their number. */
  omitted: number;
}) {
  const t = useT();
  const { state, head } = useCaseSnapshot();
  const { atDate: dated } = useSignal(filter);
  const p = state.properties;
  const asOf = asOfText(state, dated, Date.now(), view.chart);
  const period = [p?.period?.earliest, p?.period?.latest].filter((x) => x !== undefined);
  return (
    <div className="chart-block" data-canvas-corner role="note" aria-label={t('link-chart.block')}>
      <b>
        <Name text={view.chart.name} />
      </b>
      <span>
        {[
          t('link-chart.block.as-of', { date: asOf }),
          t('link-chart.block.version', { seq: number(head.seq) }),
          ...(p?.unit ? [p.unit] : []),
        ].join(' · ')}
      </span>
      {period.length > 0 && (
        <span>{p?.period?.asStated ?? t('link-chart.block.period', { period: [...new Set(period)].join(' – ') })}</span>
      )}
      {p?.notEvidence && <span>{t('link-chart.block.not-evidence')}</span>}
      {p?.training && <span>{p.training}</span>}
      {dated && <b className="chart-dated">{t(`chart-date.is.${dated.kind}`, { date: dated.date })}</b>}
      {view.filtered > 0 && (
        <span>
          {t(filterMode === 'hide' ? 'link-chart.block.filtered' : 'link-chart.block.greyed', {
            hidden: number(view.filtered),
            of: number(view.total),
          })}
        </span>
      )}
      {omitted > 0 && <span>{t('link-chart.block.omitted', { count: omitted })}</span>}
    </div>
  );
}
