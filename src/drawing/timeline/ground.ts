import type { Pen } from './pen.ts';
import { AXIS, type AxisLine, type CanvasSize, clipped, type TimelinePicture } from './picture.ts';
import type { PlotBox } from './view.ts';

/** Weekends are a band, nights a band with a dark bar along the axis, what lies outside the window is hatched off at its edges. */
export function paintGround(
  pen: Pen,
  p: TimelinePicture,
  plot: PlotBox,
  size: CanvasSize,
  xAt: (t: number) => number,
): void {
  const { colours } = p;
  const bottom = size.height;
  for (const shade of p.shades) {
    const [x0, x1] = [xAt(shade.from), xAt(shade.to)];
    pen.fillStyle = shade.kind === 'weekend' ? colours.hover : colours.groupFill;
    pen.globalAlpha = shade.kind === 'weekend' ? 0.7 : 1;
    pen.fillRect(x0, plot.top, x1 - x0, bottom - plot.top);
  }
  pen.globalAlpha = 1;
  pen.fillStyle = colours.lineStrong;
  for (const shade of p.shades) {
    if (shade.kind !== 'night') continue;
    const [x0, x1] = [xAt(shade.from), xAt(shade.to)];
    pen.fillRect(x0, plot.top - 3, x1 - x0, 3);
  }
  pen.strokeStyle = colours.hover;
  pen.lineWidth = 1;
  for (const strong of [false, true]) {
    pen.beginPath();
    for (const tick of p.axisLines[0]?.ticks ?? []) {
      if (tick.strong !== strong) continue;
      const x = Math.round(xAt(tick.t)) + 0.5;
      pen.moveTo(x, plot.top);
      pen.lineTo(x, bottom);
    }
    pen.strokeStyle = strong ? colours.lineStrong : colours.hover;
    pen.stroke();
  }
  paintBreaks(pen, p, plot, size);
  if (p.window) {
    const x0 = p.window.from === undefined ? plot.left : Math.max(plot.left, xAt(p.window.from));
    const x1 = p.window.to === undefined ? plot.left + plot.width : Math.min(plot.left + plot.width, xAt(p.window.to));
    pen.globalAlpha = 0.55;
    pen.fillStyle = colours.accentSoft;
    if (x1 > x0) pen.fillRect(x0, plot.top, x1 - x0, bottom - plot.top);
    pen.globalAlpha = 1;
    pen.strokeStyle = colours.accent;
    pen.lineWidth = 2;
    pen.beginPath();
    if (p.window.from !== undefined && x0 > plot.left) {
      pen.moveTo(x0, plot.top);
      pen.lineTo(x0, bottom);
    }
    if (p.window.to !== undefined && x1 < plot.left + plot.width) {
      pen.moveTo(x1, plot.top);
      pen.lineTo(x1, bottom);
    }
    pen.stroke();
  }
}

/** A shortened stretch: two wavy edges and how long it really is. */
function paintBreaks(pen: Pen, p: TimelinePicture, plot: PlotBox, size: CanvasSize): void {
  const { layout, view, colours } = p;
  if (layout.axis.spacing !== 'broken') return;
  pen.strokeStyle = colours.lineStrong;
  pen.lineWidth = 1;
  for (const piece of layout.axis.pieces(view.u0, view.u0 + plot.width / view.k)) {
    if (!piece.gap) continue;
    pen.beginPath();
    for (const u of [piece.u0, piece.u1]) {
      const x = plot.left + (u - view.u0) * view.k;
      for (let y = plot.top, side = 1; y <= size.height; y += 6, side = -side) {
        if (y === plot.top) pen.moveTo(x + 2 * side, y);
        else pen.lineTo(x + 2 * side, y);
      }
    }
    pen.stroke();
    const middle = plot.left + ((piece.u0 + piece.u1) / 2 - view.u0) * view.k;
    pen.fillStyle = colours.text3;
    pen.textAlign = 'center';
    pen.fillText(p.breakLabel(piece.t1 - piece.t0), middle, size.height - 8);
  }
}

export function paintAxis(
  pen: Pen,
  p: TimelinePicture,
  plot: PlotBox,
  size: CanvasSize,
  xAt: (t: number) => number,
): void {
  const { colours } = p;
  for (const [row, line] of p.axisLines.entries()) {
    const y = AXIS * row + AXIS / 2;
    pen.textAlign = 'left';
    pen.fillStyle = colours.text2;
    clipped(pen, 0, AXIS * row, plot.left - 8, AXIS, () => pen.fillText(line.context, 8, y));
    clipped(pen, plot.left - 20, AXIS * row, plot.width + 28, AXIS, () => {
      pen.textAlign = 'center';
      let free = plot.left - 20;
      for (const strong of [true, false]) {
        free = Number.NEGATIVE_INFINITY;
        for (const tick of line.ticks) {
          if (tick.label === '') continue;
          const x = xAt(tick.t);
          if (x < plot.left - 10 || x > plot.left + plot.width + 4) continue;
          const width = p.widths.fitting(pen, tick.label, 400)?.width ?? 0;
          if (tick.strong) {
            // Beside a break two of them may stand too close: then the first one speaks.
            if (x - width / 2 < free) continue;
            if (strong) {
              pen.fillStyle = colours.text;
              pen.fillText(tick.label, x, y);
            }
            free = x + width / 2 + 8;
          } else if (!strong && x - width / 2 >= free && !crowded(line, tick, x, width, xAt, p, pen)) {
            pen.fillStyle = colours.text3;
            pen.fillText(tick.label, x, y);
            free = x + width / 2 + 8;
          }
        }
      }
    });
  }
  pen.strokeStyle = colours.lineStrong;
  pen.lineWidth = 1;
  pen.beginPath();
  pen.moveTo(0, plot.top - 0.5);
  pen.lineTo(size.width, plot.top - 0.5);
  pen.stroke();
}

/** Whether a plain label would touch the next strong one. */
function crowded(
  line: AxisLine,
  tick: AxisLine['ticks'][number],
  x: number,
  width: number,
  xAt: (t: number) => number,
  p: TimelinePicture,
  pen: Pen,
): boolean {
  const next = line.ticks.find((other) => other.strong && other.t > tick.t);
  if (!next) return false;
  const its = p.widths.fitting(pen, next.label, 400)?.width ?? 0;
  return x + width / 2 + 8 > xAt(next.t) - its / 2;
}
