import type { Strength } from '#domain/link/link';
import type { Id } from '#domain/record';
import type { CanvasEdge, CanvasNode, Point, View } from './canvas-types.ts';
import type { Bounds } from './fit-view.ts';

/** Distance between neighbouring curves of the same two ends, chart units. */
const BOW = 28;
/** Radius of the circle that a line back to its own item is drawn as, chart units. */
export const LOOP_RADIUS = 14;

/** What lines that are drawn in one go have in common. */
export interface LineStyle {
  readonly strength: Strength;
  readonly width: number;
  readonly greyed: boolean;
}

/** Numbers styles; those of before keep theirs. */
class LineStyles {
  readonly all: LineStyle[];
  constructor(before: readonly LineStyle[] = []) {
    this.all = [...before];
  }
  of(edge: CanvasEdge): number {
    const { strength, width } = edge;
    const greyed = edge.greyed === true;
    for (let i = 0; i < this.all.length; i++) {
      const s = this.all[i]!;
      if (s.strength === strength && s.width === width && s.greyed === greyed) return i;
    }
    return this.all.push({ strength, width, greyed }) - 1;
  }
}

/** How far ahead a line is looked for that is not next in line; after so many in vain, all are looked up. */
const AHEAD = 32;
const VAIN = 200;

/** Finds the lines of one list in another that holds mostly the same ones in the same order. */
class Finder {
  readonly #list: readonly CanvasEdge[];
  #at = 0;
  #vain = 0;
  #all: Map<CanvasEdge, number> | null = null;
  constructor(list: readonly CanvasEdge[]) {
    this.#list = list;
  }
  /** Its place in the list; -1 when it is not found, although it may be there. */
  find(edge: CanvasEdge): number {
    if (this.#all) return this.#all.get(edge) ?? -1;
    const end = Math.min(this.#list.length, this.#at + AHEAD);
    for (let i = this.#at; i < end; i++)
      if (this.#list[i] === edge) {
        this.#at = i + 1;
        this.#vain = 0;
        return i;
      }
    if (this.#list.length > 0 && ++this.#vain > VAIN) this.#all = new Map(this.#list.map((e, i) => [e, i]));
    return -1;
  }
}

/**
 * A chart of many as flat arrays: drawing and pointing walk through numbers, never through objects. Items by index in `nodes`,
 * lines by index in `edges`; a line whose end is not among the items is left out.
 */
export class PlainScene {
  readonly nodes: readonly CanvasNode[];
  readonly edges: readonly CanvasEdge[];
  readonly indexOf: Map<Id, number>;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Ends of each line, as indexes of items. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** How each line is drawn: index in `lineStyles`. */
  readonly lineStyle: Uint8Array;
  readonly lineStyles: readonly LineStyle[];
  /** How far a line's middle stands off the straight way, chart units; 0 = straight. */
  readonly bow: Float32Array;
  readonly degree: Uint32Array;
  #byDegree: Int32Array | null = null;
  #byWidth: Int32Array | null = null;
  #indexOfEdge: Map<Id, number> | null = null;

  /** `before` is what stood here until now: what is the very same object in both is taken over. */
  constructor(nodes: readonly CanvasNode[], edges: readonly CanvasEdge[], before?: PlainScene) {
    this.nodes = nodes;
    const n = nodes.length;
    const same = before?.nodes === nodes ? before : undefined;
    this.x = new Float64Array(n);
    this.y = new Float64Array(n);
    const indexOf = same?.indexOf ?? new Map<Id, number>();
    for (let i = 0; i < n; i++) {
      const node = nodes[i]!;
      if (!same) indexOf.set(node.id, i);
      this.x[i] = node.x;
      this.y[i] = node.y;
    }
    this.indexOf = indexOf;
    const kept: CanvasEdge[] = [];
    const from = new Int32Array(edges.length);
    const to = new Int32Array(edges.length);
    const style = new Uint8Array(edges.length);
    const styles = new LineStyles(same?.lineStyles);
    const bundles = new Map<number, number[]>();
    const finder = new Finder(same?.edges ?? []);
    for (const edge of edges) {
      const e = kept.length;
      const old = finder.find(edge);
      if (old >= 0) {
        from[e] = same!.from[old]!;
        to[e] = same!.to[old]!;
        style[e] = same!.lineStyle[old]!;
      } else {
        const a = indexOf.get(edge.source);
        const b = indexOf.get(edge.target);
        if (a === undefined || b === undefined) continue;
        from[e] = a;
        to[e] = b;
        style[e] = styles.of(edge);
      }
      kept.push(edge);
      if (!edge.parallel) continue;
      const a = from[e]!;
      const b = to[e]!;
      const key = Math.min(a, b) * n + Math.max(a, b);
      const bundle = bundles.get(key);
      if (bundle) bundle.push(e);
      else bundles.set(key, [e]);
    }
    this.edges = kept;
    this.from = from.subarray(0, kept.length);
    this.to = to.subarray(0, kept.length);
    this.lineStyle = style.subarray(0, kept.length);
    this.lineStyles = styles.all;
    this.degree = new Uint32Array(n);
    for (let e = 0; e < kept.length; e++) {
      this.degree[from[e]!]!++;
      if (from[e] !== to[e]) this.degree[to[e]!]!++;
    }
    this.bow = new Float32Array(kept.length);
    for (const bundle of bundles.values())
      bundle.forEach((e, i) => {
        // The side is that of the ends in order, whichever way the line runs: else two of them would lie upon each other.
        const side = this.from[e]! <= this.to[e]! ? 1 : -1;
        this.bow[e] = (i - (bundle.length - 1) / 2) * BOW * side;
      });
  }

  /** Items, the most linked first; equal ones in the order given. */
  get byDegree(): Int32Array {
    this.#byDegree ??= falling(this.degree);
    return this.#byDegree;
  }

  /** Lines, the heaviest first. */
  get byWidth(): Int32Array {
    this.#byWidth ??= Int32Array.from(this.edges.keys()).sort(
      (a, b) => this.edges[b]!.width - this.edges[a]!.width || a - b,
    );
    return this.#byWidth;
  }

  edgeIndex(id: Id): number | undefined {
    this.#indexOfEdge ??= new Map(this.edges.map((e, i) => [e.id, i]));
    return this.#indexOfEdge.get(id);
  }

  /** Round the centres of these items, or of all; null when there is none. */
  bounds(ids?: readonly Id[]): Bounds | null {
    const of = ids?.flatMap((id) => this.indexOf.get(id) ?? []) ?? this.nodes.keys();
    let x1 = Number.POSITIVE_INFINITY;
    let y1 = Number.POSITIVE_INFINITY;
    let x2 = Number.NEGATIVE_INFINITY;
    let y2 = Number.NEGATIVE_INFINITY;
    for (const i of of) {
      x1 = Math.min(x1, this.x[i]!);
      y1 = Math.min(y1, this.y[i]!);
      x2 = Math.max(x2, this.x[i]!);
      y2 = Math.max(y2, this.y[i]!);
    }
    // Room for the ring above, the name below and at both sides.
    return x1 === Number.POSITIVE_INFINITY ? null : { x1: x1 - 40, y1: y1 - 20, x2: x2 + 40, y2: y2 + 46 };
  }

  /** Middle of a line as drawn, chart units. */
  middle(e: number): Point {
    const a = this.from[e]!;
    const b = this.to[e]!;
    const x = (this.x[a]! + this.x[b]!) / 2;
    const y = (this.y[a]! + this.y[b]!) / 2;
    if (a === b) return { x: x - 1.7 * LOOP_RADIUS, y: y - 1.7 * LOOP_RADIUS };
    if (this.bow[e] === 0) return { x, y };
    const dx = this.x[b]! - this.x[a]!;
    const dy = this.y[b]! - this.y[a]!;
    const length = Math.hypot(dx, dy) || 1;
    return { x: x - (dy / length) * this.bow[e]!, y: y + (dx / length) * this.bow[e]! };
  }

  /** The item nearest to a point among those it hits; `reach` is added to each radius, chart units. */
  nodeAt(p: Point, radiusOf: (i: number) => number, reach: number): number | null {
    let found: number | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < this.nodes.length; i++) {
      const dx = this.x[i]! - p.x;
      const dy = this.y[i]! - p.y;
      if (dx > 80 + reach || dx < -80 - reach || dy > 80 + reach || dy < -80 - reach) continue;
      const d = Math.hypot(dx, dy);
      if (d <= radiusOf(i) + reach && d < least) {
        least = d;
        found = i;
      }
    }
    return found;
  }

  /** The line nearest to a point, at most `reach` chart units away. */
  edgeAt(p: Point, reach: number): number | null {
    let found: number | null = null;
    let least = reach;
    for (let e = 0; e < this.edges.length; e++) {
      const a = this.from[e]!;
      const b = this.to[e]!;
      const ax = this.x[a]!;
      const ay = this.y[a]!;
      const bx = this.x[b]!;
      const by = this.y[b]!;
      const slack = reach + Math.abs(this.bow[e]!) + (a === b ? 3 * LOOP_RADIUS : 0);
      if (p.x < Math.min(ax, bx) - slack || p.x > Math.max(ax, bx) + slack) continue;
      if (p.y < Math.min(ay, by) - slack || p.y > Math.max(ay, by) + slack) continue;
      const d = this.#distance(e, p);
      if (d <= least) {
        least = d;
        found = e;
      }
    }
    return found;
  }

  #distance(e: number, p: Point): number {
    const a = this.from[e]!;
    const b = this.to[e]!;
    const start = { x: this.x[a]!, y: this.y[a]! };
    const end = { x: this.x[b]!, y: this.y[b]! };
    if (a === b) return Math.abs(Math.hypot(p.x - start.x + LOOP_RADIUS, p.y - start.y + LOOP_RADIUS) - LOOP_RADIUS);
    if (this.bow[e] === 0) return toSegment(p, start, end);
    const m = this.middle(e);
    return Math.min(toSegment(p, start, m), toSegment(p, m, end));
  }

  /** Items whose centre is in a box, chart units. */
  nodesIn(b: Bounds): number[] {
    const out: number[] = [];
    for (let i = 0; i < this.nodes.length; i++)
      if (this.x[i]! >= b.x1 && this.x[i]! <= b.x2 && this.y[i]! >= b.y1 && this.y[i]! <= b.y2) out.push(i);
    return out;
  }

  /** Lines that touch one of these items. */
  linesOf(items: ReadonlySet<number>): number[] {
    const out: number[] = [];
    for (let e = 0; e < this.edges.length; e++) if (items.has(this.from[e]!) || items.has(this.to[e]!)) out.push(e);
    return out;
  }
}

/** Indexes of counts, the largest first; equal ones in their order. */
function falling(counts: Uint32Array): Int32Array {
  let most = 0;
  for (const count of counts) most = Math.max(most, count);
  const start = new Uint32Array(most + 2);
  for (const count of counts) start[most - count + 1]!++;
  for (let i = 1; i < start.length; i++) start[i]! += start[i - 1]!;
  const out = new Int32Array(counts.length);
  counts.forEach((count, i) => {
    out[start[most - count]!++] = i;
  });
  return out;
}

/** What part of the chart a canvas of this size shows, with `margin` px around. */
export function seenOf(view: View, width: number, height: number, margin = 0): Bounds {
  return {
    x1: (-margin - view.pan.x) / view.zoom,
    y1: (-margin - view.pan.y) / view.zoom,
    x2: (width + margin - view.pan.x) / view.zoom,
    y2: (height + margin - view.pan.y) / view.zoom,
  };
}

function toSegment(p: Point, a: Point, b: Point): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((p.x - a.x) * dx + (p.y - a.y) * dy) / length));
  return Math.hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}
