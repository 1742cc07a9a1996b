import { componentsOf } from '../graph/components.ts';
import type { LinkRows } from '../graph/network.ts';
import { fillParameters, type ParameterValues } from '../graph/parameters.ts';
import type { Work } from '../graph/work.ts';
import {
  type Bridging,
  type CommonNeighbour,
  commonNeighbours,
  commonToLists,
  type EgoNetwork,
  egoNetwork,
} from './around.ts';
import { allPaths, kShortestPaths, type PathsFound, shortestPath } from './between.ts';
import { type Connections, connections, pairsAcross, pairsWithin } from './connections.ts';
import { keptRows, type RowConditions } from './path-rows.ts';
import { type Ends, pathQuestionById } from './questions.ts';
import { type TimePathAnswer, type TimeReach, timePaths, timeReach } from './time-paths.ts';
import type { RowTimes } from './times.ts';
import { type LengthKind, type Ways, waysOf } from './ways.ts';

/** Rows that have their time from an event their end is, by row; ends as in `LinkRows`. */
export interface EventTimes {
  readonly row: Int32Array;
  /** Node that is the event. */
  readonly event: Int32Array;
  readonly begin: Float64Array;
  readonly end: Float64Array;
  readonly sureBegin: Float64Array;
  readonly sureEnd: Float64Array;
  readonly lasted: Uint8Array;
}

export interface PathRequest {
  /** Id of a question. */
  readonly question: string;
  readonly parameters: ParameterValues;
  /** Nodes: the start or starts; the end or ends, none where the question has none. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly arrows: boolean;
  readonly conditions: RowConditions;
  readonly events?: EventTimes;
  /** 1 for each row that sums several happenings of a moment each: calls, payments. */
  readonly summed?: Uint8Array;
}

/** In which piece of the network somebody is: 1 = the largest. */
export interface Piece {
  readonly node: number;
  readonly number: number;
  readonly size: number;
}

/** Why there may be no path: in which pieces, whatever the arrows and times, the ends are. */
export interface Pieces {
  readonly count: number;
  readonly from: Piece;
  readonly to: Piece;
}

export type PathAnswer = {
  /** Lines that meet the conditions, and those that only failed them for want of a date. */
  readonly kept: number;
  readonly undatedLeftOut: number;
} & (
  | ({ readonly kind: 'paths'; readonly pieces?: Pieces } & PathsFound)
  | ({ readonly kind: 'time-paths'; readonly pieces?: Pieces } & TimePathAnswer)
  | ({ readonly kind: 'time-reach' } & TimeReach)
  | ({ readonly kind: 'connections' } & Connections)
  | ({
      readonly kind: 'lists';
      /** In both lists. */
      readonly shared: readonly number[];
      readonly common: readonly Bridging[];
    } & Connections)
  | { readonly kind: 'neighbours'; readonly found: readonly CommonNeighbour[] }
  | ({ readonly kind: 'ego' } & EgoNetwork)
);

/** Why a question cannot be answered: it is unknown, asks of nobody, of one and the same, of too few or of too many, a parameter does not fit. */
export type PathRefusal =
  | 'unknown-method'
  | 'no-ends'
  | 'same-ends'
  | 'too-few'
  | 'too-many'
  | 'unfit-parameter'
  | 'no-dates';

/** Pairs that are connected at most: some minutes of work in a large case. */
export const MOST_PAIRS = 20_000;

