import type { EntityTypeId } from '#domain/entity-types/index';
import type { Strength } from '#domain/link/link';
import type { Id } from '#domain/record';
import { signal } from './signal.ts';

/**
 * The case at a date (ISO text, at any precision, to its end): as it had happened by then, or as it was known then. `recorded`: which of the records that
 * only the log can date were in it then.
 */
export type ChartDate =
  | { readonly kind: 'happened'; readonly date: string }
  | { readonly kind: 'known'; readonly date: string; readonly recorded: ReadonlySet<Id> | 'all' };

/** What the analyst wants to see; empty sets and missing bounds let everything through. */
export interface Filter {
  readonly entityTypes: readonly EntityTypeId[];
  readonly linkTypes: readonly string[];
  readonly strengths: readonly Strength[];
  /** Only what at least one of these grades supports: `scheme:source:information` texts such as `4x4:B:2`. */
  readonly grades: readonly string[];
  readonly tags: readonly string[];
  /** ISO texts; what is undated passes when `undated` is set. */
  readonly from?: string;
  readonly to?: string;
  /**
   * Weekday × 24 + hour by the wall clock of the case, Monday 0: what begins in one of these passes, and what has no hour when `undated` is set.
   * Missing: all pass.
   */
  readonly weekHours?: readonly number[];
  readonly undated: boolean;
  readonly minDegree?: number;
  readonly maxDegree?: number;
  readonly attribute?: { readonly field: string; readonly contains: string };
  /** The case as of a date; missing = as it is today. */
  readonly atDate?: ChartDate;
  /** Leaves filtered items out of the drawing, or draws them grey. */
  readonly mode: 'hide' | 'grey';
  /** Analysis leaves them out too. */
  readonly appliesToAnalysis: boolean;
}

export const NO_FILTER: Filter = {
  entityTypes: [],
  linkTypes: [],
  strengths: [],
  grades: [],
  tags: [],
  undated: true,
  mode: 'hide',
  appliesToAnalysis: false,
};

export const filter = signal<Filter>(NO_FILTER);

/** Number of the last date asked for: what the log says of an earlier one may come later, or when another case is open. */
let asked = 0;

/** Asks for a date; the answer sets it, unless another date was asked for meanwhile, or dates were left. */
export function askDate(): (at: ChartDate) => void {
  const turn = ++asked;
  return (at) => {
    if (turn === asked) filter.set((now) => ({ ...now, atDate: at }));
  };
}

export function leaveDate(): void {
  asked++;
  filter.set(({ atDate: _, ...rest }) => rest);
}

/** Lets everything through, and drops what was asked for and is still being read. */
export function clearFilter(): void {
  asked++;
  filter.set(NO_FILTER);
}
