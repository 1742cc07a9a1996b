import cytoscape, { type Core, type EdgeSingular, type EventObject, type NodeSingular } from 'cytoscape';
import type { Id } from '#domain/record';
import type {
  CanvasEdge,
  CanvasEvents,
  CanvasLook,
  CanvasNode,
  CanvasParts,
  CanvasPlace,
  PlacedItem,
  Point,
  View,
} from './canvas-types.ts';
import { alterElements } from './cytoscape-elements.ts';
import { CytoscapeRules, rulesOf } from './cytoscape-rules.ts';
import { markSelected, selectedIn } from './cytoscape-selection.ts';
import { difference } from './difference.ts';
import { type Bounds, ZOOM_LEAST, ZOOM_MOST } from './fit-view.ts';
import { glide } from './glide.ts';
import { itemBox } from './group-layer.ts';
import { settleWithCola } from './live-settle.ts';
import { drawDots, drawFocus, drawRests, drawSmallLabels } from './over-layer.ts';
import { type Disc, ViewedChart } from './viewed-chart.ts';

/** Has Cytoscape draw a chart. React hands it whole lists; it alters only what differs. */
export class CytoscapeController extends ViewedChart {
  readonly #cy: Core;
  readonly #rules: CytoscapeRules;
  #nodes = new Map<Id, CanvasNode>();
  #edges = new Map<Id, CanvasEdge>();
  #hovered: Id | null = null;
  /** What is selected is being handed to Cytoscape: no act of the hand. */
  #isSyncing = false;
  #isSelectionTold = false;
  #dots = false;
  #moved = new Map<Id, NodeSingular>();
  /** The most linked first; equal ones by id. */
  #byDegree: readonly Id[] = [];
  #rest: ((at: Point) => Point) | null = null;

