import type { Fitted } from './fit.ts';
import { overlap, type Rect } from './label-placement.ts';
import type { LegendBox } from './legend-box.ts';
import { pointAt } from './link-geometry.ts';

/** Between a chart and its legend, mm. */
export const LEGEND_GAP = 3;

/**
 * Gives the legend a strip of its own at the right or at the bottom, where that costs the chart nothing; else a corner the
 * chart leaves free, bottom right first; else the strip that costs least, of all shapes the legend can have.
 */
export function besideLegend(
  full: Fitted,
  boxes: readonly LegendBox[],
  area: Rect,
  refit: (areas: readonly Rect[]) => Fitted & { readonly area: Rect },
): { fitted: Fitted; box: LegendBox; at: { left: number; top: number } } {
  const strips = boxes.flatMap((box) => [
    { box, area: { ...area, right: area.right - box.width - LEGEND_GAP } },
    { box, area: { ...area, bottom: area.bottom - box.height - LEGEND_GAP } },
  ]);
  const beside = refit(strips.map((s) => s.area));
  const { box: strip } = strips.find((s) => s.area === beside.area)!;
  const bottomRight = { left: area.right - strip.width, top: area.bottom - strip.height };
  const costsNothing = beside.scale >= full.scale * 0.97 && beside.layout.crowded <= full.layout.crowded;
  if (costsNothing) return { fitted: beside, box: strip, at: bottomRight };
  const taken = occupied(full);
  for (const box of boxes) {
    const [right, bottom] = [area.right - box.width, area.bottom - box.height];
    const corners = [
      { left: right, top: bottom },
      { left: area.left, top: bottom },
      { left: right, top: area.top },
      { left: area.left, top: area.top },
    ];
    const free = corners.find(({ left, top }) => {
      const roomy = { left: left - 2, top: top - 2, right: left + box.width + 2, bottom: top + box.height + 2 };
      return taken.every((t) => overlap(t, roomy) === 0);
    });
    if (free) return { fitted: full, box, at: free };
  }
  return { fitted: beside, box: strip, at: bottomRight };
}

/** Rectangles of the sheet the chart draws on. */
function occupied({ layout, scale, x, y }: Fitted): Rect[] {
  const on = (l: number, t: number, r: number, b: number): Rect => ({
    left: x + l * scale,
    top: y + t * scale,
    right: x + r * scale,
    bottom: y + b * scale,
  });
  const out: Rect[] = [];
  for (const e of layout.entities) {
    const r = e.radius + 4;
    out.push(on(e.x - r, e.y - r, e.x + r, e.y + r), on(e.label.left, e.label.top, e.label.right, e.label.bottom));
  }
  for (const g of layout.groups) out.push(on(g.box.x, g.box.y, g.box.x + g.box.width, g.box.y + g.box.height));
  for (const { geometry, label } of layout.lines) {
    if (label) {
      const { at, form } = label;
      out.push(on(at.x - form.width / 2, at.y - form.height / 2, at.x + form.width / 2, at.y + form.height / 2));
    }
    for (let i = 0; i <= 12; i++) {
      const p = pointAt(geometry.curve, i / 12);
      out.push(on(p.x - 3, p.y - 3, p.x + 3, p.y + 3));
    }
  }
  return out;
}
