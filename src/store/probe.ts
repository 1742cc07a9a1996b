/** What a native open says of a database before Dexie, which passes none of it on. */
export type Probe =
  | { readonly found: 'nothing'; readonly dataLoss: boolean }
  | { readonly found: 'database'; readonly version: number; readonly tables: readonly string[] }
  | { readonly found: 'refused'; readonly reason: string };

/** Chromium's own member, in no typing: says once, on the first open after it threw a damaged database away. */
interface VersionChange extends IDBVersionChangeEvent {
  readonly dataLoss?: string;
}

/**
 * Opens the database natively, without a version, and closes it again. When none exists the open would make one; that
 * is aborted, so the probe leaves nothing behind. `dataLoss` tells "thrown away as damaged" from "never was".
 */
export function probeDatabase(indexedDB: IDBFactory | undefined, name: string): Promise<Probe> {
  return new Promise((resolve) => {
    let request: IDBOpenDBRequest;
    try {
      if (!indexedDB) throw new DOMException('no indexedDB', 'NotSupportedError');
      request = indexedDB.open(name);
    } catch (error) {
      resolve({ found: 'refused', reason: error instanceof Error ? error.name : 'unknown' });
      return;
    }
    let made: { dataLoss: boolean } | undefined;
    request.onupgradeneeded = (event) => {
      made = { dataLoss: (event as VersionChange).dataLoss === 'total' };
      request.transaction?.abort();
    };
    request.onsuccess = () => {
      const db = request.result;
      const probe: Probe = { found: 'database', version: db.version, tables: Array.from(db.objectStoreNames) };
      db.close();
      resolve(probe);
    };
    request.onerror = (event) => {
      event.preventDefault();
      if (made) resolve({ found: 'nothing', dataLoss: made.dataLoss });
      else resolve({ found: 'refused', reason: request.error?.name ?? 'unknown' });
    };
  });
}
