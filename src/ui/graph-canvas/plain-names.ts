import type { CanvasEdge, CanvasNode, NamesInView, Point, View } from './canvas-types.ts';
import type { Bounds } from './fit-view.ts';
import type { Marked } from './marked.ts';
import { NameRoom } from './name-room.ts';
import { areSymbolsShown, dotRadius, linesIn, type PaintOptions } from './plain-painter.ts';
import { type PlainScene, seenOf } from './plain-scene.ts';

/** A name is never smaller than this, px; where it would be, fewer are written. */
const NAME_LEAST = 10;
const NAME_SIZE = 11;
const LINK_LABEL_SIZE = 10.5;
/** Names that are tried where not all have room, and as many as are written: more is a page of text. */
const TRIED_MOST = 1000;
const NAMES_MOST = 280;
/** With more lines in view, or at the selected, than this they are not labelled. */
const LINK_LABELS_MOST = 400;
const CHOSEN_LABELS_MOST = 80;
/** More widths than this are forgotten. */
const WIDTHS_MOST = 20_000;

interface Writing {
  readonly lines: readonly string[];
  /** Middle of the first line's upper edge, px. */
  readonly at: Point;
  readonly size: number;
  readonly bold: boolean;
  readonly colour: string;
  readonly halo: boolean;
  readonly greyed: boolean;
}

/**
 * Writes the names of a chart of many so that none covers another or a symbol: those of the selected in any case, unless these are very many, then those of who
 * is linked with them, then all others, the most linked first, and the labels of lines last. A name that finds no room below its
 * item stands above it, or beside it, or is left out.
 */
export class PlainNames {
  #widths = new Map<string, number>();
  /** Items whose name was written last. */
  readonly #named = new Set<number>();

  /** Letters have come that were not there when widths were taken. */
  forgetWidths(): void {
    this.#widths = new Map();
  }

