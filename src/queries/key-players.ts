import { useQueryClient } from '@tanstack/react-query';
import { fillParameters } from '#analysis/graph/parameters';
import { type KeyPlayerEstimate, keyPlayerCriteria, keyPlayerCriterionById } from '#analysis/key-players/index';
import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import {
  type AnalysisDesk,
  type Derivation,
  derivation,
  type Figure,
  type ParameterValues,
  type RunOptions,
  useAnalysis,
} from './analysis.ts';
import { useOpenCase } from './case-context.ts';
import type { GraphRequest, Packed } from './packing.ts';
import { remember, scopeKey } from './remember.ts';

/** The catalogue, for menus and forms. */
export const keyPlayerCatalogue = keyPlayerCriteria;
export type { KeyPlayerEstimate };

/** Which set is looked for, over which graph. */
export interface KeyPlayersRequest extends GraphRequest {
  readonly criterion: string;
  readonly parameters?: ParameterValues;
  /** Entities that are members whatever they gain, and such as never are: in custody, under cover … */
  readonly forced?: readonly Id[];
  readonly excluded?: readonly Id[];
}

export interface KeyPlayersResult extends Derivation {
  readonly criterion: string;
  readonly forced: readonly Id[];
  readonly excluded: readonly Id[];
  /** By falling contribution: what the figure of the set would lose without this one, and the figure of this one alone. */
  readonly members: readonly { readonly id: Id; readonly contribution: number; readonly alone: number }[];
  readonly value: number;
  /** The figure of nobody. */
  readonly before: number;
  /** No other set does better on this graph: every one was tried or ruled out. */
  readonly proven: boolean;
  /** How many sets there are; infinite above 2^53. */
  readonly possible: number;
  /** Other sets as good, how many are known (all, when proven) and the first of them. */
  readonly tieCount: number;
  readonly ties: readonly (readonly Id[])[];
  readonly runnersUp: readonly { readonly members: readonly Id[]; readonly value: number }[];
}

type Asked = {
  readonly criterion: string;
  readonly parameters: ParameterValues;
  readonly forced: number[];
  readonly excluded: number[];
};

/** The question in node numbers; an entity that is no node of the graph is named in the failure. */
export function keyPlayersInNumbers(packed: Packed, request: KeyPlayersRequest): Asked | { readonly outside: Id } {
  const at = new Map(packed.ids.map((id, i) => [id, i]));
  const outside = [...(request.forced ?? []), ...(request.excluded ?? [])].find((id) => !at.has(id));
  if (outside !== undefined) return { outside };
  const numbers = (ids: readonly Id[] = []) => ids.map((id) => at.get(id)!);
  return {
    criterion: request.criterion,
    parameters: request.parameters ?? {},
    forced: numbers(request.forced),
    excluded: numbers(request.excluded),
  };
}

/** A failure of a question about key players; what it names, by id. */
export function keyPlayersFailure(
  code: string,
  detail: string | undefined,
  packed?: Packed,
): Extract<Figure<never>, { ok: false }> {
  // Refusals name a node by its number; who reads them knows ids.
  const named = packed && detail !== undefined && code === 'forced-and-excluded' ? packed.ids[Number(detail)] : detail;
  return { ok: false, code, ...(named !== undefined && { detail: named }) };
}

/** The set of entities whose loss would break most, or that reaches most. Failures: those of `KeyPlayerRefusal`, or of the worker. */
export async function keyPlayers(
  desk: AnalysisDesk,
  state: CaseState,
  request: KeyPlayersRequest,
  run: RunOptions = {},
): Promise<Figure<KeyPlayersResult>> {
  const began = performance.now();
  const packed = await desk.pack(state, request, {}, run);
  if ('failure' in packed) return keyPlayersFailure(packed.failure, undefined);
  const asked = keyPlayersInNumbers(packed, request);
  if ('outside' in asked) return keyPlayersFailure('not-in-scope', asked.outside);
  const outcome = await desk.ask('key-players', asked, packed, run);
  if ('failure' in outcome) return keyPlayersFailure(outcome.failure, outcome.detail, packed);
  const found = outcome.result;
  const ids = (nodes: Int32Array) => [...nodes].map((i) => packed.ids[i]!);
  const filled = fillParameters(keyPlayerCriterionById(request.criterion)!.parameters, asked.parameters);
  return {
    ok: true,
    figure: {
      ...derivation(request, packed, 'values' in filled ? filled.values : asked.parameters, began),
      criterion: request.criterion,
      forced: request.forced ?? [],
      excluded: request.excluded ?? [],
      members: ids(found.members).map((id, i) => ({
        id,
        contribution: found.contribution[i]!,
        alone: found.alone[i]!,
      })),
      value: found.value,
      before: found.before,
      proven: found.proven,
      possible: found.possible,
      tieCount: found.tieCount,
      ties: found.ties.map(ids),
      runnersUp: found.runnersUp.map((r) => ({ members: ids(r.members), value: r.value })),
    },
  };
}

/** How long the answer would take on this machine, before it is asked for. */
export async function keyPlayersEstimate(
  desk: AnalysisDesk,
  state: CaseState,
  request: KeyPlayersRequest,
  run: RunOptions = {},
): Promise<Figure<KeyPlayerEstimate>> {
  const packed = await desk.pack(state, request, {}, run);
  if ('failure' in packed) return keyPlayersFailure(packed.failure, undefined);
  const asked = keyPlayersInNumbers(packed, request);
  if ('outside' in asked) return keyPlayersFailure('not-in-scope', asked.outside);
  const outcome = await desk.ask('key-players-estimate', asked, packed, run);
  if ('failure' in outcome) return keyPlayersFailure(outcome.failure, outcome.detail, packed);
  return { ok: true, figure: outcome.result };
}

/** Both questions; answers are remembered for the revision they were asked at. */
export function useKeyPlayers() {
  const client = useQueryClient();
  const desk = useAnalysis();
  const { localId } = useOpenCase();
  const key = ({ scope, ...rest }: KeyPlayersRequest) => [
    'key-players',
    localId,
    ...scopeKey({ scope, ...rest }),
    rest,
  ];
  return {
    keyPlayers: (state: CaseState, request: KeyPlayersRequest, run: RunOptions) =>
      remember(client, key(request), run.signal, () => keyPlayers(desk, state, request, run)),
    estimate: (state: CaseState, request: KeyPlayersRequest, run: RunOptions) =>
      keyPlayersEstimate(desk, state, request, run),
  };
}
