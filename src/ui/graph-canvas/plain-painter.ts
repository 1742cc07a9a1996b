import type { CanvasLook, Point, View } from './canvas-types.ts';
import type { Bounds } from './fit-view.ts';
import { LOOP_RADIUS, type PlainScene, seenOf } from './plain-scene.ts';

/** More lines than this at once are a grey cloth: the heaviest are drawn, and the view says how many are not. */
export const LINES_MOST = 30_000;
/** With more items in view than this each is a dot; symbols would cover each other. */
const SYMBOLS_MOST = 1500;
/** With more lines in view than this they have no arrows. */
const ARROWS_MOST = 3000;
/**
 * … let through what lies below: where most lines run is seen, and that they do not cover everything. A wider line is darker instead of wider:
 * without a graphics card a line over one device pixel wide costs ten to twenty times as much as one within it.
 */
const DENSE = { least: 0.45, perWidth: 0.2, most: 0.9 } as const;
/** Lines per path: one long path is slower to fill in than several short ones. */
const BATCH = 1000;

export interface Painted {
  /** Lines in view that were not drawn. */
  readonly omitted: number;
}

type Context = CanvasRenderingContext2D;

/** What a picture depends on beside the scene. `images` gives a symbol when it is loaded. */
export interface PaintOptions {
  readonly view: View;
  readonly width: number;
  readonly height: number;
  /** Device pixels to a CSS px. */
  readonly ratio: number;
  readonly look: CanvasLook;
  readonly image: (uri: string) => CanvasImageSource | undefined;
}

/** Whether so many items in view are drawn with their symbols; else each is a dot. */
export function areSymbolsShown(inView: number, o: PaintOptions): boolean {
  return o.view.zoom >= o.look.dotZoom && inView <= SYMBOLS_MOST;
}

/** Draws all lines and items in view, nothing selected and no names. The context is scaled to CSS px and empty. */
export function paintScene(c: Context, scene: PlainScene, o: PaintOptions): Painted {
  const seen = seenOf(o.view, o.width, o.height, 40);
  const items = scene.nodesIn(seen);
  const lines = linesIn(scene, seen);
  const omitted = Math.max(0, lines.length - LINES_MOST);
  const drawn = omitted > 0 ? heaviest(scene, lines) : lines;
  const symbols = areSymbolsShown(items.length, o);
  paintLines(c, scene, drawn, o, symbols && drawn.length <= ARROWS_MOST);
  if (symbols) paintSymbols(c, scene, items, o);
  else paintDots(c, scene, items, o);
  return { omitted };
}

/** Lines whose box touches what is seen. */
export function linesIn(scene: PlainScene, b: Bounds): number[] {
  const out: number[] = [];
  const { x, y, from, to } = scene;
  for (let e = 0; e < from.length; e++) {
    const ax = x[from[e]!]!;
    const bx = x[to[e]!]!;
    if ((ax < b.x1 && bx < b.x1) || (ax > b.x2 && bx > b.x2)) continue;
    const ay = y[from[e]!]!;
    const by = y[to[e]!]!;
    if ((ay < b.y1 && by < b.y1) || (ay > b.y2 && by > b.y2)) continue;
    out.push(e);
  }
  return out;
}

function heaviest(scene: PlainScene, lines: readonly number[]): number[] {
  const wanted = new Uint8Array(scene.edges.length);
  for (const e of lines) wanted[e] = 1;
  const out: number[] = [];
  for (const e of scene.byWidth) {
    if (wanted[e] === 1) out.push(e);
    if (out.length === LINES_MOST) break;
  }
  return out;
}

