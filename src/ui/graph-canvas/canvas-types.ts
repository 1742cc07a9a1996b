import type { Strength } from '#domain/link/link';
import type { Id } from '#domain/record';
import type { GraphRule } from '#drawing/style/graph-stylesheet';
import type { EdgeData, NodeData } from '#drawing/style/node-data';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** An item of the chart. Hand over the same object as long as nothing about it changed: that is how an edit stays cheap. */
export interface CanvasNode {
  readonly data: NodeData;
  /** Chart units: px at 100 %. */
  readonly x: number;
  readonly y: number;
  /** Filtered, still shown. */
  readonly greyed?: boolean;
}

export interface CanvasEdge {
  readonly data: EdgeData;
  readonly greyed?: boolean;
  /** How far the label stands from the middle of the line, chart units; `data` fields `labelX`, `labelY` of the stylesheet. */
  readonly labelX?: number;
  readonly labelY?: number;
  /** No room for its label: class `quiet`. */
  readonly quiet?: boolean;
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
}

/** A point on the chart, and where it lies in the window. */
export interface CanvasPlace extends Point {
  readonly clientX: number;
  readonly clientY: number;
}

export interface CanvasEvents {
  /** Entity and link ids in the order they were chosen; group ids by their name. */
  onSelect(ids: readonly Id[]): void;
  /** A drag, on drop: all that moved, in whole chart units. */
  onMove(items: readonly { readonly id: Id; readonly x: number; readonly y: number }[]): void;
  /** Drawn from one item to another, or to an empty place (`to` null). */
  onLink(from: Id, to: Id | null, place: CanvasPlace): void;
  onOpen(id: Id): void;
  onContext(ids: readonly Id[], place: CanvasPlace): void;
  /** A double click on an empty place. */
  onEmpty(place: CanvasPlace): void;
  /** Zoom or pan; called at most once a frame. */
  onViewport(zoom: number): void;
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
  animate(to: readonly { readonly id: Id; readonly x: number; readonly y: number }[], ms: number): Promise<void>;
  /** Lets these items settle by cola while all others stand still. Returns where they came to rest. */
  settle(
    ids: readonly Id[],
    signal: AbortSignal,
  ): Promise<readonly { readonly id: Id; readonly x: number; readonly y: number }[]>;
}
