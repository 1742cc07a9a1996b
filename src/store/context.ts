import type { LocalId } from '#domain/change/change-record';
import type { Codec } from './codec.ts';
import type { SkeinDatabase } from './schema.ts';
import type { Sentinels } from './sentinel.ts';

/** Clocks of the device. Injected, so that samples are built and tests run at fixed times. */
export interface StoreClock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Milliseconds that never step back. */
  monotonic(): number;
  /** IANA zone of the device. */
  readonly zone: string;
}

/**
 * Why the store takes no more writes. `superseded`: another tab opened a newer version of the program. `cleared`: the
 * browser took the database away under the page. `closed`: the page closed it. It is never opened again by itself.
 */
export type Frozen = 'superseded' | 'cleared' | 'closed';

/** What tabs tell each other after a commit; ids and numbers only. */
export type TabMessage =
  | { readonly localId: LocalId; readonly seq: number }
  | { readonly localId: LocalId; readonly deleted: true };

/** What the rooms of this floor share. */
export interface StoreContext {
  readonly db: SkeinDatabase;
  readonly codec: Codec;
  readonly sentinels: Sentinels;
  readonly clock: StoreClock;
  /** 16 random bytes a call. */
  readonly salt: () => Uint8Array;
  readonly newId: () => string;
  readonly locks: LockManager | undefined;
  /** Milliseconds of quiet before a snapshot that is due is written. */
  readonly snapshotDelay: number;
  /** Set once writes are refused. */
  frozen: Frozen | undefined;
  tell(message: TabMessage): void;
}

/** Every write to the log asks this first. */
export class StoreFrozen extends Error {
  readonly why: Frozen;
  constructor(why: Frozen) {
    super(`store frozen: ${why}`);
    this.name = 'StoreFrozen';
    this.why = why;
  }
}

export function mayWrite(context: StoreContext): void {
  if (context.frozen) throw new StoreFrozen(context.frozen);
}