function paintLines(c: Context, scene: PlainScene, lines: readonly number[], o: PaintOptions, arrows: boolean): void {
  const byStyle: number[][] = scene.lineStyles.map(() => []);
  for (const e of lines) byStyle[scene.lineStyle[e]!]!.push(e);
  c.strokeStyle = c.fillStyle = o.look.link;
  // Many thin lines are drawn thinner: what lies dense must still let its pattern through.
  const scale = lineScale(o.view.zoom);
  const dense = lines.length > ARROWS_MOST;
  const thinnest = Math.min(...scene.lineStyles.map((s) => s.width));
  for (const [style, same] of byStyle.entries()) {
    if (same.length === 0) continue;
    const like = scene.lineStyles[style]!;
    const alpha = dense ? Math.min(DENSE.most, DENSE.least + DENSE.perWidth * (like.width - thinnest)) : 1;
    c.globalAlpha = (like.greyed ? 0.3 : 1) * alpha;
    c.lineWidth = dense ? Math.min(like.width * scale, 1 / o.ratio) : like.width * scale;
    // Far out a dash is shorter than a pixel and costs as much as the line: strength shows again closer by.
    c.setLineDash(dense ? [] : o.look.dash(like.strength, like.width).map((d) => d * scale));
    for (let start = 0; start < same.length; start += BATCH) {
      c.beginPath();
      for (let k = start; k < Math.min(same.length, start + BATCH); k++) trace(c, scene, same[k]!, o.view);
      c.stroke();
    }
    c.setLineDash([]);
    if (arrows) for (const e of same) paintArrows(c, scene, e, o);
  }
  c.globalAlpha = 1;
}

function lineScale(zoom: number): number {
  return Math.min(1, Math.max(0.4, zoom));
}

/** Adds a line to the path, canvas px. */
function trace(c: Context, scene: PlainScene, e: number, view: View): void {
  const a = scene.from[e]!;
  const b = scene.to[e]!;
  const { zoom, pan } = view;
  const ax = scene.x[a]! * zoom + pan.x;
  const ay = scene.y[a]! * zoom + pan.y;
  if (a === b) {
    const r = LOOP_RADIUS * zoom;
    c.moveTo(ax, ay - r);
    c.arc(ax - r, ay - r, r, 0, 2 * Math.PI);
    return;
  }
  const bx = scene.x[b]! * zoom + pan.x;
  const by = scene.y[b]! * zoom + pan.y;
  c.moveTo(ax, ay);
  if (scene.bow[e] === 0) c.lineTo(bx, by);
  else {
    const m = scene.middle(e);
    const mx = m.x * zoom + pan.x;
    const my = m.y * zoom + pan.y;
    // The curve passes through its middle when the handle stands twice as far out.
    c.quadraticCurveTo(2 * mx - (ax + bx) / 2, 2 * my - (ay + by) / 2, bx, by);
  }
}

function paintArrows(c: Context, scene: PlainScene, e: number, o: PaintOptions): void {
  const { data } = scene.edges[e]!;
  if (scene.from[e] === scene.to[e]) return;
  if (data.targetArrow === 'triangle') arrow(c, scene, e, scene.to[e]!, scene.from[e]!, o);
  if (data.sourceArrow === 'triangle') arrow(c, scene, e, scene.from[e]!, scene.to[e]!, o);
}

function arrow(c: Context, scene: PlainScene, e: number, at: number, other: number, o: PaintOptions): void {
  const { zoom, pan } = o.view;
  const tx = scene.x[at]! * zoom + pan.x;
  const ty = scene.y[at]! * zoom + pan.y;
  const from = scene.bow[e] === 0 ? { x: scene.x[other]!, y: scene.y[other]! } : scene.middle(e);
  const dx = tx - (from.x * zoom + pan.x);
  const dy = ty - (from.y * zoom + pan.y);
  const length = Math.hypot(dx, dy);
  const gap = (scene.nodes[at]!.data.diameter / 2 + 3) * zoom;
  if (length < gap + 9 * zoom) return;
  const ux = dx / length;
  const uy = dy / length;
  const px = tx - ux * gap;
  const py = ty - uy * gap;
  const l = 9 * zoom;
  c.beginPath();
  c.moveTo(px, py);
  c.lineTo(px - l * ux + (l / 2) * uy, py - l * uy - (l / 2) * ux);
  c.lineTo(px - l * ux - (l / 2) * uy, py - l * uy + (l / 2) * ux);
  c.fill();
}

