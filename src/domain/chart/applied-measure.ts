import type { Id } from '../record.ts';

/** A figure shown on a chart, with all that is needed to derive it again. */
export interface AppliedMeasure {
  /** `${chart}!${use}`: one per use. */
  readonly id: Id;
  readonly kind: 'applied-measure';
  readonly chart: Id;
  readonly use: 'size' | 'colour' | 'outline';
  readonly measure: string;
  /** Parameters as text pairs, in the order of the measure's form. */
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
  readonly scope: string;
  /** Sequence number of the log the figure was computed at. */
  readonly revision: number;
  /** Entity id and value as shortest round-trip decimal text; an entity without a value is left out. */
  readonly values: readonly { readonly entity: Id; readonly value: string }[];
}

export function appliedMeasureId(chart: Id, use: AppliedMeasure['use']): Id {
  return `${chart}!${use}`;
}
