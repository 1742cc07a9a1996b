import { LABEL_SIZE } from '../style/sizes.ts';
import { layOut } from './chart-layout.ts';
import type { Rect } from './label-placement.ts';
import type { ChartLayout, LayoutContext } from './laid-chart.ts';
import type { PreparedChart } from './prepared-chart.ts';
import { POINT, SMALLEST_POINTS } from './sheet.ts';

/** A chart on its place on the sheet: sheet = origin + chart × scale. */
export interface Fitted {
  readonly layout: ChartLayout;
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** From close together, which lets type grow, to wide apart, which gives labels room. The shape of the chart stays the same. */
const SPREADS: readonly number[] = [0.55, 0.7, 0.85, 1, 1.2, 1.45, 1.75, 2.1, 2.6];

/** Above this many entities closer spreads are not tried: such a chart is dense already. */
const MANY = 400;

/**
 * Fits a chart into the rectangles left free by block and legend (the largest type of all wins): picks the closest spread at
 * which no link label touches anything; failing that, the one with the fewest that do and type still readable.
 *
 * @param largest points a label has at most
 */
export function fitChart(
  prepared: PreparedChart,
  areas: readonly Rect[],
  context: LayoutContext,
  largest: number,
): Fitted & { area: Rect } {
  const spreads = prepared.entities.length > MANY ? [1, 1.45] : SPREADS;
  let best: (Fitted & { area: Rect }) | undefined;
  for (const spread of spreads) {
    const layout = layOut(prepared, spread, context);
    for (const area of areas) {
      const candidate = { ...place(layout, area, (largest * POINT) / LABEL_SIZE), area };
      if (!best || better(candidate, best)) best = candidate;
    }
  }
  return best!;
}

/** @param largest mm per chart unit at most */
function place(layout: ChartLayout, area: Rect, largest: number): Fitted {
  const b = layout.bounds;
  const width = area.right - area.left;
  const height = area.bottom - area.top;
  const scale = Math.min(largest, width / Math.max(1, b.right - b.left), height / Math.max(1, b.bottom - b.top));
  return {
    layout,
    scale,
    x: area.left + (width - (b.right + b.left) * scale) / 2,
    y: area.top + (height - (b.bottom + b.top) * scale) / 2,
  };
}

export function labelPoints(scale: number): number {
  return (LABEL_SIZE * scale) / POINT;
}

/** Clear labels before large ones, readable ones before clear ones. */
function better(a: Fitted, b: Fitted): boolean {
  const readable = (f: Fitted): boolean => labelPoints(f.scale) >= SMALLEST_POINTS;
  if (readable(a) !== readable(b)) return readable(a);
  if (!readable(a)) return a.scale > b.scale;
  if (a.layout.crowded !== b.layout.crowded) return a.layout.crowded < b.layout.crowded;
  return a.scale > b.scale + 1e-9;
}
