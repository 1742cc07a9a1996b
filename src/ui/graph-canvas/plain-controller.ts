import type { Id } from '#domain/record';
import type {
  CanvasEdge,
  CanvasEvents,
  CanvasLook,
  CanvasNode,
  CanvasParts,
  PlacedItem,
  Point,
  View,
} from './canvas-types.ts';
import { type Early, earlyOf } from './early-drawing.ts';
import type { Bounds, Size } from './fit-view.ts';
import { settleApart } from './live-settle.ts';
import { type Marked, markedOf, toggled } from './marked.ts';
import { discAt, drawOver } from './over-drawing.ts';
import { dotRadius } from './plain-painter.ts';
import { PlainPicture } from './plain-picture.ts';
import { PlainScene } from './plain-scene.ts';
import { PointerActs } from './pointer-acts.ts';
import { type Disc, ViewedChart } from './viewed-chart.ts';

/** Time for the layer above to be painted first, ms: two frames even where they are slow. */
const FOLLOW_AFTER = 120;

/** Draws a chart of many by itself, from flat arrays. */
export class PlainController extends ViewedChart {
  readonly #picture: PlainPicture;
  readonly #pointer: PointerActs;
  #scene = new PlainScene([], []);
  /** Of items and lines. */
  #chosen: Marked = markedOf(this.#scene, []);
  #view: View = { zoom: 1, pan: { x: 0, y: 0 } };
  #hovered: number | null = null;
  /** Shown above until the picture has it. */
  #early: Early | null = null;
  /** How far the chosen items have been dragged, chart units. */
  #lifted: Point | null = null;

