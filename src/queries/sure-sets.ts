import { useQueryClient } from '@tanstack/react-query';
import { fillParameters } from '#analysis/graph/parameters';
import { intervalParameters, joinSets, PERCENTILES, resamplingOf } from '#analysis/studies/index';
import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { borneOutBy } from '#domain/source/borne-out-by';
import {
  type AnalysisDesk,
  type Derivation,
  derivation,
  type Figure,
  type ParameterValues,
  type RunOptions,
  type Scope,
  useAnalysis,
} from './analysis.ts';
import { useOpenCase } from './case-context.ts';
import { readingBeside } from './figures.ts';
import type { Work } from './in-breaths.ts';
import { type KeyPlayersRequest, keyPlayersEstimate, keyPlayersFailure, keyPlayersInNumbers } from './key-players.ts';
import { remember, scopeKey } from './remember.ts';
import { allShares } from './shares.ts';

/** A set of key players that is to be looked at for how sure it is. */
export interface SureSetRequest extends KeyPlayersRequest {
  /** The set, as it was found or given. */
  readonly members: readonly Id[];
  /** Of `rankIntervalParameters`; what is missing takes its default. */
  readonly settings?: ParameterValues;
}

/** How a set of key players fares when recorded links drop out by chance. */
export interface SureSet extends Derivation {
  readonly settings: ParameterValues;
  readonly percentiles: readonly [number, number];
  /** Shares of the resamples: no set was found to do better; every set was tried or ruled out. */
  readonly asGood: number;
  readonly proven: number;
  /** The figure of the set: its 5th percentile, median and 95th over the resamples. */
  readonly low: number;
  readonly median: number;
  readonly high: number;
  /** The members by falling share, then others: the mean part of the best sets of the resamples in which each stands. Who is in none is left out. */
  readonly members: readonly { readonly id: Id; readonly share: number }[];
  readonly others: readonly { readonly id: Id; readonly share: number }[];
}

/** The set of a question, resampled: whether it stays the best, and who else would be in it. Failures: those of key players, `unfit-parameter`. */
export async function sureSet(
  desk: AnalysisDesk,
  state: CaseState,
  request: SureSetRequest,
  run: RunOptions = {},
): Promise<Figure<SureSet>> {
  const began = performance.now();
  const filled = fillParameters(intervalParameters, request.settings ?? {});
  if ('unfit' in filled) return { ok: false, code: 'unfit-parameter' };
  const packed = await desk.pack(state, request, { rows: true }, run);
  if ('failure' in packed) return keyPlayersFailure(packed.failure, undefined);
  const asked = keyPlayersInNumbers(packed, request);
  if ('outside' in asked) return keyPlayersFailure('not-in-scope', asked.outside);
  const at = new Map(packed.ids.map((id, i) => [id, i]));
  const gone = request.members.find((id) => !at.has(id));
  if (gone !== undefined) return keyPlayersFailure('not-in-scope', gone);
  const resamples = Math.floor(Number(filled.values.resamples));
  const seed = Math.floor(Number(filled.values.seed));
  const question = {
    request: asked,
    members: request.members.map((id) => at.get(id)!),
    by: resamplingOf(filled.values),
  };
  const resampled = await allShares(
    Array.from({ length: desk.workers }, (_, first) => (own: RunOptions) => {
      const share = { resamples, seed, first, step: desk.workers };
      return desk.ask('resampled-sets', { ...question, share }, packed, own);
    }),
    run,
  );
  if ('failure' in resampled) return keyPlayersFailure(resampled.failure, resampled.detail, packed);
  const { membership, ...standing } = joinSets(packed.ids.length, resampled.results);
  const mine = new Set(question.members);
  const shares = [...membership].map((share, node) => ({ id: packed.ids[node]!, share, node }));
  const byShare = (of: typeof shares) =>
    of.sort((a, b) => b.share - a.share || a.node - b.node).map(({ id, share }) => ({ id, share }));
  return {
    ok: true,
    figure: {
      ...derivation(request, packed, asked.parameters, began),
      settings: { ...filled.values, resamples, seed },
      percentiles: PERCENTILES,
      ...standing,
      members: byShare(shares.filter((s) => mine.has(s.node))),
      others: byShare(shares.filter((s) => !mine.has(s.node) && s.share > 0)),
    },
  };
}

/**
 * What says how far the links of a scope are borne out, in short: the set that confirmed links alone would name rests on it, and what resamples keep;
 * `withSources`: where they lose sources whole.
 */
export function* readingStrengths(state: CaseState, scope: Scope, withSources = false): Work<string> {
  return yield* readingBeside(state, scope, undefined, (l) => [
    l.strength,
    ...(withSources ? [...borneOutBy(state, l)] : []),
  ]);
}

/** Seconds that it would take on this machine, roughly: a search of each resample, shared out. Failures as above. */
export async function sureSetSeconds(
  desk: AnalysisDesk,
  state: CaseState,
  { settings, ...request }: SureSetRequest,
  run: RunOptions = {},
): Promise<Figure<number>> {
  const filled = fillParameters(intervalParameters, settings ?? {});
  if ('unfit' in filled) return { ok: false, code: 'unfit-parameter' };
  const parameters: ParameterValues = { ...request.parameters };
  const method = parameters.method === 'exact' ? 'exact' : 'search';
  const one = await keyPlayersEstimate(desk, state, { ...request, parameters: { ...parameters, method } }, run);
  if (!one.ok) return one;
  return { ok: true, figure: (one.figure.seconds * Number(filled.values.resamples)) / desk.workers };
}

/** Both questions; the first is answered from memory where it was asked before. */
export function useSureSet() {
  const client = useQueryClient();
  const desk = useAnalysis();
  const { localId } = useOpenCase();
  return {
    sureSet: (state: CaseState, request: SureSetRequest, run: RunOptions) => {
      const { scope: _, ...rest } = request;
      const key = ['sure-set', localId, ...scopeKey(request), rest];
      return remember(client, key, run.signal, () => sureSet(desk, state, request, run));
    },
    seconds: (state: CaseState, request: SureSetRequest, run: RunOptions) => sureSetSeconds(desk, state, request, run),
  };
}
