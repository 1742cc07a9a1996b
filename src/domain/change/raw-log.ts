import { parseCanonical } from './canonical.ts';
import { CaseState } from './case-state.ts';
import { type ChangeHeader, type ChangeRecord, EMPTY_HEAD, type Head, type Pack, type Part } from './change-record.ts';
import { type ChainFault, conflictOf, hashHeaderBytes, packDigest, partDigest, verifyHeaders } from './log.ts';
import { parseHeader } from './parse-header.ts';
import { invert, type Step } from './step.ts';

/** A part taken out by law: its digest stays in the chain, its words are gone. */
export interface PurgedPart {
  readonly digest: string;
  readonly purged: true;
}
export type KeptOrPurged = Part | PurgedPart;

export interface RawPack {
  readonly digest: string;
  readonly parts: readonly KeptOrPurged[];
  /** The digests of the kept parts were made from their bytes while reading, so they need no second hashing. */
  readonly hashed?: true;
}

/** One change as it lies in a store or a package; `undefined` where something that the header names is missing. */
export interface RawChange {
  readonly headerBytes: Uint8Array;
  readonly payload: KeptOrPurged | undefined;
  readonly steps: readonly (KeptOrPurged | undefined)[];
  readonly packs: readonly (RawPack | Pack | undefined)[];
}

/** A log at rest, wherever it rests. Stores and packages both read as this, so that one verifier serves both. */
export interface RawLog {
  readonly head: Head;
  /** Changes `from` to `to`, both included, in order; fewer when the log ends before. */
  read(from: number, to: number): Promise<readonly RawChange[]>;
}

export interface LogFault {
  /** The change at which the fault stands. */
  readonly seq: number;
  readonly code: ChainFault['code'] | 'log-short' | 'head-differs' | 'step-conflict';
  /** Digest of the part or pack at fault. */
  readonly part?: string;
}

export function isPurged(part: KeptOrPurged): part is PurgedPart {
  return 'purged' in part;
}

function checkPart(seq: number, digest: string, part: KeptOrPurged | undefined): LogFault | undefined {
  if (part === undefined) return { seq, code: 'part-missing', part: digest };
  if (isPurged(part)) return part.digest === digest ? undefined : { seq, code: 'part-altered', part: digest };
  if (partDigest(part.salt, part.bytes) !== digest) return { seq, code: 'part-altered', part: digest };
  return undefined;
}

/** Compares every part that a header names with its digest; the first that is missing or altered is returned. */
export function checkParts(header: ChangeHeader, change: RawChange): LogFault | undefined {
  const seq = header.seq;
  const payload = checkPart(seq, header.payload, change.payload);
  if (payload) return payload;
  for (const [i, digest] of header.steps.entries()) {
    const fault = checkPart(seq, digest, change.steps[i]);
    if (fault) return fault;
  }
  for (const [i, digest] of header.packs.entries()) {
    const fault = checkPack(seq, digest, change.packs[i]);
    if (fault) return fault;
  }
  return undefined;
}

function checkPack(seq: number, digest: string, pack: RawPack | undefined): LogFault | undefined {
  if (pack === undefined) return { seq, code: 'part-missing', part: digest };
  if (packDigest(pack.parts.map((p) => p.digest)) !== digest) return { seq, code: 'part-altered', part: digest };
  if (pack.hashed) return undefined;
  for (const part of pack.parts) {
    const fault = checkPart(seq, part.digest, part);
    if (fault) return fault;
  }
  return undefined;
}