  constructor(parts: CanvasParts, look: CanvasLook, events: () => CanvasEvents) {
    super(parts, look, events);
    this.#picture = new PlainPicture({
      stage: parts.stage,
      over: parts.over,
      scene: () => this.#scene,
      look: () => this.look,
      marked: () => this.#chosen,
      asLifted: (act) => this.#asLifted(act),
      painted: ({ omitted }) => {
        this.#early = null;
        this.askDraw();
        this.events().onOmitted(omitted);
      },
      named: (names) => this.events().onNames(names),
    });
    this.#pointer = new PointerActs(parts.frame, {
      isLinking: () => this.drag.active,
      hits: (x, y) => this.#hits(x, y),
      isChosen: (id) => this.selection.includes(id),
      select: (ids, add) => this.#select(ids, add),
      boxed: (box, add) =>
        this.#select(
          this.#scene.nodesIn(box).map((i) => this.#scene.nodes[i]!.id),
          add,
        ),
      pan: (dx, dy) => this.panBy(dx, dy),
      zoom: (factor, x, y) => this.zoomAt(this.#view.zoom * factor, this.local(x, y)),
      lift: (dx, dy) => {
        this.isFitted = false;
        this.#lifted = { x: dx / this.#view.zoom, y: dy / this.#view.zoom };
        this.#picture.writeNames();
        this.askDraw();
      },
      drop: () => this.#drop(),
      open: (id) => this.events().onOpen(id),
      empty: (x, y) => this.events().onEmpty(this.place(x, y)),
      context: (ids, x, y) => this.events().onContext(ids, this.place(x, y)),
      hover: (x, y) => this.#hover(x, y),
      // The keyboard walks items: a line or a group that was clicked is no place to walk from.
      focusItem: (id) => this.#scene.indexOf.has(id) && this.setFocusItem(id),
      focus: () => this.focus(),
      toChart: (x, y) => this.toChart(x, y),
      redraw: () => this.askDraw(),
    });
    this.resize();
  }

  override destroy(): void {
    super.destroy();
    this.#pointer.destroy();
    this.#picture.destroy();
    this.events().onOmitted(0);
  }

  /** A small edit is drawn on the layer above at once; the picture follows after that has been seen. */
  sync(nodes: readonly CanvasNode[], edges: readonly CanvasEdge[]): void {
    const before = this.#scene;
    if (nodes === before.nodes && edges.length === before.edges.length && edges.every((e, i) => e === before.edges[i]))
      return;
    const early = earlyOf(before, nodes, edges);
    const hovered = this.#hovered === null ? undefined : before.nodes[this.#hovered]?.id;
    this.#scene = new PlainScene(nodes, edges, before);
    // An item keeps its id, not its number.
    this.#hovered = hovered === undefined ? null : (this.#scene.indexOf.get(hovered) ?? null);
    this.#chosen = markedOf(this.#scene, this.selection);
    this.dropLostFocus();
    this.#lifted = null;
    if (early) {
      this.#early = early;
      this.draw();
      this.#picture.paintSoon(FOLLOW_AFTER);
    } else this.#picture.paintNext();
  }

  protected lookChanged(): void {
    this.#picture.paintSoon();
  }
  protected selectionChanged(): void {
    this.#chosen = markedOf(this.#scene, this.selection);
    this.#picture.writeNames();
  }
  protected sizeChanged({ width, height }: Size): void {
    this.#picture.resize(width, height);
  }

  #select(ids: readonly Id[], add: boolean): void {
    this.events().onSelect(add ? toggled(this.selection, ids) : ids);
  }

  #drop(): void {
    const by = this.#lifted;
    if (!by) return;
    const items = [...this.#chosen.nodes].map((i) => ({
      id: this.#scene.nodes[i]!.id,
      x: Math.round(this.#scene.x[i]! + by.x),
      y: Math.round(this.#scene.y[i]! + by.y),
    }));
    if (items.length > 0 && (Math.round(by.x) !== 0 || Math.round(by.y) !== 0)) {
      // What is dragged stays where it was dropped until its owner hands the new place back.
      for (const item of items) this.#put(item);
      this.events().onMove(items);
    }
    this.#lifted = null;
    this.#picture.paintSoon(FOLLOW_AFTER);
    this.askDraw();
  }

  #put({ id, x, y }: PlacedItem): void {
    const i = this.#scene.indexOf.get(id);
    if (i === undefined) return;
    this.#scene.x[i] = x;
    this.#scene.y[i] = y;
  }

  /** What lies under a point of the window: an item, else a group's name or edge, else a line. */
  #hits(clientX: number, clientY: number): readonly Id[] {
    const p = this.toChart(clientX, clientY);
    const i = this.#nodeAt(p);
    if (i !== null) return [this.#scene.nodes[i]!.id];
    const group = this.groupAt(p);
    if (group) return [group.id];
    const e = this.#scene.edgeAt(p, 5 / this.#view.zoom);
    return e === null ? [] : this.#scene.edges[e]!.links;
  }

  #nodeAt(p: Point): number | null {
    const dots = this.#view.zoom < this.look.dotZoom;
    const radius = dots
      ? () => dotRadius(this.#view.zoom) / this.#view.zoom
      : (i: number) => this.#scene.nodes[i]!.data.diameter / 2;
    return this.#scene.nodeAt(p, radius, 4 / this.#view.zoom);
  }

  #hover(clientX: number, clientY: number): void {
    const { frame } = this.parts;
    const p = this.toChart(clientX, clientY);
    let found = this.#nodeAt(p);
    if (found === null && this.#hovered !== null) {
      // The handle stays while the pointer is on its way to it.
      const dx = this.#scene.x[this.#hovered]! - p.x;
      const dy = this.#scene.y[this.#hovered]! - p.y;
      if (Math.hypot(dx, dy) * this.#view.zoom < 44) found = this.#hovered;
    }
    if (found === this.#hovered) return;
    this.#hovered = found;
    if (found === null) frame.removeAttribute('title');
    else frame.title = this.#scene.nodes[found]!.data.fullLabel;
    this.askDraw();
  }

  protected isOverUsed(): boolean {
    return (
      this.#early !== null ||
      this.#chosen.nodes.size + this.#chosen.lines.length > 0 ||
      this.shownFocus() !== null ||
      this.#hovered !== null ||
      this.#pointer.isBoxing ||
      this.drag.active
    );
  }
  protected drawOver(c: CanvasRenderingContext2D): void {
    const focus = this.shownFocus();
    drawOver(c, {
      scene: this.#scene,
      options: this.#picture.options(),
      marked: this.#chosen,
      early: this.#early,
      focus: focus === null ? undefined : this.#scene.indexOf.get(focus),
      hovered: this.#hovered ?? undefined,
      asLifted: (act) => this.#asLifted(act),
    });
    this.#pointer.drawBox(c, this.look.accent);
  }

  /** What is dragged stands for the time of the act where it is dragged to. */
  #asLifted(act: () => void): void {
    const by = this.#lifted;
    const shift = (sign: 1 | -1): void => {
      if (by)
        for (const i of this.#chosen.nodes) {
          this.#scene.x[i]! += sign * by.x;
          this.#scene.y[i]! += sign * by.y;
        }
    };
    shift(1);
    act();
    shift(-1);
  }

  protected hoveredItem(): Id | null {
    return this.#hovered === null ? null : (this.#scene.nodes[this.#hovered]?.id ?? null);
  }
  protected itemAt(clientX: number, clientY: number): Id | null {
    const i = this.#nodeAt(this.toChart(clientX, clientY));
    return i === null ? null : this.#scene.nodes[i]!.id;
  }

  protected placeOf(id: Id): Point | undefined {
    const i = this.#scene.indexOf.get(id);
    return i === undefined ? undefined : { x: this.#scene.x[i]!, y: this.#scene.y[i]! };
  }
  /** About as large as most are: reading each label would cost more than a frame. */
  protected boxOf(id: Id): Bounds | undefined {
    const i = this.#scene.indexOf.get(id);
    if (i === undefined) return undefined;
    const x = this.#scene.x[i]!;
    const y = this.#scene.y[i]!;
    return { x1: x - 40, y1: y - 18, x2: x + 40, y2: y + 44 };
  }
  protected discOf(id: Id): Disc | null {
    const i = this.#scene.indexOf.get(id);
    return i === undefined ? null : discAt(this.#scene, i, this.#picture.options());
  }
  protected boundsOf(ids?: readonly Id[]): Bounds | null {
    return this.#scene.bounds(ids);
  }
  protected placesOf(ids?: readonly Id[]): ReadonlyMap<Id, Point> {
    const { nodes, indexOf, x, y } = this.#scene;
    const of = ids?.flatMap((id) => indexOf.get(id) ?? []) ?? [...nodes.keys()];
    return new Map(of.map((i) => [nodes[i]!.id, { x: x[i]!, y: y[i]! }]));
  }
  protected linkedWith(id: Id): ReadonlySet<Id> {
    const { indexOf, nodes, from, to } = this.#scene;
    const here = indexOf.get(id)!;
    const others = this.#scene.linesOf(new Set([here])).map((e) => nodes[from[e] === here ? to[e]! : from[e]!]!.id);
    return new Set(others.filter((other) => other !== id));
  }

  view(): View {
    return this.#view;
  }
  setView(view: View): void {
    this.#view = view;
    this.#picture.show(view);
    this.askDraw();
    this.tellView();
  }
  /** In one step: to watch thousands of items wander says nothing and holds up the page. */
  async animate(to: readonly PlacedItem[]): Promise<void> {
    for (const item of to) this.#put(item);
    this.#picture.paint();
  }
  settle(ids: readonly Id[], signal: AbortSignal): Promise<readonly PlacedItem[]> {
    return settleApart(this.#scene, ids, signal);
  }
}
