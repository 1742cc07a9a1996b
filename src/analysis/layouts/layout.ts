import type { PackedGraph } from '../graph/packed-graph.ts';
import type { Parameter, ParameterValues } from '../graph/parameters.ts';
import type { Work } from '../graph/work.ts';

/** What a layout knows of the items besides their links; one entry per node of the packed graph, in chart units. */
export interface LayoutSubject {
  /** x, y of each node now, two numbers a node; NaN where it has no place yet. */
  readonly positions: Float64Array;
  /** Radius of the circle that holds each item, its label included. */
  readonly radii: Float64Array;
  /** 1 = stays where it is, to the unit; such a node has a place. */
  readonly pinned: Uint8Array;
  /** Rank of each item's type in legends; given to layouts that need `kinds`. */
  readonly kinds?: Int32Array;
  /** First date of each item, ms since 1970 UTC; NaN = undated; given to layouts that need `times`. */
  readonly times?: Float64Array;
  /** Nodes that are one group to the analyst, each list without doubles; layouts that need `groups` draw them together. */
  readonly groups?: readonly Int32Array[];
}

/** Positions after the layout, x, y of each node; fractions of units, for the caller to round. */
export type Positions = Float64Array;

export interface LayoutDefinition {
  readonly id: string;
  readonly name: `layout.${string}.name`;
  readonly parameters: readonly Parameter[];
  /** What it reads of the items besides places and links. */
  readonly needs?: 'kinds' | 'times' | 'groups';
  /** Items it is fit for at most, by the time it takes; missing = as many as a chart holds. */
  readonly most?: number;
  /** Deterministic: the same graph, subject and parameters give the same positions. Pinned nodes keep theirs; nothing else overlaps. */
  run(graph: PackedGraph, subject: LayoutSubject, parameters: ParameterValues): Work<Positions>;
}

/** Free room between two linked neighbours, rim to rim, in chart units. */
export const SPACING = { name: 'spacing', kind: 'number', min: 0, max: 1000, step: 10, default: 60 } as const;
export const SEED = { name: 'seed', kind: 'number', min: 0, max: 4294967295, step: 1, default: 1 } as const;

/** Mean radius of the nodes; 0 when there are none. */
export function meanRadius(radii: Float64Array): number {
  return radii.length === 0 ? 0 : radii.reduce((a, b) => a + b, 0) / radii.length;
}
