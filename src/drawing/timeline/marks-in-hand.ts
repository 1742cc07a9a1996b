import { NARROW, RADIUS } from './drawn-marks.ts';
import { laneAt, placeY } from './layout.ts';
import type { Pen } from './pen.ts';
import type { TimelinePicture } from './picture.ts';
import { type PlotBox, seenX, type TimelineView } from './view.ts';

/** What the keyboard and the pointer are on, and a mark that is being moved in time. */
export function paintInHand(pen: Pen, picture: TimelinePicture, plot: PlotBox): void {
  paintRings(pen, picture, plot);
  paintGhost(pen, picture, plot);
}

/** Px from where to where a mark of these units is drawn. */
function reach(view: TimelineView, plot: PlotBox, from: number, to: number): readonly [number, number] {
  const [x0, x1] = [seenX(view, plot, from), seenX(view, plot, to)];
  return x1 - x0 > NARROW ? [x0, x1] : [(x0 + x1) / 2 - RADIUS, (x0 + x1) / 2 + RADIUS];
}

/** A mark in the hand: where it would come to lie. */
function paintGhost(pen: Pen, { ghost, layout, view, colours }: TimelinePicture, plot: PlotBox): void {
  if (!ghost) return;
  const [x0, x1] = reach(view, plot, ghost.from, ghost.to);
  pen.strokeStyle = colours.accent;
  pen.lineWidth = 2;
  pen.setLineDash([3, 2]);
  for (let place = layout.placeStart[ghost.mark]!; place < layout.placeStart[ghost.mark + 1]!; place++) {
    const y = placeY(layout, place) - view.scroll + plot.top;
    pen.strokeRect(x0, y - 7, x1 - x0, 14);
    pen.fillStyle = colours.canvas;
    pen.fillRect(x1 + 5, y - 7, pen.measureText(ghost.label).width + 4, 14);
    pen.fillStyle = colours.accent;
    pen.textAlign = 'left';
    pen.fillText(ghost.label, x1 + 7, y);
  }
  pen.setLineDash([]);
}

/** Keyboard: a ring; pointer: a thinner one. */
function paintRings(pen: Pen, { layout, view, focus, over, colours }: TimelinePicture, plot: PlotBox): void {
  for (const [place, width] of [
    [over, 1],
    [focus, 2],
  ] as const) {
    if (place === undefined || place >= layout.placeMark.length) continue;
    const y = placeY(layout, place) - view.scroll + plot.top;
    if (laneAt(layout, y - plot.top + view.scroll) < 0) continue;
    const mark = layout.placeMark[place]!;
    const [x0, x1] = reach(view, plot, layout.from[mark]!, layout.to[mark]!);
    pen.strokeStyle = colours.accent;
    pen.lineWidth = width;
    pen.strokeRect(x0 - 3, y - 10, x1 - x0 + 6, 20);
  }
}
