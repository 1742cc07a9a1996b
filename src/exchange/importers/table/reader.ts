import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { recall } from '../../formula-guard.ts';
import type { ImportFile, ReportProgress } from '../import-file.ts';
import type { ImportLimits } from '../limits.ts';
import type { Encoding } from './encoding.ts';
import { type Dialect, RecordSplitter, type TableRecord } from './records.ts';

/** A source that cannot be read any more (moved, stick pulled out). Expected, so callers turn it into a refusal. */
export class FileUnreadable extends Error {
  override readonly name = 'FileUnreadable';
}

export interface ReadOptions {
  readonly encoding: Encoding;
  readonly dialect: Dialect;
  readonly limits: ImportLimits;
  /** Hash the bytes while they pass. */
  readonly digest?: boolean;
}

export interface ReadSummary {
  /** Bytes really read. */
  readonly bytes: number;
  /** Lower-case hex, when asked for. */
  readonly sha256?: string;
}

/** First bytes of a file, at most `limit`. Throws FileUnreadable, or the signal's reason. */
export async function readSample(file: ImportFile, limit: number, signal: AbortSignal): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytesOf(file, signal)) {
    pieces.push(piece);
    length += piece.length;
    if (length >= limit) break;
  }
  const out = new Uint8Array(Math.min(length, limit));
  let at = 0;
  for (const piece of pieces) {
    const part = piece.subarray(0, out.length - at);
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/**
 * Hands every record of the file to `take`, in order and in batches, holding no more than one piece of the file.
 * Progress counts bytes. `suspect`: some cell of the batch may hold a character no text should. `take` may return `false` to stop early.
 * Throws FileUnreadable when the source fails, the signal's reason when cancelled.
 */
export async function readRecords(
  file: ImportFile,
  options: ReadOptions,
  take: (records: readonly TableRecord[], suspect: boolean) => boolean | undefined,
  signal: AbortSignal,
  progress?: ReportProgress,
): Promise<ReadSummary> {
  const decoder = new TextDecoder(options.encoding);
  const splitter = new RecordSplitter(options.dialect, options.limits.record);
  const hash = options.digest ? sha256.create() : undefined;
  let bytes = 0;
  let before = false;
  for await (const piece of bytesOf(file, signal)) {
    bytes += piece.length;
    hash?.update(piece);
    const text = decoder.decode(piece, { stream: true });
    const here = BAD_CHARACTER.test(text);
    // The first record of a piece may have begun in the one before.
    const records = splitter.push(text);
    const go = take(recalled(records), here || before);
    before = here || (before && records.length === 0);
    progress?.({ done: bytes, of: Math.max(file.size, bytes), stage: 'read' });
    if (go === false) return { bytes };
  }
  take(recalled([...splitter.push(decoder.decode()), ...splitter.end()]), true);
  return hash ? { bytes, sha256: bytesToHex(hash.digest()) } : { bytes };
}

/** C0 controls other than tab and line breaks, and the sign of undecodable bytes. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
export const BAD_CHARACTER = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd]/;

/** Cells that an export defused come back as they were. */
export function recalled(records: readonly TableRecord[]): readonly TableRecord[] {
  return records.map((r) => (r.cells.some((c) => c.charCodeAt(0) === 0x27) ? { ...r, cells: r.cells.map(recall) } : r));
}

async function* bytesOf(file: ImportFile, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  signal.throwIfAborted();
  let reader: ReadableStreamDefaultReader<Uint8Array>;
  try {
    reader = file.open().getReader();
  } catch (cause) {
    throw new FileUnreadable('cannot be opened', { cause });
  }
  let breathed = performance.now();
  try {
    for (;;) {
      let next: ReadableStreamReadResult<Uint8Array>;
      try {
        next = await reader.read();
      } catch (cause) {
        signal.throwIfAborted();
        throw new FileUnreadable('cannot be read on', { cause });
      }
      signal.throwIfAborted();
      if (next.done) return;
      // A source that is always ready would starve the message that cancels: breathe now and then.
      if (performance.now() - breathed > 40) {
        await new Promise((resolve) => setTimeout(resolve));
        breathed = performance.now();
        signal.throwIfAborted();
      }
      if (next.value.length > 0) yield next.value;
    }
  } finally {
    // Frees the handle on an early stop; a stream that already failed has nothing left to say.
    reader.cancel().catch(() => undefined);
  }
}
