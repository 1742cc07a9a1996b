import type { LocalId } from '#domain/change/change-record';
import type { Codec } from './codec.ts';
import { rangeOf, type SkeinDatabase } from './schema.ts';

/** A file of the case, outside the log, under the SHA-256 of its bytes. */
export interface AttachedBlob {
  readonly digest: string;
  readonly bytes: Uint8Array;
}

/** A part of a package that this program does not know. It travels through untouched. */
export interface AttachedExtra {
  readonly path: string;
  readonly role: string;
  readonly bytes: Uint8Array;
}

/** What a case has beside its log. */
export interface Attachments {
  blobs?(): AsyncIterable<AttachedBlob> | Iterable<AttachedBlob>;
  readonly extras?: readonly AttachedExtra[];
}

/** Length of the label (4 bytes, big-endian), label as JSON, bytes: the path is a word of the case, so it is in the payload. */
function extraBytes({ path, role, bytes }: AttachedExtra): Uint8Array {
  const label = new TextEncoder().encode(JSON.stringify({ path, role }));
  const out = new Uint8Array(4 + label.length + bytes.length);
  new DataView(out.buffer).setUint32(0, label.length);
  out.set(label, 4);
  out.set(bytes, 4 + label.length);
  return out;
}

function extraOf(plain: Uint8Array): AttachedExtra {
  const length = new DataView(plain.buffer, plain.byteOffset, plain.byteLength).getUint32(0);
  const label = JSON.parse(new TextDecoder().decode(plain.subarray(4, 4 + length))) as { path: string; role: string };
  return { ...label, bytes: plain.subarray(4 + length) };
}

export async function writeAttachments(
  db: SkeinDatabase,
  codec: Codec,
  localId: LocalId,
  attachments: Attachments,
): Promise<void> {
  for await (const { digest, bytes } of attachments.blobs?.() ?? []) {
    await db.blobs.put({ localId, digest, value: await codec.encode(bytes) });
  }
  for (const [n, extra] of (attachments.extras ?? []).entries()) {
    await db.extras.put({ localId, n, value: await codec.encode(extraBytes(extra)) });
  }
}

/** Extras are read at once (they are small and rare), blobs one by one when asked for. */
export async function readAttachments(
  db: SkeinDatabase,
  codec: Codec,
  localId: LocalId,
): Promise<Required<Attachments>> {
  const extras: AttachedExtra[] = [];
  const rows = db.extras.where(':id').between(...rangeOf(localId));
  for (const row of await rows.toArray()) extras.push(extraOf(await codec.decode(row.value)));
  return {
    extras,
    blobs: async function* () {
      const keys = await db.blobs
        .where(':id')
        .between(...rangeOf(localId))
        .primaryKeys();
      for (const key of keys) {
        const row = await db.blobs.get(key);
        if (row) yield { digest: row.digest, bytes: await codec.decode(row.value) };
      }
    },
  };
}
