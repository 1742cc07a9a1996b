import type { Head } from '#domain/change/change-record';

export const MIMETYPE = 'application/vnd.skein.case+zip';
/** Version of the format that this program writes. */
export const PACKAGE_VERSION = 1;
/** Packages that ask for a reader beyond this are "made by a newer version". Readers are numbered like versions of the records. */
export const READER_VERSION = 3;

export type PartRole = 'headers' | 'parts' | 'packs' | 'blob';

export interface ManifestPart {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  /** What it is; a reader that does not know the role carries the part along untouched when it is optional. */
  readonly role: string;
  readonly optional: boolean;
}

export interface Manifest {
  readonly format: 'skein-case';
  readonly version: number;
  readonly minimumReader: number;
  /** The least version of the records that those inside need: see `recordSchema`. */
  readonly schema: number;
  readonly caseId: string;
  readonly head: Head & { readonly words: readonly string[] };
  /** Every entry of the zip but `mimetype` and `manifest.json`, in order. */
  readonly parts: readonly ManifestPart[];
}

/** Newest version of the records that this program writes. */
export const RECORD_SCHEMA = 3;

/**
 * The oldest reader that shows records of this schema as what they are. A span that says what its ends mean (2) is kept and shown as a span by readers
 * that know nothing of it. A figure under the names or at the symbols of a chart, and a doubtful member (3), they would draw as outlines of another
 * figure, and say so in the legend: a false statement, so that they must not open it.
 */
export function minimumReaderOf(schema: number): number {
  return schema >= 3 ? 3 : 1;
}

/** Whether a reader of this version understands what the manifest heads. */
export function isReadableBy({ minimumReader }: Pick<Manifest, 'minimumReader'>, reader: number): boolean {
  return minimumReader <= reader;
}
export const MIMETYPE_PATH = 'mimetype';
export const MANIFEST_PATH = 'manifest.json';
export const HEADERS_PATH = 'headers.jsonl';
export const PARTS_PATH = 'parts.jsonl';
export const PACKS_PATH = 'packs.jsonl';
export const blobPath = (digest: string): string => `blobs/${digest}`;

const HEX64 = /^[0-9a-f]{64}$/;
const isCount = (v: unknown): v is number => Number.isSafeInteger(v) && (v as number) >= 0;

/** The manifest when the value has its shape; unknown members are left alone. */
export function manifestOf(value: unknown): Manifest | undefined {
  const m = value as Partial<Manifest> | null;
  if (typeof m !== 'object' || m === null || m.format !== 'skein-case') return undefined;
  const { head, parts } = m;
  if (!isCount(m.version) || !isCount(m.minimumReader) || !isCount(m.schema) || typeof m.caseId !== 'string') {
    return undefined;
  }
  if (typeof head !== 'object' || head === null || !isCount(head.seq) || !HEX64.test(String(head.hash)))
    return undefined;
  if (!Array.isArray(head.words) || !Array.isArray(parts)) return undefined;
  const good = parts.every(
    (p: Partial<ManifestPart> | null) =>
      typeof p === 'object' &&
      p !== null &&
      typeof p.path === 'string' &&
      isCount(p.bytes) &&
      HEX64.test(String(p.sha256)) &&
      typeof p.role === 'string' &&
      typeof p.optional === 'boolean',
  );
  return good ? (m as Manifest) : undefined;
}
