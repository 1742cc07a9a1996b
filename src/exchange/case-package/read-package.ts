import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { CaseProperties } from '#domain/case/case-properties';
import { parseCanonical } from '#domain/change/canonical';
import type { CaseState } from '#domain/change/case-state';
import type { Head } from '#domain/change/change-record';
import { headWords } from '#domain/change/head-words';
import { type LogFault, type RawLog, readLog } from '#domain/change/raw-log';
import {
  blobPath,
  HEADERS_PATH,
  isReadableBy,
  MANIFEST_PATH,
  type Manifest,
  type ManifestPart,
  MIMETYPE,
  MIMETYPE_PATH,
  manifestOf,
  PACKS_PATH,
  PARTS_PATH,
  READER_VERSION,
} from './format.ts';
import { linesOf, partsOf, readingPacks } from './lines.ts';
import { type LogFiles, packagedLog, unnamedPart } from './packaged-log.ts';
import { salvageLog } from './salvage.ts';
import type { PackageBlob, PackageExtra } from './write-package.ts';
import {
  type Inflated,
  inBreaths,
  inflateUpTo,
  inflating,
  isRefused,
  listZip,
  PACKAGE_LIMITS,
  type PackageLimits,
  type ZipListing,
  type ZipRefusalCode,
} from './zip-reader.ts';

/** Why a package is not opened. `detail` fills the message of the code (`case-package.refused.<code>`). */
export type PackageRefusalCode =
  | ZipRefusalCode
  | 'manifest-bad'
  | 'newer-version'
  | 'entry-missing'
  | 'entry-unknown'
  | 'part-altered'
  | 'log-altered'
  | 'case-differs';

export interface PackageRefusal {
  readonly ok: false;
  readonly code: PackageRefusalCode;
  readonly detail: Readonly<Record<string, string | number>>;
  readonly fault?: LogFault;
  /** What can still be read, unverified: give it to `rescueLog`. Missing when nothing can, or when nothing should be. */
  readonly salvage?: RawLog;
}

/** A package, every byte of it verified. */
export interface ReadPackage {
  readonly ok: true;
  readonly manifest: Manifest;
  readonly caseId: string;
  readonly head: Head;
  readonly log: RawLog;
  readonly state: CaseState;
  readonly properties: CaseProperties;
  readonly purged: number;
  readonly blobs: readonly PackageBlob[];
  readonly extras: readonly PackageExtra[];
}

export interface ReadOptions {
  readonly limits?: Partial<PackageLimits>;
  readonly progress?: (done: number, of: number) => Promise<void> | void;
  /** Awaited every few milliseconds of work: the caller gives way when it is time. */
  readonly breathe?: () => Promise<void>;
}

type Refused = Omit<PackageRefusal, 'salvage'>;
const refuse = (code: PackageRefusalCode, detail: PackageRefusal['detail'] = {}): Refused => ({
  ok: false,
  code,
  detail,
});

function wholeOf({ path }: { readonly path: string }, inflated: Inflated | 'size-lies'): Uint8Array | Refused {
  if (inflated === 'size-lies') return refuse('size-lies', { path });
  return inflated.whole ? inflated.bytes : refuse('entry-damaged', { path });
}

function readManifest(listing: readonly ZipListing[]): Manifest | Refused {
  const [first, second] = listing;
  if (first?.path !== MIMETYPE_PATH || first.method !== 0 || new TextDecoder().decode(first.stored) !== MIMETYPE) {
    return refuse('not-a-package');
  }
  if (second?.path !== MANIFEST_PATH) return refuse('manifest-bad');
  const bytes = wholeOf(second, inflateUpTo(second));
  if (!(bytes instanceof Uint8Array)) return bytes;
  let manifest: Manifest | undefined;
  try {
    manifest = manifestOf(parseCanonical(bytes));
  } catch {
    manifest = undefined;
  }
  return manifest ?? refuse('manifest-bad');
}

const KNOWN = new Set(['headers', 'parts', 'packs', 'blob']);

/** Made by a newer version: it asks for a newer reader, or holds a part that it calls necessary and we do not know. */
function newerThanUs(manifest: Manifest): Refused | undefined {
  const unknown = manifest.parts.find((p) => !p.optional && !KNOWN.has(p.role));
  if (isReadableBy(manifest, READER_VERSION) && !unknown) return undefined;
  return refuse('newer-version', { version: manifest.version, minimumReader: manifest.minimumReader });
}

/** The set of entries equals the manifest exactly, in its order. */
function entriesDiffer(manifest: Manifest, listing: readonly ZipListing[]): Refused | undefined {
  const found = new Map(listing.slice(2).map((e) => [e.path, e]));
  const named = new Set(manifest.parts.map((p) => p.path));
  for (const part of manifest.parts) {
    const entry = found.get(part.path);
    if (!entry) return refuse('entry-missing', { path: part.path });
    if (entry.size !== part.bytes) return refuse('part-altered', { path: part.path });
  }
  for (const path of found.keys()) if (!named.has(path)) return refuse('entry-unknown', { path });
  for (const path of [HEADERS_PATH, PARTS_PATH, PACKS_PATH]) {
    if (!named.has(path)) return refuse('entry-missing', { path });
  }
  return named.size === manifest.parts.length ? undefined : refuse('manifest-bad');
}

