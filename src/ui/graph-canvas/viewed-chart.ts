import type { Id } from '#domain/record';
import type {
  CanvasEdge,
  CanvasEvents,
  CanvasGroup,
  CanvasLook,
  CanvasNode,
  CanvasParts,
  CanvasPlace,
  ChartController,
  Direction4,
  PlacedItem,
  Point,
  View,
} from './canvas-types.ts';
import { allowedZoom, type Bounds, fitView, isAllSeen, panToShow, type Size } from './fit-view.ts';
import { drawGroups, groupAt } from './group-layer.ts';
import { LinkDrag } from './link-drag.ts';
import { nextItem } from './next-item.ts';
import { seenOf } from './plain-scene.ts';

/** A drawn item: its middle and radius, canvas px. */
export type Disc = Point & { readonly radius: number };

/**
 * What a chart on screen does, whoever draws its items and lines: the part that is seen and how it follows the size of the canvas, the
 * layers behind and above, the item the keyboard is on, the handle of links, and that each is drawn and told at most once a frame. Who
 * draws says where items stand.
 */
export abstract class ViewedChart implements ChartController {
  protected readonly parts: CanvasParts;
  protected readonly events: () => CanvasEvents;
  protected readonly drag: LinkDrag;
  protected readonly end = new AbortController();
  protected look: CanvasLook;
  protected selection: readonly Id[] = [];
  /** All of the chart was put in view, and stays so when the canvas changes its size. */
  protected isFitted = true;
  #groups: readonly CanvasGroup[] = [];
  #focus: Id | null = null;
  #isFocusShown = false;
  #isDrawAsked = false;
  #isViewTold = false;
  #sized: Size = { width: 0, height: 0 };
  readonly #observer = new ResizeObserver(() => this.resize());