/** Answers a question over the lines of a network; nodes are 0 … `nodeCount` − 1. */
export function* answerPaths(
  nodeCount: number,
  rows: LinkRows,
  request: PathRequest,
): Work<PathAnswer | { readonly refused: PathRefusal; readonly detail?: string }> {
  const question = pathQuestionById(request.question);
  if (!question) return { refused: 'unknown-method' };
  const filled = fillParameters(question.parameters, request.parameters);
  if ('unfit' in filled) return { refused: 'unfit-parameter', detail: filled.unfit };
  const value = (name: string) => Number(filled.values[name]);
  const { arrows, conditions } = request;
  const from = [...new Set(request.from)];
  const to = [...new Set(request.to)];
  const refused = refusalOf(question.ends, from, to, arrows);
  if (refused) return { refused };
  const { from: start, to: stop, ...timeless } = conditions;
  // In time the window says when it flows, which is more than that each line may lie in it.
  const kept = keptRows(rows, question.timed ? timeless : conditions);
  const facts = { kept: kept.count, undatedLeftOut: kept.undatedLeftOut };
  const [s, t] = [from[0]!, to[0]!];
  if (question.timed) {
    const [longest, shortest] = [value('longestWait') * HOUR, value('shortestWait') * HOUR];
    if (longest > 0 && shortest > longest) return { refused: 'unfit-parameter', detail: 'shortestWait' };
    const times = timesOf(rows, request);
    const limits = {
      arrows,
      ...(start !== undefined && { start }),
      ...(stop !== undefined && { stop: stop - 1 }),
      ...(longest > 0 && { longestWait: longest }),
      ...(shortest > 0 && { shortestWait: shortest }),
    };
    if (question.ends === 'one') {
      const reach = yield* timeReach(nodeCount, rows, times, kept.keep, s, limits);
      return reach.dated === 0 ? { refused: 'no-dates' } : { ...facts, kind: 'time-reach', ...reach };
    }
    const found = yield* timePaths(nodeCount, rows, times, kept.keep, s, t, limits);
    if (found.dated === 0) return { refused: 'no-dates' };
    return {
      ...facts,
      kind: 'time-paths',
      ...found,
      ...(!found.possible && piecesOf(waysOf(nodeCount, rows, kept.keep, { arrows: false, length: 'links' }), s, t)),
    };
  }
  const length = String(filled.values.length ?? 'links') as LengthKind;
  const ways = waysOf(nodeCount, rows, kept.keep, { arrows, length });
  switch (question.id) {
    case 'common-neighbours':
      return { ...facts, kind: 'neighbours', found: commonNeighbours(ways, from, value('atLeast')) };
    case 'ego-network':
      return { ...facts, kind: 'ego', ...egoNetwork(ways, from, value('radius')) };
    case 'connecting-network':
      return { ...facts, kind: 'connections', ...(yield* connections(ways, pairsWithin(from, arrows))) };
    case 'two-lists':
      return {
        ...facts,
        kind: 'lists',
        shared: from.filter((v) => to.includes(v)),
        common: commonToLists(ways, from, to),
        ...(yield* connections(ways, pairsAcross(from, to, arrows))),
      };
    default: {
      const found =
        question.id === 'shortest'
          ? yield* shortestPath(ways, s, t)
          : question.id === 'k-shortest'
            ? yield* kShortestPaths(ways, s, t, value('count'))
            : yield* allPaths(ways, s, t, { most: value('most'), count: value('count') });
      return { ...facts, kind: 'paths', ...found, ...(found.paths.length === 0 && piecesOf(ways, s, t)) };
    }
  }
}

const HOUR = 3_600_000;

function refusalOf(
  ends: Ends,
  from: readonly number[],
  to: readonly number[],
  arrows: boolean,
): PathRefusal | undefined {
  if (from.length === 0 || (to.length === 0 && (ends === 'two' || ends === 'lists'))) return 'no-ends';
  if (ends === 'several' && from.length < 2) return 'too-few';
  if (ends === 'two' && from[0] === to[0]) return 'same-ends';
  const pairs =
    ends === 'lists'
      ? from.length * to.length
      : ends === 'several'
        ? (from.length * (from.length - 1)) / (arrows ? 1 : 2)
        : 0;
  return pairs > MOST_PAIRS ? 'too-many' : undefined;
}

function piecesOf(ways: Ways, s: number, t: number): { readonly pieces: Pieces } {
  const { of, sizes } = componentsOf(ways);
  const piece = (node: number) => ({ node, number: of[node]! + 1, size: sizes[of[node]!]! });
  return { pieces: { count: sizes.length, from: piece(s), to: piece(t) } };
}

/** The times of the rows with both ends included, those of events put in where a row has none of its own. */
function timesOf(rows: LinkRows, { events, summed }: Pick<PathRequest, 'events' | 'summed'>): RowTimes {
  const event = new Int32Array(rows.count).fill(-1);
  const last = (instant: number) => instant - 1;
  const [begin, end, sureBegin, sureEnd] = [
    rows.begin.slice(),
    rows.end.map(last),
    rows.sureBegin.slice(),
    rows.sureEnd.map(last),
  ];
  const lasted = rows.lasted.slice();
  events?.row.forEach((r, i) => {
    event[r] = events.event[i]!;
    begin[r] = events.begin[i]!;
    end[r] = last(events.end[i]!);
    sureBegin[r] = events.sureBegin[i]!;
    sureEnd[r] = last(events.sureEnd[i]!);
    lasted[r] = events.lasted[i]!;
  });
  return { begin, end, lasted, sureBegin, sureEnd, event, ...(summed && { summed }) };
}
