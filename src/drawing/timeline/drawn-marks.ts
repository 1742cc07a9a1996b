import { MOST_TRACKS, placeY } from './layout.ts';
import { CHOSEN, FAR, GatheredMarks, IN, STATES, strokeMarks } from './mark-strokes.ts';
import type { Pen } from './pen.ts';
import type { TimelinePicture } from './picture.ts';
import { type PlotBox, seenX } from './view.ts';

/** Px: half of a mark, less where lanes are compact. */
export const RADIUS = 6;
/** Px: a stretch of time no wider than a diamond is drawn as one. */
export const NARROW = 2 * RADIUS;
/** Diamonds closer than this become ticks. */
const CLOSE = 7;
/** More than this many ticks on one pixel are a block. */
const DENSE = 3;
/** Vertical lines on one pixel column beyond which another one tells nothing. */
const MOST_CONNECTORS = 4;
/** The same while a large timeline moves, for columns of four pixels: dashes are what costs most. */
const MOST_MOVING = 1;

/** How often what was drawn, by strength where that shows: what a legend speaks of. */
export type DrawnCounts = Readonly<Record<'diamond' | 'bar' | 'join', readonly number[]>> &
  Readonly<Record<'tick' | 'unsure' | 'arrow' | 'wordless', number>>;

/** The marks of one frame: which are drawn and as what, where many lie close and how far their words go; and how many of each. */
export class DrawnMarks {
  readonly #pen: Pen;
  readonly #p: TimelinePicture;
  readonly #plot: PlotBox;
  readonly #r: number;
  readonly #window: readonly [number, number];
  readonly #marks = new GatheredMarks();
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

  #x(unit: number): number {
    return seenX(this.#p.view, this.#plot, unit);
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
      this.#marks.of('line', state, strength).push(at, ya, at, yb);
      this.#joinsBy[strength as 0 | 1 | 2]++;
      const target = layout.marks[i]!.target;
      if (target !== undefined && shape[i] !== undefined) {
        const place = layout.placeLane[a] === target ? a : layout.placeLane[b] === target ? b : undefined;
        if (place !== undefined) this.#arrowCount++;
        if (place !== undefined)
          this.#marks.of('arrow', state, 0).push(at, placeY(layout, place) - view.scroll + top, place === a ? -1 : 1);
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
      this.#marks.of(lasting ? 'bar' : 'unsure', state, strength).push(x0, y, x1, open);
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
          if (this.#inColumn[track] === DENSE + 1) this.#marks.of('block', state, 0).push(column, y);
        } else {
          this.#column[track] = column;
          this.#inColumn[track] = 1;
          this.#marks.of('tick', state, 0).push(column + 0.5, y);
        }
      } else {
        this.#marks.of('diamond', state, strength).push(x, y);
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

  /** Draws what was gathered, and its words above. */
  finish(): void {
    const pen = this.#pen;
    const { colours, fontFamily } = this.#p;
    strokeMarks({ pen, marks: this.#marks, r: this.#r, colours });
    // On areas in the colour of the ground, so that no line runs through a word.
    pen.fillStyle = colours.canvas;
    pen.globalAlpha = 0.75;
    for (const l of this.#labels) if (!l.inside) pen.fillRect(l.x - 2, l.y - 7, l.width + 4, 14);
    pen.globalAlpha = 1;
    for (const state of STATES) {
      pen.font = `${state === CHOSEN ? 600 : 400} 11px ${fontFamily}`;
      pen.textAlign = 'left';
      pen.fillStyle = state === FAR ? colours.text3 : colours.text;
      for (const l of this.#labels) if (l.state === state) pen.fillText(l.text, l.x, l.y);
    }
    pen.font = `400 11px ${fontFamily}`;
  }
}
