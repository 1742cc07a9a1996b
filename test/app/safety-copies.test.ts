import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
  allowFolder,
  chooseFolder,
  forgetFolder,
  keepSafetyCopies,
  safetyCopies,
  writeSafetyCopy,
} from '#app/safety-copies';
import { readPackage } from '#exchange/case-package/index';
import type { OpenCase } from '#queries/open-case';
import type { Store } from '#store/index';
import { skeinDatabase } from '#store/schema';
import { add, Device, makeCase, open, person } from '../store/device-of.ts';

/** A folder that puts a file in its place only when its writable is closed, as browsers do. */
class MemoryFolder {
  readonly kind = 'directory';
  readonly files = new Map<string, Uint8Array>();
  readonly name: string;
  gone = false;
  /** The browser no longer lets it be written, until it is asked again. */
  withdrawn = false;
  /** Called when a file is closed. */
  closing: () => Promise<unknown> = async () => undefined;
  constructor(name: string) {
    this.name = name;
  }
  async requestPermission(): Promise<PermissionState> {
    this.withdrawn = false;
    return 'granted';
  }
  async isSameEntry(other: unknown): Promise<boolean> {
    return other === this;
  }
  /** When each file was put in its place. */
  readonly times = new Map<string, number>();
  writes = 0;
  async getFileHandle(name: string, { create = false } = {}): Promise<unknown> {
    if (this.withdrawn) throw new DOMException('', 'NotAllowedError');
    if (this.gone || (!create && !this.files.has(name))) throw new DOMException('', 'NotFoundError');
    if (!this.files.has(name)) this.files.set(name, new Uint8Array());
    return {
      getFile: async () => ({ size: this.files.get(name)!.length, lastModified: this.times.get(name) }),
      createWritable: async () => {
        const written: number[] = [];
        return {
          write: async (bytes: Uint8Array) => void written.push(...bytes),
          abort: async () => undefined,
          close: async () => {
            this.files.set(name, Uint8Array.from(written));
            this.times.set(name, ++this.writes);
            await this.closing();
          },
        };
      },
    };
  }
}

/** The database of the tests keeps no handles of folders: the store's box is a variable here, all else of it is the store. */
function keptIn(store: Store, first: MemoryFolder | undefined): Store {
  let now: unknown = first;
  const folder = {
    get: async () => now,
    set: async (handle: unknown) => {
      now = handle;
    },
    remove: async () => {
      now = undefined;
    },
  };
  Object.defineProperty(store, 'folder', { value: folder });
  return store;
}

const pick = (folder: MemoryFolder): void => {
  vi.stubGlobal('window', { showDirectoryPicker: async () => folder });
};

async function caseOn(folder: MemoryFolder) {
  const device = new Device();
  const store = keptIn(await device.tab(), undefined);
  pick(folder);
  await chooseFolder(store);
  const localId = await makeCase(store);
  const here = await open(store, localId);
  await here.commit(add(person('p1', 'Ann')));
  return { device, store, localId, here };
}

const onlyFile = (folder: MemoryFolder): Uint8Array => {
  expect(folder.files.size).toBe(1);
  return [...folder.files.values()][0]!;
};

beforeEach(() => safetyCopies.set({ kind: 'off' }));

