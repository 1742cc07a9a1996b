import type { ChangeHeader, Head, LocalId } from '#domain/change/change-record';
import { packDigest, partDigest } from '#domain/change/log';
import { parseHeader } from '#domain/change/parse-header';
import type { KeptOrPurged, RawChange, RawLog, RawPack } from '#domain/change/raw-log';
import type { Codec } from './codec.ts';
import { giveWay } from './give-way.ts';
import { packParts, partOf } from './rows.ts';
import type { ChangeRow, PackRow, PartRow, SkeinDatabase } from './schema.ts';

async function decodedPart(codec: Codec, row: PartRow | undefined): Promise<KeptOrPurged | undefined> {
  if (!row) return undefined;
  try {
    return partOf(row.digest, await codec.decode(row.value));
  } catch {
    return undefined;
  }
}

async function decodedPack(codec: Codec, row: PackRow | undefined): Promise<RawPack | undefined> {
  if (!row) return undefined;
  try {
    const parts = packParts(await codec.decode(row.value), partDigest);
    return { digest: packDigest(parts.map((p) => p.digest)), parts, hashed: true };
  } catch {
    return undefined;
  }
}

function headerOf(bytes: Uint8Array): ChangeHeader | undefined {
  try {
    return parseHeader(bytes);
  } catch {
    return undefined;
  }
}

/**
 * The raw changes of stored rows. All parts of a page are fetched with one request, all packs with another. Never throws
 * over damage: what is missing or cannot be read is `undefined`, and the verifier names it.
 */
async function rawChanges(
  db: SkeinDatabase,
  codec: Codec,
  localId: LocalId,
  rows: readonly ChangeRow[],
): Promise<RawChange[]> {
  const bytes = await storedHeaders(codec, rows);
  const headers = bytes.map(headerOf);
  const partKeys: [LocalId, string][] = [];
  const packKeys: [LocalId, string][] = [];
  for (const h of headers) {
    if (!h) continue;
    for (const d of [h.payload, ...h.steps]) partKeys.push([localId, d]);
    for (const d of h.packs) packKeys.push([localId, d]);
  }
  const [partRows, packRows] = await Promise.all([
    partKeys.length ? db.parts.bulkGet(partKeys) : [],
    packKeys.length ? db.packs.bulkGet(packKeys) : [],
  ]);
  const changes: RawChange[] = [];
  let part = 0;
  let pack = 0;
  for (const [i, header] of headers.entries()) {
    const steps: (KeptOrPurged | undefined)[] = [];
    const packs: (RawPack | undefined)[] = [];
    const payload = header && (await decodedPart(codec, partRows[part++]));
    for (const _ of header?.steps ?? []) steps.push(await decodedPart(codec, partRows[part++]));
    for (const _ of header?.packs ?? []) {
      packs.push(await decodedPack(codec, packRows[pack++]));
      await giveWay();
    }
    changes.push({ headerBytes: bytes[i]!, payload, steps, packs });
  }
  return changes;
}

export function changeRows(db: SkeinDatabase, localId: LocalId, from: number, to: number): Promise<ChangeRow[]> {
  return db.changes.where(':id').between([localId, from], [localId, to], true, true).toArray();
}

/** A stored log, read as it lies on the disk, without any state. Serves packages, verification and rescue. */
export function storedLog(db: SkeinDatabase, codec: Codec, localId: LocalId, head: Head): RawLog {
  return {
    head,
    read: async (from, to) => rawChanges(db, codec, localId, await changeRows(db, localId, from, to)),
  };
}

/** Raw header bytes in order; an empty array stands where a row cannot be decoded. */
export async function storedHeaders(codec: Codec, rows: readonly ChangeRow[]): Promise<Uint8Array[]> {
  const headers: Uint8Array[] = [];
  for (const row of rows) {
    try {
      headers.push(await codec.decode(row.value));
    } catch {
      headers.push(new Uint8Array());
    }
  }
  return headers;
}
