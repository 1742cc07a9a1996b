/** What combines rooms: how sure a ranking is, and what if some were gone. */
export { type Agreement, agreementOf } from './agreement.ts';
export { type BestSets, type BestSetsRequest, bestSetParameters, bestSets } from './best-sets.ts';
export type { StudyFailures, StudyTasks } from './contract.ts';
export {
  intervalParameters,
  joinIntervals,
  PERCENTILES,
  type RankIntervals,
  type ResampledRanks,
  ranksBuffers,
  resampledRanks,
  resamplingOf,
  TOPS,
} from './rank-intervals.ts';
export { type RankedMeasure, readyMeasure } from './ranked-measure.ts';
export { leadersOf, placesOf, type Ranking, rankingOf, topOf } from './ranking.ts';
export { type RanksOverTime, ranksOverTime, type SliceRanking } from './ranks-over-time.ts';
export { MOST_ANALYSES, readRecipe, type UnfitRecipe } from './read-recipe.ts';
export {
  type Recipe,
  type RecipeGroups,
  type RecipeScreen,
  type RecipeSetup,
  type RecipeStep,
  recipeFrom,
  screensOf,
} from './recipe.ts';
export {
  type CurveResult,
  curveParameters,
  fitsOrder,
  type RemovalCurve,
  type RemovalOrder,
  removalCurve,
  removalOrders,
} from './removal-curves.ts';
export { type MissingModel, missingModels, type Resampling } from './resample.ts';
export { joinSets, type ResampledSets, resampledSets, type SetStanding } from './resampled-sets.ts';
export { FOLLOWS, type SamplingWarning, samplingWarnings } from './sampling-warnings.ts';
export { changeBy, MOST_SOURCES, sourcesAlone, type WithoutSource, withoutSources } from './source-jackknife.ts';
export type { Broken, Standing } from './standing.ts';
export { studyHandlers } from './tasks.ts';
export { type CutRanking, weakestLink } from './weakest-link.ts';
export { type Removal, type WhatIf, whatIf } from './what-if.ts';
