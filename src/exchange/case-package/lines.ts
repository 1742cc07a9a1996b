import type { Pack, Part } from '#domain/change/change-record';
import { packDigest } from '#domain/change/log';
import { isPurged, type KeptOrPurged, type RawPack } from '#domain/change/raw-log';
import { atOnce } from './zip-reader.ts';

/**
 * Lines of the parts. A part: `["<digest>","<salt>",<canonical JSON>]`, both in hex, so that the canonical bytes stand in
 * the file as they were hashed and are cut out by position, never parsed and printed anew. A purged part:
 * `["<digest>"]`. A pack: `{"pack":"<digest>","parts":<n>}` followed by its n part lines.
 */
const encoder = new TextEncoder();
const ascii = new TextDecoder('latin1');
const NEWLINE = 0x0a;
/** `["` digest `","` salt `",` */
const BODY = 2 + 64 + 3 + 32 + 2;
const PART = /^\["([0-9a-f]{64})","([0-9a-f]{32})",$/;
const PURGED = /^\["([0-9a-f]{64})"\]$/;
const PACK = /^\{"pack":"([0-9a-f]{64})","parts":(0|[1-9][0-9]{0,8})\}$/;

const hex = (bytes: Uint8Array): string => Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
/** Value of each lower-case hex digit by its character code. */
const NIBBLES = Uint8Array.from({ length: 128 }, (_, c) =>
  Math.max(0, '0123456789abcdef'.indexOf(String.fromCharCode(c))),
);
/** Of lower-case hex digits only. */
const unhex = (text: string): Uint8Array => {
  const bytes = new Uint8Array(text.length >> 1);
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = (NIBBLES[text.charCodeAt(2 * i)]! << 4) | NIBBLES[text.charCodeAt(2 * i + 1)]!;
  }
  return bytes;
};

export function partLine(part: KeptOrPurged): Uint8Array {
  if (isPurged(part)) return encoder.encode(`["${part.digest}"]\n`);
  const out = new Uint8Array(BODY + part.bytes.length + 2);
  encoder.encodeInto(`["${part.digest}","${hex(part.salt)}",`, out);
  out.set(part.bytes, BODY);
  out[out.length - 2] = 0x5d;
  out[out.length - 1] = NEWLINE;
  return out;
}

export function packLine(pack: Pack | RawPack): Uint8Array {
  return encoder.encode(`{"pack":"${pack.digest}","parts":${pack.parts.length}}\n`);
}

export function headerLine(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length + 1);
  out.set(bytes);
  out[bytes.length] = NEWLINE;
  return out;
}

/** Lines without their newline. `cut` tells that the last one had none, and it is left out. */
export function linesOf(bytes: Uint8Array): { lines: Uint8Array[]; cut: boolean } {
  const lines: Uint8Array[] = [];
  let from = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, from)) {
    lines.push(bytes.subarray(from, at));
    from = at + 1;
  }
  return { lines, cut: from !== bytes.length };
}

/** The part of a line; undefined when it has not the form of one. Whether the digest is true is another question. */
export function partOfLine(line: Uint8Array): KeptOrPurged | undefined {
  if (line.length === 68) {
    const purged = PURGED.exec(ascii.decode(line));
    return purged ? { digest: purged[1]!, purged: true } : undefined;
  }
  if (line.length < BODY + 2 || line[line.length - 1] !== 0x5d) return undefined;
  const found = PART.exec(ascii.decode(line.subarray(0, BODY)));
  if (!found) return undefined;
  const part: Part = { digest: found[1]!, salt: unhex(found[2]!), bytes: line.subarray(BODY, line.length - 1) };
  return part;
}

export interface ReadPacks {
  readonly packs: Map<string, RawPack>;
  /** 1-based number of the first line that has not the form it should; reading goes on after it. */
  readonly badLine: number | undefined;
}

/** Pauses after each pack. */
export function* readingPacks(lines: readonly Uint8Array[]): Generator<void, ReadPacks> {
  const packs = new Map<string, RawPack>();
  let badLine: number | undefined;
  let i = 0;
  while (i < lines.length) {
    const found = lines[i]!.length < 120 ? PACK.exec(ascii.decode(lines[i])) : null;
    const parts: KeptOrPurged[] = [];
    let good = found !== null;
    const n = Number(found?.[2] ?? 0);
    i++;
    while (parts.length < n && i < lines.length) {
      const part = partOfLine(lines[i]!);
      if (!part) break;
      parts.push(part);
      i++;
    }
    good &&= parts.length === n && !packs.has(found![1]!);
    if (found && parts.length) packs.set(found[1]!, { digest: packDigest(parts.map((p) => p.digest)), parts });
    if (!good) badLine ??= i;
    yield;
  }
  return { packs, badLine };
}

export const packsOf = (lines: readonly Uint8Array[]): ReadPacks => atOnce(readingPacks(lines));

export interface ReadParts {
  readonly parts: Map<string, KeptOrPurged>;
  readonly badLine: number | undefined;
}

export function partsOf(lines: readonly Uint8Array[]): ReadParts {
  const parts = new Map<string, KeptOrPurged>();
  let badLine: number | undefined;
  for (const [i, line] of lines.entries()) {
    const part = partOfLine(line);
    if (part && !parts.has(part.digest)) parts.set(part.digest, part);
    else badLine ??= i + 1;
  }
  return { parts, badLine };
}
