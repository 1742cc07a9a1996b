/**
 * When each row may have been, and when it surely was. All are first and last instants, both included, ms since 1970 (any one unit will do).
 *
 * - Something that happened at one moment nobody knows (`lasted` 0): some time from `begin` to `end`.
 * - Something that went on (`lasted` 1): possibly at any time from `begin` to `end`, surely at all times from `sureBegin` to `sureEnd` (NaN where no
 *   such time is known).
 *
 * - Several happenings summed in one row (`summed` 1: "13 calls from March to May"): possibly at any time from `begin` to `end`; surely one of them
 *   before `sureBegin` and one after `sureEnd`, for that is what first and last mean, and nothing is known of those between.
 *
 * Undated: both ends NaN. `event[r]`: the node that is the happening which gives the row its time; −1 = the row has a time of its own. Whoever took part
 * in the same event was there at the same time, whenever that was.
 */
export interface RowTimes {
  readonly begin: Float64Array;
  readonly end: Float64Array;
  readonly lasted: Uint8Array;
  readonly sureBegin: Float64Array;
  readonly sureEnd: Float64Array;
  readonly event: Int32Array;
  readonly summed?: Uint8Array;
}

/** What was carried along, and how long it stays with somebody. All in the unit of the times. */
export interface FlowLimits {
  /** Not before this instant, and over by that one. */
  readonly start?: number;
  readonly stop?: number;
  /** Longest and shortest stay between receiving and passing on. Missing = any. */
  readonly longestWait?: number;
  readonly shortestWait?: number;
}

/**
 * When something may have arrived, or surely had: the state of a search. `possible`: any instant from `low` to `high`. `sure`: whenever the unknown
 * moments were, it can be passed on between an instant that is at the latest `low` and one that is at the earliest `high`; `floor` is the first instant
 * from which it can be held at all.
 */
export interface Reach {
  readonly low: number;
  readonly high: number;
  readonly floor: number;
}

export type Certainty = 'possible' | 'sure';

/** Where the flow starts: it may set out at any time. */
export function setOut(limits: FlowLimits): Reach {
  return {
    low: limits.start ?? Number.NEGATIVE_INFINITY,
    high: Number.POSITIVE_INFINITY,
    floor: Number.NEGATIVE_INFINITY,
  };
}

/**
 * What is left of a reach after one more row. Undefined where the row comes too early, or too late for the wait.
 *
 * *Possible*: there are instants, one for each row, that fit all stated times and never run back (Kempe, Kleinberg and Kumar, Connectivity and inference
 * problems for temporal networks, 2002: labels that never fall; Holme and Saramäki, Temporal networks, 2012, § 3.2).
 * *Sure*: for all instants at which the unknown moments may have been, instants within the sure time of what went on can be found. That is the same as
 * asking it of the worst case: what was received as late as can be, and passed on as early as can be (and the other way round for the longest wait).
 * `first`: nobody waits before setting out.
 */
export function after(
  reach: Reach,
  row: number,
  times: RowTimes,
  limits: FlowLimits,
  certainty: Certainty,
  first: boolean,
): Reach | undefined {
  const found = reachedOver(reach, row, times, limits, certainty, first);
  // Whoever may wait as long as one likes is only asked how early: the other two would tell apart what is alike.
  return found && limits.longestWait === undefined
    ? { low: found.low, high: Number.POSITIVE_INFINITY, floor: Number.NEGATIVE_INFINITY }
    : found;
}

function reachedOver(
  reach: Reach,
  row: number,
  times: RowTimes,
  limits: FlowLimits,
  certainty: Certainty,
  first: boolean,
): Reach | undefined {
  const begin = times.begin[row]!;
  const end = Math.min(times.end[row]!, limits.stop ?? Number.POSITIVE_INFINITY);
  if (Number.isNaN(begin)) return undefined;
  const rest = first ? 0 : (limits.shortestWait ?? 0);
  const wait = first ? Number.POSITIVE_INFINITY : (limits.longestWait ?? Number.POSITIVE_INFINITY);
  if (certainty === 'possible') {
    const low = Math.max(begin, reach.low + rest);
    const high = Math.min(end, reach.high + wait);
    return low <= high ? { low, high, floor: Number.NEGATIVE_INFINITY } : undefined;
  }
  const sureBegin = times.sureBegin[row]!;
  if (times.lasted[row] === 1 && !Number.isNaN(sureBegin)) {
    const to = Math.min(times.sureEnd[row]!, limits.stop ?? Number.POSITIVE_INFINITY);
    const low = Math.max(reach.low + rest, sureBegin);
    const floor = Math.max(reach.floor + rest, sureBegin);
    const high = Math.min(reach.high + wait, to);
    return low <= to && floor <= high ? { low, high, floor } : undefined;
  }
  // Its moment may be any from begin to the stated end: all of them must do.
  const last = times.end[row]!;
  if (!Number.isFinite(begin) || !Number.isFinite(last) || last > end) return undefined;
  if (reach.low + rest > begin) return undefined;
  if (last - wait > reach.high) return undefined;
  return { low: last, high: begin, floor: Number.NEGATIVE_INFINITY };
}

/** Whether one reach is at least as good as another for all that may follow. */
export function covers(a: Reach, b: Reach): boolean {
  return a.low <= b.low && a.high >= b.high && a.floor <= b.floor;
}

/** Rows and times as a search takes them: `row[c]` is the row that contact `c` comes from. */
export interface Contacts {
  readonly row: Int32Array;
  readonly times: RowTimes;
}

/** One contact a row; where what is sure is asked, two for several happenings in one: the first of them and the last. */
export function contactsOf(times: RowTimes, count: number, certainty: Certainty): Contacts {
  const { summed } = times;
  const rows: number[] = [];
  const split: number[] = [];
  for (let r = 0; r < count; r++) {
    rows.push(r);
    split.push(0);
    if (certainty === 'possible' || summed?.[r] !== 1 || Number.isNaN(times.sureBegin[r]!)) continue;
    split[split.length - 1] = 1;
    rows.push(r);
    split.push(2);
  }
  const column = (of: (r: number, part: number) => number) => Float64Array.from(rows, (r, c) => of(r, split[c]!));
  return {
    row: Int32Array.from(rows),
    times: {
      begin: column((r, part) => (part === 2 ? times.sureEnd[r]! + 1 : times.begin[r]!)),
      end: column((r, part) => (part === 1 ? times.sureBegin[r]! - 1 : times.end[r]!)),
      sureBegin: column((r) => times.sureBegin[r]!),
      sureEnd: column((r) => times.sureEnd[r]!),
      lasted: Uint8Array.from(rows, (r) => (summed?.[r] === 1 ? 0 : times.lasted[r]!)),
      event: Int32Array.from(rows, (r) => times.event[r]!),
    },
  };
}
