import type { Id } from '#domain/record';
import type { Point } from './canvas-types.ts';
import type { Bounds } from './fit-view.ts';

/** Less than this is a click, px. */
const SLACK = 4;
/** Two presses within this time and place are a double click. */
const DOUBLE = 400;

/** What the hand means; window px unless said otherwise. */
export interface PointerMeanings {
  /** A link is being drawn: the press belongs to that. */
  isLinking(): boolean;
  hits(clientX: number, clientY: number): readonly Id[];
  isChosen(id: Id): boolean;
  select(ids: readonly Id[], add: boolean): void;
  /** Chart units. */
  boxed(box: Bounds, add: boolean): void;
  pan(dx: number, dy: number): void;
  zoom(factor: number, clientX: number, clientY: number): void;
  /** The chosen items are held this far from where they were. */
  lift(dx: number, dy: number): void;
  drop(): void;
  open(id: Id): void;
  empty(clientX: number, clientY: number): void;
  context(ids: readonly Id[], clientX: number, clientY: number): void;
  hover(clientX: number, clientY: number): void;
  focusItem(id: Id): void;
  focus(): void;
  toChart(clientX: number, clientY: number): Point;
  redraw(): void;
}

type Press =
  | { readonly kind: 'pan' | 'box'; readonly start: Point; now: Point; moved: boolean; readonly add: boolean }
  | {
      readonly kind: 'item';
      readonly ids: readonly Id[];
      readonly start: Point;
      now: Point;
      moved: boolean;
      readonly add: boolean;
    };

/** Turns presses, wheels and pinches into selecting, dragging, panning and zooming, as on the canvas of small charts. */
export class PointerActs {
  readonly #m: PointerMeanings;
  readonly #frame: HTMLElement;
  readonly #end = new AbortController();
  readonly #fingers = new Map<number, Point>();
  #press: Press | null = null;
  #last: { readonly at: number; readonly x: number; readonly y: number } | null = null;

