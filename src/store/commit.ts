import { CaseState } from '#domain/change/case-state';
import {
  type Author,
  type Change,
  type ChangeHeader,
  type ChangeRecord,
  EMPTY_HEAD,
  type Head,
  type LocalId,
  PACK_SIZE,
  type Pack,
  type Part,
  STAGE_ABOVE,
} from '#domain/change/change-record';
import { buildChange, type ClockReading, conflictOf, makePart, packOf, sealChange } from '#domain/change/log';
import type { Step } from '#domain/change/step';
import type { Refusal } from '#domain/commands/command';
import { summaryAfter } from './case-summary.ts';
import { encodeJson } from './codec.ts';
import { mayWrite, type StoreContext, StoreFrozen } from './context.ts';
import { giveWay } from './give-way.ts';
import { type ChangeRows, rowsOf } from './rows.ts';

/** The only writer of a log. Everything is planned, hashed and encoded before the transaction opens. */

/** What a plan is made on. Planned again on the new state when another tab was faster. */
export interface LogSoFar {
  readonly head: Head;
  /** All headers; number n stands at index n − 1. */
  readonly headers: readonly ChangeHeader[];
}

export interface PlannedChange {
  readonly steps: readonly Step[];
  readonly payload: unknown;
  readonly undoes?: number;
  readonly redoes?: number;
  /** The planner has itself compared each `before` with what stands (a big undo does so in slices). */
  readonly compared?: true;
}

export interface CommitRequest {
  readonly command: string;
  readonly author: Author;
  /** Pure: may be called several times. */
  plan(state: CaseState, log: LogSoFar): PlannedChange | Refusal;
}

export type FailureReason = 'storage-full' | 'superseded' | 'cleared' | 'closed' | 'write-failed';

export interface Committed {
  readonly committed: true;
  readonly header: ChangeHeader;
  readonly hash: string;
  readonly steps: readonly Step[];
}
/** Nothing was written and nothing is acknowledged; the change is handed back so that the caller keeps it. */
export interface CommitFailure {
  readonly failed: true;
  readonly reason: FailureReason;
  readonly change: ChangeRecord;
  readonly steps: readonly Step[];
}
export type CommitResult = Committed | CommitFailure | Refusal;

/** The case in memory that a commit works on. */
export interface CaseInMemory {
  readonly localId: LocalId;
  readonly state: CaseState;
  readonly headers: readonly ChangeHeader[];
  readonly head: Head;
  /** Monotonic time of the last change of this sitting; undefined before the first. */
  readonly lastMonotonic: number | undefined;
  advance(change: Change, monotonic: number): Promise<void>;
  /** Pulls what another tab appended; a refusal when that is impossible. */
  catchUp(): Promise<Refusal | undefined>;
}

export class HeadMoved extends Error {
  readonly now: Head | undefined;
  constructor(now: Head | undefined) {
    super('head moved');
    this.name = 'HeadMoved';
    this.now = now;
  }
}

/** Steps hashed at a stretch: some ten milliseconds. */
const HASHED_AT_ONCE = 100;
/** Clock steps back by more than this are themselves recorded. */
const CLOCK_TOLERANCE_MS = 2000;
/** How often a commit is planned anew because another tab was faster, before it gives up. */
const ATTEMPTS = 25;

export function readClock(
  context: StoreContext,
  previous: ChangeHeader | undefined,
  lastMonotonic: number | undefined,
): { readonly reading: ClockReading; readonly monotonic: number } {
  const now = context.clock.now();
  const monotonic = context.clock.monotonic();
  const back = previous ? Date.parse(previous.wall) - now : 0;
  return {
    monotonic,
    reading: {
      wall: new Date(now).toISOString(),
      zone: context.clock.zone,
      ...(lastMonotonic !== undefined && { sincePrevious: Math.max(0, Math.round(monotonic - lastMonotonic)) }),
      ...(back > CLOCK_TOLERANCE_MS && { clockBack: Math.round(back) }),
    },
  };
}

/** Which failure of IndexedDB this is. Full disks do not always say so; every one is treated alike by the caller. */
export function failureReason(error: unknown): FailureReason {
  if (error instanceof StoreFrozen) return error.why;
  const { name, inner } = error as { name?: string; inner?: { name?: string } };
  if (name === 'QuotaExceededError' || inner?.name === 'QuotaExceededError') return 'storage-full';
  if (name === 'DatabaseClosedError') return 'closed';
  return 'write-failed';
}

/** The bytes of the case's summary when these steps alter it, else undefined. */
export async function summaryBytes(
  context: StoreContext,
  state: CaseState,
  steps: readonly Step[],
): Promise<Uint8Array | undefined> {
  const summary = summaryAfter(state, steps);
  return summary && encodeJson(context.codec, summary);
}

/** Everything one strict transaction writes. */
export interface PreparedWrite {
  readonly localId: LocalId;
  readonly expected: Head;
  readonly head: Head;
  readonly rows: ChangeRows;
  readonly summary: Uint8Array | undefined;
  /** A staged import made visible by this change: its packs must lie in the store. */
  readonly stage?: { readonly stageId: string; readonly packs: readonly string[] };
}

export class StageLost extends Error {
  constructor() {
    super('staged packs are gone');
    this.name = 'StageLost';
  }
}

