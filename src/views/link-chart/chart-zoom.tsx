import { number } from '#i18n/index';
import { useT } from '#i18n/react';
import type { GraphCanvasHandle } from '#ui/graph-canvas/index';

/** How large the chart is shown, and larger and smaller. */
export function ChartZoom({ zoom, canvas }: { zoom: number; canvas: () => GraphCanvasHandle | null }) {
  const t = useT();
  return (
    <div className="chart-zoom" data-canvas-corner role="group" aria-label={t('link-chart.zoom')}>
      <button
        type="button"
        className="btn"
        aria-label={t('link-chart.zoom-out')}
        title={t('link-chart.zoom-out')}
        onClick={() => canvas()?.zoomBy(0.8)}
      >
        −
      </button>
      <button type="button" className="btn" title={t('link-chart.zoom-full')} onClick={() => canvas()?.zoomTo(1)}>
        {number(zoom, { style: 'percent' })}
      </button>
      <button
        type="button"
        className="btn"
        aria-label={t('link-chart.zoom-in')}
        title={t('link-chart.zoom-in')}
        onClick={() => canvas()?.zoomBy(1.25)}
      >
        +
      </button>
    </div>
  );
}