describe('safety copies', () => {
  test('a case damaged on the disk leaves the good copy alone, and is not called saved', async () => {
    const stick = new MemoryFolder('Stick');
    const { device, store, localId, here } = await caseOn(stick);
    await writeSafetyCopy(store, localId);
    const good = onlyFile(stick);
    expect((await readPackage(good)).ok).toBe(true);
    await here.commit(add(person('p2', 'Boran')));

    const db = skeinDatabase(device.name, device.options() as never);
    await db.open();
    const { steps } = JSON.parse(new TextDecoder().decode((await db.changes.get([localId, 2]))!.value));
    await db.parts.delete([localId, steps[0]]);
    db.close();

    await writeSafetyCopy(store, localId);
    expect(safetyCopies.get()).toEqual({ kind: 'failed', folder: 'Stick', localId });
    expect(onlyFile(stick)).toBe(good);
    expect((await store.lastSavedToFile(localId))?.seq).toBe(2);
  });

  test('of a damaged case that has no copy yet, not even an empty file is made', async () => {
    const stick = new MemoryFolder('Stick');
    const { device, store, localId } = await caseOn(stick);
    const db = skeinDatabase(device.name, device.options() as never);
    await db.open();
    await db.parts.clear();
    db.close();
    await writeSafetyCopy(store, localId);
    expect(safetyCopies.get()).toMatchObject({ kind: 'failed', localId });
    expect(stick.files.size).toBe(0);
    expect(await store.lastSavedToFile(localId)).toBeUndefined();
  });

  test('each case has its own time and number, and no case takes over another one', async () => {
    const stick = new MemoryFolder('Stick');
    const { store, localId } = await caseOn(stick);
    const other = await makeCase(store, 'Other');
    await writeSafetyCopy(store, localId);
    const state = safetyCopies.get();
    expect(state.kind === 'ready' && state.copies.get(localId)?.seq).toBe(2);
    expect(state.kind === 'ready' && state.copies.has(other)).toBe(false);
  });

  test('a case that is not on the disk is a failure, a folder that is not chosen is none', async () => {
    const stick = new MemoryFolder('Stick');
    const { store, localId } = await caseOn(stick);
    await writeSafetyCopy(store, 'nowhere');
    expect(safetyCopies.get()).toEqual({ kind: 'failed', folder: 'Stick', localId: 'nowhere' });
    await store.folder.remove();
    await writeSafetyCopy(store, localId);
    expect(safetyCopies.get()).toEqual({ kind: 'off' });
  });

  test('a folder chosen or given up while a copy is written keeps its own state, and begins with no copies', async () => {
    const stick = new MemoryFolder('Stick');
    const { store, localId } = await caseOn(stick);
    const second = new MemoryFolder('Second');
    stick.closing = () => {
      pick(second);
      return chooseFolder(store);
    };
    await writeSafetyCopy(store, localId);
    expect(safetyCopies.get()).toEqual({ kind: 'ready', folder: 'Second', copies: new Map() });
    second.closing = () => forgetFolder(store);
    await writeSafetyCopy(store, localId);
    expect(safetyCopies.get()).toEqual({ kind: 'off' });
  });

  test('a folder whose permission is withdrawn is asked for again; the copy of before stays, and the next follows when it is given', async () => {
    const stick = new MemoryFolder('Stick');
    const { store, localId, here } = await caseOn(stick);
    await writeSafetyCopy(store, localId);
    const before = [...stick.files.values()][0]!;
    await here.commit(add(person('p2', 'Ben')));
    stick.withdrawn = true;
    await writeSafetyCopy(store, localId);
    expect(safetyCopies.get()).toEqual({ kind: 'ask', folder: 'Stick' });
    expect([...stick.files.values()]).toEqual([before]);
    await allowFolder(store);
    await writeSafetyCopy(store, localId);
    expect(safetyCopies.get()).toMatchObject({ kind: 'ready', folder: 'Stick' });
    expect(stick.files.size).toBe(1);
    expect([...stick.files.values()][0]).not.toEqual(before);
  });

  test('a folder that was gone begins anew: another stick may have come under its name', async () => {
    const stick = new MemoryFolder('Stick');
    const { store, localId } = await caseOn(stick);
    const other = await makeCase(store, 'Other');
    await writeSafetyCopy(store, localId);
    stick.gone = true;
    await writeSafetyCopy(store, other);
    expect(safetyCopies.get()).toEqual({ kind: 'gone', folder: 'Stick' });
    stick.gone = false;
    await writeSafetyCopy(store, other);
    const state = safetyCopies.get();
    expect(state.kind === 'ready' && [...state.copies.keys()]).toEqual([other]);
  });

  test('a case that is in a file elsewhere gets its copy all the same, and again in a folder chosen later', async () => {
    const stick = new MemoryFolder('Stick');
    const { store, localId, here } = await caseOn(stick);
    await store.markSavedToFile(localId, here.head.seq, 'skein-c-0001-2.skein');
    const shown: Pick<OpenCase, 'localId' | 'snapshot' | 'subscribe'> = {
      localId,
      snapshot: () => ({ head: here.head }) as ReturnType<OpenCase['snapshot']>,
      subscribe: () => () => undefined,
    };
    // Leaving the case writes what is not written yet.
    keepSafetyCopies(store, shown as OpenCase)();
    await vi.waitFor(async () => expect((await readPackage(onlyFile(stick))).ok).toBe(true));
    const second = new MemoryFolder('Second');
    pick(second);
    await chooseFolder(store);
    keepSafetyCopies(store, shown as OpenCase)();
    await vi.waitFor(() => expect(second.files.size).toBe(1));
  });

  test('after a reload a copy that lies there as it was left is not written again; a changed file, or a changed case, is', async () => {
    const stick = new MemoryFolder('Stick');
    const { device, store, localId, here } = await caseOn(stick);
    await writeSafetyCopy(store, localId);
    expect(stick.writes).toBe(1);

    // As a page of its own: nothing is remembered but what is on the device.
    const reloaded = async () => {
      vi.resetModules();
      const page = await import('#app/safety-copies');
      const again = keptIn(await device.tab(), stick);
      page.safetyCopies.set({ kind: 'ready', folder: 'Stick', copies: new Map() });
      const now = await open(again, localId);
      const shown: Pick<OpenCase, 'localId' | 'snapshot' | 'subscribe'> = {
        localId,
        snapshot: () => ({ head: now.head }) as ReturnType<OpenCase['snapshot']>,
        subscribe: () => () => undefined,
      };
      return { page, leave: page.keepSafetyCopies(again, shown as OpenCase) };
    };
    const first = await reloaded();
    await vi.waitFor(() => {
      const state = first.page.safetyCopies.get();
      expect(state.kind === 'ready' && state.copies.get(localId)?.seq).toBe(2);
    });
    first.leave();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(stick.writes).toBe(1);

    for (const name of stick.times.keys()) stick.times.set(name, 99);
    (await reloaded()).leave();
    await vi.waitFor(() => expect(stick.writes).toBe(2));

    await here.commit(add(person('p2', 'Boran')));
    (await reloaded()).leave();
    await vi.waitFor(() => expect(stick.writes).toBe(3));
  });
});
