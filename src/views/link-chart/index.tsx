import { useMemo, useState } from 'react';
import type { Id } from '#domain/record';
import { useT } from '#i18n/react';
import { useCaseSnapshot } from '#queries/case-context';
import { EmptyState } from '#ui/controls/index';
import { useDrawnTheme } from '../drawn-theme.ts';
import type { ViewProps } from '../view.ts';
import { OpenChart } from './open-chart.tsx';
import { drawnCount, READABLE_AT_MOST, shownOn } from './part-of-many.ts';
import { TooMany } from './too-many.tsx';
import { useChartView } from './use-chart-view.ts';

/** Charts that were asked to be drawn although they hold too many; until the page is left. */
const drawnAnyway = new Set<Id>();

/** The link chart: draw, look, correct. One too large to read tells what it holds first. */
export default function LinkChart({ chart, focused }: ViewProps) {
  const { state, version } = useCaseSnapshot();
  const [, again] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state is one mutable object; its version tells when it changed
  const many = useMemo(() => {
    if (chart === undefined || state.placementsOn(chart).size <= READABLE_AT_MOST) return null;
    const ids = shownOn(state, chart);
    return ids.length > READABLE_AT_MOST && drawnCount(state, chart, ids) > READABLE_AT_MOST ? ids : null;
  }, [state, version, chart]);
  if (chart !== undefined && many && !drawnAnyway.has(chart)) {
    const draw = () => {
      drawnAnyway.add(chart);
      again((n) => n + 1);
    };
    return <TooMany key={chart} chart={chart} ids={many} onDraw={draw} />;
  }
  return <DrawnChart chart={chart ?? ''} focused={focused} />;
}

function DrawnChart({ chart, focused }: { chart: Id; focused: boolean }) {
  const t = useT();
  const theme = useDrawnTheme();
  const view = useChartView(chart, theme);
  if (!view)
    return (
      <EmptyState title={t('link-chart.chart-gone')} error>
        {t('link-chart.chart-gone.more')}
      </EmptyState>
    );
  // Another chart is another canvas: nothing of the last one may linger.
  return <OpenChart key={view.chart.id} view={view} focused={focused} />;
}
