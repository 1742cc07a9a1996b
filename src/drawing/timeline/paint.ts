import { type DrawnCounts, DrawnMarks } from './drawn-marks.ts';
import { paintAxis, paintGround } from './ground.ts';
import { laneAt } from './layout.ts';
import { paintHeads, paintScrollBar, paintUndated } from './margins.ts';
import { paintInHand } from './marks-in-hand.ts';
import type { Pen } from './pen.ts';
import { type CanvasSize, clipped, plotOf, type TimelinePicture } from './picture.ts';
import type { PlotBox } from './view.ts';

/** Draws a timeline, and tells what of which kind was drawn. Only the lanes in sight cost time. */
export function paintTimeline(pen: Pen, picture: TimelinePicture, size: CanvasSize): DrawnCounts {
  const { layout, view, colours } = picture;
  const plot = plotOf({ layout, axisLines: picture.axisLines.length }, size);
  const xOf = (unit: number) => plot.left + (unit - view.u0) * view.k;
  const xAt = (t: number) => xOf(layout.axis.unitOf(t));
  const first = Math.max(0, laneAt(layout, view.scroll));
  let last = laneAt(layout, view.scroll + plot.height - 0.5);
  if (last < 0) last = layout.lanes.length - 1;

  pen.globalAlpha = 1;
  pen.setLineDash([]);
  pen.lineCap = 'butt';
  pen.lineJoin = 'miter';
  pen.fillStyle = colours.canvas;
  pen.fillRect(0, 0, size.width, size.height);
  pen.textBaseline = 'middle';
  pen.font = `400 11px ${picture.fontFamily}`;

  clipped(pen, plot.left, 0, plot.width, size.height, () => {
    paintGround(pen, picture, plot, size, xAt);
  });
  clipped(pen, 0, plot.top, size.width, plot.height, () => {
    paintRows(pen, picture, plot, size, first, last);
  });
  const drawn = new DrawnMarks(pen, picture, plot);
  clipped(pen, plot.left, plot.top, plot.width, plot.height, () => {
    drawn.connectors();
    for (let lane = first; lane <= last; lane++) drawn.lane(lane);
    drawn.finish();
    paintInHand(pen, picture, plot);
  });
  paintAxis(pen, picture, plot, size, xAt);
  clipped(pen, 0, plot.top, plot.left - 8, plot.height, () => paintHeads(pen, picture, plot, first, last));
  if (layout.undated.length > 0)
    clipped(pen, plot.left + plot.width, 0, size.width - plot.left - plot.width, size.height, () =>
      paintUndated(pen, picture, plot, size, first, last),
    );
  if (!picture.still) paintScrollBar(pen, picture, plot, size);
  if (picture.drop !== undefined) {
    pen.fillStyle = colours.accent;
    pen.fillRect(0, plot.top + (layout.top[picture.drop] ?? 0) - view.scroll - 1, size.width, 2);
  }
  return drawn.counts();
}

function paintRows(pen: Pen, p: TimelinePicture, plot: PlotBox, size: CanvasSize, first: number, last: number): void {
  const { layout, view, colours } = p;
  for (let lane = first; lane <= last; lane++) {
    const y = plot.top + layout.top[lane]! - view.scroll;
    const height = layout.top[lane + 1]! - layout.top[lane]!;
    if (p.chosenLanes[lane]) {
      pen.globalAlpha = 0.6;
      pen.fillStyle = colours.accentSoft;
      pen.fillRect(0, y, size.width, height);
      pen.globalAlpha = 1;
      pen.fillStyle = colours.accent;
      pen.fillRect(0, y, 2, height);
    }
  }
  // The theme line of each lane, and a finer one between lanes.
  pen.lineWidth = 1;
  for (const chosen of [0, 1]) {
    pen.beginPath();
    for (let lane = first; lane <= last; lane++) {
      if (p.chosenLanes[lane] !== chosen) continue;
      const y = Math.round(plot.top + (layout.top[lane]! + layout.top[lane + 1]!) / 2 - view.scroll) + 0.5;
      pen.moveTo(plot.left, y);
      pen.lineTo(plot.left + plot.width, y);
    }
    pen.strokeStyle = chosen ? colours.accent : colours.far;
    pen.stroke();
  }
  pen.beginPath();
  for (let lane = first; lane <= last; lane++) {
    const y = Math.round(plot.top + layout.top[lane + 1]! - view.scroll) + 0.5;
    pen.moveTo(0, y);
    pen.lineTo(size.width, y);
  }
  pen.strokeStyle = colours.hover;
  pen.stroke();
}
