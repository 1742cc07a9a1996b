import type { LocalId } from '#domain/change/change-record';
import { hashHeaderBytes as sha256Hex } from '#domain/change/log';
import { mayWrite, type StoreContext } from './context.ts';
import { rangeOf } from './schema.ts';

/** Files of a case (attachments), kept outside the log under the SHA-256 of their bytes. */
export class BlobBox {
  readonly #context: StoreContext;
  constructor(context: StoreContext) {
    this.#context = context;
  }

  /** Returns the digest (lower-case hex). Rejects when the store cannot write. */
  async put(localId: LocalId, bytes: Uint8Array): Promise<string> {
    const digest = sha256Hex(bytes);
    const value = await this.#context.codec.encode(bytes);
    mayWrite(this.#context);
    await this.#context.db.blobs.put({ localId, digest, value });
    return digest;
  }

  /** The bytes; undefined when missing or no longer what the digest says. */
  async get(localId: LocalId, digest: string): Promise<Uint8Array | undefined> {
    const row = await this.#context.db.blobs.get([localId, digest]);
    if (!row) return undefined;
    const bytes = await this.#context.codec.decode(row.value);
    return sha256Hex(bytes) === digest ? bytes : undefined;
  }

  async digests(localId: LocalId): Promise<string[]> {
    const keys = await this.#context.db.blobs
      .where(':id')
      .between(...rangeOf(localId))
      .primaryKeys();
    return keys.map(([, digest]) => digest);
  }
}