  /** Who draws calls `resize` when it stands. */
  constructor(parts: CanvasParts, look: CanvasLook, events: () => CanvasEvents) {
    this.parts = parts;
    this.look = look;
    this.events = events;
    this.drag = new LinkDrag({
      parts,
      nodeAt: (x, y) => this.itemAt(x, y),
      place: (x, y) => this.place(x, y),
      redraw: () => this.askDraw(),
      linked: (from, to, place) => this.events().onLink(from, to, place),
      handleOf: () => this.#handleItem(),
    });
    const { frame } = parts;
    const { signal } = this.end;
    frame.addEventListener('focusin', () => this.#showFocus(true), { signal });
    frame.addEventListener('focusout', () => this.#showFocus(false), { signal });
    this.#observer.observe(frame);
  }

  destroy(): void {
    this.end.abort();
    this.#observer.disconnect();
    this.drag.destroy();
    this.parts.behind.hidden = this.parts.over.hidden = false;
  }

  abstract sync(nodes: readonly CanvasNode[], edges: readonly CanvasEdge[]): void;
  abstract view(): View;
  abstract setView(view: View): void;
  abstract animate(to: readonly PlacedItem[], ms: number): Promise<void>;
  abstract settle(ids: readonly Id[], signal: AbortSignal): Promise<readonly PlacedItem[]>;

  /** Where an item stands, chart units; undefined when it is not on the chart. */
  protected abstract placeOf(id: Id): Point | undefined;
  /** What an item covers with its name, chart units. */
  protected abstract boxOf(id: Id): Bounds | undefined;
  protected abstract discOf(id: Id): Disc | null;
  /** What all items, or these, cover; null when there are none. */
  protected abstract boundsOf(ids?: readonly Id[]): Bounds | null;
  /** Where all items, or these, stand. */
  protected abstract placesOf(ids?: readonly Id[]): ReadonlyMap<Id, Point>;
  protected abstract linkedWith(id: Id): ReadonlySet<Id>;
  /** The item under a point of the window. */
  protected abstract itemAt(clientX: number, clientY: number): Id | null;
  protected abstract hoveredItem(): Id | null;
  /** Shows another look, another selection, a canvas of another size. */
  protected abstract lookChanged(): void;
  protected abstract selectionChanged(): void;
  protected abstract sizeChanged(size: Size): void;
  /** Whether anything stands on the layer above, and how it is drawn: scaled to CSS px, empty. */
  protected abstract isOverUsed(): boolean;
  protected abstract drawOver(c: CanvasRenderingContext2D): void;

  setGroups(groups: readonly CanvasGroup[]): void {
    this.#groups = groups;
    this.askDraw();
  }
  setLook(look: CanvasLook): void {
    if (look === this.look) return;
    this.look = look;
    this.lookChanged();
  }
  setLinkMode(on: boolean): void {
    this.drag.mode = on;
  }
  setSelection(ids: readonly Id[]): void {
    if (ids === this.selection) return;
    this.selection = ids;
    this.selectionChanged();
    this.askDraw();
  }

  protected resize(): void {
    const { behind, over } = this.parts;
    const ratio = window.devicePixelRatio || 1;
    const size = this.#size();
    for (const c of [behind, over]) {
      c.width = Math.max(1, Math.round(size.width * ratio));
      c.height = Math.max(1, Math.round(size.height * ratio));
    }
    const bounds = this.isFitted ? null : this.boundsOf();
    const wasSeen = isAllSeen(bounds, this.view(), this.#sized);
    this.#sized = size;
    this.sizeChanged(size);
    // What was all in view stays so when a side opens or closes.
    if (this.isFitted || (wasSeen && !isAllSeen(bounds, this.view(), size))) this.fit();
    this.askDraw();
  }
  #size(): Size {
    const { clientWidth, clientHeight } = this.parts.frame;
    return { width: clientWidth, height: clientHeight };
  }

  protected askDraw(): void {
    if (this.#isDrawAsked) return;
    this.#isDrawAsked = true;
    requestAnimationFrame(() => {
      this.#isDrawAsked = false;
      if (!this.end.signal.aborted) this.draw();
    });
  }

  /** The layers behind and above, and the handle. */
  protected draw(): void {
    const { behind, over, handle } = this.parts;
    // An empty layer is not there: to lay it over the others costs as much as one that is full, at each frame.
    behind.hidden = this.#groups.length === 0;
    if (!behind.hidden) {
      const view = { ...this.view(), ratio: window.devicePixelRatio || 1, font: this.look.font };
      drawGroups(this.#clear(behind), this.#groups, this.#boxOf, view, new Set(this.selection), this.look.accent);
    }
    over.hidden = !this.isOverUsed();
    if (!over.hidden) {
      const c = this.#clear(over);
      this.drawOver(c);
      this.drag.draw(c, this.look, (id) => this.discOf(id));
    }
    const item = this.drag.active ? null : this.#handleItem();
    const at = item === null ? null : this.discOf(item);
    handle.style.display = at ? 'block' : 'none';
    if (at) handle.style.transform = `translate(${Math.round(at.x + at.radius + 3)}px, ${Math.round(at.y - 9)}px)`;
  }
  #clear(layer: HTMLCanvasElement): CanvasRenderingContext2D {
    const c = layer.getContext('2d')!;
    const ratio = window.devicePixelRatio || 1;
    c.setTransform(ratio, 0, 0, ratio, 0, 0);
    c.clearRect(0, 0, layer.width, layer.height);
    return c;
  }

  /** The item whose link handle is shown: under the pointer, else the only selected one. */
  #handleItem(): Id | null {
    if (this.drag.active) return this.drag.from;
    const hovered = this.hoveredItem();
    if (hovered !== null) return hovered;
    const only = this.selection.length === 1 ? this.selection[0]! : null;
    return only !== null && this.placeOf(only) ? only : null;
  }

  readonly #boxOf = (id: Id): Bounds | undefined => this.boxOf(id);

  /** The group whose name or edge is at this point. */
  protected groupAt(p: Point): CanvasGroup | null {
    return groupAt(p, this.#groups, this.#boxOf, 4 / this.zoom());
  }

  protected tellView(): void {
    if (this.#isViewTold) return;
    this.#isViewTold = true;
    requestAnimationFrame(() => {
      this.#isViewTold = false;
      if (!this.end.signal.aborted) this.events().onViewport(this.zoom());
    });
  }

  /** Window px → canvas px. */
  protected local(clientX: number, clientY: number): Point {
    const box = this.parts.frame.getBoundingClientRect();
    return { x: clientX - box.left, y: clientY - box.top };
  }
  protected place(clientX: number, clientY: number): CanvasPlace {
    const { x, y } = this.toChart(clientX, clientY);
    return { x: Math.round(x), y: Math.round(y), clientX, clientY };
  }
  toCanvas(p: Point): Point {
    const { zoom, pan } = this.view();
    return { x: p.x * zoom + pan.x, y: p.y * zoom + pan.y };
  }
  toChart(clientX: number, clientY: number): Point {
    const p = this.local(clientX, clientY);
    const { zoom, pan } = this.view();
    return { x: (p.x - pan.x) / zoom, y: (p.y - pan.y) / zoom };
  }
  extent(): Bounds {
    const { width, height } = this.#size();
    return seenOf(this.view(), width, height);
  }

  fit(ids?: readonly Id[]): void {
    this.isFitted = ids === undefined;
    this.setView(fitView(this.boundsOf(ids), [...this.placesOf(ids).values()], this.#size(), this.parts.frame));
  }
  zoom(): number {
    return this.view().zoom;
  }
  zoomBy(factor: number): void {
    this.zoomTo(this.zoom() * factor);
  }
  zoomTo(zoom: number): void {
    const { width, height } = this.#size();
    this.zoomAt(zoom, { x: width / 2, y: height / 2 });
  }
  /** Scales as far as is allowed, round a point of the canvas. */
  protected zoomAt(wanted: number, at: Point): void {
    this.isFitted = false;
    const { zoom: was, pan } = this.view();
    const zoom = allowedZoom(wanted);
    const k = zoom / was;
    this.setView({ zoom, pan: { x: at.x - (at.x - pan.x) * k, y: at.y - (at.y - pan.y) * k } });
  }
  protected panBy(dx: number, dy: number): void {
    this.isFitted = false;
    const { zoom, pan } = this.view();
    this.setView({ zoom, pan: { x: pan.x + dx, y: pan.y + dy } });
  }
  reveal(id: Id): void {
    const place = this.placeOf(id);
    const by = place && panToShow(this.toCanvas(place), this.#size());
    if (by) this.panBy(by.x, by.y);
  }

  focus(): void {
    this.parts.frame.focus({ preventScroll: true });
  }
  #showFocus(on: boolean): void {
    this.#isFocusShown = on;
    this.askDraw();
  }
  /** The item of the keyboard while the canvas has it. */
  protected shownFocus(): Id | null {
    return this.#isFocusShown ? this.#focus : null;
  }
  focusItem(): Id | null {
    return this.#focus;
  }
  setFocusItem(id: Id | null): void {
    if (id === this.#focus) return;
    this.#focus = id;
    this.askDraw();
    this.events().onFocusItem(id);
  }
  /** What is no longer on the chart has not the keyboard. */
  protected dropLostFocus(): void {
    if (this.#focus !== null && !this.placeOf(this.#focus)) this.setFocusItem(null);
  }
  next(from: Id | null, direction: Direction4): Id | null {
    if (from === null || !this.placeOf(from)) return null;
    return nextItem(from, direction, this.placesOf(), this.linkedWith(from));
  }
}