  constructor(frame: HTMLElement, meanings: PointerMeanings) {
    this.#frame = frame;
    this.#m = meanings;
    const { signal } = this.#end;
    frame.addEventListener('pointerdown', (e) => this.#down(e), { signal });
    frame.addEventListener('pointermove', (e) => this.#move(e), { signal });
    frame.addEventListener('pointerup', (e) => this.#up(e), { signal });
    frame.addEventListener('pointercancel', (e) => this.#cancel(e), { signal });
    frame.addEventListener('contextmenu', (e) => this.#context(e), { signal });
    frame.addEventListener('wheel', (e) => this.#wheel(e), { signal, passive: false });
  }

  destroy(): void {
    this.#end.abort();
  }

  #down(e: PointerEvent): void {
    if (this.#m.isLinking()) return;
    this.#fingers.set(e.pointerId, { x: e.clientX, y: e.clientY });
    if (e.button !== 0 || this.#fingers.size > 1) {
      // A second finger begins a pinch: what the first one held stays where it was.
      if (this.#press?.kind === 'item' && this.#press.moved) this.#m.lift(0, 0);
      this.#press = null;
      return;
    }
    this.#m.focus();
    const at = { x: e.clientX, y: e.clientY };
    const ids = this.#m.hits(e.clientX, e.clientY);
    const add = e.shiftKey || e.ctrlKey || e.metaKey;
    if (ids.length > 0) this.#press = { kind: 'item', ids, start: at, now: at, moved: false, add };
    else this.#press = { kind: add ? 'box' : 'pan', start: at, now: at, moved: false, add };
    this.#frame.setPointerCapture(e.pointerId);
  }

  #move(e: PointerEvent): void {
    const finger = this.#fingers.get(e.pointerId);
    if (finger && this.#fingers.size === 2) {
      this.#pinch(e, finger);
      return;
    }
    const press = this.#press;
    if (!press) {
      if (!this.#m.isLinking()) this.#m.hover(e.clientX, e.clientY);
      return;
    }
    const before = press.now;
    press.now = { x: e.clientX, y: e.clientY };
    if (!press.moved) {
      if (Math.hypot(press.now.x - press.start.x, press.now.y - press.start.y) < SLACK) return;
      press.moved = true;
      // An item that was not selected is what is dragged; a selected one takes all the selected with it.
      if (press.kind === 'item' && !press.ids.some((id) => this.#m.isChosen(id))) this.#m.select(press.ids, press.add);
      if (press.kind === 'pan') this.#m.pan(press.now.x - press.start.x, press.now.y - press.start.y);
    } else if (press.kind === 'pan') this.#m.pan(press.now.x - before.x, press.now.y - before.y);
    if (press.kind === 'item') this.#m.lift(press.now.x - press.start.x, press.now.y - press.start.y);
    if (press.kind === 'box') this.#m.redraw();
  }

  #up(e: PointerEvent): void {
    this.#fingers.delete(e.pointerId);
    const press = this.#press;
    this.#press = null;
    if (!press) return;
    if (press.moved) {
      if (press.kind === 'item') this.#m.drop();
      else if (press.kind === 'box') this.#m.boxed(this.#boxOf(press), true);
      this.#m.redraw();
      return;
    }
    const last = this.#last;
    const double =
      last !== null && e.timeStamp - last.at < DOUBLE && Math.hypot(last.x - e.clientX, last.y - e.clientY) < SLACK;
    this.#last = double ? null : { at: e.timeStamp, x: e.clientX, y: e.clientY };
    if (press.kind === 'item') {
      this.#m.select(press.ids, press.add);
      this.#m.focusItem(press.ids[0]!);
      if (double) this.#m.open(press.ids[0]!);
    } else if (double) this.#m.empty(e.clientX, e.clientY);
    else if (!press.add) this.#m.select([], false);
  }

  #cancel(e: PointerEvent): void {
    this.#fingers.delete(e.pointerId);
    if (this.#press?.kind === 'item' && this.#press.moved) this.#m.lift(0, 0);
    this.#press = null;
    this.#m.redraw();
  }

  #context(e: MouseEvent): void {
    e.preventDefault();
    this.#m.context(this.#m.hits(e.clientX, e.clientY), e.clientX, e.clientY);
  }

  #wheel(e: WheelEvent): void {
    e.preventDefault();
    const lines = e.deltaMode === WheelEvent.DOM_DELTA_LINE ? 33 : 1;
    const by = Math.max(-240, Math.min(240, e.deltaY * lines));
    this.#m.zoom(Math.exp(-by * 0.002), e.clientX, e.clientY);
  }

  #pinch(e: PointerEvent, before: Point): void {
    const other = [...this.#fingers].find(([id]) => id !== e.pointerId)?.[1];
    const now = { x: e.clientX, y: e.clientY };
    this.#fingers.set(e.pointerId, now);
    if (!other) return;
    const was = Math.hypot(before.x - other.x, before.y - other.y) || 1;
    const is = Math.hypot(now.x - other.x, now.y - other.y) || 1;
    this.#m.zoom(is / was, (now.x + other.x) / 2, (now.y + other.y) / 2);
    this.#m.pan((now.x - before.x) / 2, (now.y - before.y) / 2);
  }

  #boxOf(press: { readonly start: Point; readonly now: Point }): Bounds {
    const a = this.#m.toChart(Math.min(press.start.x, press.now.x), Math.min(press.start.y, press.now.y));
    const b = this.#m.toChart(Math.max(press.start.x, press.now.x), Math.max(press.start.y, press.now.y));
    return { x1: a.x, y1: a.y, x2: b.x, y2: b.y };
  }

  get isBoxing(): boolean {
    return this.#press?.kind === 'box' && this.#press.moved;
  }

  /** The box being drawn, if any. */
  drawBox(c: CanvasRenderingContext2D, colour: string): void {
    const press = this.#press;
    if (press?.kind !== 'box' || !press.moved) return;
    const r = this.#frame.getBoundingClientRect();
    const x = Math.min(press.start.x, press.now.x) - r.left;
    const y = Math.min(press.start.y, press.now.y) - r.top;
    const w = Math.abs(press.now.x - press.start.x);
    const h = Math.abs(press.now.y - press.start.y);
    c.fillStyle = c.strokeStyle = colour;
    c.globalAlpha = 0.12;
    c.fillRect(x, y, w, h);
    c.globalAlpha = 1;
    c.lineWidth = 1;
    c.strokeRect(x + 0.5, y + 0.5, w, h);
  }
}
