import type { ChangeRecord, LocalId, Pack } from '#domain/change/change-record';
import { isPurged, type KeptOrPurged, type RawPack } from '#domain/change/raw-log';
import type { Codec } from './codec.ts';
import type { ChangeRow, PackRow, PartRow } from './schema.ts';

/**
 * Bytes of a part: one byte 0, sixteen bytes of salt, the canonical bytes. Of a purged part: one byte 1, nothing else.
 * A pack is its parts one after another: the same byte; kept: salt, length (4 bytes, big-endian), bytes; purged: the
 * 32 bytes of the digest that stays in the chain.
 */
const KEPT = 0;
const PURGED = 1;
const SALT = 16;

export function partBytes(part: KeptOrPurged): Uint8Array {
  if (isPurged(part)) return Uint8Array.of(PURGED);
  const out = new Uint8Array(1 + SALT + part.bytes.length);
  out[0] = KEPT;
  out.set(part.salt, 1);
  out.set(part.bytes, 1 + SALT);
  return out;
}

/** Throws RangeError when the bytes have not the form of a part. */
export function partOf(digest: string, bytes: Uint8Array): KeptOrPurged {
  if (bytes[0] === PURGED && bytes.length === 1) return { digest, purged: true };
  if (bytes[0] !== KEPT || bytes.length < 1 + SALT) throw new RangeError('not a part');
  return { digest, salt: bytes.subarray(1, 1 + SALT), bytes: bytes.subarray(1 + SALT) };
}

export function packBytes(parts: readonly KeptOrPurged[]): Uint8Array {
  let size = 0;
  for (const p of parts) size += isPurged(p) ? 33 : 1 + SALT + 4 + p.bytes.length;
  const out = new Uint8Array(size);
  const view = new DataView(out.buffer);
  let at = 0;
  for (const p of parts) {
    if (isPurged(p)) {
      out[at] = PURGED;
      out.set(
        Uint8Array.from(p.digest.match(/../g)!, (h) => Number.parseInt(h, 16)),
        at + 1,
      );
      at += 33;
    } else {
      out[at] = KEPT;
      out.set(p.salt, at + 1);
      view.setUint32(at + 17, p.bytes.length);
      out.set(p.bytes, at + 21);
      at += 21 + p.bytes.length;
    }
  }
  return out;
}

/**
 * Parts of a pack. The digests of kept parts are not stored but come from hashing, so `digestOf` is asked for each.
 * Throws RangeError when the bytes have not the form of a pack.
 */
export function packParts(
  bytes: Uint8Array,
  digestOf: (salt: Uint8Array, bytes: Uint8Array) => string,
): KeptOrPurged[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: KeptOrPurged[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (bytes[at] === PURGED && at + 33 <= bytes.length) {
      const hex = Array.from(bytes.subarray(at + 1, at + 33), (b) => b.toString(16).padStart(2, '0')).join('');
      parts.push({ digest: hex, purged: true });
      at += 33;
    } else if (bytes[at] === KEPT && at + 21 <= bytes.length) {
      const end = at + 21 + view.getUint32(at + 17);
      if (end > bytes.length) throw new RangeError('not a pack');
      const salt = bytes.subarray(at + 1, at + 17);
      const body = bytes.subarray(at + 21, end);
      parts.push({ digest: digestOf(salt, body), salt, bytes: body });
      at = end;
    } else throw new RangeError('not a pack');
  }
  return parts;
}

export async function packRow(codec: Codec, localId: LocalId, pack: Pack | RawPack): Promise<PackRow> {
  return { localId, digest: pack.digest, value: await codec.encode(packBytes(pack.parts)) };
}

export async function partRow(codec: Codec, localId: LocalId, part: KeptOrPurged): Promise<PartRow> {
  return { localId, digest: part.digest, value: await codec.encode(partBytes(part)) };
}

export interface ChangeRows {
  readonly change: ChangeRow;
  readonly parts: readonly PartRow[];
  readonly packs: readonly PackRow[];
}

/** All rows of a change, encoded: everything that must be ready before a transaction opens. */
export async function rowsOf(codec: Codec, localId: LocalId, record: ChangeRecord): Promise<ChangeRows> {
  const parts = [await partRow(codec, localId, record.payload)];
  for (const part of record.steps) parts.push(await partRow(codec, localId, part));
  const packs: PackRow[] = [];
  for (const pack of record.packs) packs.push(await packRow(codec, localId, pack));
  const value = await codec.encode(record.headerBytes);
  return { change: { localId, seq: record.header.seq, value }, parts, packs };
}
