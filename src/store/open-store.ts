import { type Codec, plainCodec } from './codec.ts';
import type { StoreClock, StoreContext, TabMessage } from './context.ts';
import { lostCases } from './deleted-cases.ts';
import { keepJournal } from './journal.ts';
import { probeDatabase } from './probe.ts';
import { hasRoom } from './room.ts';
import { DATABASE_NAME, type IndexedDbParts, SCHEMA_VERSION, skeinDatabase } from './schema.ts';
import { type Sentinel, sentinelsIn } from './sentinel.ts';
import { sweepAbandoned } from './staging.ts';
import { Store } from './store.ts';

/** What a start writes on its own, and a margin: with less on the disk, the database is not even opened. */
const START_BYTES = 256 * 1024;

/** Everything the store takes from its surroundings; a browser needs to give none of it. */
export interface StoreOptions {
  readonly name?: string;
  readonly indexedDB?: IDBFactory;
  readonly IDBKeyRange?: typeof globalThis.IDBKeyRange;
  /** Called once; may throw where localStorage is blocked, gives undefined in a worker. */
  readonly localStorage?: () => Storage | undefined;
  readonly locks?: LockManager | undefined;
  /** The window, whose going is an orderly end (`journal.ts`). A worker has none: it works for a page. */
  readonly page?: EventTarget | undefined;
  readonly codec?: Codec;
  readonly clock?: StoreClock;
  readonly salt?: () => Uint8Array;
  readonly newId?: () => string;
  /** Milliseconds of quiet before a due snapshot is written. */
  readonly snapshotDelay?: number;
  /** Opens even after `no-room`. */
  readonly withoutRoom?: boolean;
  /** Another tab holds an older version of the database open; opening goes on as soon as it lets go. */
  readonly onBlocked?: () => void;
}

/**
 * Why there is no store. `storage-refused`: the browser gives none (private mode, policy). `newer-database`: a newer
 * version of the program was here; this one would damage it, so it only offers export (`openForExport`). `no-room`: the disk takes nothing, or, where
 * the last page ended without farewell, not the journal that has to be begun before anything is written. Nothing was written then: a write that
 * fails half-way leaves a cut record, which the browser forgives once and not twice (`journal.ts`).
 */
export type StoreProblem =
  | { readonly problem: 'storage-refused'; readonly reason: string }
  | { readonly problem: 'no-room' }
  | { readonly problem: 'newer-database'; readonly found: number; readonly known: number };

const browserClock = (): StoreClock => ({
  now: () => Date.now(),
  monotonic: () => performance.now(),
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
});

function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('');
}

export function indexedDbParts(options: StoreOptions): Partial<IndexedDbParts> {
  const indexedDB = options.indexedDB ?? globalThis.indexedDB;
  const IDBKeyRange = options.IDBKeyRange ?? globalThis.IDBKeyRange;
  return { ...(indexedDB && { indexedDB }), ...(IDBKeyRange && { IDBKeyRange }) };
}

/** Opens the device's store with the guards of a browser that loses data in silence. Never throws over storage. */
export async function openStore(options: StoreOptions = {}): Promise<Store | StoreProblem> {
  const name = options.name ?? DATABASE_NAME;
  const { indexedDB, IDBKeyRange } = indexedDbParts(options);
  const page = 'page' in options ? options.page : globalThis.window;
  if (page && !options.withoutRoom && !(await hasRoom(START_BYTES))) return { problem: 'no-room' };
  const probe = await probeDatabase(indexedDB, name);
  if (probe.found === 'refused') return { problem: 'storage-refused', reason: probe.reason };
  if (!indexedDB || !IDBKeyRange) return { problem: 'storage-refused', reason: 'NotSupportedError' };
  if (probe.found === 'database' && probe.version > SCHEMA_VERSION * 10) {
    return { problem: 'newer-database', found: probe.version / 10, known: SCHEMA_VERSION };
  }

  const db = skeinDatabase(name, { indexedDB, IDBKeyRange });
  const sentinels = sentinelsIn(options.localStorage ?? (() => globalThis.localStorage));
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name);
  const context: StoreContext = {
    db,
    sentinels,
    codec: options.codec ?? plainCodec,
    clock: options.clock ?? browserClock(),
    salt: options.salt ?? (() => crypto.getRandomValues(new Uint8Array(16))),
    newId: options.newId ?? randomId,
    locks: 'locks' in options ? options.locks : globalThis.navigator?.locks,
    snapshotDelay: options.snapshotDelay ?? 3000,
    frozen: undefined,
    tell: (message: TabMessage) => channel?.postMessage(message),
  };

  let store: Store | undefined;
  let ours = false;
  let leaveJournal = (): void => {};
  const end = (): void => {
    ours = true;
    leaveJournal();
    channel?.close();
    db.close({ disableAutoOpen: true });
  };
  db.on('blocked', () => options.onBlocked?.());
  db.on('versionchange', () => {
    // A newer program, or "delete database": let go at once, and never write old rows into a new schema.
    ours = true;
    context.frozen ??= 'superseded';
    db.close({ disableAutoOpen: true });
    store?.announceFrozen('superseded');
    return false;
  });
  db.on('close', () => {
    if (ours) return;
    // "Clear site data" under the open page: the next write would make an empty database and acknowledge.
    ours = true;
    context.frozen ??= 'cleared';
    queueMicrotask(() => db.close({ disableAutoOpen: true }));
    store?.announceFrozen('cleared');
  });
  if (page && context.locks) {
    const journal = await keepJournal({
      indexedDB,
      name: `${name}-journal`,
      locks: context.locks,
      page,
      newId: context.newId,
      hasRoom,
      withoutRoom: options.withoutRoom ?? false,
    });
    if (journal === 'no-room') {
      end();
      return { problem: 'no-room' };
    }
    leaveJournal = journal.leave;
  }

  try {
    await db.open();
  } catch (error) {
    end();
    return { problem: 'storage-refused', reason: error instanceof Error ? error.name : 'unknown' };
  }

  // A disk that takes nothing more keeps what lies on it: leftovers of an import stay invisible until there is room.
  const swept = await sweepAbandoned(context).catch(() => 0);
  let lost: readonly Sentinel[];
  try {
    lost = await lostCases(db, sentinels);
  } catch (error) {
    end();
    return { problem: 'storage-refused', reason: error instanceof Error ? error.name : 'unknown' };
  }
  const dataLoss = probe.found === 'nothing' && probe.dataLoss;
  store = new Store(context, { dataLoss, sentinel: sentinels.available, lost, swept }, end);
  const opened = store;
  if (channel) {
    channel.onmessage = (event: MessageEvent<TabMessage>) => {
      void opened.heard(event.data);
    };
    // Node keeps a process alive for an open channel; browsers have no such method.
    (channel as { unref?: () => void }).unref?.();
  }
  return store;
}
