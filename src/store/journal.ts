/**
 * Keeps the browser's own journal fit to be read again.
 *
 * Chromium keeps IndexedDB in LevelDB and, at a start, goes on writing in the journal of the run before (`reuse_logs`), even where a kill cut its last
 * record in the middle. All goes well until the start after that: the cut record now stands inside the journal, is taken for damage, and the browser
 * throws the whole database away, with everything acknowledged since (google/leveldb issue 1287). No page can mend a journal, but it can have the
 * browser leave it: a journal that is full is written out and deleted. So after an end without farewell it is filled before anything else is written.
 */

/** LevelDB's journal is full at 4 MiB, less on a small disk. A value of 64 KiB or more would be put in a file of its own. */
const FILLER_ROWS = 96;
const FILLER_BYTES = 48 * 1024;
/** The full journal, the table it is written out to, and as much again for what the browser does besides. */
const ROOM_BYTES = 16 * 1024 * 1024;

const RUNNING = 'running';
const FILLER = 'filler';
const lockName = (id: string): string => `skein-running-${id}`;

export interface JournalParts {
  readonly indexedDB: IDBFactory;
  /** Its own database, which shares the journal with the store's: one origin, one journal. */
  readonly name: string;
  readonly locks: LockManager;
  /** The window: `pagehide` is the farewell. */
  readonly page: EventTarget;
  readonly newId: () => string;
  /** Whether the disk takes so many bytes more. A filling that ends half-way for want of room is itself a cut record. */
  readonly hasRoom: (bytes: number) => Promise<boolean>;
  /** Goes on in the journal as it is where there is no room for another. */
  readonly withoutRoom: boolean;
}

export interface Journal {
  /** True when the run before ended without farewell and the journal was therefore left for a new one. */
  readonly renewed: boolean;
  /** The farewell. */
  leave(): void;
}

const done = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });

function openDatabase({ indexedDB, name }: JournalParts): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(RUNNING);
      request.result.createObjectStore(FILLER, { autoIncrement: true });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function keysOf(db: IDBDatabase): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const request = db.transaction(RUNNING).objectStore(RUNNING).getAllKeys();
    request.onsuccess = () => resolve(request.result.map(String));
    request.onerror = () => reject(request.error);
  });
}

/** Fills the journal; what is written next begins a new one, and the full one is deleted once it is written out. */
async function renew(db: IDBDatabase, ended: readonly string[]): Promise<void> {
  const filling = db.transaction(FILLER, 'readwrite', { durability: 'strict' });
  // At random: what can be made small would not fill anything.
  for (let i = 0; i < FILLER_ROWS; i++)
    filling.objectStore(FILLER).add(crypto.getRandomValues(new Uint8Array(FILLER_BYTES)));
  await done(filling);
  const emptying = db.transaction([FILLER, RUNNING], 'readwrite', { durability: 'strict' });
  emptying.objectStore(FILLER).clear();
  for (const id of ended) emptying.objectStore(RUNNING).delete(id);
  await done(emptying);
}

/**
 * Notes that this page is at work, until it says farewell, and renews the journal when another ended without one. To be awaited before the first
 * write, and before the store's own database is opened: a disk without room can close whatever is open. Never rejects: a browser that refuses this
 * stores as it did without.
 *
 * @returns `no-room` when the journal should be renewed and the disk has no room for it: nothing was written, and nothing should be
 */
export async function keepJournal(parts: JournalParts): Promise<Journal | 'no-room'> {
  const { locks, page } = parts;
  let opened: IDBDatabase | undefined;
  try {
    const db = await openDatabase(parts);
    db.onversionchange = () => db.close();
    opened = db;
    // In this order: who notes itself meanwhile holds its lock before.
    const noted = await keysOf(db);
    const held = new Set((await locks.query()).held?.map((lock) => lock.name));
    const ended = noted.filter((id) => !held.has(lockName(id)));
    const renewing = ended.length > 0 && !parts.withoutRoom;
    if (renewing) {
      if (!(await parts.hasRoom(ROOM_BYTES))) {
        db.close();
        return 'no-room';
      }
      await renew(db, ended);
    }

    const id = parts.newId();
    let release = (): void => {};
    // Held before the note is written: another tab must not take this page for one that has ended.
    await new Promise<void>((got, refused) => {
      const hold = (): Promise<void> => {
        got();
        return new Promise((resolve) => {
          release = resolve;
        });
      };
      locks.request(lockName(id), hold).catch(refused);
    });
    const note = async (change: (running: IDBObjectStore) => void): Promise<void> => {
      const noting = db.transaction(RUNNING, 'readwrite', { durability: 'strict' });
      change(noting.objectStore(RUNNING));
      // A page that goes has no time to wait for the transaction to end by itself.
      noting.commit();
      await done(noting);
    };
    const begin = (): Promise<void> => note((running) => running.put(true, id));
    // Where the database was taken away there is nothing left to note.
    const comes = (): void => void begin().catch(() => {});
    const goes = (): void => void note((running) => running.delete(id)).catch(() => {});
    await begin();
    page.addEventListener('pagehide', goes);
    page.addEventListener('pageshow', comes);
    const leave = (): void => {
      page.removeEventListener('pagehide', goes);
      page.removeEventListener('pageshow', comes);
      goes();
      release();
      db.close();
    };
    return { renewed: renewing, leave };
  } catch {
    opened?.close();
    return { renewed: false, leave: () => {} };
  }
}
