export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-874', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

export interface SniffedEncoding {
  readonly encoding: Encoding;
  /** A byte-order mark, or the whole sample decoding without fault as UTF-8 with something beyond ASCII in it. */
  readonly certain: boolean;
  readonly bom: boolean;
}

/** What the bytes are when they are no text at all. */
export type BinaryKind = 'zip' | 'pdf' | 'office' | 'gzip' | 'picture' | 'sqlite' | 'unknown';

const MAGIC: readonly (readonly [BinaryKind, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['office', [0xd0, 0xcf, 0x11, 0xe0]],
  ['gzip', [0x1f, 0x8b]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['sqlite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]],
];

/**
 * Guesses how the first bytes of a file are to be read; `binary` when they are no table.
 * Thai (windows-874) and Western (windows-1252) single bytes look alike one by one: Thai stands in runs, an accented letter alone.
 */
export function sniffEncoding(sample: Uint8Array): SniffedEncoding | { readonly binary: BinaryKind } {
  for (const [binary, magic] of MAGIC) if (magic.every((b, i) => sample[i] === b)) return { binary };
  if (sample[0] === 0xef && sample[1] === 0xbb && sample[2] === 0xbf) return marked('utf-8');
  if (sample[0] === 0xff && sample[1] === 0xfe) return marked('utf-16le');
  if (sample[0] === 0xfe && sample[1] === 0xff) return marked('utf-16be');
  const wide = unmarkedUtf16(sample);
  if (wide) return { encoding: wide, certain: false, bom: false };
  if (controlShare(sample) > 0.002) return { binary: 'unknown' };
  if (isUtf8(sample)) return { encoding: 'utf-8', certain: sample.some((b) => b > 0x7f), bom: false };
  return { encoding: looksThai(sample) ? 'windows-874' : 'windows-1252', certain: false, bom: false };
}

function marked(encoding: Encoding): SniffedEncoding {
  return { encoding, certain: true, bom: true };
}

/** In UTF-16 every delimiter, digit and line break has one zero byte, always on the same side. */
function unmarkedUtf16(sample: Uint8Array): Encoding | undefined {
  const pairs = sample.length >> 1;
  if (pairs < 2) return undefined;
  let low = 0;
  let high = 0;
  let asciiLow = 0;
  let asciiHigh = 0;
  for (let i = 0; i < pairs * 2; i += 2) {
    const a = sample[i] ?? 0;
    const b = sample[i + 1] ?? 0;
    if (a === 0) {
      high++;
      if (isAsciiText(b)) asciiHigh++;
    }
    if (b === 0) {
      low++;
      if (isAsciiText(a)) asciiLow++;
    }
  }
  if (asciiLow > pairs * 0.05 && asciiLow === low && high === 0) return 'utf-16le';
  if (asciiHigh > pairs * 0.05 && asciiHigh === high && low === 0) return 'utf-16be';
  return undefined;
}

function isAsciiText(b: number): boolean {
  return (b >= 0x20 && b < 0x7f) || b === 9 || b === 10 || b === 13;
}

function controlShare(sample: Uint8Array): number {
  let n = 0;
  for (const b of sample) if (b < 9 || (b > 13 && b < 0x20 && b !== 0x1b)) n++;
  return sample.length === 0 ? 0 : n / sample.length;
}

/** The sample may end inside a character; `stream: true` forgives that and nothing else. */
function isUtf8(sample: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** TIS-620 letters are A1–DA and DF–FB; the rest of the upper half is nearly empty in windows-874. */
function looksThai(sample: Uint8Array): boolean {
  let thai = 0;
  let alien = 0;
  let inRuns = 0;
  let run = 0;
  for (const b of sample) {
    if ((b >= 0xa1 && b <= 0xda) || (b >= 0xdf && b <= 0xfb)) {
      thai++;
      run++;
      continue;
    }
    if (run >= 3) inRuns += run;
    run = 0;
    if (b > 0x7f && b !== 0x80 && b !== 0x85 && !(b >= 0x91 && b <= 0x97) && b !== 0xa0) alien++;
  }
  if (run >= 3) inRuns += run;
  return thai > 0 && inRuns >= thai * 0.5 && alien <= thai * 0.02;
}
