import {
  type ChangeHeader,
  type ChangeRecord,
  EMPTY_HEAD,
  type Head,
  type LocalId,
} from '#domain/change/change-record';
import { parseHeader } from '#domain/change/parse-header';
import { appendedLog, caseIdIn, type LogFault, type RawLog, readLog } from '#domain/change/raw-log';
import { type Attachments, readAttachments } from './attachments.ts';
import { BlobBox } from './blobs.ts';
import { type CaseSummary, type ListedCase, summaryOf } from './case-summary.ts';
import { decodeJson } from './codec.ts';
import { type CommitRequest, type CommitResult, commitFirst, type PlannedChange } from './commit.ts';
import { type Frozen, mayWrite, type StoreContext, type TabMessage } from './context.ts';
import { lostCases, noteDeleted } from './deleted-cases.ts';
import { DeviceBox } from './device.ts';
import { FolderBox } from './folder.ts';
import { giveWay } from './give-way.ts';
import { type ImportLogResult, importLog, type LogCompany } from './import-log.ts';
import { type LoadOptions, type LoadProblem, loadCase } from './load-case.ts';
import { OpenCase } from './open-case.ts';
import { purgePart } from './purge.ts';
import { storedLog } from './read-log.ts';
import { type Rescue, rescue } from './rescue.ts';
import { CASE_TABLES, rangeOf } from './schema.ts';
import type { Sentinel } from './sentinel.ts';
import { beginStage, type Stage } from './staging.ts';

/** What the store noticed while opening. */
export interface OpenReport {
  /** The browser said that it threw the database away as damaged. It says so once. */
  readonly dataLoss: boolean;
  /** False: localStorage is blocked, so that a lost database cannot be noticed. */
  readonly sentinel: boolean;
  /** Sentinels of cases that the store does not know: lost with the database, or deleted by someone else's hand. */
  readonly lost: readonly Sentinel[];
  /** Unfinished imports removed. */
  readonly swept: number;
}

export type StoreEvent =
  /** Writes are refused from now on; memory is kept. Offer a file. */
  | { readonly type: 'frozen'; readonly why: Frozen }
  /** The list of cases, or something it shows, changed in this tab or another. */
  | { readonly type: 'cases' };

export type VerifyResult =
  | { readonly ok: true; readonly head: Head; readonly purged: number }
  | { readonly ok: false; readonly code: 'no-such-case' }
  | { readonly ok: false; readonly code: 'damaged'; readonly fault: LogFault; readonly intact: Head };

export type OpenCaseResult = { readonly ok: true; readonly case: OpenCase } | LoadProblem;

/** Fits `PackageSource` of the case package. */
export interface PackagedCase extends Required<Attachments> {
  readonly caseId: string;
  readonly log: RawLog;
}

/** Where a page keeps its cases. One per page or worker; `openStore` makes it. */
export class Store {
  readonly report: OpenReport;
  /** Settings of this device. */
  readonly settings: DeviceBox;
  /** Saved import mappings of this device. */
  readonly mappings: DeviceBox;
  readonly blobs: BlobBox;
  /** The folder for safety copies of this device. */
  readonly folder: FolderBox;
  readonly #context: StoreContext;
  readonly #open = new Map<LocalId, { readonly opening: Promise<OpenCaseResult>; users: number }>();
  readonly #listeners = new Set<(event: StoreEvent) => void>();
  readonly #end: () => void;

  constructor(context: StoreContext, report: OpenReport, end: () => void) {
    this.#context = context;
    this.report = report;
    this.#end = end;
    this.settings = new DeviceBox(context, 'settings');
    this.mappings = new DeviceBox(context, 'mappings');
    this.blobs = new BlobBox(context);
    this.folder = new FolderBox(context);
  }

  /** Why writes are refused, when they are. */
  get frozen(): Frozen | undefined {
    return this.#context.frozen;
  }

