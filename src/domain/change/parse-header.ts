import { parseCanonical } from './canonical.ts';
import type { ChangeHeader } from './change-record.ts';

const HEX64 = /^[0-9a-f]{64}$/;
const isDigest = (v: unknown): v is string => typeof v === 'string' && HEX64.test(v);
const isCount = (v: unknown): v is number => Number.isSafeInteger(v) && (v as number) >= 0;
const isCountOrMissing = (v: unknown): boolean => v === undefined || isCount(v);

/** True when a value from outside has what every reader of a header relies on. Members it does not know are left alone. */
function isHeader(value: unknown): value is ChangeHeader {
  if (typeof value !== 'object' || value === null) return false;
  const h = value as Partial<Record<keyof ChangeHeader, unknown>>;
  const { author } = h as { readonly author?: { readonly initials?: unknown; readonly unit?: unknown } | null };
  return (
    h.v === 1 &&
    isCount(h.seq) &&
    isDigest(h.prev) &&
    isDigest(h.payload) &&
    [h.wall, h.zone, h.command, author?.initials, author?.unit].every((t) => typeof t === 'string') &&
    [h.steps, h.packs].every((d) => Array.isArray(d) && d.every(isDigest)) &&
    [h.sincePrevious, h.clockBack, h.undoes, h.redoes].every(isCountOrMissing)
  );
}

/** The header that bytes from a disk or a file hold. Throws when they are not canonical, or are the bytes of something else. */
export function parseHeader(bytes: Uint8Array): ChangeHeader {
  const value = parseCanonical<unknown>(bytes);
  if (!isHeader(value)) throw new TypeError('not a header');
  return value;
}
