import type { Head, LocalId } from '#domain/change/change-record';

/**
 * The sentinel stands outside IndexedDB (localStorage), because a browser can lose the whole database and show an empty
 * one without an error. One entry per case: local id, change count, head hash; no names. It is flushed late, so it may
 * lag behind the store; it must never be ahead of it.
 */
export interface Sentinel {
  readonly localId: LocalId;
  readonly count: number;
  readonly hash: string;
}

/** When a case was last saved to a file: its change count, the time (UTC ISO) and the name the file was given, which is ids and numbers. */
export interface SavedFile {
  readonly seq: number;
  readonly wall: string;
  readonly file?: string;
}

export interface Sentinels {
  /** False when the browser blocks localStorage: everything works, but a lost database cannot be noticed. */
  readonly available: boolean;
  read(localId: LocalId): Sentinel | undefined;
  /** Renews the entry, never lowering its count (another tab may be further on). */
  raise(localId: LocalId, head: Head): void;
  /** Sets the entry whatever it was: after a recovery that the analyst accepted. */
  set(localId: LocalId, head: Head): void;
  remove(localId: LocalId): void;
  /** Kept beside the sentinel, so that it is known which file to look for when the database is gone. */
  savedFile(localId: LocalId): SavedFile | undefined;
  noteSaved(localId: LocalId, saved: SavedFile): void;
  all(): Sentinel[];
}

const PREFIX = 'skein.sentinel.';
const SAVED = 'skein.saved.';
const SAVED_FORM = /^([1-9][0-9]*) (\d{4}-\d\d-\d\dT[\d:.]+Z)(?: (skein-[0-9a-z-]+\.skein))?$/;
const FORM = /^([1-9][0-9]*) ([0-9a-f]{64})$/;

function parse(localId: LocalId, text: string | null): Sentinel | undefined {
  const found = text === null ? null : FORM.exec(text);
  return found ? { localId, count: Number(found[1]), hash: found[2]! } : undefined;
}

/** `storage` is called once; it may throw, as `window.localStorage` does where it is blocked, or give undefined. */
export function sentinelsIn(storage: () => Storage | undefined): Sentinels {
  let box: Storage | undefined;
  try {
    box = storage();
    // A full or write-protected box shows itself only when written to.
    box?.setItem('skein.sentinel', '1');
  } catch {
    box = undefined;
  }
  const attempt = (act: (box: Storage) => void): void => {
    try {
      if (box) act(box);
    } catch {
      // A sentinel that cannot be written is absent or behind; both are safe.
    }
  };
  const read = (localId: LocalId): Sentinel | undefined => parse(localId, box?.getItem(PREFIX + localId) ?? null);
  const set = (localId: LocalId, head: Head): void =>
    attempt((b) => b.setItem(PREFIX + localId, `${head.seq} ${head.hash}`));
  return {
    available: box !== undefined,
    read,
    set,
    raise: (localId, head) => {
      const now = read(localId);
      if (!now || now.count <= head.seq) set(localId, head);
    },
    remove: (localId) =>
      attempt((b) => {
        b.removeItem(PREFIX + localId);
        b.removeItem(SAVED + localId);
      }),
    savedFile: (localId) => {
      const found = SAVED_FORM.exec(box?.getItem(SAVED + localId) ?? '');
      return found ? { seq: Number(found[1]), wall: found[2]!, ...(found[3] && { file: found[3] }) } : undefined;
    },
    noteSaved: (localId, { seq, wall, file }) =>
      attempt((b) => b.setItem(SAVED + localId, `${seq} ${wall}${file ? ` ${file}` : ''}`)),
    all: () => {
      const found: Sentinel[] = [];
      for (let i = 0; i < (box?.length ?? 0); i++) {
        const key = box?.key(i);
        if (!key?.startsWith(PREFIX)) continue;
        const localId = key.slice(PREFIX.length);
        const sentinel = parse(localId, box?.getItem(key) ?? null);
        if (sentinel) found.push(sentinel);
      }
      return found;
    },
  };
}

export type SentinelVerdict = 'good' | 'store-behind' | 'store-differs';

/** Compares a sentinel with the store: `hashAt(n)` is the chain's hash after n changes, undefined beyond its end. */
export function judge(sentinel: Sentinel | undefined, hashAt: (count: number) => string | undefined): SentinelVerdict {
  if (!sentinel) return 'good';
  const hash = hashAt(sentinel.count);
  if (hash === undefined) return 'store-behind';
  return hash === sentinel.hash ? 'good' : 'store-differs';
}
