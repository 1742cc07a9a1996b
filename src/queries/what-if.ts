import { bestSetParameters, fitsOrder, type RemovalOrder, removalOrders, type Standing } from '#analysis/studies/index';
import type { CaseState } from '#domain/change/case-state';
import type { LinkTypeId } from '#domain/link-types/index';
import type { Id } from '#domain/record';
import {
  type AnalysisDesk,
  type Derivation,
  derivation,
  type Figure,
  type GraphRequest,
  type RunOptions,
} from './analysis.ts';
import type { Packed } from './packing.ts';
import { allShares } from './shares.ts';

export type { RemovalOrder, Standing } from '#analysis/studies/index';

/** Orders of removal for curves. */
export const removalOrderCatalogue = removalOrders;

/** Members of a best set: at least, at most, and unless told otherwise. */
export const [bestSetSize] = bestSetParameters;

/** Who and what is thought away; ids outside the scope are refused, for a question about nobody has no answer. */
export interface RemovalRequest extends GraphRequest {
  readonly entities: readonly Id[];
  readonly links?: readonly Id[];
}

/** An entity that remains, with what stands between others through it, and its place among those who remain (equals share places). */
export interface BrokerChange {
  readonly id: Id;
  readonly before: number;
  readonly after: number;
  readonly rankBefore: number;
  readonly rankAfter: number;
}

export interface WhatIfAnswer extends Derivation {
  readonly before: Standing;
  readonly after: Standing;
  readonly removed: readonly { readonly id: Id; readonly betweenness: number; readonly rank: number }[];
  /** Lines that go, in all and by link type, most first. */
  readonly lines: number;
  readonly linesByType: readonly { readonly type: LinkTypeId; readonly lines: number }[];
  /** In order of place afterwards. */
  readonly brokers: readonly BrokerChange[];
  /** Those that gain most betweenness: the ways that led through the removed lead through them now. Most first, none that gains nothing. */
  readonly takeOver: readonly BrokerChange[];
  /** Pairs of those who remain that reached each other before: in all, that no longer do, whose shortest way grew. */
  readonly pairs: { readonly of: number; readonly cut: number; readonly longer: number };
  readonly cutPairs: readonly { readonly from: Id; readonly to: Id; readonly before: number }[];
  readonly longerPairs: readonly {
    readonly from: Id;
    readonly to: Id;
    readonly before: number;
    readonly after: number;
  }[];
  /** Pieces that remain, largest first. */
  readonly pieces: readonly (readonly Id[])[];
}

/** What the network of a scope would be without some of it. Nothing is written to the case. */
export async function whatIf(
  desk: AnalysisDesk,
  state: CaseState,
  request: RemovalRequest,
  run: RunOptions = {},
): Promise<Figure<WhatIfAnswer>> {
  const began = performance.now();
  const packed = await desk.pack(state, request, { rows: true }, run);
  if ('failure' in packed) return { ok: false, code: packed.failure };
  const nodes = numbersOf(packed.ids, request.entities);
  const rows = numbersOf(packed.linkIds, request.links ?? []);
  if (!nodes || !rows) return { ok: false, code: 'not-in-scope' };
  if (nodes.length + rows.length === 0) return { ok: false, code: 'nothing-removed' };
  const outcome = await desk.ask('what-if', { nodes, rows }, packed, run);
  if ('failure' in outcome) return { ok: false, code: outcome.failure };
  const found = outcome.result;
  const idOf = (i: number) => packed.ids[i]!;
  const gone = new Set(nodes);
  const brokers = packed.ids
    .flatMap((id, i): BrokerChange[] =>
      gone.has(i)
        ? []
        : [
            {
              id,
              before: found.brokerBefore.values[i]!,
              after: found.brokerAfter.values[i]!,
              rankBefore: found.placesBefore.first[i]!,
              rankAfter: found.placesAfter.first[i]!,
            },
          ],
    )
    .sort((a, b) => a.rankAfter - b.rankAfter);
  const gain = (b: BrokerChange) => b.after - b.before;
  const pieces: Id[][] = Array.from({ length: found.after.components }, () => []);
  found.piece.forEach((c, i) => {
    if (c >= 0) pieces[c]!.push(idOf(i));
  });
  return {
    ok: true,
    figure: {
      ...derivation(request, packed, {}, began),
      before: found.before,
      after: found.after,
      removed: nodes.map((i) => ({
        id: idOf(i),
        betweenness: found.brokerBefore.values[i]!,
        rank: found.placesOfAll.first[i]!,
      })),
      lines: found.lines,
      linesByType: [...found.linesOf]
        .map((lines, layer) => ({ type: packed.layers[layer] as LinkTypeId, lines }))
        .filter((l) => l.lines > 0)
        .sort((a, b) => b.lines - a.lines),
      brokers,
      takeOver: brokers.filter((b) => gain(b) > 1e-9 * (1 + b.after)).sort((a, b) => gain(b) - gain(a)),
      pairs: { of: found.broken.of, cut: found.broken.cut, longer: found.broken.longer },
      cutPairs: found.broken.cutPairs.map((p) => ({ ...p, from: idOf(p.from), to: idOf(p.to) })),
      longerPairs: found.broken.longerPairs.map((p) => ({ ...p, from: idOf(p.from), to: idOf(p.to) })),
      pieces,
    },
  };
}

