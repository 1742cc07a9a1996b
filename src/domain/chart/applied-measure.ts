import type { Id } from '../record.ts';

/** How a figure is shown: by size, by colour and mark, in boxes round groups, under the names, in small at the symbols. */
export type MeasureUse = 'size' | 'colour' | 'outline' | 'label' | 'badge';

/** As the number of a group: in several groups at once, and so in the colour of none. */
export const IN_SEVERAL = 0;

/** In what the graph of a figure was other than all records of its scope, without arrows and weights. Absent: as usual. */
export interface AppliedGraph {
  /** Only persons and organisations in question. */
  readonly inQuestion?: true;
  readonly confirmedOnly?: true;
  readonly direction?: 'out' | 'in';
  readonly weights?: 'count' | 'amount' | 'strength';
  readonly currency?: string;
  /** Entities of a type, linked where they share entities of another. */
  readonly twoMode?: { readonly of: string; readonly through: string };
  /** Events were taken in. */
  readonly events?: true;
  /** The case as it was known on a date, or what had happened by then. */
  readonly at?: { readonly kind: 'known' | 'happened'; readonly date: string };
}

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
  readonly graph?: AppliedGraph;
  /** Sequence number of the log the figure was computed at. */
  readonly revision: number;
  /** What the values are where they are not those of the figure: places from 1, equals share one; numbers of groups from 1. */
  readonly shows?: 'rank' | 'group';
  /** Of groups that were looked for several times: how often, and the share of runs (decimal text) below which a member is doubtful. */
  readonly stability?: { readonly runs: number; readonly below: string };
  /** Entity id and value as shortest round-trip decimal text (of groups their number from 1, or `IN_SEVERAL`); an entity without a value is left out. */
  readonly values: readonly { readonly entity: Id; readonly value: string; readonly doubtful?: true }[];
}

export function appliedMeasureId(chart: Id, use: MeasureUse): Id {
  return `${chart}!${use}`;
}
