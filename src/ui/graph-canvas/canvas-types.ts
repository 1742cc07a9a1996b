import type { Strength } from '#domain/link/link';
import type { Id } from '#domain/record';
import type { GraphRule } from '#drawing/style/graph-stylesheet';
import type { EdgeData, NodeData } from '#drawing/style/node-data';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * An item of the chart. Hand over the same object as long as nothing about it changed: that is how an edit stays cheap.
 * `data` may be made when first read: on a chart of many, most items are never seen close by.
 */
export interface CanvasNode {
  readonly id: Id;
  /** Chart units: px at 100 %. */
  readonly x: number;
  readonly y: number;
  /** Colour of ring and symbol. */
  readonly ink: string;
  /** Filtered, still shown. */
  readonly greyed?: boolean;
  readonly data: NodeData;
}

export interface CanvasEdge {
  readonly id: Id;
  readonly source: Id;
  readonly target: Id;
  readonly strength: Strength;
  readonly width: number;
  /** More lines join these two: it must bow out. */
  readonly parallel: boolean;
  /** Ids of the link records it stands for. */
  readonly links: readonly Id[];
  readonly greyed?: boolean;
  /** How far the label stands from the middle of the line, chart units; `data` fields `labelX`, `labelY` of the stylesheet. */
  readonly labelX?: number;
  readonly labelY?: number;
  /** No room for its label: class `quiet`. */
  readonly quiet?: boolean;
  /** May be made when first read. */
  readonly data: EdgeData;
}

/** An enclosure behind its members; may overlap others. Colours and pattern come with it, so that paper shows the same. */
export interface CanvasGroup {
  readonly id: Id;
  readonly name: string;
  readonly members: readonly Id[];
  readonly strength: Strength;
  readonly fill: string;
  readonly line: string;
  readonly text: string;
  /** Dash of the edge, px; empty = solid. */
  readonly dash: readonly number[];
  /** Path data of a tile of 8 × 8; empty = plain. */
  readonly pattern: string;
  readonly patternFilled: boolean;
}

/** Everything drawn that is not an item: data, made where colours are known. */
export interface CanvasLook {
  readonly rules: readonly GraphRule[];
  readonly accent: string;
  readonly canvas: string;
  readonly text: string;
  readonly font: string;
  /** Below this zoom symbols become dots. */
  readonly dotZoom: number;
  /** Below this zoom labels go. */
  readonly labelZoom: number;
  readonly link: string;
  readonly linkLabel: string;
  readonly nodeFill: string;
  readonly accentSoft: string;
  readonly hover: string;
  /** Dash of a line at 100 %, px; empty = solid. */
  dash(strength: Strength, width: number): readonly number[];
}

/** Which part of the chart is seen: canvas px = chart units × zoom + pan. */
export interface View {
  readonly zoom: number;
  readonly pan: Point;
}

/** Elements the canvas stands on. */
export interface CanvasParts {
  /** What draws items and lines puts its own element in here. */
  readonly stage: HTMLElement;
  /** Holds the stage and both layers; pointer events pass through it first. */
  readonly frame: HTMLElement;
  readonly behind: HTMLCanvasElement;
  readonly over: HTMLCanvasElement;
  /** What one drags to draw a link. */
  readonly handle: HTMLElement;
}

/** What the React skin asks of whatever draws the chart. */
export interface ChartController extends GraphCanvasHandle {
  /** Brings items and lines up to date with whole lists; the work done is what differs. */
  sync(nodes: readonly CanvasNode[], edges: readonly CanvasEdge[]): void;
  setGroups(groups: readonly CanvasGroup[]): void;
  setLook(look: CanvasLook): void;
  setLinkMode(on: boolean): void;
  /** Where what is dragged would come to rest, to be shown while it is dragged; null where it rests where it is let go. */
  setRest?(rest: ((at: Point) => Point) | null): void;
  setSelection(ids: readonly Id[]): void;
  view(): View;
  setView(view: View): void;
  destroy(): void;
}

/** A point on the chart, and where it lies in the window. */
export interface CanvasPlace extends Point {
  readonly clientX: number;
  readonly clientY: number;
}

/** An item, and where it stands or comes to stand, chart units. */
export interface PlacedItem extends Point {
  readonly id: Id;
}

/** How many items are in view, and how many of them have their name written. */
export interface NamesInView {
  readonly shown: number;
  readonly of: number;
}

export interface CanvasEvents {
  /** Entity and link ids in the order they were chosen; group ids by their name. */
  onSelect(ids: readonly Id[]): void;
  /** A drag, on drop: all that moved, in whole chart units. */
  onMove(items: readonly PlacedItem[]): void;
  /** Drawn from one item to another, or to an empty place (`to` null). */
  onLink(from: Id, to: Id | null, place: CanvasPlace): void;
  onOpen(id: Id): void;
  onContext(ids: readonly Id[], place: CanvasPlace): void;
  /** A double click on an empty place. */
  onEmpty(place: CanvasPlace): void;
  /** Zoom or pan; called at most once a frame. */
  onViewport(zoom: number): void;
  /** So many lines in view are not drawn, for their number. */
  onOmitted(lines: number): void;
  /** So many of the items in view have their name written. May come with every frame. */
  onNames(names: NamesInView): void;
  /** The item the keyboard is on. */
  onFocusItem(id: Id | null): void;
}

export type Direction4 = 'left' | 'right' | 'up' | 'down';

/** What a view may ask of its canvas. */
export interface GraphCanvasHandle {
  focus(): void;
  /** Shows everything, or these items, at most at 150 %. */
  fit(ids?: readonly Id[]): void;
  /** Scales round the middle of the canvas. */
  zoomBy(factor: number): void;
  zoomTo(zoom: number): void;
  zoom(): number;
  /** Chart units seen now. */
  extent(): { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };
  /** Chart units → px from the canvas's top left corner. */
  toCanvas(p: Point): Point;
  /** Window px → chart units. */
  toChart(clientX: number, clientY: number): Point;
  focusItem(): Id | null;
  setFocusItem(id: Id | null): void;
  /** The item the keyboard would go to from here: along links first, else the nearest that way. Null when there is none. */
  next(from: Id | null, direction: Direction4): Id | null;
  /** Brings the item into view when it is outside. */
  reveal(id: Id): void;
  /** Shows items moving to new places. The caller then writes them; until then they stand there. */
  animate(to: readonly PlacedItem[], ms: number): Promise<void>;
  /** Lets these items settle by cola while all others stand still. Returns where they came to rest. */
  settle(ids: readonly Id[], signal: AbortSignal): Promise<readonly PlacedItem[]>;
}
