import cytoscape, {
  type Core,
  type EdgeSingular,
  type EventObject,
  type NodeCollection,
  type NodeSingular,
} from 'cytoscape';
import type { Id } from '#domain/record';
import { onFacesLoaded } from '../fonts/index.ts';
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
import { difference } from './difference.ts';
import { allowedZoom, type Bounds, fitView, isAllSeen, panToShow, ZOOM_LEAST, ZOOM_MOST } from './fit-view.ts';
import { type Box, drawGroups, groupAt, itemBox } from './group-layer.ts';
import { LinkDrag } from './link-drag.ts';
import { settleWithCola } from './live-settle.ts';
import { nextItem } from './next-item.ts';
import { drawDots, drawFocus, drawRests, drawSmallLabels } from './over-layer.ts';

/** When Cytoscape has put its layers together, ms after their words were drawn anew. */
const WRITE_AGAIN = 600;

/** Everything that talks to Cytoscape. React hands it whole lists; it alters only what differs. */
export class CanvasController implements ChartController {
  readonly #cy: Core;
  readonly #parts: CanvasParts;
  readonly #events: () => CanvasEvents;
  readonly #drag: LinkDrag;
  #look: CanvasLook;
  #nodes = new Map<Id, CanvasNode>();
  #edges = new Map<Id, CanvasEdge>();
  #groups: readonly CanvasGroup[] = [];
  #selection: readonly Id[] = [];
  #focus: Id | null = null;
  #hovered: Id | null = null;
  #syncing = false;
  #dots = false;
  #drawAsked = false;
  #told: { select: boolean; view: boolean } = { select: false, view: false };
  #moved = new Map<Id, NodeSingular>();
  #focusShown = false;
  /** The most linked first; equal ones by id. */
  #byDegree: readonly Id[] = [];
  #fitted = true;
  #rest: ((at: Point) => Point) | null = null;
  /** How often faces of the shipped fonts have come. */
  #faces = 0;
  #again = 0;
  readonly #gone = new AbortController();
  readonly #observer: ResizeObserver;

