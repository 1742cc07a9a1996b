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
  Point,
  View,
} from './canvas-types.ts';
import { type Early, earlyOf } from './early-drawing.ts';
import { allowedZoom, type Bounds, fitView, isAllSeen, panToShow } from './fit-view.ts';
import { type Box, drawGroups, groupAt } from './group-layer.ts';
import { LinkDrag } from './link-drag.ts';
import { settleApart } from './live-settle.ts';
import { type Marked, markedOf } from './marked.ts';
import { nextItem } from './next-item.ts';
import { discAt, drawOver, type Over } from './over-drawing.ts';
import { dotRadius } from './plain-painter.ts';
import { PlainPicture } from './plain-picture.ts';
import { PlainScene, seenOf } from './plain-scene.ts';
import { PointerActs } from './pointer-acts.ts';

/** Time for the layer above to be painted first, ms: two frames even where they are slow. */
const FOLLOW_AFTER = 120;

/** Draws a chart of many by itself, from flat arrays; takes the same data and tells the same events as the one that has Cytoscape draw. */
export class PlainController implements ChartController {
  readonly #parts: CanvasParts;
  readonly #events: () => CanvasEvents;
  readonly #picture: PlainPicture;
  readonly #drag: LinkDrag;
  readonly #pointer: PointerActs;
  readonly #observer: ResizeObserver;
  readonly #end = new AbortController();
  #look: CanvasLook;
  #scene = new PlainScene([], []);
  #groups: readonly CanvasGroup[] = [];
  #selection: readonly Id[] = [];
  /** Of items and lines. */
  #chosen: Marked;
  #view: View = { zoom: 1, pan: { x: 0, y: 0 } };
  #fitted = true;
  #size = { width: 0, height: 0 };
  #focus: Id | null = null;
  #focusShown = false;
  #hovered: number | null = null;
  #drawAsked = false;
  #viewTold = false;
  /** Shown above until the picture has it. */
  #early: Early | null = null;
  /** How far the chosen items have been dragged, chart units. */
  #lifted: Point | null = null;

