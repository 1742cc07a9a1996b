import { laneAt, MOST_TRACKS, placeY } from './layout.ts';
import type { Pen } from './pen.ts';
import { dashOf, diamond, type TimelinePicture } from './picture.ts';
import type { PlotBox } from './view.ts';

/** Px: half of a mark, less where lanes are compact. */
const RADIUS = 6;
/** Px: a stretch of time no wider than a diamond is drawn as one. */
const NARROW = 2 * RADIUS;
/** Px a bracket reaches inwards. */
const BRACKET = 3;
/** Diamonds closer than this become ticks. */
const CLOSE = 7;
/** More than this many ticks on one pixel are a block. */
const DENSE = 3;
/** Vertical lines on one pixel column beyond which another one tells nothing. */
const MOST_CONNECTORS = 4;
/** The same while a large timeline moves, for columns of four pixels: dashes are what costs most. */
const MOST_MOVING = 1;

/** Coordinates gathered by how they are drawn, so that each style is set once a frame. */
class Batch {
  readonly points: number[] = [];
}

/** How often what was drawn, by strength where that shows: what a legend speaks of. */
export type DrawnCounts = Readonly<Record<'diamond' | 'bar' | 'join', readonly number[]>> &
  Readonly<Record<'tick' | 'unsure' | 'arrow' | 'wordless', number>>;

const IN = 0;
const FAR = 1;
const CHOSEN = 2;

/** The marks of one frame. Styles by state (seen, outside the window or filter, selected) and strength. */
export class DrawnMarks {
  readonly #pen: Pen;
  readonly #p: TimelinePicture;
  readonly #plot: PlotBox;
  readonly #r: number;
  readonly #window: readonly [number, number];
  readonly #batches = new Map<string, Batch>();
  readonly #labels: { text: string; x: number; y: number; width: number; state: number; inside: boolean }[] = [];
  readonly #pending: Int32Array = new Int32Array(MOST_TRACKS);
  readonly #pendingX: Float64Array = new Float64Array(MOST_TRACKS);
  readonly #pendingLabel: Float64Array = new Float64Array(MOST_TRACKS);
  readonly #lastX: Float64Array = new Float64Array(MOST_TRACKS);
  readonly #column: Int32Array = new Int32Array(MOST_TRACKS);
  readonly #inColumn: Int32Array = new Int32Array(MOST_TRACKS);
  readonly #diamondsBy: [number, number, number] = [0, 0, 0];
  readonly #barsBy: [number, number, number] = [0, 0, 0];
  readonly #joinsBy: [number, number, number] = [0, 0, 0];
  #tickCount = 0;
  #unsureCount = 0;
  #arrowCount = 0;
  /** Marks without room for their words. */
  #wordless = 0;

