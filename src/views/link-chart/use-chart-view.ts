import { useMemo, useRef } from 'react';
import type { Id } from '#domain/record';
import { chartColours } from '#drawing/style/colours';
import { CHART_FONT_FAMILY } from '#drawing/style/fonts';
import { graphStylesheet } from '#drawing/style/graph-stylesheet';
import { type LinkWidth, linePattern } from '#drawing/style/lines';
import { LABEL_ZOOM, SYMBOL_ZOOM } from '#drawing/style/sizes';
import { i18nInstance, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { useCaseSnapshot } from '#queries/case-context';
import { emphasis } from '#session/emphasis';
import { filter } from '#session/filter';
import { useSignal } from '#session/signal';
import type { CanvasLook } from '#ui/graph-canvas/index';
import { filterMatch } from '../filter-match.ts';
import { broughtOut } from './brought-out.ts';
import { ChartProjection } from './chart-projection.ts';
import type { ChartView } from './chart-view.ts';

export function useCanvasLook(theme: 'light' | 'dark'): CanvasLook {
  return useMemo(() => {
    const c = chartColours[theme];
    return {
      rules: [
        ...graphStylesheet(theme),
        { selector: 'edge', style: { 'text-margin-x': 'data(labelX)', 'text-margin-y': 'data(labelY)' } },
        { selector: 'edge.quiet', style: { 'text-opacity': 0 } },
        { selector: 'edge.quiet.hover, edge.quiet.near, edge.quiet:selected', style: { 'text-opacity': 1 } },
        // The symbol with its second ring gives way to a name that stands inside: the ring must not.
        {
          selector: 'node[?protected][labelPlace = "inside"]:unselected',
          style: { 'outline-width': 1, 'outline-color': c.protected, 'outline-offset': 2, 'outline-opacity': 1 },
        },
      ],
      accent: c.accent,
      canvas: c.canvas,
      text: c.text,
      font: CHART_FONT_FAMILY,
      dotZoom: SYMBOL_ZOOM,
      labelZoom: LABEL_ZOOM,
      link: c.link,
      linkLabel: c.linkLabel,
      nodeFill: c.nodeFill,
      accentSoft: c.accentSoft,
      hover: c.hover,
      dash: (strength, width) => linePattern(strength, width as LinkWidth).dash,
    };
  }, [theme]);
}

/** The chart as it is to be drawn now; undefined when the case has no such chart. */
export function useChartView(chart: Id, theme: 'light' | 'dark'): ChartView | undefined {
  useT();
  const snapshot = useCaseSnapshot();
  const wanted = useSignal(filter);
  const items = useSignal(emphasis)?.items;
  const projection = useRef<ChartProjection | null>(null);
  projection.current ??= new ChartProjection();
  const locale = i18nInstance.language;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state is one mutable object; its snapshot tells when it changed
  const view = useMemo(
    () =>
      projection.current!.project(snapshot.state, chart, {
        theme,
        locale,
        words: tDynamic,
        filter: filterMatch(wanted, snapshot.state),
        filterMode: wanted.mode,
      }),
    [snapshot, chart, theme, locale, wanted],
  );
  return useMemo(() => (view && items ? broughtOut(view, items) : view), [view, items]);
}
