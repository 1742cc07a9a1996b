import type { SamplingWarning } from '#analysis/studies/index';
import type { Id } from '#domain/record';
import type { Derivation, GraphRequest, ParameterValues } from './analysis.ts';
import type { CutId } from './evidence-cuts.ts';

/** A ranking that is to be looked at for how sure it is. */
export interface RankedRequest extends GraphRequest {
  /** Id of a measure; those that name groups (`components`) have no ranking. */
  readonly measure: string;
  readonly parameters?: ParameterValues;
  /** Rank the lowest value first: low constraint marks a broker. */
  readonly lowest?: boolean;
}

export interface IntervalRequest extends RankedRequest {
  /** Of `rankIntervalParameters`; what is missing takes its default. */
  readonly settings?: ParameterValues;
}

/** Where an entity stands in the ranking, and where it stood when links were thought unrecorded. Places run from 1; equals share theirs. */
export interface RankInterval {
  readonly id: Id;
  /** Missing where undefined, with the reason's code. */
  readonly value?: number;
  readonly reason?: string;
  /** First and last of the places it holds in the recorded graph: 2 and 3 for two equals behind the first. Missing where the value is. */
  readonly rank?: number;
  readonly rankTo?: number;
  /** From the 5th percentile of the first place held to the 95th of the last, over the resamples. */
  readonly low: number;
  readonly high: number;
  readonly median: number;
  /** Shares of the resamples in which it was first (or equal first), and among the first 3, 5, 10; equals share the places left. */
  readonly lead: number;
  readonly top3: number;
  readonly top5: number;
  readonly top10: number;
  /** Share of the resamples in which it had no value. */
  readonly without: number;
  /** The source whose loss moves this entity furthest, and its places then; missing where none moves it. */
  readonly source?: { readonly id: Id; readonly rank: number; readonly rankTo: number };
}

/** The ranking without the lines that rest on one source alone. */
export interface SourceEffect {
  readonly source: Id;
  /** Lines that rest on it alone. */
  readonly lines: number;
  /** 1 − Kendall's τ_b with the ranking of all: 0 = same order, 2 = reversed. Missing where not defined, with `reason`. */
  readonly change?: number;
  readonly reason?: string;
  /** Who leads then. */
  readonly leaders: readonly Id[];
  /** Who leaves and enters the first five. */
  readonly leaves: readonly Id[];
  readonly enters: readonly Id[];
}

type Named = 'target-bias' | 'scope-edge-of' | 'one-source';

/** `SamplingWarning` with ids in the place of numbers. */
export type CaseWarning =
  | Exclude<SamplingWarning, { readonly code: Named }>
  | {
      readonly code: 'target-bias';
      readonly entity: Id;
      readonly links: number;
      readonly of: number;
      readonly sources: readonly Id[];
    }
  | { readonly code: 'scope-edge-of'; readonly entity: Id; readonly links: number; readonly of: number }
  | { readonly code: 'one-source'; readonly source: Id; readonly links: number; readonly of: number };

export interface HowSure extends Derivation {
  readonly measure: string;
  readonly lowest: boolean;
  /** All of `rankIntervalParameters`. */
  readonly settings: ParameterValues;
  readonly percentiles: readonly [number, number];
  /** In order of rank; those without a value last. */
  readonly rows: readonly RankInterval[];
  /** Who is first in the recorded graph; nobody where all are equal. */
  readonly leaders: readonly Id[];
  /** Greatest change first. */
  readonly sources: readonly SourceEffect[];
  /** Sources that support some line of the scope; of them, those that were left out one by one stand in `sources`. */
  readonly sourcesInAll: number;
  readonly sourcesUntried: number;
  readonly warnings: readonly CaseWarning[];
}

/** The ranking over a part of the links, compared with that over all. */
export interface CutEffect {
  readonly id: CutId;
  readonly lines: number;
  readonly edges: number;
  /** Entities with a link in it. */
  readonly linked: number;
  readonly leaders: readonly Id[];
  /** Of all but the first: Kendall's τ_b and Spearman's ρ over `of` entities; missing where not defined, with `reason`. */
  readonly kendall?: number;
  readonly spearman?: number;
  readonly of?: number;
  readonly reason?: string;
  readonly enters: readonly Id[];
  readonly leaves: readonly Id[];
}

export interface WeakestLink extends Derivation {
  readonly measure: string;
  readonly lowest: boolean;
  /** How many places `enters` and `leaves` speak of. */
  readonly top: number;
  /** `all` first. */
  readonly cuts: readonly CutEffect[];
  /** In the order of `all`; `cells` run beside `cuts`. */
  readonly rows: readonly {
    readonly id: Id;
    readonly cells: readonly {
      readonly value?: number;
      readonly reason?: string;
      readonly rank?: number;
      readonly rankTo?: number;
    }[];
  }[];
  /** Entities that lead in some of the cuts and not in all: the sentence that must not be missed. */
  readonly leadsOnlyIn: readonly { readonly id: Id; readonly cuts: readonly CutId[] }[];
  /** No link of the scope has a grade, so that there are no cuts by grade. */
  readonly ungraded: boolean;
}