/** Radius of an item's dot, px, at a zoom where it is one. */
export function dotRadius(zoom: number): number {
  return Math.min(4, Math.max(1.5, 14 * zoom));
}

function paintDots(c: Context, scene: PlainScene, items: readonly number[], o: PaintOptions): void {
  const byInk = new Map<string, number[]>();
  for (const i of items) {
    const node = scene.nodes[i]!;
    const key = node.greyed ? ` ${node.ink}` : node.ink;
    const same = byInk.get(key);
    if (same) same.push(i);
    else byInk.set(key, [i]);
  }
  const r = dotRadius(o.view.zoom);
  const { zoom, pan } = o.view;
  for (const [ink, same] of byInk) {
    c.fillStyle = ink.trim();
    c.globalAlpha = ink.startsWith(' ') ? 0.3 : 1;
    for (let start = 0; start < same.length; start += BATCH) {
      c.beginPath();
      for (let k = start; k < Math.min(same.length, start + BATCH); k++) {
        const x = scene.x[same[k]!]! * zoom + pan.x;
        const y = scene.y[same[k]!]! * zoom + pan.y;
        c.moveTo(x + r, y);
        c.arc(x, y, r, 0, 2 * Math.PI);
      }
      c.fill();
    }
  }
  c.globalAlpha = 1;
}

function paintSymbols(c: Context, scene: PlainScene, items: readonly number[], o: PaintOptions): void {
  for (const i of items) {
    c.globalAlpha = scene.nodes[i]!.greyed ? 0.3 : 1;
    paintSymbol(c, scene, i, o, o.look.nodeFill);
  }
  c.globalAlpha = 1;
}

/** Disc or box with its symbol. */
export function paintSymbol(c: Context, scene: PlainScene, i: number, o: PaintOptions, fill: string): void {
  const { data } = scene.nodes[i]!;
  const { zoom } = o.view;
  const at = place(scene, i, o.view);
  const r = (data.diameter / 2) * zoom;
  c.fillStyle = fill;
  c.strokeStyle = data.ring;
  c.lineWidth = 1.25 * lineScale(zoom);
  c.setLineDash(data.doubted ? [3, 2.5] : data.folded ? o.look.dash(data.folded, 1.25) : []);
  c.beginPath();
  if (data.body === 'box') c.roundRect(at.x - r, at.y - r, 2 * r, 2 * r, 6 * zoom);
  else c.arc(at.x, at.y, r, 0, 2 * Math.PI);
  c.fill();
  c.stroke();
  c.setLineDash([]);
  const image = data.image === '' ? undefined : o.image(data.image);
  const side = data.imageSide * zoom;
  if (image) c.drawImage(image, at.x - side / 2, at.y - side / 2, side, side);
  else if (data.protected) {
    c.beginPath();
    c.lineWidth = 1;
    c.arc(at.x, at.y, r + 3, 0, 2 * Math.PI);
    c.stroke();
  }
}

/** A line by itself, on top: selected, or at the selected. */
export function paintLine(c: Context, scene: PlainScene, e: number, o: PaintOptions, ink: string): void {
  const edge = scene.edges[e]!;
  const scale = lineScale(o.view.zoom);
  c.strokeStyle = c.fillStyle = ink;
  c.lineWidth = Math.max(1, edge.width * scale);
  c.setLineDash(o.look.dash(edge.strength, edge.width).map((d) => d * scale));
  c.beginPath();
  trace(c, scene, e, o.view);
  c.stroke();
  c.setLineDash([]);
  paintArrows(c, scene, e, o);
}

function place(scene: PlainScene, i: number, view: View): Point {
  return { x: scene.x[i]! * view.zoom + view.pan.x, y: scene.y[i]! * view.zoom + view.pan.y };
}
