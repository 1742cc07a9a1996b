import { parseCanonical } from '#domain/change/canonical';
import { type ChangeHeader, EMPTY_HEAD, type Head, type LocalId } from '#domain/change/change-record';
import { verifyHeaders } from '#domain/change/log';
import { checkParts, type RawChange, type RawLog, type RawPack } from '#domain/change/raw-log';
import { type Attachments, writeAttachments } from './attachments.ts';
import type { CaseSummary } from './case-summary.ts';
import { encodeJson } from './codec.ts';
import { type FailureReason, failureReason } from './commit.ts';
import { mayWrite, type StoreContext } from './context.ts';
import { packRow, partRow } from './rows.ts';
import type { ChangeRow, PackRow, PartRow } from './schema.ts';
import { beginCase, sweepStage } from './staging.ts';

/** Changes read and written at a time. */
const PAGE = 200;

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

async function writePage(
  context: StoreContext,
  localId: LocalId,
  page: readonly RawChange[],
  from: Head,
): Promise<Head> {
  const { db, codec } = context;
  const chain = verifyHeaders(
    page.map((c) => c.headerBytes),
    from,
  );
  if (chain.fault) throw new LogAltered(chain.fault.seq);
  const changes: ChangeRow[] = [];
  const parts: PartRow[] = [];
  const packs: PackRow[] = [];
  for (const [i, raw] of page.entries()) {
    const header = parseCanonical<ChangeHeader>(raw.headerBytes);
    if (checkParts(header, raw)) throw new LogAltered(header.seq);
    changes.push({ localId, seq: from.seq + 1 + i, value: await codec.encode(raw.headerBytes) });
    for (const part of [raw.payload, ...raw.steps]) if (part) parts.push(await partRow(codec, localId, part));
    for (const pack of raw.packs) if (pack) packs.push(await packRow(codec, localId, pack as RawPack));
  }
  mayWrite(context);
  await db.transaction('rw', [db.changes, db.parts, db.packs], async () => {
    await db.changes.bulkAdd(changes);
    await db.parts.bulkPut(parts);
    if (packs.length) await db.packs.bulkPut(packs);
  });
  return chain.head;
}

/**
 * Copies a whole log (of a package, of another case, of a rescue) under a new local id, chain and digests unchanged.
 * Verified while written, over many transactions, invisible; the last one lists the case.
 */
export async function importLog(
  context: StoreContext,
  log: RawLog,
  summary: CaseSummary,
  attachments: Attachments = {},
): Promise<ImportLogResult> {
  const { db, codec } = context;
  const localId = context.newId();
  let stage: { stageId: string; release(): void } | undefined;
  try {
    stage = await beginCase(context, localId);
    const { stageId } = stage;
    let head: Head = EMPTY_HEAD;
    while (head.seq < log.head.seq) {
      const page = await log.read(head.seq + 1, Math.min(log.head.seq, head.seq + PAGE));
      if (page.length === 0) throw new LogAltered(head.seq + 1);
      head = await writePage(context, localId, page, head);
    }
    if (head.seq === 0 || head.hash !== log.head.hash) throw new LogAltered(head.seq);
    await writeAttachments(db, codec, localId, attachments);
    const value = await encodeJson(codec, summary);
    const { seq, hash } = head;
    await db.transaction('rw', [db.cases, db.heads, db.stages], async () => {
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
