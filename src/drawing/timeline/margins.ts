import { ICON_BOX, ICON_STROKE, type IconId } from '../icons/icon-data.ts';
import { iconStrokes } from '../icons/icon-role.ts';
import type { Pen } from './pen.ts';
import { AXIS, type CanvasSize, diamond, type TimelinePicture } from './picture.ts';
import type { PlotBox } from './view.ts';

export function paintHeads(pen: Pen, p: TimelinePicture, plot: PlotBox, first: number, last: number): void {
  const { layout, view, colours } = p;
  pen.textAlign = 'left';
  for (let lane = first; lane <= last; lane++) {
    const head = p.heads[lane];
    if (!head) continue;
    const y = plot.top + (layout.top[lane]! + layout.top[lane + 1]!) / 2 - view.scroll;
    const ink = head.isProtected ? colours.protected : colours.text;
    paintIcon(pen, head.icon, 8, y - 8, 16, head.isProtected ? colours.protected : colours.nodeLine);
    pen.fillStyle = ink;
    pen.font = `${p.chosenLanes[lane] ? 600 : 400} 12px ${p.fontFamily}`;
    const label = p.headWidths.fitting(pen, head.name, plot.left - 42) ?? { text: head.name };
    pen.fillText(label.text, 30, y);
  }
  pen.font = `400 11px ${p.fontFamily}`;
}

function paintIcon(pen: Pen, icon: IconId | 'group', x: number, y: number, side: number, ink: string): void {
  pen.save();
  pen.translate(x, y);
  pen.scale(side / ICON_BOX, side / ICON_BOX);
  pen.strokeStyle = ink;
  pen.lineWidth = ICON_STROKE;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  if (icon === 'group') {
    pen.setLineDash([]);
    pen.strokeRect(3, 5, 18, 14);
  } else
    for (const stroke of iconStrokes(icon)) {
      pen.setLineDash(stroke.dash?.split(/[ ,]+/).map(Number) ?? []);
      if (pen.strokeData) pen.strokeData(stroke.d);
      // A path by its data: only real canvases know it; a recorder has nothing to compare it by.
      else if (typeof Path2D !== 'undefined') (pen as CanvasRenderingContext2D).stroke(pathOf(stroke.d));
    }
  pen.restore();
}

const paths = new Map<string, Path2D>();

function pathOf(d: string): Path2D {
  let path = paths.get(d);
  if (!path) {
    path = new Path2D(d);
    paths.set(d, path);
  }
  return path;
}

/** Undated things stand at the right of their lane: hollow dashed diamonds, the first ones with their names, then how many more. */
export function paintUndated(
  pen: Pen,
  p: TimelinePicture,
  plot: PlotBox,
  size: CanvasSize,
  first: number,
  last: number,
): void {
  const { layout, view, colours } = p;
  const left = plot.left + plot.width;
  pen.fillStyle = colours.canvas;
  pen.fillRect(left, 0, size.width - left, plot.top);
  pen.strokeStyle = colours.lineStrong;
  pen.lineWidth = 1;
  pen.beginPath();
  pen.moveTo(left + 0.5, 0);
  pen.lineTo(left + 0.5, size.height);
  pen.stroke();
  pen.textAlign = 'left';
  pen.fillStyle = colours.text3;
  pen.fillText(p.undatedTitle, left + 8, AXIS / 2);
  pen.save();
  pen.beginPath();
  pen.rect(left + 1, plot.top, size.width - left, plot.height);
  pen.clip();
  for (let lane = first; lane <= last; lane++) {
    const list = layout.undatedOn[lane]!;
    if (list.length === 0) continue;
    const rows = Math.max(1, Math.floor((layout.top[lane + 1]! - layout.top[lane]! - 6) / 16));
    const shown = Math.min(list.length, rows);
    const chosenFirst =
      list.length <= 200
        ? [...list].sort((a, b) => Number(p.chosenUndated.has(b)) - Number(p.chosenUndated.has(a)))
        : list;
    for (let i = 0; i < shown; i++) {
      const index = chosenFirst[i]!;
      const y = plot.top + layout.top[lane]! + (rows === 1 ? 11 : 3 + 16 * (i + 0.5)) - view.scroll;
      const chosen = p.chosenUndated.has(index);
      pen.strokeStyle = chosen ? colours.accent : colours.nodeLine;
      pen.lineWidth = chosen ? 1.75 : 1;
      pen.setLineDash([2, 1.5]);
      pen.beginPath();
      diamond(pen, left + 13, y, 5);
      pen.stroke();
      pen.setLineDash([]);
      const more = i === shown - 1 ? list.length - shown : 0;
      const tail = more > 0 ? ` +${more}` : '';
      const tailWidth = more > 0 ? pen.measureText(tail).width : 0;
      const label = p.widths.fitting(pen, p.label(layout.undated[index]!), size.width - left - 30 - tailWidth);
      pen.fillStyle = chosen ? colours.text : colours.text2;
      pen.fillText(`${label?.text ?? ''}${tail}`, left + 22, y);
    }
  }
  pen.restore();
}

export function paintScrollBar(pen: Pen, p: TimelinePicture, plot: PlotBox, size: CanvasSize): void {
  const { layout, view, colours } = p;
  const whole = layout.top[layout.lanes.length]!;
  if (whole <= plot.height) return;
  pen.fillStyle = colours.lineStrong;
  const y = plot.top + (view.scroll / whole) * plot.height;
  pen.fillRect(size.width - 4, y, 3, Math.max(12, (plot.height / whole) * plot.height));
}
