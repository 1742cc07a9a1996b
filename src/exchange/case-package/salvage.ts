import { EMPTY_HEAD } from '#domain/change/change-record';
import { hashHeaderBytes } from '#domain/change/log';
import { parseHeader } from '#domain/change/parse-header';
import type { RawLog } from '#domain/change/raw-log';
import { HEADERS_PATH, MANIFEST_PATH, MIMETYPE, MIMETYPE_PATH, manifestOf, PACKS_PATH, PARTS_PATH } from './format.ts';
import { linesOf, packsOf, partsOf } from './lines.ts';
import { packagedLog } from './packaged-log.ts';
import { inflateUpTo, type PackageLimits, walkZip } from './zip-reader.ts';

function seqOf(bytes: Uint8Array): number | undefined {
  try {
    return parseHeader(bytes).seq;
  } catch {
    return undefined;
  }
}

/**
 * What can still be read of a damaged or truncated package, entry after entry from the first byte: whole lines only,
 * nothing verified. Undefined when it holds no header of a change. Limits hold here too.
 */
export function salvageLog(bytes: Uint8Array, limits: PackageLimits): RawLog | undefined {
  const files = new Map<string, Uint8Array>();
  for (const entry of walkZip(bytes, limits)) {
    const inflated = inflateUpTo(entry);
    if (inflated !== 'size-lies' && !files.has(entry.path)) files.set(entry.path, inflated.bytes);
  }
  const text = new TextDecoder();
  if (text.decode(files.get(MIMETYPE_PATH)) !== MIMETYPE) return undefined;
  const lines = (path: string): Uint8Array[] => linesOf(files.get(path) ?? new Uint8Array()).lines;
  const headers = lines(HEADERS_PATH);
  if (!headers.some((h) => seqOf(h) !== undefined)) return undefined;
  let head = EMPTY_HEAD;
  try {
    head = manifestOf(JSON.parse(text.decode(files.get(MANIFEST_PATH))))?.head ?? EMPTY_HEAD;
  } catch {
    // The manifest is gone; the headers that are there tell how long the log is.
  }
  // An unreadable manifest leaves nothing to compare the last header with, so it vouches for itself.
  if (head.seq < headers.length) head = { seq: headers.length, hash: hashHeaderBytes(headers.at(-1)!) };
  return packagedLog(
    { headers, parts: partsOf(lines(PARTS_PATH)).parts, packs: packsOf(lines(PACKS_PATH)).packs },
    { seq: head.seq, hash: head.hash },
  );
}
