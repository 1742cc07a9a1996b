import { parseCanonical } from '#domain/change/canonical';
import type { ChangeHeader, Head, LocalId } from '#domain/change/change-record';
import { packDigest, partDigest } from '#domain/change/log';
import type { KeptOrPurged, RawChange, RawLog, RawPack } from '#domain/change/raw-log';
import type { Codec } from './codec.ts';
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
    return { digest: packDigest(parts.map((p) => p.digest)), parts };
  } catch {
    return undefined;
  }
}

function headerOf(bytes: Uint8Array): ChangeHeader | undefined {
  try {
    return parseCanonical<ChangeHeader>(bytes);
  } catch {
    return undefined;
  }
}

/**
 * The raw change of a stored row. Never throws over damage: what is missing or cannot be read is `undefined`, and the
 * verifier names it.
 */
async function rawChange(db: SkeinDatabase, codec: Codec, row: ChangeRow): Promise<RawChange> {
  let headerBytes: Uint8Array;
  try {
    headerBytes = await codec.decode(row.value);
  } catch {
    headerBytes = new Uint8Array();
  }
  const header = headerOf(headerBytes);
  if (!header) return { headerBytes, payload: undefined, steps: [], packs: [] };
  const id = row.localId;
  const [parts, packs] = await Promise.all([
    db.parts.bulkGet([header.payload, ...header.steps].map((d): [LocalId, string] => [id, d])),
    header.packs.length ? db.packs.bulkGet(header.packs.map((d): [LocalId, string] => [id, d])) : [],
  ]);
  const [payload, ...steps] = await Promise.all(parts.map((p) => decodedPart(codec, p)));
  const rawPacks: (RawPack | undefined)[] = [];
  for (const pack of packs) rawPacks.push(await decodedPack(codec, pack));
  return { headerBytes, payload, steps, packs: rawPacks };
}

export function changeRows(db: SkeinDatabase, localId: LocalId, from: number, to: number): Promise<ChangeRow[]> {
  return db.changes.where(':id').between([localId, from], [localId, to], true, true).toArray();
}

/** A stored log, read as it lies on the disk, without any state. Serves packages, verification and rescue. */
export function storedLog(db: SkeinDatabase, codec: Codec, localId: LocalId, head: Head): RawLog {
  return {
    head,
    read: async (from, to) => {
      const rows = await changeRows(db, localId, from, to);
      return Promise.all(rows.map((row) => rawChange(db, codec, row)));
    },
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
