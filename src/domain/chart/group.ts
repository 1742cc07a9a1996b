import type { Strength } from '../link/link.ts';
import type { Id } from '../record.ts';

/** An enclosure on one chart: box with a name round its members; may overlap others. */
export interface Group {
  readonly id: Id;
  readonly kind: 'group';
  readonly chart: Id;
  readonly name: string;
  readonly members: readonly Id[];
  /** Dashed or dotted edge where membership is not confirmed. */
  readonly strength: Strength;
  readonly colour?: number;
  /** Drawn as one item in place of its members (`folding.ts`); missing = a box round them. */
  readonly folded?: true;
}
