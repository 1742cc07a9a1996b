import { canonicalBytes } from '#domain/change/canonical';
import { CaseState } from '#domain/change/case-state';
import type { Head, LocalId } from '#domain/change/change-record';
import { hashHeaderBytes as sha256Hex } from '#domain/change/log';
import type { CaseRecord } from '#domain/record';
import { mayWrite, type StoreContext } from './context.ts';
import { giveWay } from './give-way.ts';
import { rangeOf, type SnapshotRow } from './schema.ts';

/** Records in one piece: small enough that parsing one stays under a frame. */
export const SNAPSHOT_PIECE = 500;

/** The state at a point of the log, from the cache. */
export interface Snapshot {
  readonly head: Head;
  readonly state: CaseState;
}

/**
 * The rows of a snapshot. `records` are what stood at `head` (records are immutable, so a copied array is a copied
 * state). Works in slices and gives way between them.
 */
export async function snapshotRows(
  context: StoreContext,
  localId: LocalId,
  head: Head,
  records: readonly CaseRecord[],
): Promise<SnapshotRow[]> {
  const of = Math.max(1, Math.ceil(records.length / SNAPSHOT_PIECE));
  const rows: SnapshotRow[] = [];
  for (let n = 0; n < of; n++) {
    const plain = canonicalBytes(records.slice(n * SNAPSHOT_PIECE, (n + 1) * SNAPSHOT_PIECE));
    const digest = sha256Hex(plain);
    rows.push({ localId, n, of, seq: head.seq, hash: head.hash, digest, value: await context.codec.encode(plain) });
    await giveWay();
  }
  return rows;
}

/** Writes the state at `head` as the case's only snapshot. */
export async function writeSnapshot(
  context: StoreContext,
  localId: LocalId,
  head: Head,
  records: readonly CaseRecord[],
): Promise<void> {
  const rows = await snapshotRows(context, localId, head, records);
  mayWrite(context);
  const { db } = context;
  await db.transaction('rw', [db.heads, db.snapshots], async () => {
    // The case may have been deleted meanwhile; a snapshot of nothing would stay for ever.
    if (!(await db.heads.get(localId))) return;
    await db.snapshots
      .where(':id')
      .between(...rangeOf(localId))
      .delete();
    await db.snapshots.bulkPut(rows);
  });
}

export async function dropSnapshot(context: StoreContext, localId: LocalId): Promise<void> {
  mayWrite(context);
  await context.db.snapshots
    .where(':id')
    .between(...rangeOf(localId))
    .delete();
}

/**
 * The snapshot when it is whole, unaltered and of this very chain (`hashAt(n)` is the chain's hash after n changes);
 * else undefined, and the log is read from its first change instead.
 */
export async function readSnapshot(
  context: StoreContext,
  localId: LocalId,
  hashAt: (count: number) => string | undefined,
): Promise<Snapshot | undefined> {
  const rows = await context.db.snapshots
    .where(':id')
    .between(...rangeOf(localId))
    .toArray();
  const first = rows[0];
  if (!first || rows.length !== first.of || hashAt(first.seq) !== first.hash) return undefined;
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const state = new CaseState();
  try {
    for (const row of rows) {
      if (row.seq !== first.seq || row.hash !== first.hash) return undefined;
      const plain = await context.codec.decode(row.value);
      if (sha256Hex(plain) !== row.digest) return undefined;
      const records = JSON.parse(decoder.decode(plain)) as CaseRecord[];
      state.apply(records.map((r) => ({ id: r.id, before: null, after: r })));
      await giveWay();
    }
  } catch {
    return undefined;
  }
  return { head: { seq: first.seq, hash: first.hash }, state };
}
