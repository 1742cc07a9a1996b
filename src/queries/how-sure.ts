import { useQueryClient } from '@tanstack/react-query';
import type { Wanted } from '#analysis/graph/pack-case';
import { fillParameters } from '#analysis/graph/parameters';
import { measureById } from '#analysis/measures/index';
import {
  intervalParameters,
  MOST_SOURCES,
  PERCENTILES,
  type ResampledRanks,
  ranksBuffers,
  resamplingOf,
  sourcesAlone,
  topOf,
  type WithoutSource,
} from '#analysis/studies/index';
import type { CaseState } from '#domain/change/case-state';
import { borneOutBy } from '#domain/source/borne-out-by';
import {
  type AnalysisDesk,
  derivation,
  type Figure,
  type RunOptions,
  type Scope,
  useAnalysis,
  wantedBy,
} from './analysis.ts';
import { useOpenCase } from './case-context.ts';
import { cutsOf, worthOf } from './evidence-cuts.ts';
import { readingBeside } from './figures.ts';
import type { Work } from './in-breaths.ts';
import { remember, scopeKey } from './remember.ts';
import { allShares } from './shares.ts';
import type { HowSure, IntervalRequest, RankedRequest, WeakestLink } from './sure-answers.ts';
import { caseWarning, cutsAnswer, intervalRows, outsideOf, sourceEffects, type Translated } from './sure-rows.ts';

export type { CutId } from './evidence-cuts.ts';
export type * from './sure-answers.ts';

/** What may be set for rank intervals: resamples, seed, how likely lines are kept, model of unobserved links. For forms and method notes. */
export const rankIntervalParameters = intervalParameters;
/** The first places that `enters` and `leaves` of a cut speak of, unless asked otherwise. */
const USUAL_TOP = 5;

/** A ranking as the worker is asked for it. */
export const askedOf = (request: RankedRequest) => ({
  measure: request.measure,
  parameters: request.parameters ?? {},
  lowest: request.lowest ?? false,
});

/** The lines with their times, and the attributes that the measure sorts entities by. */
export function wantedFor(state: CaseState, { measure, parameters }: RankedRequest): Wanted {
  const definition = measureById(measure);
  const filled = definition && fillParameters(definition.parameters, parameters ?? {});
  return {
    ...(definition && filled && 'values' in filled && wantedBy(state, definition, filled.values)),
    rows: true,
    times: true,
  };
}

/**
 * What says how sure a ranking is rests on beside the graph of it, in short: how far links are borne out, by which sources, how these are graded, when
 * links were, and in which zone that is read.
 */
export function* readingEvidence(state: CaseState, scope: Scope): Work<string> {
  const told = yield* readingBeside(state, scope, undefined, (l) => [
    l.strength,
    l.type,
    l.span,
    [...borneOutBy(state, l)],
    worthOf(state, l.id),
  ]);
  return `${state.properties?.zone ?? ''}.${told}`;
}