  constructor(parts: CanvasParts, look: CanvasLook, events: () => CanvasEvents) {
    this.#parts = parts;
    this.#look = look;
    this.#events = events;
    this.#cy = cytoscape({
      container: parts.stage,
      style: rulesOf(look, 0),
      layout: { name: 'preset' },
      minZoom: ZOOM_LEAST,
      maxZoom: ZOOM_MOST,
      boxSelectionEnabled: true,
      selectionType: 'single',
    });
    this.#drag = new LinkDrag({
      parts,
      nodeAt: (x, y) => this.#nodeAt(x, y),
      place: (x, y) => this.#place(x, y),
      redraw: () => this.#askDraw(),
      linked: (from, to, place) => this.#events().onLink(from, to, place),
      handleOf: () => this.#handleItem(),
    });
    this.#listen();
    this.#gone.signal.addEventListener(
      'abort',
      onFacesLoaded(() => {
        this.#writeAnew();
        // A layer that is being put together at this moment takes words as they were drawn before: once more when it is done.
        window.clearTimeout(this.#again);
        this.#again = window.setTimeout(() => this.#writeAnew(), WRITE_AGAIN);
      }),
    );
    this.#observer = new ResizeObserver(() => this.#resize());
    this.#observer.observe(parts.frame);
    this.#resize();
  }

  destroy(): void {
    window.clearTimeout(this.#again);
    this.#gone.abort();
    this.#observer.disconnect();
    this.#drag.destroy();
    this.#cy.destroy();
  }

  sync(nodes: readonly CanvasNode[], edges: readonly CanvasEdge[]): void {
    const cy = this.#cy;
    const nodeDiff = difference(this.#nodes, nodes, (n) => n.id);
    const edgeDiff = difference(this.#edges, edges, (e) => e.id);
    if (count(nodeDiff) + count(edgeDiff) === 0) return;
    this.#syncing = true;
    cy.batch(() => {
      for (const id of edgeDiff.removed) cy.getElementById(id).remove();
      for (const id of nodeDiff.removed) cy.getElementById(id).remove();
      // An edge whose end is another now is another edge to Cytoscape, which cannot move it within a batch of additions.
      const again: CanvasEdge[] = [];
      for (const { before, after } of edgeDiff.changed)
        if (before.data.source !== after.data.source || before.data.target !== after.data.target) {
          cy.getElementById(after.data.id).remove();
          again.push(after);
        }
      if (nodeDiff.added.length)
        cy.add(
          nodeDiff.added.map((n) => ({
            group: 'nodes' as const,
            data: { ...n.data },
            position: { x: n.x, y: n.y },
            classes: `${n.greyed ? 'greyed' : ''}${this.#dots ? ' dot' : ''}`,
          })),
        );
      for (const { before, after } of nodeDiff.changed) {
        const node = cy.getElementById(after.data.id);
        if (before.data !== after.data) node.data({ ...after.data });
        if (!node.grabbed()) node.position({ x: after.x, y: after.y });
        if (before.greyed !== after.greyed) node.toggleClass('greyed', after.greyed === true);
      }
      const lines = [...edgeDiff.added, ...again];
      if (lines.length)
        cy.add(
          lines.map((e) => ({
            group: 'edges' as const,
            data: edgeFields(e),
            classes: `${e.greyed ? 'greyed' : ''}${e.quiet ? ' quiet' : ''}`,
          })),
        );
      for (const { before, after } of edgeDiff.changed) {
        if (again.includes(after)) continue;
        const edge = cy.getElementById(after.data.id);
        if (before.data !== after.data || before.labelX !== after.labelX || before.labelY !== after.labelY)
          edge.data(edgeFields(after));
        edge.toggleClass('greyed', after.greyed === true);
        edge.toggleClass('quiet', after.quiet === true);
      }
    });
    this.#syncing = false;
    this.#nodes = new Map(nodes.map((n) => [n.id, n]));
    this.#edges = new Map(edges.map((e) => [e.id, e]));
    if (this.#focus !== null && !this.#nodes.has(this.#focus)) this.setFocusItem(null);
    const degree = new Map([...this.#nodes.keys()].map((id) => [id, cy.getElementById(id).degree(false)]));
    this.#byDegree = [...degree.keys()].sort((a, b) => degree.get(b)! - degree.get(a)! || (a < b ? -1 : 1));
    this.#mark();
    this.#askDraw();
  }

  setGroups(groups: readonly CanvasGroup[]): void {
    this.#groups = groups;
    this.#askDraw();
  }

  setLook(look: CanvasLook): void {
    if (look === this.#look) return;
    this.#look = look;
    this.#cy.style(rulesOf(look, this.#faces));
    this.#askDraw();
  }

  /**
   * Measures and draws all words again, in a face that has come meanwhile. Cytoscape keeps drawn words by their style and has no way
   * to be told otherwise; a line height that differs by a ten-thousandth is another style to it.
   */
  #writeAnew(): void {
    this.#faces++;
    this.#cy.style(rulesOf(this.#look, this.#faces));
    this.#askDraw();
  }

  setRest(rest: ((at: Point) => Point) | null): void {
    this.#rest = rest;
  }
  setLinkMode(on: boolean): void {
    this.#drag.mode = on;
  }

  setSelection(ids: readonly Id[]): void {
    if (ids === this.#selection) return;
    this.#selection = ids;
    this.#mark();
    this.#askDraw();
  }

  /** Selected, near and far as the look knows them. */
  #mark(): void {
    const cy = this.#cy;
    const chosen = new Set(this.#selection);
    this.#syncing = true;
    cy.batch(() => {
      cy.elements(':selected').forEach((e) => {
        if (!isChosen(e as NodeSingular | EdgeSingular, chosen)) e.unselect();
      });
      for (const id of chosen) {
        const e = cy.getElementById(id);
        if (e.nonempty() && !e.selected()) e.select();
      }
      if (this.#selection.some((id) => !this.#nodes.has(id)))
        for (const [id, edge] of this.#edges)
          if (edge.data.links.some((l) => chosen.has(l))) cy.getElementById(id).select();
      const selected = cy.elements(':selected');
      const near = selected
        .union(selected.nodes().connectedEdges())
        .union(selected.nodes().neighborhood('node'))
        .union(selected.edges().connectedNodes());
      cy.elements('.near').difference(near).removeClass('near');
      near.difference(selected.nodes()).addClass('near');
      selected.nodes().removeClass('near');
      if (selected.empty()) cy.elements('.far').removeClass('far');
      else {
        near.removeClass('far');
        cy.elements().difference(near).addClass('far');
      }
    });
    this.#syncing = false;
  }

  #listen(): void {
    const cy = this.#cy;
    const { frame } = this.#parts;
    cy.on('select unselect', () => {
      if (this.#syncing || this.#told.select) return;
      this.#told.select = true;
      queueMicrotask(() => {
        this.#told.select = false;
        this.#tellSelection();
      });
    });
    cy.on('tap', (e: EventObject) => {
      this.focus();
      if (e.target !== cy) {
        if (this.#nodes.has(e.target.id())) this.setFocusItem(e.target.id());
        return;
      }
      const place = this.#eventPlace(e);
      const group = groupAt(place, this.#groups, this.#boxOf, 4 / cy.zoom());
      if (group) this.#events().onSelect([group.id]);
      else if (this.#selection.length > 0 && cy.elements(':selected').empty()) this.#events().onSelect([]);
    });
    cy.on('dbltap', (e: EventObject) => {
      if (e.target === cy) this.#events().onEmpty(this.#eventPlace(e));
    });
    cy.on('dbltap', 'node', (e: EventObject) => this.#events().onOpen(e.target.id()));
    cy.on('dbltap', 'edge', (e: EventObject) => {
      const first = (e.target as EdgeSingular).data('links')[0];
      if (first) this.#events().onOpen(first);
    });
    cy.on('cxttap', (e: EventObject) => {
      const place = this.#eventPlace(e);
      if (e.target === cy) {
        const group = groupAt(place, this.#groups, this.#boxOf, 4 / cy.zoom());
        this.#events().onContext(group ? [group.id] : [], place);
      } else if (e.target.isNode()) this.#events().onContext([e.target.id()], place);
      else this.#events().onContext(e.target.data('links'), place);
    });
    cy.on('dragfree', 'node', (e: EventObject) => {
      if (this.#moved.size === 0) queueMicrotask(() => this.#tellMoved());
      this.#moved.set(e.target.id(), e.target);
    });
    cy.on('mouseover', 'node', (e: EventObject) => {
      e.target.addClass('hover');
      this.#hovered = e.target.id();
      const { label, fullLabel } = e.target.data();
      if (label.replaceAll('\n', ' ') !== fullLabel) frame.title = fullLabel;
      this.#askDraw();
    });
    cy.on('mouseover', 'edge', (e: EventObject) => e.target.addClass('hover'));
    cy.on('mouseout', 'node, edge', (e: EventObject) => {
      e.target.removeClass('hover');
      frame.removeAttribute('title');
    });
    cy.on('viewport', () => {
      this.#zoomed();
      this.#askDraw();
    });
    cy.on('dragpan scrollzoom pinchzoom grab', () => {
      this.#fitted = false;
    });
    cy.on('position', () => this.#askDraw());
    const { signal } = this.#gone;
    frame.addEventListener(
      'pointermove',
      (e) => {
        // The handle stays while the pointer is on its way to it.
        if (this.#hovered === null || this.#drag.active) return;
        const node = cy.getElementById(this.#hovered);
        if (node.empty()) {
          this.#hovered = null;
          return;
        }
        const p = this.#local(e.clientX, e.clientY);
        const at = node.renderedPosition();
        if (Math.hypot(p.x - at.x, p.y - at.y) > node.renderedWidth() / 2 + 30) {
          this.#hovered = null;
          this.#askDraw();
        }
      },
      { signal },
    );
    frame.addEventListener(
      'focusin',
      () => {
        this.#focusShown = true;
        this.#askDraw();
      },
      { signal },
    );
    frame.addEventListener(
      'focusout',
      () => {
        this.#focusShown = false;
        this.#askDraw();
      },
      { signal },
    );
  }

  #tellSelection(): void {
    const cy = this.#cy;
    const now = new Set<Id>();
    cy.nodes(':selected').forEach((n) => {
      now.add(n.id());
    });
    cy.edges(':selected').forEach((e) => {
      for (const id of e.data('links') as Id[]) now.add(id);
    });
    const ordered = [...this.#selection.filter((id) => now.has(id)), ...now];
    this.#events().onSelect([...new Set(ordered)]);
  }

  #tellMoved(): void {
    const items: { id: Id; x: number; y: number }[] = [];
    for (const [id, node] of this.#moved) {
      const { x, y } = node.position();
      const was = this.#nodes.get(id);
      const at = { id, x: Math.round(x), y: Math.round(y) };
      if (was && (was.x !== at.x || was.y !== at.y)) items.push(at);
    }
    this.#moved.clear();
    if (items.length) this.#events().onMove(items);
  }

  #zoomed(): void {
    const dots = this.#cy.zoom() < this.#look.dotZoom;
    if (dots !== this.#dots) {
      this.#dots = dots;
      this.#cy.batch(() => {
        this.#cy.nodes().toggleClass('dot', dots);
      });
    }
    if (this.#told.view) return;
    this.#told.view = true;
    requestAnimationFrame(() => {
      this.#told.view = false;
      if (!this.#cy.destroyed()) this.#events().onViewport(this.#cy.zoom());
    });
  }

  #resize(): void {
    const { frame, behind, over } = this.#parts;
    const ratio = window.devicePixelRatio || 1;
    for (const c of [behind, over]) {
      c.width = Math.max(1, Math.round(frame.clientWidth * ratio));
      c.height = Math.max(1, Math.round(frame.clientHeight * ratio));
    }
    const bounds = this.#fitted ? null : this.#bounds(this.#cy.nodes());
    const seen = () => isAllSeen(bounds, this.view(), { width: this.#cy.width(), height: this.#cy.height() });
    const before = seen();
    this.#cy.resize();
    // What was all in view stays so when a side opens or closes.
    if (this.#fitted || (before && !seen())) this.fit();
    this.#askDraw();
  }

  #askDraw(): void {
    if (this.#drawAsked) return;
    this.#drawAsked = true;
    requestAnimationFrame(() => {
      this.#drawAsked = false;
      if (!this.#cy.destroyed()) this.#draw();
    });
  }

  #draw(): void {
    const ratio = window.devicePixelRatio || 1;
    const { behind, over, frame, handle } = this.#parts;
    const back = behind.getContext('2d')!;
    back.setTransform(ratio, 0, 0, ratio, 0, 0);
    back.clearRect(0, 0, frame.clientWidth, frame.clientHeight);
    const view = { pan: this.#cy.pan(), zoom: this.#cy.zoom(), ratio, font: this.#look.font };
    drawGroups(back, this.#groups, this.#boxOf, view, new Set(this.#selection), this.#look.accent);
    const front = over.getContext('2d')!;
    front.setTransform(ratio, 0, 0, ratio, 0, 0);
    front.clearRect(0, 0, frame.clientWidth, frame.clientHeight);
    if (this.#dots) drawDots(front, this.#cy, this.#nodes, new Set(this.#selection), this.#look);
    if (this.#focus !== null && this.#focusShown) drawFocus(front, this.#cy, this.#focus, this.#look);
    if (this.#rest) drawRests(front, this.#cy, this.#rest, this.#look);
    const names = drawSmallLabels(front, this.#cy, this.#nodes, this.#byDegree, this.#look);
    this.#events().onNames(names);
    this.#drag.draw(front, this.#look, (id) => {
      const node = this.#cy.getElementById(id);
      return node.empty() ? null : { ...node.renderedPosition(), radius: node.renderedWidth() / 2 };
    });
    const item = this.#handleItem();
    const node = item === null ? undefined : this.#cy.getElementById(item);
    if (node?.nonempty() && !this.#drag.active) {
      const at = node.renderedPosition();
      handle.style.display = 'block';
      handle.style.transform = `translate(${Math.round(at.x + node.renderedWidth() / 2 + 3)}px, ${Math.round(at.y - 9)}px)`;
    } else handle.style.display = 'none';
  }

  /** The item whose link handle is shown: under the pointer, else the only selected one. */
  #handleItem(): Id | null {
    if (this.#drag.active) return this.#drag.from;
    if (this.#hovered !== null && this.#nodes.has(this.#hovered)) return this.#hovered;
    const only = this.#selection.length === 1 ? this.#selection[0]! : null;
    return only !== null && this.#nodes.has(only) ? only : null;
  }

  readonly #boxOf = (id: Id): Box | undefined => {
    const node = this.#cy.getElementById(id);
    const known = this.#nodes.get(id);
    if (node.empty() || !known) return undefined;
    return itemBox(node.position(), known.data);
  };

  #local(clientX: number, clientY: number): Point {
    const box = this.#parts.frame.getBoundingClientRect();
    return { x: clientX - box.left, y: clientY - box.top };
  }

  #nodeAt(clientX: number, clientY: number): Id | null {
    const p = this.#local(clientX, clientY);
    let found: Id | null = null;
    let least = Number.POSITIVE_INFINITY;
    this.#cy.nodes().forEach((node) => {
      const at = node.renderedPosition();
      const d = Math.hypot(p.x - at.x, p.y - at.y);
      if (d <= node.renderedWidth() / 2 + 6 && d < least) {
        least = d;
        found = node.id();
      }
    });
    return found;
  }

  #place(clientX: number, clientY: number): CanvasPlace {
    const { x, y } = this.toChart(clientX, clientY);
    return { x: Math.round(x), y: Math.round(y), clientX, clientY };
  }

  #eventPlace(e: EventObject): CanvasPlace {
    const box = this.#parts.frame.getBoundingClientRect();
    const { x, y } = e.renderedPosition ?? { x: 0, y: 0 };
    return this.#place(box.left + x, box.top + y);
  }

  focus(): void {
    this.#parts.frame.focus({ preventScroll: true });
  }
  #bounds(nodes: NodeCollection): Bounds | null {
    return nodes.empty() ? null : nodes.boundingBox({ includeOverlays: false, includeUnderlays: false });
  }
  fit(ids?: readonly Id[]): void {
    this.#fitted = ids === undefined;
    const wanted = ids && new Set(ids);
    const nodes = wanted ? this.#cy.nodes().filter((n) => wanted.has(n.id())) : this.#cy.nodes();
    const bounds = this.#bounds(nodes);
    const size = { width: this.#cy.width(), height: this.#cy.height() };
    this.setView(
      fitView(
        bounds,
        nodes.nodes().map((n) => n.position()),
        size,
        this.#parts.frame,
      ),
    );
  }
  zoomBy(factor: number): void {
    this.zoomTo(this.#cy.zoom() * factor);
  }
  zoomTo(zoom: number): void {
    this.#fitted = false;
    this.#cy.zoom({
      level: allowedZoom(zoom),
      renderedPosition: { x: this.#cy.width() / 2, y: this.#cy.height() / 2 },
    });
  }
  zoom(): number {
    return this.#cy.zoom();
  }
  view(): View {
    return { zoom: this.#cy.zoom(), pan: { ...this.#cy.pan() } };
  }
  setView({ zoom, pan }: View): void {
    this.#cy.viewport({ zoom, pan: { ...pan } });
  }
  extent(): { x1: number; y1: number; x2: number; y2: number } {
    const { x1, y1, x2, y2 } = this.#cy.extent();
    return { x1, y1, x2, y2 };
  }
  toCanvas(p: Point): Point {
    const pan = this.#cy.pan();
    const zoom = this.#cy.zoom();
    return { x: p.x * zoom + pan.x, y: p.y * zoom + pan.y };
  }
  toChart(clientX: number, clientY: number): Point {
    const p = this.#local(clientX, clientY);
    const pan = this.#cy.pan();
    const zoom = this.#cy.zoom();
    return { x: (p.x - pan.x) / zoom, y: (p.y - pan.y) / zoom };
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
    const places = new Map<Id, Point>(this.#nodes);
    if (from === null || !places.has(from)) return null;
    const linked = new Set<Id>();
    this.#cy
      .getElementById(from)
      .neighborhood('node')
      .forEach((n) => {
        linked.add(n.id());
      });
    return nextItem(from, direction, places, linked);
  }
  reveal(id: Id): void {
    const place = this.#nodes.get(id);
    if (!place) return;
    const by = panToShow(this.toCanvas(place), { width: this.#cy.width(), height: this.#cy.height() });
    if (!by) return;
    this.#fitted = false;
    this.#cy.panBy(by);
  }
  async animate(to: readonly { readonly id: Id; readonly x: number; readonly y: number }[], ms: number): Promise<void> {
    const still = ms <= 0 || to.length > 500 || window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const cy = this.#cy;
    if (still) {
      cy.batch(() => {
        for (const { id, x, y } of to) cy.getElementById(id).position({ x, y });
      });
      return;
    }
    const moves = to
      .map(({ id, x, y }) => ({ node: cy.getElementById(id), x, y }))
      .filter((m) => m.node.nonempty())
      .map((m) => ({ ...m, from: { ...m.node.position() } }));
    const start = performance.now();
    await new Promise<void>((done) => {
      const frame = (now: number): void => {
        if (cy.destroyed()) {
          done();
          return;
        }
        const t = Math.min(1, Math.max(0, (now - start) / ms));
        const eased = 1 - (1 - t) ** 3;
        cy.batch(() => {
          for (const { node, x, y, from } of moves)
            node.position({ x: from.x + (x - from.x) * eased, y: from.y + (y - from.y) * eased });
        });
        if (t < 1) requestAnimationFrame(frame);
        else done();
      };
      requestAnimationFrame(frame);
    });
  }
  async settle(ids: readonly Id[], signal: AbortSignal): Promise<readonly { id: Id; x: number; y: number }[]> {
    const fixed = new Set<Id>([...this.#nodes.values()].filter((n) => n.data.pinned).map((n) => n.data.id));
    return settleWithCola(this.#cy, ids, fixed, signal);
  }
}

function count(d: { added: readonly unknown[]; changed: readonly unknown[]; removed: readonly unknown[] }): number {
  return d.added.length + d.changed.length + d.removed.length;
}

function isChosen(e: NodeSingular | EdgeSingular, chosen: ReadonlySet<Id>): boolean {
  if (chosen.has(e.id())) return true;
  return e.isEdge() && (e.data('links') as readonly Id[]).some((l) => chosen.has(l));
}

/** The canvas's own copy: Cytoscape writes into what it is given. */
function edgeFields(e: CanvasEdge): Record<string, unknown> {
  return { ...e.data, labelX: e.labelX ?? 0, labelY: e.labelY ?? 0 };
}

/** The rules are made of style names Cytoscape knows; its own types cannot be told from plain data. */
function rulesOf(look: CanvasLook, faces: number): cytoscape.StylesheetJson {
  const again = { selector: 'node, edge', style: { 'line-height': 1.2 + faces / 10_000 } };
  return [...look.rules, ...(faces > 0 ? [again] : [])].map(({ selector, style }) => ({
    selector,
    style,
  })) as unknown as cytoscape.StylesheetJson;
}
