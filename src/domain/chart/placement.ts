import type { Id } from '../record.ts';

/** Colour categories 1–9 of the look, each with its own shape and pattern. */
export type Category = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/**
 * An item on a chart. An entity is on a chart when it has a placement there. A link is drawn where both its ends are,
 * and has a placement only to be hidden or styled. `x`, `y`: whole chart units (1 unit = 1 CSS px at 100 %).
 */
export interface Placement {
  /** `placementId(chart, item)`. */
  readonly id: Id;
  readonly kind: 'placement';
  readonly chart: Id;
  readonly item: Id;
  readonly x: number;
  readonly y: number;
  readonly pinned?: boolean;
  readonly hidden?: boolean;
  readonly colour?: Category;
}

export function placementId(chart: Id, item: Id): Id {
  return `${chart}.${item}`;
}