/** Bytes hashed between two pauses. */
const HASH_AT_ONCE = 128 * 1024;

async function readPart(
  part: ManifestPart,
  listing: readonly ZipListing[],
  { breathe }: ReadOptions,
): Promise<Uint8Array | Refused> {
  const bytes = wholeOf(part, await inBreaths(inflating(listing.find((e) => e.path === part.path)!), breathe));
  if (!(bytes instanceof Uint8Array)) return bytes;
  const hash = sha256.create();
  for (let i = 0; i < bytes.length; i += HASH_AT_ONCE) {
    hash.update(bytes.subarray(i, i + HASH_AT_ONCE));
    await breathe?.();
  }
  return bytesToHex(hash.digest()) === part.sha256 ? bytes : refuse('part-altered', { path: part.path });
}

interface Contents {
  readonly files: LogFiles;
  readonly blobs: PackageBlob[];
  readonly extras: PackageExtra[];
}

async function readContents(
  manifest: Manifest,
  listing: readonly ZipListing[],
  options: ReadOptions,
): Promise<Contents | Refused> {
  const blobs: PackageBlob[] = [];
  const extras: PackageExtra[] = [];
  const jsonl = new Map<string, Uint8Array[]>();
  for (const part of manifest.parts) {
    const bytes = await readPart(part, listing, options);
    if (!(bytes instanceof Uint8Array)) return bytes;
    if (part.role === 'blob') {
      if (part.path !== blobPath(part.sha256)) return refuse('part-altered', { path: part.path });
      blobs.push({ digest: part.sha256, bytes });
    } else if (!KNOWN.has(part.role)) extras.push({ path: part.path, role: part.role, bytes });
    else {
      const { lines, cut } = linesOf(bytes);
      if (cut) return refuse('part-altered', { path: part.path });
      jsonl.set(part.path, lines);
    }
  }
  const parts = partsOf(jsonl.get(PARTS_PATH) ?? []);
  if (parts.badLine !== undefined) return refuse('part-altered', { path: PARTS_PATH, line: parts.badLine });
  const packs = await inBreaths(readingPacks(jsonl.get(PACKS_PATH) ?? []), options.breathe);
  if (packs.badLine !== undefined) return refuse('part-altered', { path: PACKS_PATH, line: packs.badLine });
  return { files: { headers: jsonl.get(HEADERS_PATH) ?? [], parts: parts.parts, packs: packs.packs }, blobs, extras };
}

async function verify(manifest: Manifest, contents: Contents, options: ReadOptions): Promise<ReadPackage | Refused> {
  const { files, blobs, extras } = contents;
  const { head } = manifest;
  const log = packagedLog(files, { seq: head.seq, hash: head.hash });
  if (files.headers.length !== head.seq) {
    return refuse('log-altered', { seq: Math.min(files.headers.length, head.seq) + 1, fault: 'log-short' });
  }
  const unnamed = unnamedPart(files);
  const read = await readLog(log, {
    thorough: true,
    ...(options.progress && { progress: options.progress }),
    ...(options.breathe && { breathe: options.breathe }),
  });
  if (read.fault) {
    return { ...refuse('log-altered', { seq: read.fault.seq, fault: read.fault.code }), fault: read.fault };
  }
  if (unnamed) return refuse('log-altered', { seq: head.seq, fault: 'part-unnamed' });
  if (headWords(head.hash).join(' ') !== head.words.join(' ')) return refuse('manifest-bad');
  const { properties } = read.state;
  // The case record itself may have been purged of words, never of existence; without it there is no case.
  if (!properties || properties.caseId !== manifest.caseId) return refuse('case-differs');
  return {
    ok: true,
    manifest,
    caseId: manifest.caseId,
    head: read.head,
    log,
    state: read.state,
    properties,
    purged: read.purged,
    blobs,
    extras,
  };
}

/** Refusals after which nothing of the file should be used, whatever could be read. */
const NO_SALVAGE: ReadonlySet<PackageRefusalCode> = new Set([
  'not-a-package',
  'newer-version',
  'unsafe-name',
  'duplicate-name',
  'symbolic-link',
  'too-many-entries',
  'too-large',
  'unsupported-zip',
]);

async function read(bytes: Uint8Array, limits: PackageLimits, options: ReadOptions): Promise<ReadPackage | Refused> {
  const listing = listZip(bytes, limits);
  if (isRefused(listing)) return refuse(listing.code, listing.detail);
  const manifest = readManifest(listing);
  if ('ok' in manifest) return manifest;
  const wrong = newerThanUs(manifest) ?? entriesDiffer(manifest, listing);
  if (wrong) return wrong;
  const contents = await readContents(manifest, listing, options);
  return 'ok' in contents ? contents : verify(manifest, contents, options);
}

/**
 * Reads a package and verifies all of it before anything is given out; writes nothing anywhere. A refusal names what is
 * wrong, and carries what can still be read where that is safe. Never throws over the content of the file.
 */
export async function readPackage(bytes: Uint8Array, options: ReadOptions = {}): Promise<ReadPackage | PackageRefusal> {
  const limits = { ...PACKAGE_LIMITS, ...options.limits };
  const result = await read(bytes, limits, options);
  if (result.ok || NO_SALVAGE.has(result.code)) return result;
  const salvage = salvageLog(bytes, limits);
  return salvage ? { ...result, salvage } : result;
}
