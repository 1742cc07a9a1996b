import type { KeyPlayerRefusal, KeyPlayerRequest } from '../key-players/index.ts';
import type { Column } from '../measures/index.ts';
import type { BestSets, BestSetsRequest } from './best-sets.ts';
import type { RankIntervals, ResampledRanks, ResampleShare } from './rank-intervals.ts';
import type { RankedMeasure, StudyFailure } from './ranked-measure.ts';
import type { Ranking } from './ranking.ts';
import type { RanksOverTime } from './ranks-over-time.ts';
import type { CurveResult, RemovalOrder } from './removal-curves.ts';
import type { Resampling } from './resample.ts';
import type { ResampledSets } from './resampled-sets.ts';
import type { SamplingWarning, WarningContext } from './sampling-warnings.ts';
import type { WithoutSource } from './source-jackknife.ts';
import type { CutRanking } from './weakest-link.ts';
import type { Removal, WhatIf } from './what-if.ts';

/** The tasks of this room, as the worker offers them over a network packed with its lines. */
export type StudyTasks = {
  readonly 'weakest-link': {
    readonly params: { readonly asked: RankedMeasure; readonly cuts: readonly Uint8Array[]; readonly top: number };
    readonly result: readonly CutRanking[];
  };
  /** A share of the resamples; `join-intervals` puts them together. */
  readonly 'rank-intervals': {
    readonly params: { readonly asked: RankedMeasure; readonly by: Resampling; readonly share: ResampleShare };
    readonly result: ResampledRanks;
  };
  /** A share of the resamples of a set of key players; `joinSets` puts them together. */
  readonly 'resampled-sets': {
    readonly params: {
      readonly request: KeyPlayerRequest;
      readonly members: readonly number[];
      readonly by: Resampling;
      readonly share: ResampleShare;
    };
    readonly result: ResampledSets;
  };
  /** The shares of all workers, in the order of their first resample: off the page, for there may be thousands of entities. */
  readonly 'join-intervals': {
    readonly params: { readonly nodeCount: number; readonly parts: readonly ResampledRanks[] };
    readonly result: RankIntervals;
  };
  /** A share of the sources, each left out alone, with the ranking of all they are compared with. */
  readonly 'without-sources': {
    readonly params: {
      readonly asked: RankedMeasure;
      readonly share: { readonly first: number; readonly step: number };
    };
    readonly result: {
      readonly column: Column;
      readonly all: Ranking;
      readonly without: readonly WithoutSource[];
    };
  };
  /** Slices from one bound to the next, ms since 1970 UTC, ascending. */
  readonly 'ranks-over-time': {
    readonly params: { readonly asked: RankedMeasure; readonly bounds: Float64Array };
    readonly result: RanksOverTime;
  };
  readonly 'sampling-warnings': { readonly params: WarningContext; readonly result: readonly SamplingWarning[] };
  readonly 'what-if': { readonly params: Removal; readonly result: WhatIf };
  readonly 'best-sets': { readonly params: BestSetsRequest; readonly result: BestSets };
  readonly 'removal-curve': {
    readonly params: { readonly order: RemovalOrder; readonly runs: number; readonly seed: number };
    readonly result: CurveResult;
  };
};

/** Codes of failures these tasks end with by themselves. */
export type StudyFailures = StudyFailure | KeyPlayerRefusal | 'no-such-node' | 'too-many-ranks';
