import type { Work } from '../graph/work.ts';
import { Heap } from './heap.ts';
import type { PathRows } from './path-rows.ts';
import {
  after,
  type Certainty,
  type Contacts,
  contactsOf,
  covers,
  type FlowLimits,
  type Reach,
  type RowTimes,
  setOut,
} from './times.ts';

/** A way along which something could have flowed, one row after another. */
export interface TimePath {
  /** One more than rows. */
  readonly nodes: readonly number[];
  readonly rows: readonly number[];
  /** Per row, the instant by which it had come over it: at the earliest (`possible`), at the latest (`sure`). Never falls. */
  readonly arrivals: readonly number[];
  /** Comes back to somebody: under a longest wait it may, to be kept alive. */
  readonly returns: boolean;
}

export interface TimePathAnswer {
  /** Earliest arrival of all that the stated times allow; of equally early ones, fewest links. Null where none does. */
  readonly possible: TimePath | null;
  /** Earliest arrival by ways that hold whenever the unknown moments were. */
  readonly sure: TimePath | null;
  /** Dated rows that were searched, and those left out because they have no date. */
  readonly dated: number;
  readonly undated: number;
  /** The search was given up after as many states as it may look at: an answer that is missing may exist. */
  readonly cut: boolean;
}

export interface TimeReach {
  /** Per node, earliest arrival in ms; NaN where nothing can have arrived. Of the start: when it may set out (−∞ = any time). */
  readonly possible: Float64Array;
  readonly sure: Float64Array;
  readonly dated: number;
  readonly undated: number;
  readonly cut: boolean;
}

interface State {
  readonly reach: Reach;
  readonly node: number;
  readonly hops: number;
  readonly row: number;
  /** Came by taking part in the event that `node` is: who else took part is reached at the same moment. */
  readonly within: boolean;
  readonly before: State | null;
}

/** Contacts at each node that lead away from it. */
interface Departures {
  readonly offsets: Int32Array;
  readonly contacts: Int32Array;
  readonly dated: number;
  readonly undated: number;
}

/** States looked at at most. */
const STATES = 2_000_000;
/** Contacts looked at between two reports. */
const PIECE = 10_000;

function departuresOf(
  nodeCount: number,
  rows: PathRows,
  { row, times }: Contacts,
  keep: Uint8Array | null,
  arrows: boolean,
): Departures {
  const offsets = new Int32Array(nodeCount + 1);
  const leads = (c: number): readonly number[] => {
    const r = row[c]!;
    const [u, v] = [rows.source[r]!, rows.target[r]!];
    if (u === v) return [];
    // Taking part in an event is no flow one way: who is there gives and takes.
    return arrows && rows.arrow[r] === 1 && times.event[c] === -1 ? [u] : [u, v];
  };
  let dated = 0;
  let undated = 0;
  const used: number[] = [];
  for (const [c, r] of row.entries()) {
    if (keep && keep[r] === 0) continue;
    const first = c === 0 || row[c - 1] !== r;
    if (Number.isNaN(times.begin[c]!)) {
      if (first) undated++;
      continue;
    }
    if (first) dated++;
    used.push(c);
    for (const u of leads(c)) offsets[u + 1]!++;
  }
  for (let i = 0; i < nodeCount; i++) offsets[i + 1]! += offsets[i]!;
  const out = new Int32Array(offsets[nodeCount]!);
  const at = offsets.slice();
  for (const c of used) for (const u of leads(c)) out[at[u]!++] = c;
  return { offsets, contacts: out, dated, undated };
}

/**
 * Earliest arrivals from one node, over states that no other covers: by instant, then by number of links. With no longest wait the ways are simple. Under one,
 * ways may return: that nobody is met twice could be asked only at a cost that grows beyond all bounds (Casteigts and others, Finding temporal paths under
 * waiting time constraints, 2021), so a way that returns says so.
 */
