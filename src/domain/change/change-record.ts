import type { Id } from '../record.ts';
import type { Step } from './step.ts';

/** Who acted: initials and unit as typed at first start; proves no identity. */
export interface Author {
  readonly initials: string;
  readonly unit: string;
}

/**
 * The header of a change: all that the chain covers. It holds no word of the case, so any part can be purged by law
 * and the chain still verifies. Digests are lower-case hex SHA-256. The format is permanent.
 */
export interface ChangeHeader {
  readonly v: 1;
  /** 1, 2, 3 … without gaps; the order of the log, never the clock. */
  readonly seq: number;
  /** Hash of the header before; 64 zeros before the first. */
  readonly prev: string;
  /** Wall clock, UTC ISO 8601 with milliseconds. */
  readonly wall: string;
  readonly zone: string;
  /** Whole milliseconds of the monotonic clock since the previous change of the same sitting; missing for its first. */
  readonly sincePrevious?: number;
  /** The wall clock stepped back by so many milliseconds (> 2 000) against the previous change. */
  readonly clockBack?: number;
  readonly author: Author;
  readonly command: string;
  /** Digest of the payload part: the command's payload as planned. Staged changes keep a summary here. */
  readonly payload: string;
  /** Digests of the step parts, in order; empty when staged. */
  readonly steps: readonly string[];
  /** Digests of packs (each the hash over the digests of its steps), in order; only when staged. */
  readonly packs: readonly string[];
  readonly undoes?: number;
  readonly redoes?: number;
}

/** A part as hashed: digest = SHA-256(salt ‖ bytes); bytes are canonical JSON. */
export interface Part {
  readonly digest: string;
  /** 16 random bytes. */
  readonly salt: Uint8Array;
  readonly bytes: Uint8Array;
}

/** Many steps under one name: digest = SHA-256 over the concatenated raw digests of the parts. */
export interface Pack {
  readonly digest: string;
  readonly parts: readonly Part[];
}

export interface ChangeRecord {
  readonly header: ChangeHeader;
  /** Hash of the header's canonical bytes: the head of the log once this is the last change. */
  readonly hash: string;
  readonly headerBytes: Uint8Array;
  readonly payload: Part;
  readonly steps: readonly Part[];
  readonly packs: readonly Pack[];
}

/** A change with its steps decoded, as the history and undo read it. */
export interface Change {
  readonly header: ChangeHeader;
  readonly hash: string;
  readonly steps: readonly Step[];
}

export interface Head {
  readonly seq: number;
  readonly hash: string;
}

export const EMPTY_HEAD: Head = { seq: 0, hash: '0'.repeat(64) };

/** Steps above this number are staged in packs. */
export const STAGE_ABOVE = 200;
/** Steps in one pack. */
export const PACK_SIZE = 500;

export type LocalId = Id;
