import type { Point } from './canvas-types.ts';
import { drawEarly, type Early } from './early-drawing.ts';
import type { Marked } from './marked.ts';
import { dotRadius, type PaintOptions, paintLine, paintSymbol } from './plain-painter.ts';
import type { PlainScene } from './plain-scene.ts';

type Context = CanvasRenderingContext2D;

/** What stands above the picture of a chart of many; items by number. */
export interface Over {
  readonly scene: PlainScene;
  readonly options: PaintOptions;
  readonly marked: Marked;
  /** An edit the picture does not show yet. */
  readonly early: Early | null;
  readonly focus: number | undefined;
  readonly hovered: number | undefined;
  /** Runs this while what is dragged stands where it is dragged to. */
  asLifted(act: () => void): void;
}

/** The edit just made, what is selected and its neighbours, the focus, what the pointer is on. The context is scaled to CSS px and empty. */
export function drawOver(c: Context, over: Over): void {
  const { scene, options, marked, early, focus, hovered } = over;
  const { look, view } = options;
  if (early)
    drawEarly(c, early, look, view.pan, view.zoom, (id) => {
      const i = scene.indexOf.get(id);
      return i === undefined ? undefined : scene.nodes[i];
    });
  over.asLifted(() => drawMarked(c, over));
  if (focus !== undefined) ring(c, over, focus, 8, [5, 3]);
  if (hovered !== undefined && !marked.nodes.has(hovered)) ring(c, over, hovered, 4, []);
}

function drawMarked(c: Context, over: Over): void {
  const { scene, options: o, marked } = over;
  const { nodes, lines, near } = marked;
  const dots = o.view.zoom < o.look.dotZoom;
  for (const e of lines) paintLine(c, scene, e, o, o.look.accent);
  const disc = (i: number, fill: string): void => {
    if (!dots) {
      paintSymbol(c, scene, i, o, fill);
      return;
    }
    const at = discAt(scene, i, o);
    c.fillStyle = nodes.has(i) ? o.look.accent : scene.nodes[i]!.ink;
    c.beginPath();
    c.arc(at.x, at.y, at.radius + (nodes.has(i) ? 2 : 0), 0, 2 * Math.PI);
    c.fill();
  };
  for (const i of near) disc(i, o.look.nodeFill);
  for (const i of nodes) {
    disc(i, o.look.accentSoft);
    if (!dots) ring(c, over, i, 3, []);
  }
}

function ring(c: Context, { scene, options: o }: Over, i: number, off: number, dash: number[]): void {
  const at = discAt(scene, i, o);
  c.strokeStyle = o.look.accent;
  c.lineWidth = 2;
  c.setLineDash(dash);
  c.beginPath();
  c.arc(at.x, at.y, at.radius + off, 0, 2 * Math.PI);
  c.stroke();
  c.setLineDash([]);
}

/** Middle and radius of an item as drawn, canvas px. */
export function discAt(
  scene: PlainScene,
  i: number,
  { view: { zoom, pan }, look }: Pick<PaintOptions, 'view' | 'look'>,
): Point & { readonly radius: number } {
  return {
    x: scene.x[i]! * zoom + pan.x,
    y: scene.y[i]! * zoom + pan.y,
    radius: zoom < look.dotZoom ? dotRadius(zoom) : (scene.nodes[i]!.data.diameter / 2) * zoom,
  };
}
