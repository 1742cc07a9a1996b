import { Inflate } from 'fflate';
import { crc32 } from './crc32.ts';

/** What a package may cost before it is read. All adjustable by the analyst. */
export interface PackageLimits {
  readonly entries: number;
  /** Bytes of all entries together, inflated. */
  readonly inflated: number;
}
export const PACKAGE_LIMITS: PackageLimits = { entries: 10_000, inflated: 200 * 1024 * 1024 };

export type ZipRefusalCode =
  | 'not-a-package'
  | 'truncated'
  | 'trailing-bytes'
  | 'overlap'
  | 'unsupported-zip'
  | 'too-many-entries'
  | 'too-large'
  | 'unsafe-name'
  | 'duplicate-name'
  | 'symbolic-link'
  | 'size-lies'
  | 'entry-damaged';

export interface ZipRefusal {
  readonly code: ZipRefusalCode;
  readonly detail: Readonly<Record<string, string | number>>;
}

/** An entry as the directory tells it; nothing is inflated yet. */
export interface ZipListing {
  readonly path: string;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  /** The stored bytes. */
  readonly stored: Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const names = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const refuse = (code: ZipRefusalCode, detail: ZipRefusal['detail'] = {}): ZipRefusal => ({ code, detail });

export function isRefused<T extends object>(value: T | ZipRefusal): value is ZipRefusal {
  return 'code' in value;
}

/** Why a name would leave the folder it is put in, or not mean the same on every system. */
export function isUnsafeName(path: string): boolean {
  if (path === '' || path.length > 512 || path.startsWith('/') || path.endsWith('/')) return true;
  if (path.includes('\\') || path.includes('\0') || /^[A-Za-z]:/.test(path)) return true;
  return path.split('/').some((piece) => piece === '' || piece === '.' || piece === '..');
}

/** Where the end record stands: at the very end, or there is a refusal. */
function findEnd(bytes: Uint8Array, view: DataView): number | ZipRefusal {
  const at = bytes.length - 22;
  if (at >= 0 && view.getUint32(at, true) === END && view.getUint16(at + 20, true) === 0) return at;
  for (let i = at; i >= 0 && i > at - 0x10400; i--) {
    if (view.getUint32(i, true) === END) return refuse('trailing-bytes', { bytes: bytes.length - i - 22 });
  }
  const begins = bytes.length >= 4 && view.getUint32(0, true) === LOCAL;
  return refuse(begins ? 'truncated' : 'not-a-package');
}

/**
 * The fields that central and local headers share, from "version needed" on, as this format fixes them: version 2.0,
 * UTF-8 names, stored or deflated, 1980-01-01. So encrypted entries, sizes after the data and other methods are out, and
 * no byte of a header can be altered unseen.
 */
function isPlainHeader(view: DataView, at: number): boolean {
  const method = view.getUint16(at + 4, true);
  return (
    view.getUint16(at, true) === 20 &&
    view.getUint16(at + 2, true) === 0x800 &&
    (method === 0 || method === 8) &&
    view.getUint32(at + 6, true) === 0x210000
  );
}

interface Central extends Omit<ZipListing, 'stored'> {
  readonly storedSize: number;
  readonly at: number;
  readonly next: number;
}

function readCentral(bytes: Uint8Array, view: DataView, at: number, end: number): Central | ZipRefusal {
  if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) return refuse('truncated');
  const method = view.getUint16(at + 10, true);
  const nameLength = view.getUint16(at + 28, true);
  const more = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  const next = at + 46 + nameLength + more;
  if (next > end) return refuse('truncated');
  let path: string;
  try {
    path = names.decode(bytes.subarray(at + 46, at + 46 + nameLength));
  } catch {
    return refuse('unsafe-name', { path: '?' });
  }
  if (isUnsafeName(path)) return refuse('unsafe-name', { path });
  // Unix mode in the upper half of the external attributes: 0o120000 is a symbolic link.
  if (view.getUint32(at + 38, true) >>> 28 === 0xa) return refuse('symbolic-link', { path });
  // Disk, inner and outer attributes: always 0.
  const plain = view.getUint32(at + 34, true) === 0 && view.getUint32(at + 38, true) === 0;
  if (view.getUint16(at + 4, true) !== 20 || !isPlainHeader(view, at + 6) || more !== 0 || !plain) {
    return refuse('unsupported-zip', { path });
  }
  return {
    path,
    method,
    crc: view.getUint32(at + 16, true),
    storedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    at: view.getUint32(at + 42, true),
    next,
  };
}

/** Compares an entry's local header with the directory; gives its stored bytes and where it ends. */
function readLocal(bytes: Uint8Array, view: DataView, entry: Central, limit: number): Uint8Array | ZipRefusal {
  const { path, at } = entry;
  if (at + 30 > limit || view.getUint32(at, true) !== LOCAL) return refuse('overlap', { path });
  const nameLength = view.getUint16(at + 26, true);
  const begin = at + 30 + nameLength + view.getUint16(at + 28, true);
  const end = begin + entry.storedSize;
  if (end > limit) return refuse('overlap', { path });
  const name = bytes.subarray(at + 30, at + 30 + nameLength);
  const differs =
    !isPlainHeader(view, at + 4) ||
    view.getUint16(at + 28, true) !== 0 ||
    nameLength !== new TextEncoder().encode(path).length ||
    view.getUint16(at + 8, true) !== entry.method ||
    view.getUint32(at + 14, true) !== entry.crc ||
    view.getUint32(at + 18, true) !== entry.storedSize ||
    view.getUint32(at + 22, true) !== entry.size ||
    new TextEncoder().encode(path).some((b, i) => b !== name[i]) ||
    (entry.method === 0 && entry.size !== entry.storedSize);
  return differs ? refuse('size-lies', { path }) : bytes.subarray(begin, end);
}