/** One strict transaction: compare the head, append, move the head. Resolves after `oncomplete`. */
export async function writeChange(context: StoreContext, write: PreparedWrite): Promise<void> {
  mayWrite(context);
  const { db } = context;
  const { localId, expected, head, rows, summary, stage } = write;
  await db.transaction('rw', [db.heads, db.changes, db.parts, db.packs, db.cases, db.stages], async () => {
    const now = await db.heads.get(localId);
    const made = expected.seq === EMPTY_HEAD.seq;
    if (made ? now !== undefined : now?.seq !== expected.seq || now.hash !== expected.hash) {
      throw new HeadMoved(now && { seq: now.seq, hash: now.hash });
    }
    if (stage) {
      const keys = stage.packs.map((d): [LocalId, string] => [localId, d]);
      const count = await db.packs.where(':id').anyOf(keys).count();
      if (count !== new Set(stage.packs).size) throw new StageLost();
      await db.stages.delete(stage.stageId);
    }
    await db.changes.add(rows.change);
    await db.parts.bulkPut(rows.parts);
    if (rows.packs.length) await db.packs.bulkPut(rows.packs);
    if (summary) {
      if (made) await db.cases.add({ localId, value: summary });
      else await db.cases.update(localId, { value: summary });
    }
    await db.heads.put({ localId, seq: head.seq, hash: head.hash });
  });
  context.sentinels.raise(localId, head);
  context.tell({ localId, seq: head.seq });
}

/** Hashes a planned change; in slices above the staging limit, so that a big layout does not hold the page. */
async function sealed(
  context: StoreContext,
  request: CommitRequest,
  planned: PlannedChange,
  log: LogSoFar,
  clock: ClockReading,
): Promise<ChangeRecord> {
  const { steps, payload, undoes, redoes } = planned;
  const draft = {
    payload,
    command: request.command,
    author: request.author,
    head: log.head,
    clock,
    salt: context.salt,
    ...(undoes !== undefined && { undoes }),
    ...(redoes !== undefined && { redoes }),
  };
  const origin = undoes ?? redoes;
  if (origin !== undefined && (log.headers[origin - 1]?.packs.length ?? 0) > 0) {
    // The inverse of a staged change is derived from the packs already there.
    return sealChange(draft, { steps: [], packs: [] });
  }
  if (steps.length <= STAGE_ABOVE) return buildChange({ ...draft, steps });
  const packs: Pack[] = [];
  let parts: Part[] = [];
  for (const [i, step] of steps.entries()) {
    if (i % HASHED_AT_ONCE === 0) await giveWay();
    parts.push(makePart(step, context.salt()));
    if (parts.length < PACK_SIZE && i < steps.length - 1) continue;
    packs.push(packOf(parts));
    parts = [];
  }
  await giveWay();
  return sealChange(draft, { steps: [], packs });
}

/**
 * Plans, hashes, encodes, writes, and only then alters the case in memory. When the head moved (another tab), pulls
 * what is missing and plans again. Throws only on a bug: a plan whose `before` is not what stands.
 */
export async function commit(context: StoreContext, open: CaseInMemory, request: CommitRequest): Promise<CommitResult> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const log: LogSoFar = { head: open.head, headers: open.headers };
    const planned = request.plan(open.state, log);
    if ('refused' in planned) return planned;
    const { steps } = planned;
    if (steps.length === 0) return { refused: 'nothing-changes' };
    const wrong = planned.compared ? undefined : conflictOf(open.state, steps);
    if (wrong) throw new TypeError(`plan of ${request.command} does not start from what stands at ${wrong.id}`);
    const { reading, monotonic } = readClock(context, open.headers.at(-1), open.lastMonotonic);
    const change = await sealed(context, request, planned, log, reading);
    const head = { seq: change.header.seq, hash: change.hash };
    try {
      const rows = await rowsOf(context.codec, open.localId, change);
      const summary = await summaryBytes(context, open.state, steps);
      await writeChange(context, { localId: open.localId, expected: log.head, head, rows, summary });
    } catch (error) {
      if (!(error instanceof HeadMoved)) return { failed: true, reason: failureReason(error), change, steps };
      const refusal = error.now ? await open.catchUp() : { refused: 'case-deleted' };
      if (refusal) return refusal;
      continue;
    }
    await open.advance({ header: change.header, hash: change.hash, steps }, monotonic);
    return { committed: true, header: change.header, hash: change.hash, steps };
  }
  return { refused: 'too-busy' };
}

/** Makes a case with its first change, which must make the case record. */
export async function commitFirst(
  context: StoreContext,
  localId: LocalId,
  request: Omit<CommitRequest, 'plan'> & PlannedChange,
): Promise<CommitResult> {
  const { reading } = readClock(context, undefined, undefined);
  const log: LogSoFar = { head: EMPTY_HEAD, headers: [] };
  const change = await sealed(context, { ...request, plan: () => request }, request, log, reading);
  const { steps } = request;
  const summary = await summaryBytes(context, new CaseState(), steps);
  if (!summary) throw new TypeError('the first change of a case makes its case record');
  try {
    const rows = await rowsOf(context.codec, localId, change);
    const head = { seq: 1, hash: change.hash };
    await writeChange(context, { localId, expected: EMPTY_HEAD, head, rows, summary });
  } catch (error) {
    return { failed: true, reason: failureReason(error), change, steps };
  }
  return { committed: true, header: change.header, hash: change.hash, steps };
}
