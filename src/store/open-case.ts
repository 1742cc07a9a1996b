import { sameJson } from '#domain/change/canonical';
import { CaseState } from '#domain/change/case-state';
import type { Author, Change, ChangeHeader, Head, LocalId } from '#domain/change/change-record';
import { UndoFold, type UndoStacks } from '#domain/change/history';
import { conflictOf, sealChange, verifyHeaders } from '#domain/change/log';
import { checkedSteps, isDerived, isPurged, partValue, type RawLog } from '#domain/change/raw-log';
import { logFromState } from '#domain/change/rescue-log';
import { invert, type Step } from '#domain/change/step';
import type { Refusal } from '#domain/commands/command';
import {
  type CaseInMemory,
  type CommitRequest,
  type CommitResult,
  commit,
  failureReason,
  HeadMoved,
  readClock,
  StageLost,
  summaryBytes,
  writeChange,
} from './commit.ts';
import type { StoreContext } from './context.ts';
import { giveWay } from './give-way.ts';
import type { LoadedCase } from './load-case.ts';
import { storedLog } from './read-log.ts';
import { rowsOf } from './rows.ts';
import { writeSnapshot } from './snapshots.ts';
import { readStaged, type StagedSteps } from './staging.ts';

/** Steps applied in one go; above it the page is given a breath between slices. */
const SLICE = 1000;
/** Steps after which a new snapshot is worth its writing. */
const SNAPSHOT_AFTER_STEPS = 2000;
const SNAPSHOT_AFTER_CHANGES = 200;

export interface CaseEvent {
  /** `here`: this page made the changes. `elsewhere`: another tab did. `gone`: the case was deleted or the log cannot be followed. */
  readonly origin: 'here' | 'elsewhere' | 'gone';
  readonly changes: readonly Change[];
}

export interface StagedRequest {
  readonly command: string;
  readonly author: Author;
  readonly payload: unknown;
  /** The head the steps were planned against: on any other one nothing is written, and `case-moved-on` is the answer. */
  readonly expected?: Head;
}

/** Small changes at once, big ones in slices with a breath between. */
async function applySlowly(state: CaseState, steps: readonly Step[]): Promise<void> {
  if (steps.length <= SLICE) state.apply(steps);
  else {
    for (let i = 0; i < steps.length; i += SLICE) {
      state.apply(steps.slice(i, i + SLICE));
      await giveWay();
    }
  }
}

/** `conflictOf`, in slices. Writes are queued, so the state stands still meanwhile. */
async function conflictIn(state: CaseState, steps: readonly Step[]): Promise<Step | undefined> {
  if (steps.length <= SLICE) return conflictOf(state, steps);
  const met = new Map<string, Step['after']>();
  for (const [i, step] of steps.entries()) {
    const now = met.has(step.id) ? (met.get(step.id) ?? null) : (state.get(step.id) ?? null);
    if (!sameJson(now, step.before)) return step;
    met.set(step.id, step.after);
    if (i % SLICE === SLICE - 1) await giveWay();
  }
  return undefined;
}

function sameHead(a: Head, b: Head): boolean {
  return a.seq === b.seq && a.hash === b.hash;
}

/** The target of an undo or redo that cannot be found or was purged. */
const NOT_READABLE: Refusal = { refused: 'change-not-readable' };

/**
 * A case in memory: the folded state, all headers, the undo stacks. One per page and case (`Store.openCase` shares it).
 * Writes are queued; each resolves only when the disk has it. Listeners are called after state, headers and head agree.
 */
export class OpenCase implements CaseInMemory {
  readonly localId: LocalId;
  readonly state: CaseState;
  readonly #context: StoreContext;
  readonly #headers: ChangeHeader[];
  #head: Head;
  readonly #undo = new UndoFold();
  readonly #listeners = new Set<(event: CaseEvent) => void>();
  #queue: Promise<unknown> = Promise.resolve();
  #lastMonotonic: number | undefined;
  #snapshotSeq: number;
  #stepsSinceSnapshot = 0;
  #snapshotDue: ReturnType<typeof setTimeout> | undefined;
  #gone = false;
  /** The last bulk change of this sitting, so that taking it back need not read, hash and parse it again. */
  #lastBulk: { readonly seq: number; readonly steps: readonly Step[] } | undefined;

