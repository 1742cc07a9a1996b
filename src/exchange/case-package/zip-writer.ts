import { Deflate } from 'fflate';
import { crc32 } from './crc32.ts';

/** One entry, deflated in pieces as it is written. Sizes stand in its local header, so that a truncated zip can be walked. */
export interface ZipEntry {
  readonly path: string;
  readonly method: 0 | 8;
  readonly size: number;
  readonly crc: number;
  readonly pieces: readonly Uint8Array[];
}

/** Collects one entry. Same bytes in, same bytes out: no times, no system, a fixed level. */
export class EntryWriter {
  readonly path: string;
  #size = 0;
  #crc = 0;
  readonly #pieces: Uint8Array[] = [];
  readonly #deflate: Deflate | undefined;

  constructor(path: string, method: 0 | 8) {
    this.path = path;
    if (method === 8) {
      this.#deflate = new Deflate({ level: 6 }, (piece) => {
        if (piece.length) this.#pieces.push(piece);
      });
    }
  }

  get size(): number {
    return this.#size;
  }

  write(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#size += bytes.length;
    this.#crc = crc32(bytes, this.#crc);
    if (this.#deflate) this.#deflate.push(bytes);
    else this.#pieces.push(bytes);
  }

  close(): ZipEntry {
    this.#deflate?.push(new Uint8Array(), true);
    return { path: this.path, method: this.#deflate ? 8 : 0, size: this.#size, crc: this.#crc, pieces: this.#pieces };
  }
}

/** 1980-01-01 00:00, the first moment of the format: a package tells no time of its own. */
const DATE = 0x21;
const UTF8_NAME = 0x800;

function header(entry: ZipEntry, name: Uint8Array, stored: number, at: number | undefined): Uint8Array {
  const central = at !== undefined;
  const out = new Uint8Array((central ? 46 : 30) + name.length);
  const view = new DataView(out.buffer);
  view.setUint32(0, central ? 0x02014b50 : 0x04034b50, true);
  let p = 4;
  if (central) {
    view.setUint16(p, 20, true);
    p += 2;
  }
  view.setUint16(p, 20, true);
  view.setUint16(p + 2, UTF8_NAME, true);
  view.setUint16(p + 4, entry.method, true);
  view.setUint16(p + 8, DATE, true);
  view.setUint32(p + 10, entry.crc, true);
  view.setUint32(p + 14, stored, true);
  view.setUint32(p + 18, entry.size, true);
  view.setUint16(p + 22, name.length, true);
  if (central) view.setUint32(42, at, true);
  out.set(name, central ? 46 : 30);
  return out;
}

/** The zip of these entries, in order, in pieces. Throws RangeError beyond 4 GB or 65,535 entries (no Zip64). */
export function* zipPieces(entries: readonly ZipEntry[]): Generator<Uint8Array> {
  if (entries.length > 0xfffe) throw new RangeError('too many entries for a zip');
  const encoder = new TextEncoder();
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const entry of entries) {
    const name = encoder.encode(entry.path);
    const stored = entry.pieces.reduce((n, p) => n + p.length, 0);
    directory.push(header(entry, name, stored, at));
    yield header(entry, name, stored, undefined);
    yield* entry.pieces;
    at += 30 + name.length + stored;
    if (at > 0xfffffffe || entry.size > 0xfffffffe) throw new RangeError('too big for a zip');
  }
  const size = directory.reduce((n, p) => n + p.length, 0);
  yield* directory;
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, entries.length, true);
  view.setUint16(10, entries.length, true);
  view.setUint32(12, size, true);
  view.setUint32(16, at, true);
  yield end;
}