  constructor(pen: Pen, picture: TimelinePicture, plot: PlotBox) {
    this.#pen = pen;
    this.#p = picture;
    this.#plot = plot;
    const { window, layout } = picture;
    this.#r = Math.min(RADIUS, (layout.heights.track - 2) / 2);
    this.#window = [
      window?.from === undefined ? Number.NEGATIVE_INFINITY : layout.axis.unitOf(window.from),
      window?.to === undefined ? Number.POSITIVE_INFINITY : layout.axis.unitOf(window.to),
    ];
  }

  counts(): DrawnCounts {
    return {
      diamond: this.#diamondsBy,
      bar: this.#barsBy,
      join: this.#joinsBy,
      tick: this.#tickCount,
      unsure: this.#unsureCount,
      arrow: this.#arrowCount,
      wordless: this.#wordless,
    };
  }

  #batch(kind: string, state: number, strength: number): number[] {
    const key = `${kind} ${state} ${strength}`;
    let batch = this.#batches.get(key);
    if (!batch) {
      batch = new Batch();
      this.#batches.set(key, batch);
    }
    return batch.points;
  }

  #x(unit: number): number {
    const { view } = this.#p;
    const x = this.#plot.left + (unit - view.u0) * view.k;
    return Math.min(this.#plot.left + this.#plot.width + 50, Math.max(this.#plot.left - 50, x));
  }

  #state(mark: number): number {
    const { layout, chosen } = this.#p;
    if (chosen[mark]) return CHOSEN;
    const outside = layout.to[mark]! < this.#window[0] || layout.from[mark]! > this.#window[1];
    return outside || layout.grey[mark] ? FAR : IN;
  }

  /** Lines between the lanes of one mark, at its beginning; an arrow where a link is directed. */
  connectors(): void {
    const { layout, view, detail } = this.#p;
    const { left, top, width, height } = this.#plot;
    const columns = new Uint8Array(Math.ceil(width) + 1);
    const { from, to, placeStart, shape } = layout;
    for (let i = 0; i < from.length; i++) {
      const [a, b] = [placeStart[i]!, placeStart[i + 1]! - 1];
      if (b <= a) continue;
      const u = Number.isFinite(from[i]!) ? from[i]! : to[i]!;
      let x = left + (u - view.u0) * view.k;
      if (x > left + width || x < left - NARROW) continue;
      const span = (to[i]! - from[i]!) * view.k;
      if (span <= NARROW) x += span / 2;
      if (x < left) continue;
      const y0 = placeY(layout, a) - view.scroll;
      const y1 = placeY(layout, b) - view.scroll;
      if (y1 < 0 || y0 > height) continue;
      const state = this.#state(i);
      const column = Math.floor((x - left) / (detail ? 1 : 4));
      if (state !== CHOSEN && columns[column]! >= (detail ? MOST_CONNECTORS : MOST_MOVING)) continue;
      columns[column]!++;
      const strength = detail ? Math.max(layout.placeStrength[a]!, layout.placeStrength[b]!) : 0;
      const at = Math.round(x) + 0.5;
      const [ya, yb] = [Math.max(-20, y0) + top, Math.min(height + 20, y1) + top];
      this.#batch('line', state, strength).push(at, ya, at, yb);
      this.#joinsBy[strength as 0 | 1 | 2]++;
      const target = layout.marks[i]!.target;
      if (target !== undefined && shape[i] !== undefined) {
        const place = layout.placeLane[a] === target ? a : layout.placeLane[b] === target ? b : undefined;
        if (place !== undefined) this.#arrowCount++;
        if (place !== undefined)
          this.#batch('arrow', state, 0).push(at, placeY(layout, place) - view.scroll + top, place === a ? -1 : 1);
      }
    }
  }

  lane(lane: number): void {
    const { layout, view } = this.#p;
    const { order, laneStart, placeMark, placeTrack, from, to } = layout;
    this.#pending.fill(-1);
    this.#lastX.fill(Number.NEGATIVE_INFINITY);
    this.#column.fill(-1);
    this.#inColumn.fill(0);
    const uEnd = view.u0 + (this.#plot.width + 40) / view.k;
    const uStart = view.u0 - 40 / view.k;
    for (let at = laneStart[lane]!; at < laneStart[lane + 1]!; at++) {
      const place = order[at]!;
      const mark = placeMark[place]!;
      if (from[mark]! > uEnd) break;
      if (to[mark]! < uStart) continue;
      const track = placeTrack[place]!;
      const x0 = this.#x(from[mark]!);
      if (this.#pending[track]! >= 0) this.#flush(track, x0);
      this.#pending[track] = place;
      this.#pendingX[track] = x0;
      this.#pendingLabel[track] = this.#x(to[mark]!);
    }
    for (let track = 0; track < MOST_TRACKS; track++)
      if (this.#pending[track]! >= 0) this.#flush(track, this.#plot.left + this.#plot.width);
  }

  /** Draws the pending mark of a track, now that it is known where the next one begins. */
  #flush(track: number, nextX: number): void {
    const { layout, label, widths, view, detail } = this.#p;
    const place = this.#pending[track]!;
    const mark = layout.placeMark[place]!;
    const x0 = this.#pendingX[track]!;
    const x1 = this.#pendingLabel[track]!;
    const y = placeY(layout, place) - view.scroll + this.#plot.top;
    const state = this.#state(mark);
    const strength = layout.placeStrength[place]!;
    const wide = x1 - x0 > NARROW;
    let end = x1;
    let start = x0;
    if (wide) {
      const open = (Number.isFinite(layout.from[mark]!) ? 0 : 1) + (Number.isFinite(layout.to[mark]!) ? 0 : 2);
      const lasting = layout.shape[mark] === 1;
      this.#batch(lasting ? 'bar' : 'unsure', state, strength).push(x0, y, x1, open);
      if (lasting) this.#barsBy[strength as 0 | 1 | 2]++;
      else this.#unsureCount++;
    } else {
      const x = (x0 + x1) / 2;
      [start, end] = [x - this.#r, x + this.#r];
      if (state !== CHOSEN && (x - this.#lastX[track]! < CLOSE || nextX - x < CLOSE)) {
        this.#tickCount++;
        const column = Math.round(x);
        if (this.#column[track] === column) {
          this.#inColumn[track]!++;
          if (this.#inColumn[track] === DENSE + 1) this.#batch('block', state, 0).push(column, y);
        } else {
          this.#column[track] = column;
          this.#inColumn[track] = 1;
          this.#batch('tick', state, 0).push(column + 0.5, y);
        }
      } else {
        this.#batch('diamond', state, strength).push(x, y);
        this.#diamondsBy[strength as 0 | 1 | 2]++;
      }
      this.#lastX[track] = x;
    }
    const places = layout.placeStart[mark + 1]! - layout.placeStart[mark]!;
    // A mark on several lanes is named on the first of them in sight only, unless it is selected.
    if (!detail && state !== CHOSEN) return;
    if (places > 1 && state !== CHOSEN && layout.placeStart[mark] !== place && layout.marks[mark]!.kind !== 'link') {
      const above = layout.placeStart[mark]!;
      if (placeY(layout, above) >= view.scroll) return;
    }
    const inside = Math.min(x1, nextX) - Math.max(x0, this.#plot.left) - 8;
    const after = nextX - end - this.#r - 6;
    if (inside < 24 && after < 24) {
      this.#wordless++;
      return;
    }
    const text = label(layout.marks[mark]!);
    const fit = wide && layout.shape[mark] === 1 ? widths.fitting(this.#pen, text, inside) : undefined;
    if (fit)
      this.#labels.push({
        text: fit.text,
        x: Math.max(start, this.#plot.left) + 4,
        y,
        width: fit.width,
        state,
        inside: true,
      });
    else {
      const beside = widths.fitting(this.#pen, text, after);
      if (beside) this.#labels.push({ text: beside.text, x: end + 4, y, width: beside.width, state, inside: false });
      else this.#wordless++;
    }
  }

  /** Draws what was gathered, quiet things first and the selection last. */
  finish(): void {
    const pen = this.#pen;
    const { colours, fontFamily } = this.#p;
    const inks = [colours.link, colours.far, colours.accent];
    for (const state of [FAR, IN, CHOSEN]) {
      const ink = inks[state]!;
      pen.strokeStyle = ink;
      for (let strength = 0; strength < 3; strength++) {
        pen.lineWidth = state === CHOSEN ? 2 : 1;
        this.#lines('line', state, strength);
      }
      pen.setLineDash([]);
      this.#bars(state, ink);
      this.#unsure(state, ink);
      pen.strokeStyle = ink;
      pen.lineWidth = 1;
      pen.setLineDash([]);
      this.#ticks(state);
      this.#diamonds(state, ink);
      this.#arrows(state, ink);
    }
    // On areas in the colour of the ground, so that no line runs through a word.
    pen.fillStyle = colours.canvas;
    pen.globalAlpha = 0.75;
    for (const l of this.#labels) if (!l.inside) pen.fillRect(l.x - 2, l.y - 7, l.width + 4, 14);
    pen.globalAlpha = 1;
    for (const state of [FAR, IN, CHOSEN]) {
      pen.font = `${state === CHOSEN ? 600 : 400} 11px ${fontFamily}`;
      pen.textAlign = 'left';
      pen.fillStyle = state === FAR ? colours.text3 : colours.text;
      for (const l of this.#labels) if (l.state === state) pen.fillText(l.text, l.x, l.y);
    }
    pen.font = `400 11px ${fontFamily}`;
    this.#rings();
    this.#ghost();
  }

  #taken(kind: string, state: number, strength: number): readonly number[] | undefined {
    return this.#batches.get(`${kind} ${state} ${strength}`)?.points;
  }

  #lines(kind: string, state: number, strength: number): void {
    const points = this.#taken(kind, state, strength);
    if (!points) return;
    this.#pen.setLineDash([...dashOf(strength)]);
    this.#pen.beginPath();
    for (let i = 0; i < points.length; i += 4) {
      this.#pen.moveTo(points[i]!, points[i + 1]!);
      this.#pen.lineTo(points[i + 2]!, points[i + 3]!);
    }
    this.#pen.stroke();
  }

  /** Something that went on: a bar; its edge is the grade. Open ends have no edge. */
  #bars(state: number, ink: string): void {
    const pen = this.#pen;
    const { colours } = this.#p;
    for (let strength = 0; strength < 3; strength++) {
      const points = this.#taken('bar', state, strength);
      if (!points) continue;
      pen.setLineDash([]);
      pen.fillStyle = state === CHOSEN ? colours.accentSoft : colours.groupFill;
      for (let i = 0; i < points.length; i += 4)
        pen.fillRect(points[i]!, points[i + 1]! - this.#r, points[i + 2]! - points[i]!, 2 * this.#r);
      pen.strokeStyle = ink;
      pen.lineWidth = state === CHOSEN ? 2 : 1;
      pen.setLineDash([...dashOf(strength)]);
      pen.beginPath();
      for (let i = 0; i < points.length; i += 4) {
        const [x0, x1, open] = [Math.round(points[i]!) + 0.5, Math.round(points[i + 2]!) + 0.5, points[i + 3]!];
        const middle = Math.round(points[i + 1]!) + 0.5;
        const [t, b] = [middle - this.#r, middle + this.#r];
        pen.moveTo(x0, t);
        pen.lineTo(x1, t);
        pen.moveTo(x0, b);
        pen.lineTo(x1, b);
        if ((open & 1) === 0) {
          pen.moveTo(x0, t);
          pen.lineTo(x0, b);
        }
        if ((open & 2) === 0) {
          pen.moveTo(x1, t);
          pen.lineTo(x1, b);
        }
      }
      pen.stroke();
    }
    pen.setLineDash([]);
  }

  /** Some time between two ends: a dashed span between brackets. An open end has none. */
  #unsure(state: number, ink: string): void {
    const pen = this.#pen;
    const half = this.#r - 1;
    pen.strokeStyle = ink;
    for (let strength = 0; strength < 3; strength++) {
      const points = this.#taken('unsure', state, strength);
      if (!points) continue;
      pen.lineWidth = state === CHOSEN ? 2 : 1.25;
      pen.setLineDash([4, 3]);
      pen.beginPath();
      for (let i = 0; i < points.length; i += 4) {
        const y = Math.round(points[i + 1]!) + 0.5;
        pen.moveTo(points[i]!, y);
        pen.lineTo(points[i + 2]!, y);
      }
      pen.stroke();
      pen.setLineDash([]);
      pen.beginPath();
      for (let i = 0; i < points.length; i += 4) {
        const [y, open] = [points[i + 1]!, points[i + 3]!];
        for (const [x, bit, inward] of [
          [points[i]!, 1, BRACKET],
          [points[i + 2]!, 2, -BRACKET],
        ] as const)
          if ((open & bit) === 0) {
            pen.moveTo(x + inward, y - half);
            pen.lineTo(x, y - half);
            pen.lineTo(x, y + half);
            pen.lineTo(x + inward, y + half);
          }
      }
      pen.stroke();
    }
  }

  #ticks(state: number): void {
    const pen = this.#pen;
    const ticks = this.#taken('tick', state, 0);
    if (ticks) {
      pen.beginPath();
      for (let i = 0; i < ticks.length; i += 2) {
        pen.moveTo(ticks[i]!, ticks[i + 1]! - this.#r);
        pen.lineTo(ticks[i]!, ticks[i + 1]! + this.#r);
      }
      pen.stroke();
    }
    const blocks = this.#taken('block', state, 0);
    if (!blocks) return;
    pen.fillStyle = pen.strokeStyle;
    for (let i = 0; i < blocks.length; i += 2)
      pen.fillRect(blocks[i]!, blocks[i + 1]! - this.#r - 3, 1, 2 * this.#r + 6);
  }

  /** Filled: confirmed; left half filled: unconfirmed; hollow: tentative. */
  #diamonds(state: number, ink: string): void {
    const pen = this.#pen;
    const { colours } = this.#p;
    const r = state === CHOSEN ? this.#r + 1 : this.#r;
    for (let strength = 0; strength < 3; strength++) {
      const points = this.#taken('diamond', state, strength);
      if (!points) continue;
      pen.beginPath();
      for (let i = 0; i < points.length; i += 2) diamond(pen, points[i]!, points[i + 1]!, strength === 0 ? r : r - 0.5);
      pen.fillStyle = strength === 0 ? ink : colours.canvas;
      pen.fill();
      if (strength === 0) continue;
      pen.strokeStyle = ink;
      pen.lineWidth = 1.25;
      pen.stroke();
      if (strength === 2) continue;
      pen.beginPath();
      for (let i = 0; i < points.length; i += 2) {
        const [x, y] = [points[i]!, points[i + 1]!];
        pen.moveTo(x, y - r);
        pen.lineTo(x, y + r);
        pen.lineTo(x - r, y);
        pen.closePath();
      }
      pen.fillStyle = ink;
      pen.fill();
    }
  }

  #arrows(state: number, ink: string): void {
    const points = this.#taken('arrow', state, 0);
    if (!points) return;
    const pen = this.#pen;
    pen.beginPath();
    for (let i = 0; i < points.length; i += 3) {
      const [x, y, side] = [points[i]!, points[i + 1]!, points[i + 2]!];
      const tip = y - side * (this.#r + 1);
      pen.moveTo(x, tip);
      pen.lineTo(x - 3.5, tip - side * 6);
      pen.lineTo(x + 3.5, tip - side * 6);
      pen.closePath();
    }
    pen.fillStyle = ink;
    pen.fill();
  }

  /** A mark in the hand: where it would come to lie. */
  #ghost(): void {
    const { ghost, layout, view, colours } = this.#p;
    if (!ghost) return;
    const pen = this.#pen;
    let [x0, x1] = [this.#x(ghost.from), this.#x(ghost.to)];
    if (x1 - x0 <= NARROW) [x0, x1] = [(x0 + x1) / 2 - RADIUS, (x0 + x1) / 2 + RADIUS];
    pen.strokeStyle = colours.accent;
    pen.lineWidth = 2;
    pen.setLineDash([3, 2]);
    for (let place = layout.placeStart[ghost.mark]!; place < layout.placeStart[ghost.mark + 1]!; place++) {
      const y = placeY(layout, place) - view.scroll + this.#plot.top;
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
  #rings(): void {
    const { layout, view, focus, over, colours } = this.#p;
    const pen = this.#pen;
    for (const [place, width] of [
      [over, 1],
      [focus, 2],
    ] as const) {
      if (place === undefined || place >= layout.placeMark.length) continue;
      const y = placeY(layout, place) - view.scroll + this.#plot.top;
      if (laneAt(layout, y - this.#plot.top + view.scroll) < 0) continue;
      const mark = layout.placeMark[place]!;
      let [x0, x1] = [this.#x(layout.from[mark]!), this.#x(layout.to[mark]!)];
      if (x1 - x0 <= NARROW) {
        const x = (x0 + x1) / 2;
        [x0, x1] = [x - RADIUS, x + RADIUS];
      }
      pen.strokeStyle = colours.accent;
      pen.lineWidth = width;
      pen.strokeRect(x0 - 3, y - 10, x1 - x0 + 6, 20);
    }
  }
}