/** A log with one more change, which must follow its head: what could not be saved can still leave in a file. */
export function appendedLog(log: RawLog, change: ChangeRecord): RawLog {
  const { seq, prev } = change.header;
  if (seq !== log.head.seq + 1 || prev !== log.head.hash) throw new RangeError('the change does not follow the head');
  return {
    head: { seq, hash: change.hash },
    read: async (from, to) => {
      const page = from < seq ? [...(await log.read(from, Math.min(to, seq - 1)))] : [];
      if (from <= seq && to >= seq) page.push(change);
      return page;
    },
  };
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A part's value. The digest vouches for the bytes, so the canonical form is not compared again. Throws on bad JSON. */
export function partValue<T>(part: Part): T {
  return JSON.parse(decoder.decode(part.bytes)) as T;
}

/**
 * The values of many parts, which digests or their maker vouch for, parsed in one go: a call for each would cost more
 * than the parsing. Throws on bad JSON.
 */
export function partValues<T>(parts: readonly Part[]): T[] {
  const joined = new Uint8Array(parts.reduce((n, p) => n + p.bytes.length + 1, 1)).fill(COMMA);
  let at = 1;
  for (const { bytes } of parts) {
    joined.set(bytes, at);
    at += bytes.length + 1;
  }
  const values = JSON.parse(`[${decoder.decode(joined.subarray(1, Math.max(1, at - 1)))}]`) as T[];
  if (values.length !== parts.length) throw new RangeError('a part is not one value');
  return values;
}
const COMMA = 0x2c;

function* partsOf(change: RawChange): Generator<KeptOrPurged> {
  for (const part of change.steps) if (part) yield part;
  for (const pack of change.packs) if (pack) yield* pack.parts;
}

/** The steps that lie in a change itself, purged ones left out. */
export function ownSteps(change: RawChange): Step[] {
  const kept: Part[] = [];
  for (const part of partsOf(change)) if (!isPurged(part)) kept.push(part);
  return kept.length > 200 ? partValues<Step>(kept) : kept.map((part) => partValue<Step>(part));
}

/** What is written into a log is a step or it is not, whatever digest it has: a record goes by its own id and has a kind. */
function isStep(value: unknown): value is Step {
  if (typeof value !== 'object' || value === null) return false;
  const { id, before, after } = value as Partial<Record<keyof Step, unknown>>;
  const isRecord = (v: unknown): boolean =>
    typeof v === 'object' && v !== null && 'id' in v && v.id === id && 'kind' in v && typeof v.kind === 'string';
  return typeof id === 'string' && [before, after].every((v) => v === null || isRecord(v));
}

/** The case id that the first change made, without folding the log; undefined when that part cannot be read. */
export async function caseIdIn(log: RawLog): Promise<string | undefined> {
  const [first] = await log.read(1, 1);
  if (!first) return undefined;
  try {
    for (const { after } of ownSteps(first)) if (after?.kind === 'case') return after.caseId;
  } catch {
    // Unreadable, as said.
  }
  return undefined;
}

/** True when the change keeps no steps of its own and they are derived from the change it undoes or redoes. */
export function isDerived(header: ChangeHeader): boolean {
  return (
    header.steps.length === 0 &&
    header.packs.length === 0 &&
    (header.undoes !== undefined || header.redoes !== undefined)
  );
}

/** The steps of a change, derived from the staged change it undoes or redoes where it keeps none itself. */
export async function stepsOf(log: RawLog, header: ChangeHeader, change: RawChange): Promise<Step[]> {
  if (!isDerived(header)) return ownSteps(change);
  const target = header.undoes ?? header.redoes!;
  if (target >= header.seq) throw new RangeError('a change derives its steps from an earlier one');
  const [origin] = await log.read(target, target);
  if (!origin) throw new RangeError('the change that this one takes back is missing');
  const steps = await stepsOf(log, parseHeader(origin.headerBytes), origin);
  return header.undoes === undefined ? steps : invert(steps);
}

export interface CheckOptions {
  /** Also compare raw bytes with canonical bytes. */
  readonly thorough?: boolean;
  /** Awaited after each pack, so that a bulk change does not hold the thread. */
  readonly breathe?: () => Promise<void>;
}

/** Verifies a change against its header and decodes its steps, pack by pack; derived ones from the change they come from. */
export async function checkedSteps(
  log: RawLog,
  header: ChangeHeader,
  change: RawChange,
  options: CheckOptions = {},
): Promise<Step[] | LogFault> {
  const { seq } = header;
  const loose = { ...change, packs: [] };
  const fault =
    checkParts({ ...header, packs: [] }, loose) ?? (options.thorough ? notCanonical(seq, loose) : undefined);
  if (fault) return fault;
  try {
    if (isDerived(header)) {
      const target = header.undoes ?? header.redoes!;
      const [origin] = target < seq ? await log.read(target, target) : [];
      if (!origin) return { seq, code: 'part-missing' };
      const steps = await checkedSteps(log, parseHeader(origin.headerBytes), origin, options);
      return Array.isArray(steps) && header.undoes !== undefined ? invert(steps) : steps;
    }
    const steps = ownSteps(loose);
    if (!steps.every(isStep)) return { seq, code: 'part-altered' };
    for (const [i, digest] of header.packs.entries()) {
      const pack = change.packs[i];
      const one = { ...loose, payload: undefined, steps: [], packs: [pack] };
      const wrong = checkPack(seq, digest, pack) ?? (options.thorough ? notCanonical(seq, one) : undefined);
      if (wrong) return wrong;
      for (const step of ownSteps(one)) {
        if (!isStep(step)) return { seq, code: 'part-altered', part: digest };
        steps.push(step);
      }
      await options.breathe?.();
    }
    return steps;
  } catch {
    // Bytes that match their digest and are no step: written so.
    return { seq, code: 'part-altered' };
  }
}

export interface ReadLogOptions {
  /** Where to begin; the state must be the one that stands there. Missing: from the first change. */
  readonly from?: { readonly head: Head; readonly state: CaseState };
  /** Also compare raw bytes with canonical bytes, and each step's `before` with what stands. */
  readonly thorough?: boolean;
  /** Awaited after each pack of a bulk change and after every few changes. */
  readonly breathe?: () => Promise<void>;
  /** Called after each page with the number of changes done; awaited, so that the caller can give way or stop by throwing. */
  readonly progress?: (done: number, of: number) => Promise<void> | void;
}

export interface ReadLog {
  /** Headers of what was read, good ones only. */
  readonly headers: ChangeHeader[];
  readonly state: CaseState;
  /** The last good change. */
  readonly head: Head;
  /** How many parts are purged. */
  readonly purged: number;
  /** The first fault; state, headers and head stand just before it. */
  readonly fault?: LogFault;
}

/**
 * Whether a header is the one that the next names before it (or, for the last, that the head names); undefined when the
 * next cannot say, for it is missing or altered itself.
 */
export function isVouchedFor(bytes: Uint8Array, next: Uint8Array | undefined, head: Head): boolean | undefined {
  try {
    const { seq } = parseHeader(bytes);
    const named = seq === head.seq ? head.hash : next && parseHeader(next).prev;
    return named === undefined ? undefined : hashHeaderBytes(bytes) === named;
  } catch {
    return undefined;
  }
}

/**
 * A chain that breaks between two headers does not say which of them was altered; the one after them does. When it does
 * not vouch for the second, that one is at fault. Else the fault is laid at the first of the two, and the good beginning
 * ends before it. `headAt(n)` is the head after n changes; `vouched` is of the header at which the chain broke.
 */
export function blameBreak(
  fault: LogFault,
  headAt: (seq: number) => Head,
  vouched: boolean | undefined,
): { fault: LogFault; intact: Head } {
  const first = fault.code === 'chain-broken' && fault.seq > 1 && vouched !== false;
  const seq = first ? fault.seq - 1 : fault.seq;
  return { fault: { ...fault, seq }, intact: headAt(seq - 1) };
}

/** True when the next header says that another header than this one stands before it, and is not itself the altered one. */
function isDisowned(at: Head, [next, after]: readonly (RawChange | undefined)[], top: Head): boolean {
  if (!next) return false;
  try {
    const { seq, prev } = parseHeader(next.headerBytes);
    if (seq !== at.seq + 1 || prev === at.hash) return false;
  } catch {
    // The next header is the altered one, and says nothing of this.
    return false;
  }
  return isVouchedFor(next.headerBytes, after?.headerBytes, top) !== false;
}

const PAGE = 200;
/** Changes between two breaths. */
const BREATH = 20;

function notCanonical(seq: number, change: RawChange): LogFault | undefined {
  const all = change.payload ? [change.payload, ...partsOf(change)] : [...partsOf(change)];
  for (const part of all) {
    if (isPurged(part)) continue;
    try {
      parseCanonical(part.bytes);
    } catch {
      return { seq, code: 'part-altered', part: part.digest };
    }
  }
  return undefined;
}

function countPurged(change: RawChange): number {
  let n = change.payload && isPurged(change.payload) ? 1 : 0;
  for (const part of partsOf(change)) if (isPurged(part)) n++;
  return n;
}

/**
 * Reads a log, verifies chain and parts, and folds the steps into a state. Stops before the first fault, so what is
 * returned is always the longest good beginning. Never alters the log.
 */
export async function readLog(log: RawLog, options: ReadLogOptions = {}): Promise<ReadLog> {
  const headers: ChangeHeader[] = [];
  const state = options.from?.state ?? new CaseState();
  let head: Head = options.from?.head ?? EMPTY_HEAD;
  const begin = head.seq;
  let purged = 0;
  const stop = (fault: LogFault): ReadLog => ({ headers, state, head, purged, fault });

  while (head.seq < log.head.seq) {
    // Two more than the page, so that each header is vouched for by the next, and that by its own, before it counts.
    const ahead = await log.read(head.seq + 1, Math.min(head.seq + PAGE + 2, log.head.seq));
    if (ahead.length === 0) return stop({ seq: head.seq + 1, code: 'log-short' });
    for (const [i, change] of ahead.slice(0, PAGE).entries()) {
      const seq = head.seq + 1;
      const chain = verifyHeaders([change.headerBytes], head);
      if (chain.fault) return stop(chain.fault);
      if (isDisowned(chain.head, ahead.slice(i + 1, i + 3), log.head)) return stop({ seq, code: 'chain-broken' });
      if (seq === log.head.seq && chain.head.hash !== log.head.hash) return stop({ seq, code: 'head-differs' });
      const header = chain.headers[0]!;
      const steps = await checkedSteps(log, header, change, options);
      if (!Array.isArray(steps)) return stop(steps);
      purged += countPurged(change);
      if (options.thorough && purged === 0 && conflictOf(state, steps)) return stop({ seq, code: 'step-conflict' });
      state.apply(steps);
      headers.push(header);
      head = chain.head;
      if (seq % BREATH === 0) await options.breathe?.();
    }
    await options.progress?.(head.seq - begin, log.head.seq - begin);
  }
  return { headers, state, head, purged };
}
