import type { Measure } from '../fonts/coverage.ts';
import { clusters } from '../labels/clusters.ts';
import type { Rect } from '../scene/label-placement.ts';
import type { Shape } from '../scene/scene.ts';
import type { FontWeight } from '../style/fonts.ts';
import type { Pen } from './pen.ts';

interface State {
  readonly clip: Rect;
  readonly dx: number;
  readonly dy: number;
  readonly factor: number;
  readonly fillStyle: string;
  readonly strokeStyle: string;
  readonly lineWidth: number;
  readonly lineCap: CanvasLineCap;
  readonly dash: readonly number[];
  readonly font: string;
  readonly textAlign: CanvasTextAlign;
  readonly globalAlpha: number;
}

type Subpath = { points: { x: number; y: number }[]; closed: boolean };

/**
 * A pen that draws on paper: what a canvas would be given becomes shapes of a scene, so that a sheet shows the very picture the screen does.
 * Pixels become millimetres by `scale` from `origin`. Clips are rectangles; strokes and areas are cut to them, a text is shortened. What is
 * half transparent becomes the colour it would be on white.
 */
export class ScenePen implements Pen {
  readonly shapes: Shape[] = [];
  fillStyle = '#000000';
  strokeStyle = '#000000';
  lineWidth = 1;
  lineCap: CanvasLineCap = 'butt';
  lineJoin: CanvasLineJoin = 'miter';
  font = '400 11px x';
  textAlign: CanvasTextAlign = 'left';
  textBaseline: CanvasTextBaseline = 'middle';
  globalAlpha = 1;
  readonly #origin: { readonly x: number; readonly y: number };
  readonly #scale: number;
  readonly #measure: Measure;
  #clip: Rect = { left: -1e9, top: -1e9, right: 1e9, bottom: 1e9 };
  #dx = 0;
  #dy = 0;
  #factor = 1;
  #dash: readonly number[] = [];
  #path: Subpath[] = [];
  #rects: Rect[] = [];
  readonly #stack: State[] = [];

  constructor(origin: { readonly x: number; readonly y: number }, scale: number, measure: Measure) {
    this.#origin = origin;
    this.#scale = scale;
    this.#measure = measure;
  }