  constructor(context: StoreContext, loaded: LoadedCase) {
    this.#context = context;
    this.localId = loaded.localId;
    this.state = loaded.state;
    this.#headers = loaded.headers;
    this.#head = loaded.head;
    this.#snapshotSeq = loaded.fromSnapshot;
    for (const h of loaded.headers) this.#undo.push(h);
    this.#considerSnapshot();
  }

  get headers(): readonly ChangeHeader[] {
    return this.#headers;
  }
  get head(): Head {
    return this.#head;
  }
  get stacks(): UndoStacks {
    return this.#undo.stacks;
  }
  get lastMonotonic(): number | undefined {
    return this.#lastMonotonic;
  }
  /** True once the case was deleted elsewhere, or its log no longer continues what is in memory. */
  get gone(): boolean {
    return this.#gone;
  }

  subscribe(listener: (event: CaseEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  commit(request: CommitRequest): Promise<CommitResult> {
    return this.#enqueue(() => (this.#gone ? { refused: 'case-deleted' } : commit(this.#context, this, request)));
  }

  /** Makes staged packs visible with one strict transaction. One undo. Refuses with `case-moved-on` on another head than expected. */
  commitStaged(staged: StagedSteps, request: StagedRequest): Promise<CommitResult> {
    return this.#enqueue(() => this.#commitStaged(staged, request));
  }

  /** Takes back the last change that stands, or refuses: `nothing-to-undo`, `record-moved-on` {record}. */
  undo(author: Author): Promise<CommitResult> {
    return this.#takeBack(author, 'undo');
  }
  redo(author: Author): Promise<CommitResult> {
    return this.#takeBack(author, 'redo');
  }

  /** Pulls what other tabs appended. Called on every message of another tab; harmless at any time. */
  refresh(): Promise<void> {
    return this.#enqueue(async () => {
      await this.catchUp();
    });
  }

  /** The steps of a change, derived ones too; purged ones left out. Rejects with RangeError when damaged. */
  async readSteps(seq: number): Promise<Step[]> {
    const log = this.#log();
    const header = this.#headers[seq - 1];
    const [raw] = await log.read(seq, seq);
    if (!header || !raw) throw new RangeError(`change ${seq} is missing`);
    const steps = await checkedSteps(log, header, raw, { breathe: giveWay });
    if (!Array.isArray(steps)) throw new RangeError(`change ${seq} is damaged`);
    return steps;
  }

  /** The payload of a change as planned; undefined when purged or missing. */
  async readPayload(seq: number): Promise<unknown> {
    const [raw] = await this.#log().read(seq, seq);
    return raw?.payload && !isPurged(raw.payload) ? partValue(raw.payload) : undefined;
  }