  constructor(parts: CanvasParts, look: CanvasLook, events: () => CanvasEvents) {
    super(parts, look, events);
    this.#cy = cytoscape({
      container: parts.stage,
      style: rulesOf(look),
      layout: { name: 'preset' },
      minZoom: ZOOM_LEAST,
      maxZoom: ZOOM_MOST,
      boxSelectionEnabled: true,
      selectionType: 'single',
    });
    this.#rules = new CytoscapeRules(
      this.#cy,
      () => this.look,
      () => this.askDraw(),
    );
    this.#listen();
    this.resize();
  }

  override destroy(): void {
    super.destroy();
    this.#rules.destroy();
    this.#cy.destroy();
  }

  sync(nodes: readonly CanvasNode[], edges: readonly CanvasEdge[]): void {
    const cy = this.#cy;
    const ofNodes = difference(this.#nodes, nodes, (n) => n.id);
    const ofEdges = difference(this.#edges, edges, (e) => e.id);
    if ([ofNodes, ofEdges].every((d) => d.added.length + d.changed.length + d.removed.length === 0)) return;
    this.#isSyncing = true;
    alterElements(cy, ofNodes, ofEdges, this.#dots);
    this.#isSyncing = false;
    this.#nodes = new Map(nodes.map((n) => [n.id, n]));
    this.#edges = new Map(edges.map((e) => [e.id, e]));
    this.dropLostFocus();
    const degree = new Map([...this.#nodes.keys()].map((id) => [id, cy.getElementById(id).degree(false)]));
    this.#byDegree = [...degree.keys()].sort((a, b) => degree.get(b)! - degree.get(a)! || (a < b ? -1 : 1));
    this.selectionChanged();
    this.askDraw();
  }

  setRest(rest: ((at: Point) => Point) | null): void {
    this.#rest = rest;
  }

  protected lookChanged(): void {
    this.#rules.apply();
    this.askDraw();
  }
  protected selectionChanged(): void {
    this.#isSyncing = true;
    markSelected(this.#cy, this.selection, (id) => this.#nodes.has(id), this.#edges);
    this.#isSyncing = false;
  }
  protected sizeChanged(): void {
    this.#cy.resize();
  }

  #listen(): void {
    const cy = this.#cy;
    const { frame } = this.parts;
    cy.on('select unselect', () => {
      if (this.#isSyncing || this.#isSelectionTold) return;
      this.#isSelectionTold = true;
      queueMicrotask(() => {
        this.#isSelectionTold = false;
        this.events().onSelect(selectedIn(cy, this.selection));
      });
    });
    cy.on('tap', (e: EventObject) => {
      this.focus();
      if (e.target !== cy) {
        if (this.#nodes.has(e.target.id())) this.setFocusItem(e.target.id());
        return;
      }
      const group = this.groupAt(this.#eventPlace(e));
      if (group) this.events().onSelect([group.id]);
      else if (this.selection.length > 0 && cy.elements(':selected').empty()) this.events().onSelect([]);
    });
    cy.on('dbltap', (e: EventObject) => {
      if (e.target === cy) this.events().onEmpty(this.#eventPlace(e));
    });
    cy.on('dbltap', 'node', (e: EventObject) => this.events().onOpen(e.target.id()));
    cy.on('dbltap', 'edge', (e: EventObject) => {
      const first = (e.target as EdgeSingular).data('links')[0];
      if (first) this.events().onOpen(first);
    });
    cy.on('cxttap', (e: EventObject) => {
      const place = this.#eventPlace(e);
      if (e.target === cy) {
        const group = this.groupAt(place);
        this.events().onContext(group ? [group.id] : [], place);
      } else if (e.target.isNode()) this.events().onContext([e.target.id()], place);
      else this.events().onContext(e.target.data('links'), place);
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
      this.askDraw();
    });
    cy.on('mouseover', 'edge', (e: EventObject) => e.target.addClass('hover'));
    cy.on('mouseout', 'node, edge', (e: EventObject) => {
      e.target.removeClass('hover');
      frame.removeAttribute('title');
    });
    cy.on('viewport', () => {
      this.#toDots();
      this.tellView();
      this.askDraw();
    });
    cy.on('dragpan scrollzoom pinchzoom grab', () => {
      this.isFitted = false;
    });
    cy.on('position', () => this.askDraw());
    frame.addEventListener('pointermove', (e) => this.#keepHovered(e), { signal: this.end.signal });
  }

  /** The handle stays while the pointer is on its way to it. */
  #keepHovered(e: PointerEvent): void {
    if (this.#hovered === null || this.drag.active) return;
    const at = this.discOf(this.#hovered);
    const p = this.local(e.clientX, e.clientY);
    if (at && Math.hypot(p.x - at.x, p.y - at.y) <= at.radius + 30) return;
    this.#hovered = null;
    this.askDraw();
  }

  #tellMoved(): void {
    const items: PlacedItem[] = [];
    for (const [id, node] of this.#moved) {
      const { x, y } = node.position();
      const was = this.#nodes.get(id);
      const at = { id, x: Math.round(x), y: Math.round(y) };
      if (was && (was.x !== at.x || was.y !== at.y)) items.push(at);
    }
    this.#moved.clear();
    if (items.length) this.events().onMove(items);
  }

  /** Far out symbols are dots, drawn above. */
  #toDots(): void {
    const dots = this.#cy.zoom() < this.look.dotZoom;
    if (dots === this.#dots) return;
    this.#dots = dots;
    this.#cy.batch(() => {
      this.#cy.nodes().toggleClass('dot', dots);
    });
  }

  /** The names that are written here are counted with every frame. */
  protected isOverUsed(): boolean {
    return true;
  }
  protected drawOver(c: CanvasRenderingContext2D): void {
    if (this.#dots) drawDots(c, this.#cy, this.#nodes, new Set(this.selection), this.look);
    const focus = this.shownFocus();
    if (focus !== null) drawFocus(c, this.#cy, focus, this.look);
    if (this.#rest) drawRests(c, this.#cy, this.#rest, this.look);
    this.events().onNames(drawSmallLabels(c, this.#cy, this.#nodes, this.#byDegree, this.look));
  }

  protected hoveredItem(): Id | null {
    return this.#hovered !== null && this.#nodes.has(this.#hovered) ? this.#hovered : null;
  }
  protected itemAt(clientX: number, clientY: number): Id | null {
    const p = this.local(clientX, clientY);
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
  #eventPlace(e: EventObject): CanvasPlace {
    const box = this.parts.frame.getBoundingClientRect();
    const { x, y } = e.renderedPosition ?? { x: 0, y: 0 };
    return this.place(box.left + x, box.top + y);
  }

  protected placeOf(id: Id): Point | undefined {
    return this.#nodes.get(id);
  }
  protected boxOf(id: Id): Bounds | undefined {
    const node = this.#cy.getElementById(id);
    const known = this.#nodes.get(id);
    return node.empty() || !known ? undefined : itemBox(node.position(), known.data);
  }
  protected discOf(id: Id): Disc | null {
    const node = this.#cy.getElementById(id);
    return node.empty() ? null : { ...node.renderedPosition(), radius: node.renderedWidth() / 2 };
  }
  protected boundsOf(ids?: readonly Id[]): Bounds | null {
    const nodes = this.#some(ids);
    return nodes.empty() ? null : nodes.boundingBox({ includeOverlays: false, includeUnderlays: false });
  }
  protected placesOf(ids?: readonly Id[]): ReadonlyMap<Id, Point> {
    return new Map(this.#some(ids).map((n) => [n.id(), n.position()]));
  }
  #some(ids?: readonly Id[]) {
    const wanted = ids && new Set(ids);
    return wanted ? this.#cy.nodes().filter((n) => wanted.has(n.id())) : this.#cy.nodes();
  }
  protected linkedWith(id: Id): ReadonlySet<Id> {
    return new Set(
      this.#cy
        .getElementById(id)
        .neighborhood('node')
        .map((n) => n.id()),
    );
  }

  override zoom(): number {
    return this.#cy.zoom();
  }
  view(): View {
    return { zoom: this.#cy.zoom(), pan: { ...this.#cy.pan() } };
  }
  setView({ zoom, pan }: View): void {
    this.#cy.viewport({ zoom, pan: { ...pan } });
  }
  animate(to: readonly PlacedItem[], ms: number): Promise<void> {
    return glide(this.#cy, to, ms);
  }
  settle(ids: readonly Id[], signal: AbortSignal): Promise<readonly PlacedItem[]> {
    const fixed = new Set<Id>([...this.#nodes.values()].filter((n) => n.data.pinned).map((n) => n.data.id));
    return settleWithCola(this.#cy, ids, fixed, signal);
  }
}