  save(): void {
    const { fillStyle, strokeStyle, lineWidth, lineCap, font, textAlign, globalAlpha } = this;
    const [clip, dx, dy, factor, dash] = [this.#clip, this.#dx, this.#dy, this.#factor, this.#dash];
    this.#stack.push({
      clip,
      dx,
      dy,
      factor,
      dash,
      fillStyle,
      strokeStyle,
      lineWidth,
      lineCap,
      font,
      textAlign,
      globalAlpha,
    });
  }

  restore(): void {
    const s = this.#stack.pop();
    if (!s) return;
    const { clip, dx, dy, factor, dash, ...style } = s;
    [this.#clip, this.#dx, this.#dy, this.#factor, this.#dash] = [clip, dx, dy, factor, dash];
    Object.assign(this, style);
  }

  translate(x: number, y: number): void {
    this.#dx += x * this.#factor;
    this.#dy += y * this.#factor;
  }

  /** Both ways alike: nothing here is ever stretched. */
  scale(x: number): void {
    this.#factor *= x;
  }

  beginPath(): void {
    this.#path = [];
    this.#rects = [];
  }

  rect(x: number, y: number, w: number, h: number): void {
    this.#rects.push(this.#rectOf(x, y, w, h));
  }

  clip(): void {
    const [r] = this.#rects;
    if (r) this.#clip = cut(r, this.#clip);
  }

  moveTo(x: number, y: number): void {
    this.#path.push({ points: [this.#at(x, y)], closed: false });
  }

  lineTo(x: number, y: number): void {
    const last = this.#path.at(-1);
    if (last) last.points.push(this.#at(x, y));
    else this.moveTo(x, y);
  }

  closePath(): void {
    const last = this.#path.at(-1);
    if (last) last.closed = true;
  }

  /** No timeline has arcs: a canvas could draw them, paper has not needed to. */
  arc(): void {
    throw new RangeError('no arcs on paper');
  }

  setLineDash(dash: Iterable<number>): void {
    this.#dash = [...dash];
  }

  stroke(): void {
    const parts: string[] = [];
    for (const { points, closed } of this.#path) {
      const all = closed ? [...points, points[0]!] : points;
      let pen: { x: number; y: number } | undefined;
      for (let i = 1; i < all.length; i++) {
        const line = clippedLine(all[i - 1]!, all[i]!, this.#clip);
        if (!line) continue;
        const [a, b] = line;
        parts.push(pen && pen.x === a.x && pen.y === a.y ? `L${this.#mm(b)}` : `M${this.#mm(a)}L${this.#mm(b)}`);
        pen = b;
      }
    }
    if (parts.length > 0) this.#push(parts.join(''), 'none', this.#ink(this.strokeStyle));
  }

  /** Areas are convex and small: one whose middle is outside the clip is left out. */
  fill(): void {
    const parts: string[] = [];
    for (const { points } of this.#path) {
      if (points.length < 3) continue;
      const middle = {
        x: points.reduce((sum, p) => sum + p.x, 0) / points.length,
        y: points.reduce((sum, p) => sum + p.y, 0) / points.length,
      };
      if (!inside(middle, this.#clip)) continue;
      parts.push(`M${points.map((p) => this.#mm(p)).join('L')}Z`);
    }
    if (parts.length > 0) this.#push(parts.join(''), this.#ink(this.fillStyle), 'none');
  }

  fillRect(x: number, y: number, w: number, h: number): void {
    const r = cut(this.#rectOf(x, y, w, h), this.#clip);
    if (r.right <= r.left || r.bottom <= r.top) return;
    this.shapes.push({
      kind: 'rect',
      x: this.#origin.x + r.left * this.#scale,
      y: this.#origin.y + r.top * this.#scale,
      width: (r.right - r.left) * this.#scale,
      height: (r.bottom - r.top) * this.#scale,
      radius: 0,
      fill: this.#ink(this.fillStyle),
      stroke: 'none',
      strokeWidth: 0,
    });
  }

  strokeRect(x: number, y: number, w: number, h: number): void {
    const [path, rects] = [this.#path, this.#rects];
    this.beginPath();
    this.moveTo(x, y);
    this.lineTo(x + w, y);
    this.lineTo(x + w, y + h);
    this.lineTo(x, y + h);
    this.closePath();
    this.stroke();
    [this.#path, this.#rects] = [path, rects];
  }

  /** A line given by its path data, in the units of now. */
  strokeData(d: string): void {
    const at = this.#at(0, 0);
    if (!inside(at, this.#clip)) return;
    const scale = this.#factor * this.#scale;
    this.shapes.push({
      kind: 'path',
      d,
      move: { x: this.#origin.x + at.x * this.#scale, y: this.#origin.y + at.y * this.#scale, scale },
      fill: 'none',
      stroke: this.#ink(this.strokeStyle),
      strokeWidth: this.lineWidth,
      ...(this.#dash.length > 0 && { dash: this.#dash }),
      ...(this.lineCap === 'round' && { cap: 'round' as const }),
    });
  }

  measureText(text: string): TextMetrics {
    return { width: this.#measure(text, this.#weight(), this.#size()) } as TextMetrics;
  }

  fillText(text: string, x: number, y: number): void {
    const at = this.#at(x, y);
    if (at.y < this.#clip.top || at.y > this.#clip.bottom) return;
    const shown = this.textAlign === 'left' ? this.#shortened(text, this.#clip.right - at.x) : text;
    if (shown === '' || at.x > this.#clip.right || at.x < this.#clip.left - 1) return;
    const size = this.#size() * this.#scale;
    this.shapes.push({
      kind: 'text',
      text: shown,
      x: this.#origin.x + at.x * this.#scale,
      // The middle of a line of text is a little above a third of its size over its foot.
      y: this.#origin.y + at.y * this.#scale + size * 0.35,
      size,
      weight: this.#weight(),
      anchor: this.textAlign === 'center' ? 'middle' : this.textAlign === 'right' ? 'end' : 'start',
      fill: this.#ink(this.fillStyle),
    });
  }

  #shortened(text: string, room: number): string {
    const width = (t: string): number => this.#measure(t, this.#weight(), this.#size());
    if (width(text) <= room) return text;
    let out = '';
    for (const c of clusters(text)) {
      if (width(`${out}${c}…`) > room) break;
      out += c;
    }
    return out === '' ? '' : `${out.trimEnd()}…`;
  }

  #weight(): FontWeight {
    return this.font.startsWith('600') ? 600 : 400;
  }

  #size(): number {
    return Number(/(\d+(?:\.\d+)?)px/.exec(this.font)?.[1] ?? 11);
  }

  #at(x: number, y: number): { x: number; y: number } {
    return { x: this.#dx + x * this.#factor, y: this.#dy + y * this.#factor };
  }

  #rectOf(x: number, y: number, w: number, h: number): Rect {
    const [a, b] = [this.#at(x, y), this.#at(x + w, y + h)];
    return { left: a.x, top: a.y, right: b.x, bottom: b.y };
  }

  #mm(p: { readonly x: number; readonly y: number }): string {
    const round = (v: number): number => Math.round(v * 1000) / 1000;
    return `${round(this.#origin.x + p.x * this.#scale)} ${round(this.#origin.y + p.y * this.#scale)}`;
  }

  #push(d: string, fill: string, stroke: string): void {
    const scale = this.#factor * this.#scale;
    this.shapes.push({
      kind: 'path',
      d,
      fill,
      stroke,
      strokeWidth: stroke === 'none' ? 0 : this.lineWidth * scale,
      ...(stroke !== 'none' && this.#dash.length > 0 && { dash: this.#dash.map((part) => part * scale) }),
    });
  }

  /** On white, as far as it is see-through. */
  #ink(colour: string): string {
    if (this.globalAlpha >= 1) return colour;
    return `#${[1, 3, 5]
      .map((i) => {
        const part = Number.parseInt(colour.slice(i, i + 2), 16);
        return Math.round(255 + (part - 255) * this.globalAlpha)
          .toString(16)
          .padStart(2, '0');
      })
      .join('')}`;
  }
}

function cut(a: Rect, b: Rect): Rect {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

function inside({ x, y }: { readonly x: number; readonly y: number }, r: Rect): boolean {
  return x >= r.left && x <= r.right && y >= r.top && y <= r.bottom;
}

/** What of a line lies within a rectangle (Liang and Barsky). */
function clippedLine(
  a: { readonly x: number; readonly y: number },
  b: { readonly x: number; readonly y: number },
  r: Rect,
): readonly [{ x: number; y: number }, { x: number; y: number }] | undefined {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  let [from, to] = [0, 1];
  for (const [p, q] of [
    [-dx, a.x - r.left],
    [dx, r.right - a.x],
    [-dy, a.y - r.top],
    [dy, r.bottom - a.y],
  ] as const) {
    if (p === 0) {
      if (q < 0) return undefined;
    } else if (p < 0) from = Math.max(from, q / p);
    else to = Math.min(to, q / p);
  }
  if (from > to) return undefined;
  return [
    { x: a.x + dx * from, y: a.y + dy * from },
    { x: a.x + dx * to, y: a.y + dy * to },
  ];
}