/**
 * Reads a zip's directory with suspicion and inflates nothing. Every byte of the file must belong to exactly one header
 * or entry: what overlaps, trails or hides between entries is refused.
 */
export function listZip(bytes: Uint8Array, limits: PackageLimits): ZipListing[] | ZipRefusal {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(bytes, view);
  if (typeof end !== 'number') return end;
  const count = view.getUint16(end + 10, true);
  const begin = view.getUint32(end + 16, true);
  if (view.getUint32(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count) return refuse('unsupported-zip');
  if (count > limits.entries) return refuse('too-many-entries', { entries: count, limit: limits.entries });
  if (begin > end || begin + view.getUint32(end + 12, true) !== end) return refuse('overlap');

  const listing: ZipListing[] = [];
  const seen = new Set<string>();
  let at = begin;
  let expected = 0;
  let inflated = 0;
  for (let i = 0; i < count; i++) {
    const entry = readCentral(bytes, view, at, end);
    if (isRefused(entry)) return entry;
    at = entry.next;
    // Case-equal and look-alike normal forms are one file on other systems.
    const name = entry.path.normalize('NFC').toLowerCase();
    if (seen.has(name)) return refuse('duplicate-name', { path: entry.path });
    seen.add(name);
    inflated += entry.size;
    if (inflated > limits.inflated) return refuse('too-large', { bytes: inflated, limit: limits.inflated });
    if (entry.at !== expected) return refuse('overlap', { path: entry.path });
    const stored = readLocal(bytes, view, entry, begin);
    if (!(stored instanceof Uint8Array)) return stored;
    expected = stored.byteOffset - bytes.byteOffset + stored.length;
    const { path, method, crc, size } = entry;
    listing.push({ path, method, crc, size, stored });
  }
  if (at !== end) return refuse('trailing-bytes', { bytes: end - at });
  if (expected !== begin) return refuse('trailing-bytes', { bytes: begin - expected });
  return listing;
}

/** Fed in small pieces, so that a bomb is noticed after at most some sixteen megabytes. */
const FEED = 16 * 1024;

export interface Inflated {
  readonly bytes: Uint8Array;
  /** False when the data broke off or do not match their checksum; `bytes` are what came before. */
  readonly whole: boolean;
}

/** Runs work to its end without a breath. */
export function atOnce<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Runs work that offers pauses; `breathe` decides which it takes. */
export async function inBreaths<T>(work: Generator<void, T>, breathe: (() => Promise<void>) | undefined): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (breathe) await breathe();
  }
}

type Packed = Pick<ZipListing, 'method' | 'stored' | 'size' | 'crc'>;

/** Inflates an entry, counting: never gives more than `size` bytes, whatever the data claim. */
export function inflateUpTo(entry: Packed): Inflated | 'size-lies' {
  return atOnce(inflating(entry));
}

/** The same, pausing after each piece fed. */
export function* inflating(entry: Packed): Generator<void, Inflated | 'size-lies'> {
  if (entry.method === 0) return { bytes: entry.stored, whole: crc32(entry.stored) === entry.crc };
  const pieces: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  const inflate = new Inflate((piece, final) => {
    size += piece.length;
    if (size <= entry.size) pieces.push(piece);
    ended ||= final;
  });
  let broken = false;
  try {
    for (let i = 0; i < entry.stored.length && size <= entry.size; i += FEED) {
      inflate.push(entry.stored.subarray(i, i + FEED), i + FEED >= entry.stored.length);
      yield;
    }
  } catch {
    broken = true;
  }
  if (size > entry.size) return 'size-lies';
  const bytes = new Uint8Array(size);
  let at = 0;
  let crc = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
    crc = crc32(piece, crc);
    yield;
  }
  if (!broken && ended && size < entry.size) return 'size-lies';
  return { bytes, whole: !broken && ended && crc === entry.crc };
}

/**
 * Walks the local headers from the first byte, for a zip whose end is missing. Stops at the first that is no header;
 * the last entry may be cut.
 */
export function walkZip(bytes: Uint8Array, limits: PackageLimits): ZipListing[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: ZipListing[] = [];
  let at = 0;
  let inflated = 0;
  while (at + 30 <= bytes.length && view.getUint32(at, true) === LOCAL && found.length < limits.entries) {
    const method = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 26, true);
    const begin = at + 30 + nameLength + view.getUint16(at + 28, true);
    const end = begin + view.getUint32(at + 18, true);
    const size = view.getUint32(at + 22, true);
    inflated += size;
    if (begin > bytes.length || inflated > limits.inflated || (method !== 0 && method !== 8)) break;
    let path: string;
    try {
      path = names.decode(bytes.subarray(at + 30, at + 30 + nameLength));
    } catch {
      break;
    }
    const stored = bytes.subarray(begin, Math.min(end, bytes.length));
    found.push({ path, method, crc: view.getUint32(at + 14, true), size, stored });
    at = end;
  }
  return found;
}
