import type { PackedGraph } from '../graph/packed-graph.ts';
import type { Parameter, ParameterValues } from '../graph/parameters.ts';
import { fillParameters } from '../graph/parameters.ts';
import type { Work } from '../graph/work.ts';
import { type BestSets, type RatedSet, SAME } from './best-sets.ts';
import { distanceFragmentation } from './distance-fragmentation.ts';
import { fragmentation } from './fragmentation.ts';
import type { Objective } from './objective.ts';
import { byDistance, reach, withinSteps } from './reach.ts';
import { binomial, everySet, interchange, type Search } from './search.ts';

export type { RatedSet } from './best-sets.ts';

/** What makes a set key: how much its loss would break (KPP-NEG), or how much it reaches (KPP-POS). Borgatti 2006. */
export interface KeyPlayerCriterion {
  readonly id: string;
  readonly name: `key-players.${string}.name`;
  readonly question: `key-players.${string}.question`;
  readonly definition: `key-players.${string}.definition`;
  /** Whether the members are thought taken out, so that at least two others must be left. */
  readonly removes: boolean;
  readonly reads: { readonly direction: boolean; readonly weights: boolean };
  readonly parameters: readonly Parameter[];
  objective(graph: PackedGraph, values: ParameterValues): Objective;
}

const SEARCH = [
  { name: 'size', kind: 'number', min: 1, max: 50, step: 1, default: 3 },
  { name: 'method', kind: 'choice', options: ['auto', 'exact', 'search'], default: 'auto' },
  { name: 'runs', kind: 'number', min: 1, max: 200, step: 1, default: 5 },
  { name: 'seed', kind: 'number', min: 0, max: 4294967295, step: 1, default: 1 },
] as const satisfies readonly Parameter[];

const DIRECTION = {
  name: 'direction',
  kind: 'choice',
  options: ['ignored', 'out', 'in'],
  default: 'ignored',
} as const satisfies Parameter;

const rowsOf = (graph: PackedGraph, direction: unknown) =>
  direction === 'out' ? graph.out : direction === 'in' ? graph.in : graph.both;

const texts = <const I extends string>(id: I) => ({
  id,
  name: `key-players.${id}.name` as const,
  question: `key-players.${id}.question` as const,
  definition: `key-players.${id}.definition` as const,
});

/** Every criterion on offer. */
export const keyPlayerCriteria = [
  {
    ...texts('fragmentation'),
    removes: true,
    reads: { direction: false, weights: false },
    parameters: SEARCH,
    objective: fragmentation,
  },
  {
    ...texts('distance-fragmentation'),
    removes: true,
    reads: { direction: false, weights: false },
    parameters: [...SEARCH, { name: 'pivots', kind: 'number', min: 0, max: 100000, step: 1, default: 0 }],
    objective: (graph: PackedGraph, values: ParameterValues) =>
      distanceFragmentation(graph, Math.floor(Number(values.pivots)), Number(values.seed)),
  },
  {
    ...texts('reach'),
    removes: false,
    reads: { direction: true, weights: false },
    parameters: [...SEARCH, { name: 'steps', kind: 'number', min: 1, max: 20, step: 1, default: 1 }, DIRECTION],
    objective: (graph: PackedGraph, values: ParameterValues) =>
      reach(graph.nodeCount, rowsOf(graph, values.direction), withinSteps(Math.floor(Number(values.steps)))),
  },
  {
    ...texts('distance-reach'),
    removes: false,
    reads: { direction: true, weights: false },
    parameters: [...SEARCH, DIRECTION],
    objective: (graph: PackedGraph, values: ParameterValues) =>
      reach(graph.nodeCount, rowsOf(graph, values.direction), byDistance),
  },
] as const satisfies readonly KeyPlayerCriterion[];

export type KeyPlayerCriterionId = (typeof keyPlayerCriteria)[number]['id'];

export function keyPlayerCriterionById(id: string): KeyPlayerCriterion | undefined {
  return keyPlayerCriteria.find((c) => c.id === id);
}

/** What is asked, in node numbers. */
export interface KeyPlayerRequest {
  readonly criterion: string;
  readonly parameters: ParameterValues;
  /** Members whatever they gain; may be empty. */
  readonly forced: readonly number[];
  /** Never members: in custody already, under cover, dead … */
  readonly excluded: readonly number[];
}

/** Why a question has no answer. Each code has its message under `key-players.refused.<code>`. */
export type KeyPlayerRefusal =
  | 'unknown-criterion'
  | 'unfit-parameter'
  | 'larger-than-network'
  | 'nothing-left'
  | 'not-in-scope'
  | 'forced-and-excluded'
  | 'too-many-forced'
  | 'too-few-candidates'
  | 'too-many-sets';

