import type { LocalId } from '#domain/change/change-record';
import { packDigest, partDigest } from '#domain/change/log';
import { isPurged } from '#domain/change/raw-log';
import { mayWrite, type StoreContext } from './context.ts';
import { packBytes, packParts, partBytes } from './rows.ts';
import { rangeOf } from './schema.ts';

/**
 * Replaces a part by its tombstone, in the parts or inside the pack that holds it. Snapshots of the case are dropped,
 * for they hold the words too. Returns false when the case has no such part. Headers are not touched: the chain stays.
 */
export async function purgePart(context: StoreContext, localId: LocalId, digest: string): Promise<boolean> {
  const { db, codec } = context;
  const tombstone = await codec.encode(partBytes({ digest, purged: true }));
  let pack: { digest: string; value: Uint8Array } | undefined;
  if (!(await db.parts.get([localId, digest]))) {
    const packs = db.packs.where(':id').between(...rangeOf(localId));
    for (const [, name] of await packs.primaryKeys()) {
      const row = await db.packs.get([localId, name]);
      const parts = row && packParts(await codec.decode(row.value), partDigest);
      if (!parts?.some((p) => p.digest === digest && !isPurged(p))) continue;
      const left = parts.map((p) => (p.digest === digest ? { digest, purged: true as const } : p));
      if (packDigest(left.map((p) => p.digest)) !== name) continue;
      pack = { digest: name, value: await codec.encode(packBytes(left)) };
    }
    if (!pack) return false;
  }
  mayWrite(context);
  await db.transaction('rw', [db.parts, db.packs, db.snapshots], async () => {
    if (pack) await db.packs.put({ localId, ...pack });
    else await db.parts.put({ localId, digest, value: tombstone });
    await db.snapshots
      .where(':id')
      .between(...rangeOf(localId))
      .delete();
  });
  return true;
}