  constructor(parts: CanvasParts, look: CanvasLook, events: () => CanvasEvents) {
    this.#parts = parts;
    this.#look = look;
    this.#events = events;
    this.#chosen = markedOf(this.#scene, []);
    this.#picture = new PlainPicture({
      stage: parts.stage,
      over: parts.over,
      scene: () => this.#scene,
      look: () => this.#look,
      marked: () => this.#chosen,
      asLifted: (act) => this.#asLifted(act),
      painted: ({ omitted }) => {
        this.#early = null;
        this.#askDraw();
        this.#events().onOmitted(omitted);
      },
      named: (names) => this.#events().onNames(names),
    });
    this.#drag = new LinkDrag({
      parts,
      nodeAt: (x, y) => {
        const i = this.#nodeAt(this.toChart(x, y));
        return i === null ? null : this.#scene.nodes[i]!.id;
      },
      place: (x, y) => this.#place(x, y),
      redraw: () => this.#askDraw(),
      linked: (from, to, place) => this.#events().onLink(from, to, place),
      handleOf: () => this.#handleItem(),
    });
    this.#pointer = new PointerActs(parts.frame, {
      isLinking: () => this.#drag.active,
      hits: (x, y) => this.#hits(x, y),
      isChosen: (id) => this.#selection.includes(id),
      select: (ids, add) => this.#select(ids, add),
      boxed: (box, add) => {
        const ids = this.#scene.nodesIn(box).map((i) => this.#scene.nodes[i]!.id);
        this.#select(ids, add);
      },
      pan: (dx, dy) => {
        this.#fitted = false;
        this.setView({ zoom: this.#view.zoom, pan: { x: this.#view.pan.x + dx, y: this.#view.pan.y + dy } });
      },
      zoom: (factor, x, y) => {
        this.#fitted = false;
        this.#zoomAt(this.#view.zoom * factor, this.#local(x, y));
      },
      lift: (dx, dy) => {
        this.#fitted = false;
        this.#lifted = { x: dx / this.#view.zoom, y: dy / this.#view.zoom };
        this.#picture.writeNames();
        this.#askDraw();
      },
      drop: () => this.#drop(),
      open: (id) => this.#events().onOpen(id),
      empty: (x, y) => this.#events().onEmpty(this.#place(x, y)),
      context: (ids, x, y) => this.#events().onContext(ids, this.#place(x, y)),
      hover: (x, y) => this.#hover(x, y),
      // The keyboard walks items: a line or a group that was clicked is no place to walk from.
      focusItem: (id) => this.#scene.indexOf.has(id) && this.setFocusItem(id),
      focus: () => this.focus(),
      toChart: (x, y) => this.toChart(x, y),
      redraw: () => this.#askDraw(),
    });
    const { signal } = this.#end;
    parts.frame.addEventListener('focusin', () => this.#showFocus(true), { signal });
    parts.frame.addEventListener('focusout', () => this.#showFocus(false), { signal });
    this.#observer = new ResizeObserver(() => this.#resize());
    this.#observer.observe(parts.frame);
    this.#resize();
  }

  destroy(): void {
    this.#end.abort();
    this.#observer.disconnect();
    this.#pointer.destroy();
    this.#drag.destroy();
    this.#picture.destroy();
    this.#parts.behind.hidden = this.#parts.over.hidden = false;
    this.#events().onOmitted(0);
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
    this.#chosen = markedOf(this.#scene, this.#selection);
    if (this.#focus !== null && !this.#scene.indexOf.has(this.#focus)) this.setFocusItem(null);
    this.#lifted = null;
    if (early) {
      this.#early = early;
      this.#draw();
      this.#picture.paintSoon(FOLLOW_AFTER);
    } else this.#picture.paintNext();
  }

  setGroups(groups: readonly CanvasGroup[]): void {
    this.#groups = groups;
    this.#askDraw();
  }
  setLook(look: CanvasLook): void {
    if (look === this.#look) return;
    this.#look = look;
    this.#picture.paintSoon();
  }
  setLinkMode(on: boolean): void {
    this.#drag.mode = on;
  }
  setSelection(ids: readonly Id[]): void {
    if (ids === this.#selection) return;
    this.#selection = ids;
    this.#chosen = markedOf(this.#scene, this.#selection);
    this.#picture.writeNames();
    this.#askDraw();
  }

  #select(ids: readonly Id[], add: boolean): void {
    if (!add) this.#events().onSelect(ids);
    else {
      const was = new Set(this.#selection);
      // A second press with the key held takes it out again.
      const out = ids.length > 0 && ids.every((id) => was.has(id));
      this.#events().onSelect(
        out
          ? this.#selection.filter((id) => !ids.includes(id))
          : [...this.#selection, ...ids.filter((id) => !was.has(id))],
      );
    }
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
      this.#events().onMove(items);
    }
    this.#lifted = null;
    this.#picture.paintSoon(FOLLOW_AFTER);
    this.#askDraw();
  }

  #put({ id, x, y }: { readonly id: Id; readonly x: number; readonly y: number }): void {
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
    const group = groupAt(p, this.#groups, this.#boxOf, 4 / this.#view.zoom);
    if (group) return [group.id];
    const e = this.#scene.edgeAt(p, 5 / this.#view.zoom);
    return e === null ? [] : this.#scene.edges[e]!.links;
  }

  #nodeAt(p: Point): number | null {
    const dots = this.#view.zoom < this.#look.dotZoom;
    const radius = dots
      ? () => dotRadius(this.#view.zoom) / this.#view.zoom
      : (i: number) => this.#scene.nodes[i]!.data.diameter / 2;
    return this.#scene.nodeAt(p, radius, 4 / this.#view.zoom);
  }

  #hover(clientX: number, clientY: number): void {
    const { frame } = this.#parts;
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
    this.#askDraw();
  }

  #showFocus(on: boolean): void {
    this.#focusShown = on;
    this.#askDraw();
  }

  #resize(): void {
    const { frame, behind, over } = this.#parts;
    const ratio = window.devicePixelRatio || 1;
    for (const c of [behind, over]) {
      c.width = Math.max(1, Math.round(frame.clientWidth * ratio));
      c.height = Math.max(1, Math.round(frame.clientHeight * ratio));
    }
    const size = { width: frame.clientWidth, height: frame.clientHeight };
    const bounds = this.#fitted ? null : this.#scene.bounds();
    const before = isAllSeen(bounds, this.#view, this.#size);
    this.#size = size;
    this.#picture.resize(size.width, size.height);
    // What was all in view stays so.
    if (this.#fitted || (before && !isAllSeen(bounds, this.#view, size))) this.fit();
    this.#askDraw();
  }

  #askDraw(): void {
    if (this.#drawAsked) return;
    this.#drawAsked = true;
    requestAnimationFrame(() => {
      this.#drawAsked = false;
      if (!this.#end.signal.aborted) this.#draw();
    });
  }

  /** The layers behind and above: groups, what is selected, the focus, what is being done. */
  #draw(): void {
    const { behind, over, frame, handle } = this.#parts;
    const ratio = window.devicePixelRatio || 1;
    const { zoom, pan } = this.#view;
    const clear = (canvas: HTMLCanvasElement): CanvasRenderingContext2D => {
      const c = canvas.getContext('2d')!;
      c.setTransform(ratio, 0, 0, ratio, 0, 0);
      c.clearRect(0, 0, frame.clientWidth, frame.clientHeight);
      return c;
    };
    // An empty layer is not there: to lay it over the others costs as much as one that is full, at each frame.
    behind.hidden = this.#groups.length === 0;
    if (this.#groups.length > 0)
      drawGroups(
        clear(behind),
        this.#groups,
        this.#boxOf,
        { pan, zoom, ratio, font: this.#look.font },
        new Set(this.#selection),
        this.#look.accent,
      );
    const focus = this.#focus === null || !this.#focusShown ? undefined : this.#scene.indexOf.get(this.#focus);
    const isUsed =
      this.#early !== null ||
      this.#chosen.nodes.size + this.#chosen.lines.length > 0 ||
      focus !== undefined ||
      this.#hovered !== null ||
      this.#pointer.isBoxing ||
      this.#drag.active;
    over.hidden = !isUsed;
    if (isUsed) {
      const c = clear(over);
      drawOver(c, this.#over(focus));
      this.#pointer.drawBox(c, this.#look.accent);
      this.#drag.draw(c, this.#look, (id) => this.#discOf(id));
    }
    const item = this.#handleItem();
    const at = item === null || this.#drag.active ? null : this.#discOf(item);
    handle.style.display = at ? 'block' : 'none';
    if (at) handle.style.transform = `translate(${Math.round(at.x + at.radius + 3)}px, ${Math.round(at.y - 9)}px)`;
  }

  #over(focus: number | undefined): Over {
    return {
      scene: this.#scene,
      options: this.#picture.options(),
      marked: this.#chosen,
      early: this.#early,
      focus,
      hovered: this.#hovered ?? undefined,
      asLifted: (act) => this.#asLifted(act),
    };
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

  #discOf(id: Id): (Point & { readonly radius: number }) | null {
    const i = this.#scene.indexOf.get(id);
    return i === undefined ? null : discAt(this.#scene, i, this.#picture.options());
  }
  #handleItem(): Id | null {
    if (this.#drag.active) return this.#drag.from;
    if (this.#hovered !== null) return this.#scene.nodes[this.#hovered]?.id ?? null;
    const only = this.#selection.length === 1 ? this.#selection[0]! : null;
    return only !== null && this.#scene.indexOf.has(only) ? only : null;
  }
  readonly #boxOf = (id: Id): Box | undefined => {
    const i = this.#scene.indexOf.get(id);
    if (i === undefined) return undefined;
    const x = this.#scene.x[i]!;
    const y = this.#scene.y[i]!;
    return { x1: x - 40, y1: y - 18, x2: x + 40, y2: y + 44 };
  };
  #local(clientX: number, clientY: number): Point {
    const box = this.#parts.frame.getBoundingClientRect();
    return { x: clientX - box.left, y: clientY - box.top };
  }
  #place(clientX: number, clientY: number): CanvasPlace {
    const { x, y } = this.toChart(clientX, clientY);
    return { x: Math.round(x), y: Math.round(y), clientX, clientY };
  }
  #zoomAt(wanted: number, at: Point): void {
    const zoom = allowedZoom(wanted);
    const k = zoom / this.#view.zoom;
    const { pan } = this.#view;
    this.setView({ zoom, pan: { x: at.x - (at.x - pan.x) * k, y: at.y - (at.y - pan.y) * k } });
  }

  view(): View {
    return this.#view;
  }
  setView(view: View): void {
    this.#view = view;
    this.#picture.show(view);
    this.#askDraw();
    if (this.#viewTold) return;
    this.#viewTold = true;
    requestAnimationFrame(() => {
      this.#viewTold = false;
      if (!this.#end.signal.aborted) this.#events().onViewport(this.#view.zoom);
    });
  }
  focus(): void {
    this.#parts.frame.focus({ preventScroll: true });
  }
  fit(ids?: readonly Id[]): void {
    this.#fitted = ids === undefined;
    const { frame } = this.#parts;
    const of = ids?.flatMap((id) => this.#scene.indexOf.get(id) ?? []) ?? [...this.#scene.nodes.keys()];
    const points = of.map((i) => ({ x: this.#scene.x[i]!, y: this.#scene.y[i]! }));
    const size = { width: frame.clientWidth, height: frame.clientHeight };
    this.setView(fitView(this.#scene.bounds(ids), points, size, frame));
  }
  zoomBy(factor: number): void {
    this.zoomTo(this.#view.zoom * factor);
  }
  zoomTo(zoom: number): void {
    this.#fitted = false;
    const { frame } = this.#parts;
    this.#zoomAt(zoom, { x: frame.clientWidth / 2, y: frame.clientHeight / 2 });
  }
  zoom(): number {
    return this.#view.zoom;
  }
  extent(): Bounds {
    const { frame } = this.#parts;
    return seenOf(this.#view, frame.clientWidth, frame.clientHeight);
  }
  toCanvas(p: Point): Point {
    return { x: p.x * this.#view.zoom + this.#view.pan.x, y: p.y * this.#view.zoom + this.#view.pan.y };
  }
  toChart(clientX: number, clientY: number): Point {
    const p = this.#local(clientX, clientY);
    return { x: (p.x - this.#view.pan.x) / this.#view.zoom, y: (p.y - this.#view.pan.y) / this.#view.zoom };
  }
  focusItem(): Id | null {
    return this.#focus;
  }
  setFocusItem(id: Id | null): void {
    if (id === this.#focus) return;
    this.#focus = id;
    this.#askDraw();
    this.#events().onFocusItem(id);
  }
  next(from: Id | null, direction: Direction4): Id | null {
    const scene = this.#scene;
    const here = from === null ? undefined : scene.indexOf.get(from);
    if (from === null || here === undefined) return null;
    const places = new Map<Id, Point>(scene.nodes.map((n, i) => [n.id, { x: scene.x[i]!, y: scene.y[i]! }]));
    const linked = new Set<Id>();
    for (const e of scene.linesOf(new Set([here])))
      linked.add(scene.nodes[scene.from[e] === here ? scene.to[e]! : scene.from[e]!]!.id);
    linked.delete(from);
    return nextItem(from, direction, places, linked);
  }
  reveal(id: Id): void {
    const i = this.#scene.indexOf.get(id);
    if (i === undefined) return;
    const at = this.toCanvas({ x: this.#scene.x[i]!, y: this.#scene.y[i]! });
    const { clientWidth, clientHeight } = this.#parts.frame;
    const by = panToShow(at, { width: clientWidth, height: clientHeight });
    if (!by) return;
    this.#fitted = false;
    this.setView({ zoom: this.#view.zoom, pan: { x: this.#view.pan.x + by.x, y: this.#view.pan.y + by.y } });
  }
  /** In one step: to watch thousands of items wander says nothing and holds up the page. */
  async animate(to: readonly { readonly id: Id; readonly x: number; readonly y: number }[]): Promise<void> {
    for (const item of to) this.#put(item);
    this.#picture.paint();
  }
  settle(ids: readonly Id[], signal: AbortSignal): Promise<readonly { id: Id; x: number; y: number }[]> {
    const scene = this.#scene;
    const chosen = new Set(ids.flatMap((id) => scene.indexOf.get(id) ?? []));
    const lines = scene.linesOf(chosen);
    const part = new Set([...chosen, ...lines.flatMap((e) => [scene.from[e]!, scene.to[e]!])]);
    return settleApart(
      {
        nodes: [...part].map((i) => ({
          id: scene.nodes[i]!.id,
          x: scene.x[i]!,
          y: scene.y[i]!,
          diameter: scene.nodes[i]!.data.diameter,
          fixed: !chosen.has(i) || scene.nodes[i]!.data.pinned,
        })),
        edges: lines.map((e) => ({ source: scene.nodes[scene.from[e]!]!.id, target: scene.nodes[scene.to[e]!]!.id })),
      },
      signal,
    );
  }
}