export interface KeyPlayers {
  /** Node numbers, by falling contribution. */
  readonly members: Int32Array;
  readonly value: number;
  /** The figure of nobody: the network as it stands, or 0 reached. */
  readonly before: number;
  /** Beside `members`: what the figure of the set would lose without this one. */
  readonly contribution: Float64Array;
  /** Beside `members`: the figure of this one alone. */
  readonly alone: Float64Array;
  /** Every set was tried or ruled out: no other does better. */
  readonly proven: boolean;
  readonly possible: number;
  /** Other sets as good; the first of them by name. All of them when proven; else at least so many. */
  readonly tieCount: number;
  readonly ties: readonly Int32Array[];
  /** The next best sets; exact when proven. */
  readonly runnersUp: readonly RatedSet[];
}

export type KeyPlayerAnswer = KeyPlayers | { readonly refused: KeyPlayerRefusal; readonly detail?: string };

/** Arcs walked for the exact answer unless it is asked for. */
export interface Effort {
  readonly most: number;
  /** Where trying all sets would take longer than `most`: in the hope that most of them can be ruled out. */
  readonly hoping: number;
}

/** One to three seconds. */
const USUAL_EFFORT: Effort = { most: 300_000_000, hoping: 50_000_000 };
/** Arcs above which an exact answer is refused: some hours. */
const MOST_STEPS_ASKED = 1_000_000_000_000;

type Ready = Search & {
  readonly criterion: KeyPlayerCriterion;
  readonly values: ParameterValues;
  readonly size: number;
};

function prepare(graph: PackedGraph, request: KeyPlayerRequest): Ready | Extract<KeyPlayerAnswer, { refused: string }> {
  const criterion = keyPlayerCriterionById(request.criterion);
  if (!criterion) return { refused: 'unknown-criterion', detail: request.criterion };
  const filled = fillParameters(criterion.parameters, request.parameters);
  if ('unfit' in filled) return { refused: 'unfit-parameter', detail: filled.unfit };
  const n = graph.nodeCount;
  const size = Math.floor(Number(filled.values.size));
  const forced = new Uint8Array(n);
  const excluded = new Uint8Array(n);
  for (const [list, mask] of [
    [request.forced, forced],
    [request.excluded, excluded],
  ] as const) {
    for (const v of list) {
      if (!(Number.isInteger(v) && v >= 0 && v < n)) return { refused: 'not-in-scope', detail: String(v) };
      mask[v] = 1;
    }
  }
  const both = request.forced.find((v) => excluded[v] === 1);
  if (both !== undefined) return { refused: 'forced-and-excluded', detail: String(both) };
  if (size > n) return { refused: 'larger-than-network' };
  if (criterion.removes && n - size < 2) return { refused: 'nothing-left' };
  const given = forced.reduce((a, b) => a + b, 0);
  if (given > size) return { refused: 'too-many-forced' };
  const candidates = Int32Array.from([...forced.keys()].filter((v) => forced[v] === 0 && excluded[v] === 0));
  if (candidates.length < size - given) return { refused: 'too-few-candidates' };
  const objective = criterion.objective(graph, filled.values);
  return { criterion, values: filled.values, size, objective, forced, candidates, free: size - given };
}

function* answer(ready: Ready, proven: boolean, found: BestSets | null): Work<KeyPlayers> {
  const { objective, forced } = ready;
  const n = forced.length;
  const set = found ? found.first : Int32Array.from([...forced.keys()].filter((v) => forced[v] === 1));
  const mask = new Uint8Array(n);
  const before = yield* objective.value(mask);
  const alone = new Map<number, number>();
  for (const v of set) {
    mask[v] = 1;
    alone.set(v, yield* objective.value(mask));
    mask[v] = 0;
  }
  for (const v of set) mask[v] = 1;
  const value = yield* objective.value(mask);
  const contribution = new Map<number, number>();
  for (const v of set) {
    mask[v] = 0;
    contribution.set(v, value - (yield* objective.value(mask)));
    mask[v] = 1;
  }
  const members = set.slice().sort((a, b) => {
    const apart = contribution.get(b)! - contribution.get(a)!;
    return Math.abs(apart) > SAME ? apart : a - b;
  });
  return {
    members,
    value,
    before,
    contribution: Float64Array.from(members, (v) => contribution.get(v)!),
    alone: Float64Array.from(members, (v) => alone.get(v)!),
    proven,
    possible: binomial(ready.candidates.length, ready.free),
    tieCount: found ? found.count - 1 : 0,
    ties: found ? found.ties : [],
    runnersUp: found ? found.runnersUp : [],
  };
}

