import type { ChangeHeader, Head } from '#domain/change/change-record';
import { parseHeader } from '#domain/change/parse-header';
import type { KeptOrPurged, RawChange, RawLog, RawPack } from '#domain/change/raw-log';

/** The three files of a log, taken apart; nothing is verified yet. */
export interface LogFiles {
  readonly headers: readonly Uint8Array[];
  readonly parts: ReadonlyMap<string, KeptOrPurged>;
  readonly packs: ReadonlyMap<string, RawPack>;
}

function headerOf(bytes: Uint8Array | undefined): ChangeHeader | undefined {
  try {
    return bytes && parseHeader(bytes);
  } catch {
    return undefined;
  }
}

/** The log of a package, as the verifier reads it. */
export function packagedLog(files: LogFiles, head: Head): RawLog {
  const change = (headerBytes: Uint8Array): RawChange => {
    const header = headerOf(headerBytes);
    if (!header) return { headerBytes, payload: undefined, steps: [], packs: [] };
    return {
      headerBytes,
      payload: files.parts.get(header.payload),
      steps: header.steps.map((d) => files.parts.get(d)),
      packs: header.packs.map((d) => files.packs.get(d)),
    };
  };
  return {
    head,
    read: async (from, to) => files.headers.slice(from - 1, to).map(change),
  };
}

/** A part or pack that no header names: something the chain does not cover. Undefined when there is none. */
export function unnamedPart(files: LogFiles): string | undefined {
  const named = new Set<string>();
  for (const bytes of files.headers) {
    const header = headerOf(bytes);
    if (!header) continue;
    named.add(header.payload);
    for (const digest of [...header.steps, ...header.packs]) named.add(digest);
  }
  for (const digest of [...files.parts.keys(), ...files.packs.keys()]) if (!named.has(digest)) return digest;
  return undefined;
}
