import type { CaseState } from '#domain/change/case-state';
import { EMPTY_HEAD, type Head, type LocalId } from '#domain/change/change-record';
import { verifyHeaders } from '#domain/change/log';
import { checkParts, type RawChange, type RawLog } from '#domain/change/raw-log';
import { type Attachments, writeAttachments } from './attachments.ts';
import type { CaseSummary } from './case-summary.ts';
import { encodeJson } from './codec.ts';
import { type FailureReason, failureReason } from './commit.ts';
import { mayWrite, type StoreContext } from './context.ts';
import { giveWay } from './give-way.ts';
import { packRow, partRow } from './rows.ts';
import type { ChangeRow, PackRow, PartRow } from './schema.ts';
import { snapshotRows } from './snapshots.ts';
import { beginCase, sweepStage } from './staging.ts';

/** Changes read at a time. */
const PAGE = 200;
/** What one transaction takes: few of them, for each waits for the disk, and none that holds the page. */
const ROWS_AT_ONCE = 1500;
const BYTES_AT_ONCE = 4_000_000;

export type ImportLogResult =
  | { readonly ok: true; readonly localId: LocalId; readonly head: Head }
  /** Nothing is visible and what was written is swept. */
  | { readonly ok: false; readonly code: FailureReason | 'log-altered'; readonly seq?: number };

class LogAltered extends Error {
  readonly seq: number;
  constructor(seq: number) {
    super(`log altered at ${seq}`);
    this.seq = seq;
  }
}

interface Rows {
  changes: ChangeRow[];
  parts: PartRow[];
  packs: PackRow[];
  bytes: number;
}
const noRows = (): Rows => ({ changes: [], parts: [], packs: [], bytes: 0 });

/** Adds the rows of one page of changes, checked. With `hashed`, the parts were compared with their digests before. */
async function addPage(
  { codec }: StoreContext,
  localId: LocalId,
  page: readonly RawChange[],
  from: Head,
  rows: Rows,
  hashed: boolean,
): Promise<Head> {
  const chain = verifyHeaders(
    page.map((c) => c.headerBytes),
    from,
  );
  if (chain.fault) throw new LogAltered(chain.fault.seq);
  for (const [i, raw] of page.entries()) {
    const header = chain.headers[i]!;
    if (!hashed && checkParts(header, raw)) throw new LogAltered(header.seq);
    rows.changes.push({ localId, seq: header.seq, value: await codec.encode(raw.headerBytes) });
    for (const part of [raw.payload, ...raw.steps]) {
      if (!part) throw new LogAltered(header.seq);
      const row = await partRow(codec, localId, part);
      rows.parts.push(row);
      rows.bytes += row.value.length;
    }
    for (const pack of raw.packs) {
      if (!pack) throw new LogAltered(header.seq);
      const row = await packRow(codec, localId, pack);
      rows.packs.push(row);
      rows.bytes += row.value.length;
    }
  }
  return chain.head;
}

async function writeRows(context: StoreContext, { changes, parts, packs }: Rows): Promise<void> {
  const { db } = context;
  mayWrite(context);
  await db.transaction('rw', [db.changes, db.parts, db.packs], async () => {
    await db.changes.bulkAdd(changes);
    await db.parts.bulkPut(parts);
    if (packs.length) await db.packs.bulkPut(packs);
  });
}

/** What an imported log brings beside itself. */
export interface LogCompany extends Attachments {
  /**
   * The state that a thorough reading folded out of this very log object, so that every part has been hashed. It is
   * written as the snapshot, and the parts are not hashed a second time.
   */
  readonly folded?: CaseState;
}

/**
 * Copies a whole log (of a package, of another case, of a rescue) under a new local id, chain and digests unchanged.
 * Verified while written, over many transactions, invisible; the last one lists the case.
 */
export async function importLog(
  context: StoreContext,
  log: RawLog,
  summary: CaseSummary,
  company: LogCompany = {},
): Promise<ImportLogResult> {
  const { db, codec } = context;
  const { folded } = company;
  const localId = context.newId();
  let stage: { stageId: string; release(): void } | undefined;
  try {
    stage = await beginCase(context, localId);
    const { stageId } = stage;
    let head: Head = EMPTY_HEAD;
    let rows = noRows();
    while (head.seq < log.head.seq) {
      const page = await log.read(head.seq + 1, Math.min(log.head.seq, head.seq + PAGE));
      if (page.length === 0) throw new LogAltered(head.seq + 1);
      head = await addPage(context, localId, page, head, rows, folded !== undefined);
      const full = rows.changes.length + rows.parts.length >= ROWS_AT_ONCE || rows.bytes >= BYTES_AT_ONCE;
      if (full || head.seq === log.head.seq) {
        await writeRows(context, rows);
        rows = noRows();
      }
      await giveWay();
    }
    if (head.seq === 0 || head.hash !== log.head.hash) throw new LogAltered(head.seq);
    await writeAttachments(db, codec, localId, company);
    const value = await encodeJson(codec, summary);
    const snapshot = folded ? await snapshotRows(context, localId, head, [...folded.all()]) : [];
    const { seq, hash } = head;
    mayWrite(context);
    await db.transaction('rw', [db.cases, db.heads, db.stages, db.snapshots], async () => {
      await db.snapshots.bulkPut(snapshot);
      await db.cases.add({ localId, value });
      await db.heads.add({ localId, seq, hash });
      await db.stages.delete(stageId);
    });
    context.sentinels.set(localId, head);
    context.tell({ localId, seq });
    return { ok: true, localId, head };
  } catch (error) {
    if (stage) await sweepStage(context, stage.stageId).catch(() => undefined);
    return error instanceof LogAltered
      ? { ok: false, code: 'log-altered', seq: error.seq }
      : { ok: false, code: failureReason(error) };
  } finally {
    stage?.release();
  }
}