/** Rank intervals, the weight of each source, and what the sampling may have done. */
export async function howSure(
  desk: AnalysisDesk,
  state: CaseState,
  request: IntervalRequest,
  run: RunOptions = {},
): Promise<Figure<HowSure>> {
  const began = performance.now();
  const filled = fillParameters(intervalParameters, request.settings ?? {});
  if ('unfit' in filled) return { ok: false, code: 'unfit-parameter' };
  const packed = await desk.pack(state, request, wantedFor(state, request), run);
  if ('failure' in packed) return { ok: false, code: packed.failure };
  // Read off the case that was packed, before it can be changed.
  const outside = outsideOf(state, packed, request);
  const asked = askedOf(request);
  const { onProgress: _, ...silent } = run;
  const shares = Array.from({ length: desk.workers }, (_, first) => ({ first, step: desk.workers }));
  const resamples = Math.floor(Number(filled.values.resamples));
  const seed = Math.floor(Number(filled.values.seed));
  const by = resamplingOf(filled.values);
  const resampled = await allShares(
    shares.map((share) => (own: RunOptions) => {
      const part = { asked, by, share: { resamples, seed, ...share } };
      return desk.ask('rank-intervals', part, packed, own);
    }),
    run,
  );
  if ('failure' in resampled) return { ok: false, code: resampled.failure };
  const parts: readonly ResampledRanks[] = resampled.results;
  const handed = { ...silent, transfer: parts.flatMap(ranksBuffers) };
  const joined = await desk.ask('join-intervals', { nodeCount: packed.ids.length, parts }, packed, handed);
  if ('failure' in joined) return { ok: false, code: joined.failure };
  const lost = await allShares(
    shares.map((share) => (own: RunOptions) => desk.ask('without-sources', { asked, share }, packed, own)),
    run,
  );
  if ('failure' in lost) return { ok: false, code: lost.failure };
  const without: WithoutSource[] = [];
  let translated: Translated | undefined;
  for (const part of lost.results) {
    translated ??= { packed, column: part.column, ranking: part.all };
    without.push(...part.without);
  }
  const { ranking } = translated!;
  const context = { top: topOf(ranking, 10), outside };
  const warned = await desk.ask('sampling-warnings', context, packed, silent);
  if ('failure' in warned) return { ok: false, code: warned.failure };
  const found = intervalRows(translated!, joined.result, without);
  return {
    ok: true,
    figure: {
      ...derivation(request, packed, asked.parameters, began),
      measure: asked.measure,
      lowest: asked.lowest,
      settings: { ...filled.values, resamples, seed },
      percentiles: PERCENTILES,
      ...found,
      sources: sourceEffects(translated!, without),
      sourcesInAll: packed.sourceIds.length,
      sourcesUntried: Math.max(0, sourcesAlone(packed.graph.rows!).length - MOST_SOURCES),
      warnings: warned.result.map((w) => caseWarning(w, packed)),
    },
  };
}

/** The ranking with all links, with confirmed ones alone, and with those of good grades alone, side by side. */
export async function weakestLink(
  desk: AnalysisDesk,
  state: CaseState,
  request: RankedRequest & { readonly top?: number },
  run: RunOptions = {},
): Promise<Figure<WeakestLink>> {
  const began = performance.now();
  const top = request.top ?? USUAL_TOP;
  if (!(Number.isInteger(top) && top > 0)) return { ok: false, code: 'unfit-parameter' };
  const packed = await desk.pack(state, request, wantedFor(state, request), run);
  if ('failure' in packed) return { ok: false, code: packed.failure };
  const asked = askedOf(request);
  const { cuts, ungraded } = cutsOf(state, packed);
  const ranked = await desk.ask('weakest-link', { asked, cuts: cuts.map((c) => c.keep), top }, packed, run);
  if ('failure' in ranked) return { ok: false, code: ranked.failure };
  return {
    ok: true,
    figure: {
      ...derivation(request, packed, asked.parameters, began),
      measure: asked.measure,
      lowest: asked.lowest,
      top,
      ungraded,
      ...cutsAnswer(
        packed.ids,
        cuts.map((c) => c.id),
        ranked.result,
      ),
    },
  };
}

/** Both questions, remembered for the revision they were asked at. */
export function useHowSure() {
  const client = useQueryClient();
  const desk = useAnalysis();
  const { localId } = useOpenCase();
  const key = (kind: string, request: RankedRequest) => {
    const { scope: _, ...rest } = request;
    return [kind, localId, ...scopeKey(request), rest];
  };
  return {
    howSure: (state: CaseState, request: IntervalRequest, run: RunOptions) =>
      remember(client, key('how-sure', request), run.signal, () => howSure(desk, state, request, run)),
    weakestLink: (state: CaseState, request: RankedRequest & { readonly top?: number }, run: RunOptions) =>
      remember(client, key('weakest-link', request), run.signal, () => weakestLink(desk, state, request, run)),
  };
}