  /** The case as it was after `seq` changes, folded afresh from the log; the live state is not touched. RangeError as above. */
  async stateAt(seq: number): Promise<CaseState> {
    const state = new CaseState();
    const log = this.#log();
    for (let from = 1; from <= seq; from += 200) {
      const page = await log.read(from, Math.min(seq, from + 199));
      for (const [i, raw] of page.entries()) {
        const steps = await checkedSteps(log, this.#headers[from + i - 1]!, raw, { breathe: giveWay });
        if (!Array.isArray(steps)) throw new RangeError(`change ${from + i} is damaged`);
        await applySlowly(state, steps);
      }
      await giveWay();
    }
    return state;
  }

  /** The log on the disk as a package reads it. */
  log(): RawLog {
    return this.#log();
  }

  /**
   * The case as it stands in memory, as a log of one change. For when the disk is gone under the page and `log()` can
   * no longer be read: the records leave in a file, their history does not. `unsaved`: steps that could not be written.
   */
  logFromMemory(author: Author, unsaved: readonly Step[] = []): RawLog {
    const { reading } = readClock(this.#context, undefined, undefined);
    const state = new CaseState();
    state.apply([...this.state.all()].map((r) => ({ id: r.id, before: null, after: r })));
    state.apply(unsaved);
    return logFromState(state, { author, clock: reading, salt: this.#context.salt });
  }

  /** Writes the snapshot now (a cache; the program also does it by itself when idle). */
  async snapshot(): Promise<void> {
    const head = this.#head;
    const records = [...this.state.all()];
    await writeSnapshot(this.#context, this.localId, head, records);
    this.#snapshotSeq = head.seq;
    this.#stepsSinceSnapshot = 0;
  }

  /** Waits until every queued write is done. */
  async settled(): Promise<void> {
    await this.#queue;
  }

  /** Called by the store when it lets the case go. */
  release(): void {
    clearTimeout(this.#snapshotDue);
    this.#snapshotDue = undefined;
    this.#listeners.clear();
  }

  markGone(): void {
    if (this.#gone) return;
    this.#gone = true;
    this.#tell({ origin: 'gone', changes: [] });
  }

  async advance(change: Change, monotonic: number): Promise<void> {
    this.#lastMonotonic = monotonic;
    await this.#take(change);
    this.#tell({ origin: 'here', changes: [change] });
    this.#considerSnapshot();
  }

  async catchUp(): Promise<Refusal | undefined> {
    const { db, codec } = this.#context;
    const row = await db.heads.get(this.localId);
    if (!row) {
      this.markGone();
      return { refused: 'case-deleted' };
    }
    if (row.seq < this.#head.seq) {
      this.markGone();
      return { refused: 'log-diverged' };
    }
    const log = storedLog(db, codec, this.localId, { seq: row.seq, hash: row.hash });
    const taken: Change[] = [];
    while (this.#head.seq < row.seq) {
      const page = await log.read(this.#head.seq + 1, Math.min(this.#head.seq + 200, row.seq));
      if (page.length === 0) return this.#diverged();
      for (const raw of page) {
        const chain = verifyHeaders([raw.headerBytes], this.#head);
        const header = chain.headers[0];
        const steps = header && (await checkedSteps(log, header, raw, { breathe: giveWay }));
        if (!header || !Array.isArray(steps)) return this.#diverged();
        const change: Change = { header, hash: chain.head.hash, steps };
        await this.#take(change);
        taken.push(change);
      }
    }
    if (this.#head.hash !== row.hash) return this.#diverged();
    if (taken.length) {
      this.#tell({ origin: 'elsewhere', changes: taken });
      this.#considerSnapshot();
    }
    return undefined;
  }

  #diverged(): Refusal {
    this.markGone();
    return { refused: 'log-diverged' };
  }

  #log(): RawLog {
    return storedLog(this.#context.db, this.#context.codec, this.localId, this.#head);
  }

  #enqueue<T>(act: () => T | Promise<T>): Promise<T> {
    const run = this.#queue.then(act, act);
    this.#queue = run.catch(() => undefined);
    return run;
  }

  #tell(event: CaseEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  async #take({ header, hash, steps }: Change): Promise<void> {
    await applySlowly(this.state, steps);
    this.#headers.push(header);
    this.#head = { seq: header.seq, hash };
    this.#undo.push(header);
    this.#stepsSinceSnapshot += steps.length;
    if (steps.length > SLICE && !isDerived(header)) this.#lastBulk = { seq: header.seq, steps };
  }

  /** The steps to take back or do again; of the last bulk change from memory, where its records are those of the state. */
  async #stepsToTurn(target: number): Promise<readonly Step[]> {
    if (this.#lastBulk?.seq === target) return this.#lastBulk.steps;
    const steps = await this.readSteps(target);
    if (steps.length > SLICE) this.#lastBulk = { seq: target, steps };
    return steps;
  }

  #considerSnapshot(): void {
    const due =
      this.#stepsSinceSnapshot >= SNAPSHOT_AFTER_STEPS || this.#head.seq - this.#snapshotSeq >= SNAPSHOT_AFTER_CHANGES;
    if (!due || this.#snapshotDue !== undefined || this.#context.frozen) return;
    this.#snapshotDue = setTimeout(() => {
      this.#snapshotDue = undefined;
      // A cache: failing to write it loses nothing but time at the next open.
      this.#enqueue(() => (this.#context.frozen || this.#gone ? undefined : this.snapshot())).catch(() => undefined);
    }, this.#context.snapshotDelay);
    // Node would wait for the timer; browsers give a number.
    (this.#snapshotDue as { unref?: () => void }).unref?.();
  }

  async #takeBack(author: Author, act: 'undo' | 'redo'): Promise<CommitResult> {
    return this.#enqueue(async () => {
      for (;;) {
        if (this.#gone) return { refused: 'case-deleted' };
        const target = this.stacks[act].at(-1);
        if (target === undefined) return { refused: act === 'undo' ? 'nothing-to-undo' : 'nothing-to-redo' };
        let original: readonly Step[];
        try {
          original = await this.#stepsToTurn(target);
        } catch {
          return NOT_READABLE;
        }
        const steps = act === 'undo' ? invert(original) : original;
        const conflict = await conflictIn(this.state, steps);
        const compared = this.#head;
        let moved = false;
        const result = await commit(this.#context, this, {
          command: act,
          author,
          plan: (state) => {
            // Another tab may have moved the top of the stack while the steps were read.
            moved = this.stacks[act].at(-1) !== target;
            if (moved) return { refused: 'stack-moved' };
            const wrong = this.#head === compared ? conflict : conflictOf(state, steps);
            if (wrong) return { refused: 'record-moved-on', detail: { record: wrong.id, seq: target } };
            const origin = act === 'undo' ? { undoes: target } : { redoes: target };
            return { steps, payload: { seq: target }, compared: true, ...origin };
          },
        });
        if (!moved) return result;
      }
    });
  }

  async #commitStaged(staged: StagedSteps, { expected: planned, ...request }: StagedRequest): Promise<CommitResult> {
    const context = this.#context;
    const { db, codec } = context;
    const steps: Step[] = [];
    const stage = { stageId: staged.stageId, packs: staged.packs };
    const staging = await readStaged(context, staged);
    if (!staging) return { refused: 'stage-lost' };
    for (const pack of staging) {
      const read = await pack();
      if (!read) return { refused: 'stage-lost' };
      for (const step of read) steps.push(step);
      await giveWay();
    }
    if (steps.length === 0) return { refused: 'nothing-changes' };
    for (;;) {
      if (this.#gone) return { refused: 'case-deleted' };
      // Each time round: the head may have come from another tab since.
      if (planned && !sameHead(planned, this.#head)) return { refused: 'case-moved-on' };
      const conflict = await conflictIn(this.state, steps);
      if (conflict) return { refused: 'record-moved-on', detail: { record: conflict.id } };
      const expected = this.#head;
      const { reading, monotonic } = readClock(context, this.#headers.at(-1), this.#lastMonotonic);
      const draft = { ...request, head: expected, clock: reading, salt: context.salt };
      const change = sealChange(draft, { steps: [], packs: [] }, staged.packs);
      const head = { seq: change.header.seq, hash: change.hash };
      try {
        const rows = await rowsOf(codec, this.localId, change);
        const summary = await summaryBytes(context, this.state, steps);
        await writeChange(context, { localId: this.localId, expected, head, rows, summary, stage });
      } catch (error) {
        if (error instanceof StageLost) return { refused: 'stage-lost' };
        if (!(error instanceof HeadMoved)) return { failed: true, reason: failureReason(error), change, steps };
        const refusal = (await db.heads.get(this.localId)) ? await this.catchUp() : { refused: 'case-deleted' };
        if (refusal) return refusal;
        continue;
      }
      await this.advance({ header: change.header, hash: change.hash, steps }, monotonic);
      return { committed: true, header: change.header, hash: change.hash, steps };
    }
  }
}
