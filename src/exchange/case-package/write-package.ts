import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { canonicalBytes } from '#domain/change/canonical';
import { headWords } from '#domain/change/head-words';
import type { RawChange, RawLog } from '#domain/change/raw-log';
import {
  blobPath,
  HEADERS_PATH,
  MANIFEST_PATH,
  type Manifest,
  type ManifestPart,
  MIMETYPE,
  MIMETYPE_PATH,
  minimumReaderOf,
  PACKAGE_VERSION,
  PACKS_PATH,
  PARTS_PATH,
  type PartRole,
} from './format.ts';
import { headerLine, packLine, partLine } from './lines.ts';
import { RecordSchema } from './record-schema.ts';
import { LogNotWhole, WholeLog } from './whole-log.ts';
import { EntryWriter, type ZipEntry, zipPieces } from './zip-writer.ts';

/** An optional part of a role this program does not know; it travels through untouched. */
export interface PackageExtra {
  readonly path: string;
  readonly role: string;
  readonly bytes: Uint8Array;
}

export interface PackageBlob {
  /** SHA-256 of the bytes, lower-case hex. */
  readonly digest: string;
  readonly bytes: Uint8Array;
}

/** What a package is written from. A store gives it without folding a state; so do tests and the samples' build. */
export interface PackageSource {
  readonly caseId: string;
  readonly log: RawLog;
  blobs?(): AsyncIterable<PackageBlob> | Iterable<PackageBlob>;
  readonly extras?: readonly PackageExtra[];
}

export interface WriteOptions {
  /** Changes done, of so many; awaited, so that the caller can give way or stop by throwing. */
  readonly progress?: (done: number, of: number) => Promise<void> | void;
  /**
   * Write only what a reader takes as whole: throws LogNotWhole, before the first piece, when anything of the log or a
   * blob is missing, altered or cannot be decoded. For a file that takes the place of an older, good one.
   */
  readonly strict?: boolean;
}

/** Changes read at a time. */
const PAGE = 100;

class PartWriter {
  readonly #entry: EntryWriter;
  readonly #digest = sha256.create();
  readonly #role: string;
  readonly #optional: boolean;
  constructor(path: string, role: string, optional = false) {
    this.#entry = new EntryWriter(path, 8);
    this.#role = role;
    this.#optional = optional;
  }
  write(bytes: Uint8Array): void {
    this.#entry.write(bytes);
    this.#digest.update(bytes);
  }
  close(): { entry: ZipEntry; part: ManifestPart } {
    const entry = this.#entry.close();
    const digest = bytesToHex(this.#digest.digest());
    return {
      entry,
      part: { path: entry.path, bytes: entry.size, sha256: digest, role: this.#role, optional: this.#optional },
    };
  }
}

const role = (name: PartRole): PartRole => name;

function wholePart(path: string, name: string, bytes: Uint8Array, optional: boolean): ReturnType<PartWriter['close']> {
  const writer = new PartWriter(path, name, optional);
  writer.write(bytes);
  return writer.close();
}

/** Writes the three files of the log. Unless strict, what is missing in a damaged log is left out; the reader then says so. */
async function logParts(
  source: PackageSource,
  options: WriteOptions,
): Promise<{ readonly written: ReturnType<PartWriter['close']>[]; readonly schema: number }> {
  const schema = new RecordSchema();
  const headers = new PartWriter(HEADERS_PATH, role('headers'));
  const parts = new PartWriter(PARTS_PATH, role('parts'));
  const packs = new PartWriter(PACKS_PATH, role('packs'));
  const written = new Set<string>();
  const whole = options.strict ? new WholeLog() : undefined;
  const put = (change: RawChange): void => {
    whole?.follow(change);
    headers.write(headerLine(change.headerBytes));
    for (const part of [change.payload, ...change.steps]) {
      if (!part || written.has(part.digest)) continue;
      written.add(part.digest);
      parts.write(partLine(part));
      if (part !== change.payload) schema.see(part);
    }
    for (const pack of change.packs) {
      if (!pack || written.has(pack.digest)) continue;
      written.add(pack.digest);
      packs.write(packLine(pack));
      for (const part of pack.parts) {
        packs.write(partLine(part));
        schema.see(part);
      }
    }
  };
  const of = source.log.head.seq;
  for (let from = 1; from <= of; from += PAGE) {
    for (const change of await source.log.read(from, Math.min(of, from + PAGE - 1))) put(change);
    await options.progress?.(Math.min(of, from + PAGE - 1), of);
  }
  whole?.end(source.log.head);
  return { written: [headers.close(), parts.close(), packs.close()], schema: schema.needed };
}

/**
 * Writes a case package, in pieces to be joined in order. The same source gives the same bytes: no clock, no names, no
 * machine in it. Rejects with RangeError beyond 4 GB, with LogNotWhole when strict and the log is not whole.
 */
export async function* writePackage(source: PackageSource, options: WriteOptions = {}): AsyncGenerator<Uint8Array> {
  const { written, schema } = await logParts(source, options);
  for await (const blob of source.blobs?.() ?? []) {
    const one = wholePart(blobPath(blob.digest), role('blob'), blob.bytes, false);
    if (options.strict && one.part.sha256 !== blob.digest)
      throw new LogNotWhole({ seq: source.log.head.seq, code: 'part-altered', part: blob.digest });
    written.push(one);
  }
  for (const extra of source.extras ?? []) written.push(wholePart(extra.path, extra.role, extra.bytes, true));
  const { head } = source.log;
  const manifest: Manifest = {
    format: 'skein-case',
    version: PACKAGE_VERSION,
    minimumReader: minimumReaderOf(schema),
    schema,
    caseId: source.caseId,
    head: { seq: head.seq, hash: head.hash, words: headWords(head.hash) },
    parts: written.map((w) => w.part),
  };
  const mimetype = new EntryWriter(MIMETYPE_PATH, 0);
  mimetype.write(new TextEncoder().encode(MIMETYPE));
  const index = new EntryWriter(MANIFEST_PATH, 8);
  index.write(canonicalBytes(manifest));
  yield* zipPieces([mimetype.close(), index.close(), ...written.map((w) => w.entry)]);
}

/** The whole package as one array. */
export async function packageBytes(source: PackageSource, options: WriteOptions = {}): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of writePackage(source, options)) {
    pieces.push(piece);
    size += piece.length;
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
