import { EMPTY_HEAD } from '#domain/change/change-record';
import { hashHeaderBytes } from '#domain/change/log';
import { parseHeader } from '#domain/change/parse-header';
import type { RawLog } from '#domain/change/raw-log';

/** How the log of a package stands to one that is already here. `shared` is the last change both have. */
export interface Comparison {
  readonly relation: 'same' | 'behind' | 'ahead' | 'parted' | 'unrelated';
  readonly shared: number;
  /** Changes beyond the shared ones. */
  readonly here: number;
  readonly there: number;
}

/** Hash of the chain after n changes; undefined when it cannot be read. */
async function hashAt(log: RawLog, n: number): Promise<string | undefined> {
  if (n === 0) return EMPTY_HEAD.hash;
  if (n === log.head.seq) return log.head.hash;
  const [raw] = await log.read(n, n);
  if (!raw) return undefined;
  try {
    parseHeader(raw.headerBytes);
  } catch {
    return undefined;
  }
  return hashHeaderBytes(raw.headerBytes);
}

/** Finds the last shared change by halving: a chain that agrees at n agrees before it. Some twenty reads for a million changes. */
export async function compareLogs(here: RawLog, there: RawLog): Promise<Comparison> {
  let low = 0;
  let high = Math.min(here.head.seq, there.head.seq);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const [a, b] = [await hashAt(here, middle), await hashAt(there, middle)];
    if (a !== undefined && a === b) low = middle;
    else high = middle - 1;
  }
  const counts = { shared: low, here: here.head.seq - low, there: there.head.seq - low };
  if (low === 0) return { relation: 'unrelated', ...counts };
  if (counts.here === 0) return { relation: counts.there === 0 ? 'same' : 'ahead', ...counts };
  return { relation: counts.there === 0 ? 'behind' : 'parted', ...counts };
}