/** Numbers of ids, each once; undefined where one is not there. */
function numbersOf(ids: readonly Id[], wanted: readonly Id[]): number[] | undefined {
  if (wanted.length === 0) return [];
  const at = new Map(ids.map((id, i) => [id, i]));
  const found = [...new Set(wanted)].map((id) => at.get(id));
  return found.every((i) => i !== undefined) ? found : undefined;
}

/** One removal curve: share of all entities in the largest component after 0, 1, 2 … removals. */
export interface CurveAnswer {
  readonly order: RemovalOrder;
  readonly largest: readonly number[];
  /** Of the random order: 5th and 95th percentile over its runs. */
  readonly low?: readonly number[];
  readonly high?: readonly number[];
  /** Who goes when; missing for the random order. */
  readonly sequence?: readonly Id[];
  /** R: mean share after each removal (Schneider 2011); the smaller, the sooner the network falls apart. */
  readonly area: number;
}

export interface CurvesAnswer extends Derivation {
  readonly curves: readonly CurveAnswer[];
  /** Orders without a curve, each with its reason. */
  readonly missing: readonly { readonly order: RemovalOrder; readonly reason: string }[];
}

export interface CurvesRequest extends GraphRequest {
  /** Missing = all that can be had in reasonable time. */
  readonly orders?: readonly RemovalOrder[];
  readonly runs?: number;
  readonly seed?: number;
}

export async function removalCurves(
  desk: AnalysisDesk,
  state: CaseState,
  request: CurvesRequest,
  run: RunOptions = {},
): Promise<Figure<CurvesAnswer>> {
  const began = performance.now();
  const packed = await desk.pack(state, request, { rows: true }, run);
  if ('failure' in packed) return { ok: false, code: packed.failure };
  const { runs = 50, seed = 1 } = request;
  if (!(Number.isInteger(runs) && runs >= 10 && runs <= 1000 && Number.isInteger(seed) && seed > 0))
    return { ok: false, code: 'unfit-parameter' };
  const asked = request.orders ?? removalOrders;
  const wanted = asked.filter((order) => fitsOrder(packed.graph, order));
  const answers = await allShares(
    wanted.map((order) => (own: RunOptions) => desk.ask('removal-curve', { order, runs, seed }, packed, own)),
    run,
  );
  if ('failure' in answers) return { ok: false, code: answers.failure };
  const curves: CurveAnswer[] = [];
  const missing: { order: RemovalOrder; reason: string }[] = asked
    .filter((order) => !wanted.includes(order))
    .map((order) => ({ order, reason: 'too-large-to-recompute' }));
  for (const result of answers.results) {
    if ('failure' in result) missing.push({ order: result.order, reason: result.failure });
    else
      curves.push({
        order: result.order,
        largest: [...result.largest],
        ...(result.low && result.high && { low: [...result.low], high: [...result.high] }),
        ...(result.sequence && { sequence: [...result.sequence].map((i) => packed.ids[i]!) }),
        area: result.area,
      });
  }
  return { ok: true, figure: { ...derivation(request, packed, { runs, seed }, began), curves, missing } };
}

export interface BestSet {
  readonly members: readonly Id[];
  /** Arrest: fragmentation with them gone; watch: entities within reach of them, themselves included. `before`: of nobody. */
  readonly value: number;
  readonly before: number;
  /** No other set of the size does better; else the best that a search found. */
  readonly proven: boolean;
  /** Other sets that do as well. */
  readonly ties: number;
}

export interface BestSetsAnswer extends Derivation {
  readonly size: number;
  readonly steps: number;
  readonly seed: number;
  /** Missing with the reason where there is no answer. */
  readonly arrests: BestSet | { readonly refused: string };
  readonly watch: BestSet | { readonly refused: string };
}

export interface BestSetsQuestion extends GraphRequest {
  readonly size: number;
  readonly steps?: number;
  readonly seed?: number;
  readonly arrest?: 'fragmentation' | 'distance-fragmentation';
  /** Not to be chosen. */
  readonly excluded?: readonly Id[];
}

/** The best set to arrest (KPP-NEG) beside the best set to watch (KPP-POS). */
export async function bestSets(
  desk: AnalysisDesk,
  state: CaseState,
  request: BestSetsQuestion,
  run: RunOptions = {},
): Promise<Figure<BestSetsAnswer>> {
  const began = performance.now();
  const packed = await desk.pack(state, request, { rows: true }, run);
  if ('failure' in packed) return { ok: false, code: packed.failure };
  const { size, steps = 1, seed = 1, arrest = 'fragmentation' } = request;
  const excluded = (request.excluded ?? []).map((id) => packed.ids.indexOf(id)).filter((i) => i >= 0);
  const outcome = await desk.ask('best-sets', { size, arrest, steps, seed, excluded }, packed, run);
  if ('failure' in outcome) return { ok: false, code: outcome.failure };
  const translate = (answer: (typeof outcome.result)['arrests']): BestSetsAnswer['arrests'] =>
    'refused' in answer
      ? { refused: answer.refused }
      : {
          members: idsOf(packed, answer.members),
          value: answer.value,
          before: answer.before,
          proven: answer.proven,
          ties: answer.tieCount,
        };
  return {
    ok: true,
    figure: {
      ...derivation(request, packed, { size, steps, seed, arrest }, began),
      size,
      steps,
      seed,
      arrests: translate(outcome.result.arrests),
      watch: translate(outcome.result.watch),
    },
  };
}

function idsOf(packed: Packed, members: Int32Array): Id[] {
  return Array.from(members, (i) => packed.ids[i]!);
}
