import { useT } from '#i18n/react';
import { EmptyState } from '#ui/controls/index';
import { useDrawnTheme } from '../drawn-theme.ts';
import type { ViewProps } from '../view.ts';
import { OpenChart } from './open-chart.tsx';
import { useChartView } from './use-chart-view.ts';

/** The link chart: draw, look, correct. */
export default function LinkChart({ chart, focused }: ViewProps) {
  const t = useT();
  const theme = useDrawnTheme();
  const view = useChartView(chart ?? '', theme);
  if (!view)
    return (
      <EmptyState title={t('link-chart.chart-gone')} error>
        {t('link-chart.chart-gone.more')}
      </EmptyState>
    );
  // Another chart is another canvas: nothing of the last one may linger.
  return <OpenChart key={view.chart.id} view={view} focused={focused} />;
}
