import type { Id } from '../record.ts';

/** How a figure is shown: by size, by colour and mark, in boxes round groups, under the names, in small at the symbols. */
export type MeasureUse = 'size' | 'colour' | 'outline' | 'label' | 'badge';

/** A figure shown on a chart, with all that is needed to derive it again. */
export interface AppliedMeasure {
  /** `${chart}!${use}`: one per use. */
  readonly id: Id;
  readonly kind: 'applied-measure';
  readonly chart: Id;
  readonly use: MeasureUse;
  readonly measure: string;
  /** Parameters as text pairs, in the order of the measure's form. */
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
  readonly scope: string;
  /** Sequence number of the log the figure was computed at. */
  readonly revision: number;
  /** What the values are where they are not those of the figure: places from 1, equals share one; numbers of groups from 1. */
  readonly shows?: 'rank' | 'group';
  /** Of groups that were looked for several times: how often, and the share of runs (decimal text) below which a member is doubtful. */
  readonly stability?: { readonly runs: number; readonly below: string };
  /** Entity id and value as shortest round-trip decimal text; an entity without a value is left out. */
  readonly values: readonly { readonly entity: Id; readonly value: string; readonly doubtful?: true }[];
}

export function appliedMeasureId(chart: Id, use: MeasureUse): Id {
  return `${chart}!${use}`;
}
