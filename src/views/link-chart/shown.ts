import type { Placement } from '#domain/chart/placement';
import type { Strength } from '#domain/link/link';
import type { Id } from '#domain/record';
import type { DrawnLink } from '#drawing/link-summary/drawn-links';
import type { LinkWidth } from '#drawing/style/lines';
import { type EdgeData, edgeData, type NodeData } from '#drawing/style/node-data';
import type { CanvasEdge, CanvasNode } from '#ui/graph-canvas/index';

/** Something made when it is first asked for, and kept. */
export class Later<T> {
  readonly #make: () => T;
  #made: T | undefined;
  constructor(make: () => T) {
    this.#make = make;
  }
  get value(): T {
    this.#made ??= this.#make();
    return this.#made;
  }
}

/** An item as the canvas takes it: where it is, at once; what it looks like close by, when somebody comes close. */
export class ShownNode implements CanvasNode {
  readonly id: Id;
  readonly x: number;
  readonly y: number;
  readonly ink: string;
  /** 0 = none. */
  readonly category: number;
  readonly greyed: boolean;
  readonly look: Later<NodeData>;
  constructor(
    at: Pick<Placement, 'item' | 'x' | 'y'>,
    from: { readonly ink: string; readonly category: number; readonly greyed: boolean },
    look: Later<NodeData>,
  ) {
    this.id = at.item;
    this.x = at.x;
    this.y = at.y;
    this.ink = from.ink;
    this.category = from.category;
    this.greyed = from.greyed;
    this.look = look;
  }
  get data(): NodeData {
    return this.look.value;
  }
}

/** A line as the canvas takes it; its label is written when somebody comes close. */
export class ShownEdge implements CanvasEdge {
  readonly line: DrawnLink;
  readonly parallel: boolean;
  readonly greyed: boolean;
  readonly labelX: number;
  readonly labelY: number;
  readonly quiet: boolean;
  readonly #look: Later<EdgeData>;
  constructor(
    line: DrawnLink,
    parallel: boolean,
    greyed: boolean,
    look: Later<EdgeData> = new Later(() => edgeData(line, parallel)),
    label: { readonly x: number; readonly y: number } | 'quiet' = { x: 0, y: 0 },
  ) {
    this.line = line;
    this.parallel = parallel;
    this.greyed = greyed;
    this.#look = look;
    this.quiet = label === 'quiet';
    this.labelX = label === 'quiet' ? 0 : label.x;
    this.labelY = label === 'quiet' ? 0 : label.y;
  }
  get id(): Id {
    return this.line.id;
  }
  get source(): Id {
    return this.line.from;
  }
  get target(): Id {
    return this.line.to;
  }
  get strength(): Strength {
    return this.line.strength;
  }
  get width(): LinkWidth {
    return this.line.width;
  }
  get links(): readonly Id[] {
    return this.line.links;
  }
  get data(): EdgeData {
    return this.#look.value;
  }
  /** The same line with its label elsewhere, or with none. */
  labelled(label: { readonly x: number; readonly y: number } | 'quiet'): ShownEdge {
    return new ShownEdge(this.line, this.parallel, this.greyed, this.#look, label);
  }
  /** The same line, greyed by the filter or not. */
  faded(greyed: boolean): ShownEdge {
    return new ShownEdge(this.line, this.parallel, greyed, this.#look);
  }
}
