/**
 * Every payload on its way to the disk and back passes here: headers, parts, packs, snapshots, case summaries, blobs,
 * settings. Plain for now; encryption at rest is another codec, and nothing else in the store changes.
 * Asynchronous, because ciphers of the browser are; so it is never called inside a transaction.
 */
export interface Codec {
  readonly id: string;
  encode(plain: Uint8Array): Promise<Uint8Array>;
  /** Throws when the stored bytes are not what `encode` made. */
  decode(stored: Uint8Array): Promise<Uint8Array>;
}

/**
 * A view is stored with the whole buffer it looks into: the lines of a package would each carry all of its file to the
 * disk. So what is smaller than its buffer is copied out first.
 */
export const plainCodec: Codec = {
  id: 'plain',
  encode: (plain) => Promise.resolve(plain.byteLength === plain.buffer.byteLength ? plain : plain.slice()),
  decode: (stored) => Promise.resolve(stored),
};

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** For payloads outside the log (summaries, settings), where JSON need not be canonical. */
export function encodeJson(codec: Codec, value: unknown): Promise<Uint8Array> {
  return codec.encode(encoder.encode(JSON.stringify(value)));
}

export async function decodeJson<T>(codec: Codec, stored: Uint8Array): Promise<T> {
  return JSON.parse(decoder.decode(await codec.decode(stored))) as T;
}