  /** The context is scaled to CSS px and empty. `edge`: so much of the picture at each side is not seen, px. */
  paint(
    c: CanvasRenderingContext2D,
    scene: PlainScene,
    o: PaintOptions,
    marked: Marked,
    edge: Point = { x: 0, y: 0 },
  ): NamesInView {
    this.#named.clear();
    this.#writeAll(c, scene, o, marked);
    const inner = scene.nodesIn(seenOf(shrunk(o, edge), o.width - 2 * edge.x, o.height - 2 * edge.y, 0));
    return { shown: inner.filter((i) => this.#named.has(i)).length, of: inner.length };
  }

  #writeAll(c: CanvasRenderingContext2D, scene: PlainScene, o: PaintOptions, marked: Marked): void {
    const seen = seenOf(o.view, o.width, o.height, 40);
    const items = scene.nodesIn(seen);
    const symbols = areSymbolsShown(items.length, o);
    const room = new NameRoom();
    if (symbols) for (const i of items) room.take(discOf(scene, i, o));
    const isClose = symbols && o.view.zoom >= o.look.labelZoom;
    const inView = new Set(items);
    let written = 0;
    let tried = 0;
    const isFull = () => !isClose && (tried >= TRIED_MOST || written >= NAMES_MOST);
    const chosen = scene.byDegree.filter((i) => marked.nodes.has(i) && inView.has(i));
    // So many selected are a page of text over itself: then their names keep to where there is room.
    const must = chosen.length <= NAMES_MOST;
    for (const i of chosen) {
      if (!must && isFull()) break;
      tried++;
      if (this.#name(c, scene, i, o, room, { symbols, bold: true, must })) written++;
    }
    if (marked.lines.length <= CHOSEN_LABELS_MOST && symbols)
      for (const e of marked.lines) this.#linkLabel(c, scene, e, o, room, true);
    written = 0;
    tried = 0;
    for (const i of [...marked.near].sort((a, b) => scene.degree[b]! - scene.degree[a]!))
      if (inView.has(i) && this.#name(c, scene, i, o, room, { symbols, bold: true, must: false })) written++;
    for (const i of scene.byDegree) {
      if (isFull()) break;
      if (!inView.has(i) || marked.nodes.has(i) || marked.near.has(i)) continue;
      if (scene.nodes[i]!.greyed && !isClose) continue;
      tried++;
      if (this.#name(c, scene, i, o, room, { symbols, bold: false, must: false })) written++;
    }
    if (!isClose) return;
    const lines = linesIn(scene, seen);
    if (lines.length > LINK_LABELS_MOST) return;
    const labelled = new Set(marked.lines);
    for (const e of lines) if (!labelled.has(e)) this.#linkLabel(c, scene, e, o, room, false);
  }

  /** Whether there was room. */
  #name(
    c: CanvasRenderingContext2D,
    scene: PlainScene,
    i: number,
    o: PaintOptions,
    room: NameRoom,
    how: { readonly symbols: boolean; readonly bold: boolean; readonly must: boolean },
  ): boolean {
    const node = scene.nodes[i]!;
    const { data } = node;
    const size = Math.max(NAME_SIZE * o.view.zoom, NAME_LEAST);
    const lines = data.label.split('\n');
    const width = Math.max(...lines.map((text) => this.#width(c, text, size, how.bold, o.look.font)));
    const height = 1.2 * size * lines.length;
    const p = place(scene, i, o);
    const isInside = how.symbols && data.labelPlace === 'inside';
    const r = how.symbols ? (data.diameter / 2) * o.view.zoom : dotRadius(o.view.zoom);
    const tops = isInside ? [{ x: p.x, y: p.y - height / 2 }] : around(p, r, width, height);
    let at = tops.find((top) => isInside || room.isFree(boxOf(top, width, height)));
    if (!at && how.must) at = tops[0];
    if (!at) return false;
    this.#named.add(i);
    if (!isInside) room.take(boxOf(at, width, height));
    this.#write(c, o, {
      lines,
      at,
      size,
      bold: how.bold,
      colour: data.textColour,
      halo: !isInside,
      greyed: node.greyed === true,
    });
    return true;
  }

  #linkLabel(
    c: CanvasRenderingContext2D,
    scene: PlainScene,
    e: number,
    o: PaintOptions,
    room: NameRoom,
    bold: boolean,
  ): void {
    const edge: CanvasEdge = scene.edges[e]!;
    const { label } = edge.data;
    if (label === '') return;
    const size = Math.max(LINK_LABEL_SIZE * o.view.zoom, bold ? NAME_LEAST : 0);
    const m = scene.middle(e);
    const at = { x: m.x * o.view.zoom + o.view.pan.x, y: m.y * o.view.zoom + o.view.pan.y - size / 2 };
    const box = boxOf(at, this.#width(c, label, size, bold, o.look.font), size);
    if (!room.isFree(box)) return;
    room.take(box);
    const colour = bold ? o.look.text : o.look.linkLabel;
    this.#write(c, o, { lines: [label], at, size, bold, colour, halo: true, greyed: edge.greyed === true });
  }

  #width(c: CanvasRenderingContext2D, text: string, size: number, bold: boolean, font: string): number {
    const key = bold ? `*${text}` : text;
    let width = this.#widths.get(key);
    if (width === undefined) {
      if (this.#widths.size >= WIDTHS_MOST) this.#widths = new Map();
      c.font = fontOf(bold, 10, font);
      width = c.measureText(text).width / 10;
      this.#widths.set(key, width);
    }
    return width * size;
  }

  #write(c: CanvasRenderingContext2D, o: PaintOptions, w: Writing): void {
    c.font = fontOf(w.bold, w.size, o.look.font);
    c.textAlign = 'center';
    c.textBaseline = 'top';
    c.lineJoin = 'round';
    c.lineWidth = 3;
    c.strokeStyle = o.look.canvas;
    c.fillStyle = w.colour;
    c.globalAlpha = w.greyed ? 0.3 : 1;
    w.lines.forEach((line, k) => {
      const y = w.at.y + 1.2 * w.size * k;
      if (w.halo) c.strokeText(line, w.at.x, y);
      c.fillText(line, w.at.x, y);
    });
    c.globalAlpha = 1;
    c.textAlign = 'start';
  }
}

/** The view of what lies within the edge. */
const shrunk = ({ view }: PaintOptions, edge: Point): View => ({
  zoom: view.zoom,
  pan: { x: view.pan.x - edge.x, y: view.pan.y - edge.y },
});

const fontOf = (bold: boolean, size: number, family: string): string => `${bold ? 600 : 400} ${size}px ${family}`;

const boxOf = (top: Point, width: number, height: number): Bounds => ({
  x1: top.x - width / 2 - 2,
  x2: top.x + width / 2 + 2,
  y1: top.y,
  y2: top.y + height,
});

/** Where a name may stand at its item: below, above, to the right, to the left. */
function around(p: Point, r: number, width: number, height: number): Point[] {
  const side = r + 4 + width / 2;
  return [
    { x: p.x, y: p.y + r + 2 },
    { x: p.x, y: p.y - r - 2 - height },
    { x: p.x + side, y: p.y - height / 2 },
    { x: p.x - side, y: p.y - height / 2 },
  ];
}

function place(scene: PlainScene, i: number, o: PaintOptions): Point {
  return { x: scene.x[i]! * o.view.zoom + o.view.pan.x, y: scene.y[i]! * o.view.zoom + o.view.pan.y };
}

/** What a symbol covers; a little less, so that its own name may come close. */
function discOf(scene: PlainScene, i: number, o: PaintOptions): Bounds {
  const node: CanvasNode = scene.nodes[i]!;
  const r = (node.data.diameter / 2) * o.view.zoom;
  const p = place(scene, i, o);
  return { x1: p.x - r, x2: p.x + r, y1: p.y - r, y2: p.y + r };
}