  subscribe(listener: (event: StoreEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** All cases, the one changed last first. A summary that cannot be read leaves an empty title, never a missing case. */
  async listCases(): Promise<ListedCase[]> {
    const { db, codec } = this.#context;
    const [cases, heads] = await db.transaction('r', [db.cases, db.heads], () =>
      Promise.all([db.cases.toArray(), db.heads.toArray()]),
    );
    const headOf = new Map(heads.map((h) => [h.localId, h]));
    const listed: ListedCase[] = [];
    for (const row of cases) {
      const head = headOf.get(row.localId) ?? EMPTY_HEAD;
      const summary = await decodeJson<CaseSummary>(codec, row.value).catch(() => ({ caseId: '', title: '' }));
      const changed = await this.#lastWall(row.localId, head.seq);
      listed.push({
        ...summary,
        localId: row.localId,
        count: head.seq,
        hash: head.hash,
        ...(changed !== undefined && { changed }),
        ...(row.savedSeq !== undefined && { savedSeq: row.savedSeq }),
        ...(row.savedWall !== undefined && { savedWall: row.savedWall }),
      });
    }
    return listed.sort((a, b) => ((a.changed ?? '') < (b.changed ?? '') ? 1 : -1));
  }

  /** Makes a case. The steps must make the case record. */
  async createCase(
    request: Omit<CommitRequest, 'plan'> & PlannedChange,
  ): Promise<CommitResult & { readonly localId?: LocalId }> {
    const localId = this.#context.newId();
    const result = await commitFirst(this.#context, localId, request);
    if (!('committed' in result)) return result;
    this.#tell({ type: 'cases' });
    return { ...result, localId };
  }

  /** Opens a case. Everyone in this page who opens it gets the same object; it is let go when all have closed it. */
  openCase(localId: LocalId, options: LoadOptions = {}): Promise<OpenCaseResult> {
    const known = this.#open.get(localId);
    if (known) {
      known.users++;
      return known.opening;
    }
    const opening = this.#load(localId, options);
    this.#open.set(localId, { opening, users: 1 });
    const forget = (): void => {
      if (this.#open.get(localId)?.opening === opening) this.#open.delete(localId);
    };
    opening.then((result) => {
      if (!result.ok) forget();
    }, forget);
    return opening;
  }

  /** Once for each `openCase`. Resolves when queued writes are done. */
  async closeCase(localId: LocalId): Promise<void> {
    const open = this.#open.get(localId);
    if (!open) return;
    open.users--;
    if (open.users <= 0) await this.#letGo(localId);
    else await open.opening.then((result) => (result.ok ? result.case.settled() : undefined));
  }

  async #letGo(localId: LocalId): Promise<void> {
    const open = this.#open.get(localId);
    this.#open.delete(localId);
    const result = await open?.opening.catch(() => undefined);
    if (result?.ok) {
      await result.case.settled();
      result.case.release();
    }
  }

  /** After a recovery screen: the analyst goes on with what is left; the sentinel is set to it. */
  async acceptWhatIsLeft(localId: LocalId): Promise<OpenCaseResult> {
    const result = await this.openCase(localId, { sentinel: false });
    if (result.ok) this.#context.sentinels.set(localId, result.case.head);
    return result;
  }

  /** Forgets a lost case (it has a sentinel and no rows). */
  forgetLost(localId: LocalId): void {
    this.#context.sentinels.remove(localId);
  }

  /** Cases the sentinels know and the store does not, now. */
  lostCases(): Promise<Sentinel[]> {
    return lostCases(this.#context.db, this.#context.sentinels);
  }

  /** Removes a case and its sentinel. */
  async deleteCase(localId: LocalId): Promise<void> {
    mayWrite(this.#context);
    const { db, sentinels } = this.#context;
    // First the sentinel: dying in between must not look like a lost case.
    const sentinel = sentinels.read(localId);
    const savedFile = sentinels.savedFile(localId);
    sentinels.remove(localId);
    try {
      await db.transaction('rw', [db.cases, db.heads, db.settings, ...CASE_TABLES.map((t) => db[t])], async () => {
        await noteDeleted(db, localId);
        await db.cases.delete(localId);
        await db.heads.delete(localId);
        for (const table of CASE_TABLES) {
          await db[table]
            .where(':id')
            .between(...rangeOf(localId))
            .delete();
        }
      });
    } catch (error) {
      if (sentinel) sentinels.set(localId, { seq: sentinel.count, hash: sentinel.hash });
      if (savedFile) sentinels.noteSaved(localId, savedFile);
      throw error;
    }
    const open = await this.#open.get(localId)?.opening.catch(() => undefined);
    if (open?.ok) open.case.markGone();
    await this.#letGo(localId);
    this.#context.tell({ localId, deleted: true });
    this.#tell({ type: 'cases' });
  }

  /** The same log under another local id. Its caseId stays: it is the same case until the copies part. */
  async duplicateCase(
    localId: LocalId,
  ): Promise<ImportLogResult | { readonly ok: false; readonly code: 'no-such-case' }> {
    const source = await this.packageSource(localId);
    const row = await this.#context.db.cases.get(localId);
    if (!source || !row) return { ok: false, code: 'no-such-case' };
    return this.importLog(source.log, await decodeJson<CaseSummary>(this.#context.codec, row.value), source);
  }

  /**
   * All that a package of the case is written from, read from the disk without folding a state. `unsaved`: a change that
   * could not be written and shall be in the file all the same; it must follow the head.
   */
  async packageSource(localId: LocalId, unsaved?: ChangeRecord): Promise<PackagedCase | undefined> {
    const { db, codec } = this.#context;
    const log = await this.log(localId);
    if (!log) return undefined;
    const row = await db.cases.get(localId);
    const summary = row && (await decodeJson<CaseSummary>(codec, row.value).catch(() => undefined));
    const caseId = summary?.caseId ?? (await caseIdIn(log)) ?? '';
    const attachments = await readAttachments(db, codec, localId);
    return { caseId, log: unsaved ? appendedLog(log, unsaved) : log, ...attachments };
  }

  /** Brings a verified log in as a new case; visible only when all of it is written. */
  async importLog(log: RawLog, summary: CaseSummary, company: LogCompany = {}): Promise<ImportLogResult> {
    const result = await importLog(this.#context, log, summary, company);
    if (result.ok) this.#tell({ type: 'cases' });
    return result;
  }

  /** Local ids of the copies of a case that are here. */
  async copiesOf(caseId: string): Promise<ListedCase[]> {
    return (await this.listCases()).filter((c) => c.caseId === caseId);
  }

  /** Notes that a file of the case was saved when it had `seq` changes, and its name. Outside the log. */
  async markSavedToFile(localId: LocalId, seq: number, file?: string): Promise<void> {
    mayWrite(this.#context);
    const savedWall = new Date(this.#context.clock.now()).toISOString();
    this.#context.sentinels.noteSaved(localId, { seq, wall: savedWall, ...(file && { file }) });
    await this.#context.db.cases.update(localId, { savedSeq: seq, savedWall });
    this.#context.tell({ localId, seq });
    this.#tell({ type: 'cases' });
  }

  /** Notes that the first `seq` changes are in a file that nobody here saved: in a sample of the program. */
  async markFromProgram(localId: LocalId, seq: number): Promise<void> {
    mayWrite(this.#context);
    await this.#context.db.cases.update(localId, { savedSeq: seq });
    this.#context.tell({ localId, seq });
    this.#tell({ type: 'cases' });
  }

  async lastSavedToFile(localId: LocalId): Promise<{ readonly seq: number; readonly wall: string } | undefined> {
    const row = await this.#context.db.cases.get(localId);
    return row?.savedSeq !== undefined && row.savedWall !== undefined
      ? { seq: row.savedSeq, wall: row.savedWall }
      : undefined;
  }

  /** The log as it lies on the disk, without folding it: what packages are written from. */
  async log(localId: LocalId): Promise<RawLog | undefined> {
    const { db, codec } = this.#context;
    const head = await db.heads.get(localId);
    return head && storedLog(db, codec, localId, { seq: head.seq, hash: head.hash });
  }

  /** Headers `from` to `to`, both included, without steps; unreadable ones are left out. For pages of the history. */
  async readHeaders(localId: LocalId, from: number, to: number): Promise<ChangeHeader[]> {
    const log = await this.log(localId);
    const headers: ChangeHeader[] = [];
    for (const raw of (await log?.read(from, to)) ?? []) {
      try {
        headers.push(parseHeader(raw.headerBytes));
      } catch {
        // Left out, as said: `verifyCase` names it.
      }
    }
    return headers;
  }

  /** Reads every byte of a case: raw bytes against canonical bytes, digests, chain, head, and each step against its state. */
  async verifyCase(localId: LocalId, progress?: (done: number, of: number) => void): Promise<VerifyResult> {
    const log = await this.log(localId);
    if (!log) return { ok: false, code: 'no-such-case' };
    const read = await readLog(log, {
      thorough: true,
      breathe: giveWay,
      progress: async (done, of) => {
        progress?.(done, of);
        await giveWay();
      },
    });
    return read.fault
      ? { ok: false, code: 'damaged', fault: read.fault, intact: read.head }
      : { ok: true, head: read.head, purged: read.purged };
  }

  /**
   * Saves what can be read of a damaged case as a new one: the intact beginning with its chain, then one change that
   * brings in whatever later changes still tell. The damaged case stays as it is.
   */
  async rescueCase(localId: LocalId, author: CommitRequest['author']): Promise<Rescue> {
    const log = await this.log(localId);
    return log ? this.rescueLog(log, author) : { ok: false, code: 'no-such-case' };
  }

  /** The same for the remains of a package (`PackageRefusal.salvage`). */
  async rescueLog(log: RawLog, author: CommitRequest['author']): Promise<Rescue> {
    const result = await rescue(this.#context, log, author);
    if (result.ok) this.#tell({ type: 'cases' });
    return result;
  }

  /** Begins a bulk change. Usually called in a worker, whose own store this is. */
  beginStage(localId: LocalId): Promise<Stage> {
    mayWrite(this.#context);
    return beginStage(this.#context, localId);
  }

  /** Takes one part of the log out, leaving its digest. The chain still verifies. The case must be closed. */
  async purgePart(localId: LocalId, digest: string): Promise<boolean> {
    return purgePart(this.#context, localId, digest);
  }

  /** Closes the database. Open cases stay in memory; writes are refused. */
  async close(): Promise<void> {
    for (const localId of [...this.#open.keys()]) await this.#letGo(localId);
    this.#context.frozen ??= 'closed';
    this.#end();
    this.#listeners.clear();
  }

  /** Called by `openStore` when the browser closes the database under the page or a newer program wants it. */
  announceFrozen(why: Frozen): void {
    this.#tell({ type: 'frozen', why });
  }

  /** Called by `openStore` for each message of another tab. */
  async heard(message: TabMessage): Promise<void> {
    this.#tell({ type: 'cases' });
    const open = await this.#open.get(message.localId)?.opening.catch(() => undefined);
    if (!open?.ok || this.#context.frozen) return;
    if ('deleted' in message) open.case.markGone();
    else if (message.seq > open.case.head.seq) await open.case.refresh();
  }

  async #load(localId: LocalId, options: LoadOptions): Promise<OpenCaseResult> {
    const loaded = await loadCase(this.#context, localId, options);
    if (!loaded.ok) {
      const savedFile = this.#context.sentinels.savedFile(localId);
      return savedFile ? { ...loaded, savedFile } : loaded;
    }
    this.#context.sentinels.raise(localId, loaded.head);
    const open = new OpenCase(this.#context, loaded);
    await this.#renewSummary(open);
    return { ok: true, case: open };
  }

  /** A staged import or an undo may have altered the case record without touching the summary row. */
  async #renewSummary(open: OpenCase): Promise<void> {
    const { properties } = open.state;
    if (!properties || this.#context.frozen) return;
    const row = await this.#context.db.cases.get(open.localId);
    const now = JSON.stringify(summaryOf(properties, open.state));
    const was = row && (await decodeJson(this.#context.codec, row.value).catch(() => undefined));
    if (row && JSON.stringify(was) === now) return;
    const value = await this.#context.codec.encode(new TextEncoder().encode(now));
    if (row) await this.#context.db.cases.update(open.localId, { value });
    else await this.#context.db.cases.put({ localId: open.localId, value });
  }

  async #lastWall(localId: LocalId, seq: number): Promise<string | undefined> {
    const { db, codec } = this.#context;
    const row = await db.changes.get([localId, seq]);
    if (!row) return undefined;
    try {
      return parseHeader(await codec.decode(row.value)).wall;
    } catch {
      return undefined;
    }
  }

  #tell(event: StoreEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
}