function* search(
  nodeCount: number,
  rows: PathRows,
  { row, times }: Contacts,
  departures: Departures,
  from: number,
  to: number | null,
  limits: FlowLimits,
  certainty: Certainty,
): Work<{ readonly arrival: Float64Array; readonly end: State | null; readonly cut: boolean }> {
  const arrival = new Float64Array(nodeCount).fill(Number.NaN);
  const reached = new Map<number, State[]>();
  const heap = new Heap<State>(isBefore);
  const start: State = { reach: setOut(limits), node: from, hops: 0, row: -1, within: false, before: null };
  heap.push(start);
  let looked = 0;
  let states = 0;
  let settled = 0;
  for (let s = heap.pop(); s; s = heap.pop()) {
    const known = reached.get(s.node);
    if (known?.some((k) => isCovered(s, k))) continue;
    if (known) known.push(s);
    else {
      reached.set(s.node, [s]);
      settled++;
      arrival[s.node] = s.reach.low;
    }
    if (s.node === to) return { arrival, end: s, cut: false };
    if (++states > STATES) return { arrival, end: null, cut: true };
    for (let a = departures.offsets[s.node]!; a < departures.offsets[s.node + 1]!; a++) {
      if (++looked % PIECE === 0) yield { done: settled, of: nodeCount, stage: certainty };
      const c = departures.contacts[a]!;
      const r = row[c]!;
      if (r === s.row) continue;
      const next = rows.source[r] === s.node ? rows.target[r]! : rows.source[r]!;
      if (next === from) continue;
      const together = s.within && times.event[c] === s.node;
      const reach = together ? s.reach : after(s.reach, c, times, limits, certainty, s.row === -1);
      if (!reach) continue;
      const found: State = {
        reach,
        node: next,
        hops: s.hops + 1,
        row: r,
        within: times.event[c] === next,
        before: s,
      };
      if (!reached.get(next)?.some((k) => isCovered(found, k))) heap.push(found);
    }
  }
  yield { done: nodeCount, of: nodeCount, stage: certainty };
  return { arrival, end: null, cut: false };
}

function isCovered(s: State, by: State): boolean {
  return by.hops <= s.hops && (by.within || !s.within) && covers(by.reach, s.reach);
}

function pathTo(end: State): TimePath {
  const states: State[] = [];
  for (let s: State | null = end; s; s = s.before) states.push(s);
  states.reverse();
  const nodes = states.map((s) => s.node);
  return {
    nodes,
    rows: states.slice(1).map((s) => s.row),
    arrivals: states.slice(1).map((s) => s.reach.low),
    returns: new Set(nodes).size < nodes.length,
  };
}

/** What could have flowed from one node to another: the earliest way that is possible, and the earliest that is sure. */
export function* timePaths(
  nodeCount: number,
  rows: PathRows,
  times: RowTimes,
  keep: Uint8Array | null,
  from: number,
  to: number,
  options: { readonly arrows: boolean } & FlowLimits,
): Work<TimePathAnswer> {
  const found = yield* both(nodeCount, rows, times, keep, from, to, options);
  return {
    possible: found.possible.end && pathTo(found.possible.end),
    sure: found.sure.end && pathTo(found.sure.end),
    dated: found.dated,
    undated: found.undated,
    cut: found.possible.cut || found.sure.cut,
  };
}

/** Whom something that set out from one node could have reached, and when at the earliest. */
export function* timeReach(
  nodeCount: number,
  rows: PathRows,
  times: RowTimes,
  keep: Uint8Array | null,
  from: number,
  options: { readonly arrows: boolean } & FlowLimits,
): Work<TimeReach> {
  const found = yield* both(nodeCount, rows, times, keep, from, null, options);
  return {
    possible: found.possible.arrival,
    sure: found.sure.arrival,
    dated: found.dated,
    undated: found.undated,
    cut: found.possible.cut || found.sure.cut,
  };
}

function* both(
  nodeCount: number,
  rows: PathRows,
  times: RowTimes,
  keep: Uint8Array | null,
  from: number,
  to: number | null,
  options: { readonly arrows: boolean } & FlowLimits,
) {
  const one = function* (certainty: Certainty) {
    const contacts = contactsOf(times, rows.count, certainty);
    yield { done: 0, of: nodeCount, stage: certainty };
    const departures = departuresOf(nodeCount, rows, contacts, keep, options.arrows);
    yield { done: 0, of: nodeCount, stage: certainty };
    const found = yield* search(nodeCount, rows, contacts, departures, from, to, options, certainty);
    return { ...found, dated: departures.dated, undated: departures.undated };
  };
  const possible = yield* one('possible');
  const sure = yield* one('sure');
  return { possible, sure, dated: possible.dated, undated: possible.undated };
}

/** Earliest first, then fewest links. */
function isBefore(a: State, b: State): boolean {
  return a.reach.low < b.reach.low || (a.reach.low === b.reach.low && a.hops < b.hops);
}