/**
 * The set of `size` nodes with the best figure. Exact where trying (or ruling out) every set is a matter of seconds or is asked for, else found by
 * greedy choice and interchange; `proven` tells which. The same request gives the same set on every machine.
 */
export function* findKeyPlayers(
  graph: PackedGraph,
  request: KeyPlayerRequest,
  effort: Effort = USUAL_EFFORT,
): Work<KeyPlayerAnswer> {
  const ready = prepare(graph, request);
  if ('refused' in ready) return ready;
  const { objective, forced, candidates, free, values } = ready;
  if (free === 0) return yield* answer(ready, true, null);
  const n = graph.nodeCount;
  const first = new Float64Array(n);
  const wanted = new Uint8Array(n);
  for (const v of candidates) wanted[v] = 1;
  const ground = yield* objective.sweep(forced, wanted, first);
  const sampled = Number(values.pivots ?? 0) > 0 && Number(values.pivots) < n;
  const sweep = Math.max(1, objective.steps());
  const steps = binomial(candidates.length, free - 1) * sweep;
  const { method } = values;
  if (method === 'exact' && steps > MOST_STEPS_ASKED && !objective.diminishing) return { refused: 'too-many-sets' };
  if (free === 1)
    return yield* answer(
      ready,
      !sampled,
      (yield* everySet(ready, first, ground, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY))!,
    );
  const searched = yield* interchange(ready, first, Math.floor(Number(values.runs)), Number(values.seed));
  if (method === 'search' || sampled) return yield* answer(ready, false, searched);
  if (method === 'auto' && steps > effort.most && !objective.diminishing) return yield* answer(ready, false, searched);
  const most = method === 'exact' ? MOST_STEPS_ASKED : steps > effort.most ? effort.hoping : effort.most;
  const every = yield* everySet(ready, first, ground, searched.threshold, most);
  if (!every && method === 'exact') return { refused: 'too-many-sets' };
  return yield* answer(ready, every !== null, every ?? searched);
}

/** What a search will cost, from a small part of its work done now. */
export interface KeyPlayerEstimate {
  /** Seconds on the clock of this machine, for one thread. */
  readonly seconds: number;
  readonly possible: number;
  /** Whether the answer would be proven best. Where sets can be ruled out it may be so even if this says no. */
  readonly exact: boolean;
}

/** Trials, and milliseconds of trial, at the least: first rounds run several times slower than the rest. */
const TRIALS = 6;
const TRIAL_TIME = 100;

/** What one sweep costs, by the quickest of the trials that fit in a moment. */
function* paceOf(objective: Objective): Work<{ readonly sweepSeconds: number; readonly sweepSteps: number }> {
  const began = performance.now();
  let sweepSeconds = Number.POSITIVE_INFINITY;
  let sweepSteps = 0;
  for (let now = began, trials = 0; trials < TRIALS || now - began < TRIAL_TIME; trials++) {
    const steps = objective.steps();
    const share = Math.max(1e-9, yield* objective.trial());
    const then = performance.now();
    sweepSeconds = Math.min(sweepSeconds, (then - now) / 1000 / share);
    sweepSteps = (objective.steps() - steps) / share;
    now = then;
  }
  return { sweepSeconds, sweepSteps };
}

/** Estimates the time that `findKeyPlayers` takes; a refusal as there. */
export function* estimateKeyPlayers(
  graph: PackedGraph,
  request: KeyPlayerRequest,
): Work<KeyPlayerEstimate | Extract<KeyPlayerAnswer, { refused: string }>> {
  const ready = prepare(graph, request);
  if ('refused' in ready) return ready;
  const { objective, candidates, free, values, size } = ready;
  const { sweepSeconds, sweepSteps } = yield* paceOf(objective);
  const sets = binomial(candidates.length, Math.max(0, free - 1));
  const exact =
    free <= 1 || (values.method !== 'search' && (values.method === 'exact' || sets * sweepSteps <= USUAL_EFFORT.most));
  const runs = Math.floor(Number(values.runs));
  const searching = free <= 1 ? 1 : free + 3 * free * runs;
  const sweeps = searching + (free > 1 && exact ? sets : 0);
  // Beside the search: the figure of the set, of each member alone and of the set without it.
  const seconds = sweepSeconds * (sweeps + (2 * size) / 4);
  return { seconds, possible: binomial(candidates.length, free), exact };
}
