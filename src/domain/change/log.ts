import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js';
import { canonicalBytes, canonicalText, parseCanonical, sameJson } from './canonical.ts';
import type { CaseState } from './case-state.ts';
import {
  type Author,
  type ChangeHeader,
  type ChangeRecord,
  EMPTY_HEAD,
  type Head,
  PACK_SIZE,
  type Pack,
  type Part,
  STAGE_ABOVE,
} from './change-record.ts';
import { parseHeader } from './parse-header.ts';
import type { Step } from './step.ts';

/** What the caller reads off its clocks; the domain has none. */
export interface ClockReading {
  /** UTC ISO 8601 with milliseconds. */
  readonly wall: string;
  readonly zone: string;
  readonly sincePrevious?: number;
  readonly clockBack?: number;
}

export interface ChangeDraft {
  readonly steps: readonly Step[];
  readonly payload: unknown;
  readonly command: string;
  readonly author: Author;
  readonly head: Head;
  readonly clock: ClockReading;
  /** 16 random bytes a call. */
  readonly salt: () => Uint8Array;
  readonly undoes?: number;
  readonly redoes?: number;
}

/** Digest of a part: lower-case hex SHA-256 over 16 salt bytes followed by the canonical bytes. */
export function partDigest(salt: Uint8Array, bytes: Uint8Array): string {
  return bytesToHex(sha256(concatBytes(salt, bytes)));
}

export function makePart(value: unknown, salt: Uint8Array): Part {
  if (salt.length !== 16) throw new RangeError('a salt is 16 bytes');
  const bytes = canonicalBytes(value);
  return { digest: partDigest(salt, bytes), salt, bytes };
}

/** Digest of a pack: SHA-256 over the raw digests of its parts, so that one step of many can be purged alone. */
export function packDigest(partDigests: readonly string[]): string {
  const h = sha256.create();
  for (const d of partDigests) h.update(hexToBytes(d));
  return bytesToHex(h.digest());
}

export function makePack(steps: readonly Step[], salt: () => Uint8Array): Pack {
  return packOf(steps.map((s) => makePart(s, salt())));
}

/** Parts hashed before, under one name. */
export function packOf(parts: readonly Part[]): Pack {
  return { digest: packDigest(parts.map((p) => p.digest)), parts };
}

/** Packs for a bulk change, at most `PACK_SIZE` steps each. */
export function makePacks(steps: readonly Step[], salt: () => Uint8Array): Pack[] {
  const packs: Pack[] = [];
  for (let i = 0; i < steps.length; i += PACK_SIZE) packs.push(makePack(steps.slice(i, i + PACK_SIZE), salt));
  return packs;
}

export function hashHeaderBytes(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/** Seals a header over parts that were hashed before (staged imports), or over none (undo of a staged change). */
export function sealChange(
  draft: Omit<ChangeDraft, 'steps'>,
  parts: { readonly steps: readonly Part[]; readonly packs: readonly Pack[] },
  packDigests: readonly string[] = parts.packs.map((p) => p.digest),
): ChangeRecord {
  const payload = makePart(draft.payload, draft.salt());
  const header: ChangeHeader = {
    v: 1,
    seq: draft.head.seq + 1,
    prev: draft.head.hash,
    wall: draft.clock.wall,
    zone: draft.clock.zone,
    ...(draft.clock.sincePrevious !== undefined && { sincePrevious: draft.clock.sincePrevious }),
    ...(draft.clock.clockBack !== undefined && { clockBack: draft.clock.clockBack }),
    author: draft.author,
    command: draft.command,
    payload: payload.digest,
    steps: parts.steps.map((p) => p.digest),
    packs: packDigests,
    ...(draft.undoes !== undefined && { undoes: draft.undoes }),
    ...(draft.redoes !== undefined && { redoes: draft.redoes }),
  };
  const headerBytes = canonicalBytes(header);
  return { header, hash: hashHeaderBytes(headerBytes), headerBytes, payload, ...parts };
}

/** Canonicalises and hashes a planned change, synchronously, before any transaction opens. */
export function buildChange(draft: ChangeDraft): ChangeRecord {
  const { steps, ...rest } = draft;
  return steps.length > STAGE_ABOVE
    ? sealChange(rest, { steps: [], packs: makePacks(steps, draft.salt) })
    : sealChange(rest, { steps: steps.map((s) => makePart(s, draft.salt())), packs: [] });
}

export function decodeStep(part: Part): Step {
  return parseCanonical<Step>(part.bytes);
}

export interface ChainFault {
  /** The sequence number the fault stands at. */
  readonly seq: number;
  readonly code: 'header-altered' | 'sequence' | 'chain-broken' | 'part-altered' | 'part-missing';
}

export interface VerifiedChain {
  readonly headers: readonly ChangeHeader[];
  readonly head: Head;
  /** The first fault; headers up to it are good. */
  readonly fault?: ChainFault;
}

/**
 * Walks raw header bytes from the first: each must be the canonical bytes of what it parses to, numbered without gaps,
 * and name the hash of the one before. Finds edits, deletions and swaps; not a cut tail, and nothing if all is re-chained.
 */
export function verifyHeaders(raw: Iterable<Uint8Array>, from: Head = EMPTY_HEAD): VerifiedChain {
  const headers: ChangeHeader[] = [];
  let head = from;
  for (const bytes of raw) {
    const seq = head.seq + 1;
    let header: ChangeHeader;
    try {
      header = parseHeader(bytes);
    } catch {
      return { headers, head, fault: { seq, code: 'header-altered' } };
    }
    if (header.seq !== seq) return { headers, head, fault: { seq, code: 'sequence' } };
    if (header.prev !== head.hash) return { headers, head, fault: { seq, code: 'chain-broken' } };
    headers.push(header);
    head = { seq, hash: hashHeaderBytes(bytes) };
  }
  return { headers, head };
}

/** Digest of a state: SHA-256 over the canonical JSON of all records ordered by id (UTF-16 code units). */
export function stateDigest(state: CaseState): string {
  const h = sha256.create();
  const text = new TextEncoder();
  const records = [...state.all()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  h.update(text.encode('['));
  records.forEach((r, i) => {
    h.update(text.encode((i ? ',' : '') + canonicalText(r)));
  });
  h.update(text.encode(']'));
  return bytesToHex(h.digest());
}

/** The first step whose `before` is not what stands in the state (a record has moved on since), or undefined. */
export function conflictOf(state: CaseState, steps: readonly Step[]): Step | undefined {
  const pending = new Map<string, Step['after']>();
  for (const step of steps) {
    const now = pending.has(step.id) ? (pending.get(step.id) ?? null) : (state.get(step.id) ?? null);
    if (!sameJson(now, step.before)) return step;
    pending.set(step.id, step.after);
  }
  return undefined;
}
