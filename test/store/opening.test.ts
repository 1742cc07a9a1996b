import { forceCloseDatabase, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { askToPersist, openForExport, openStore, storageEstimate } from '#store/index';
import { probeDatabase } from '#store/probe';
import { SCHEMA_VERSION } from '#store/schema';
import { Device, label, makeCase, open } from './device-of.ts';

/** Opens natively at a version, as another build of the program would. */
function openNative(device: Device, version: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = device.indexedDB.open(device.name, version);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

describe('opening the store', () => {
  test('the probe leaves nothing behind and tells a database from none', async () => {
    const device = new Device();
    expect(await probeDatabase(device.indexedDB, device.name)).toEqual({ found: 'nothing', dataLoss: false });
    expect(await device.indexedDB.databases()).toEqual([]);
    const store = await device.tab();
    expect(store.report).toEqual({ dataLoss: false, sentinel: true, lost: [], swept: 0 });
    await store.close();
    expect(await probeDatabase(device.indexedDB, device.name)).toMatchObject({ version: SCHEMA_VERSION * 10 });
  });

  test('a database that the browser threw away as damaged is told once, from the native event', async () => {
    const device = new Device();
    const original = device.indexedDB.open.bind(device.indexedDB);
    let first = true;
    device.indexedDB.open = (...args: Parameters<typeof original>) => {
      const request = original(...args);
      if (first) {
        request.addEventListener('upgradeneeded', (e) => Object.assign(e, { dataLoss: 'total' }), { once: true });
        first = false;
      }
      return request;
    };
    const store = await device.tab();
    expect(store.report.dataLoss).toBe(true);
  });

  test('no storage at all is a problem with its reason, not an exception', async () => {
    const refuse = {
      open: () => {
        throw new DOMException('private mode', 'SecurityError');
      },
    } as unknown as IDBFactory;
    expect(await openStore({ indexedDB: refuse, IDBKeyRange, localStorage: () => undefined })).toEqual({
      problem: 'storage-refused',
      reason: 'SecurityError',
    });
    expect(await openStore({ localStorage: () => undefined })).toMatchObject({ problem: 'storage-refused' });
  });

  test('a database of a newer program is refused untouched, and can still be exported', async () => {
    const device = new Device();
    const store = await device.tab();
    const localId = await makeCase(store);
    const here = await open(store, localId);
    await here.commit(label('a', 'Ann'));
    await store.close();
    (await openNative(device, 70)).close();
    expect(await openStore(device.options())).toEqual({ problem: 'newer-database', found: 7, known: SCHEMA_VERSION });
    const rescue = await openForExport(device.options());
    const cases = await rescue!.cases();
    expect(cases).toMatchObject([{ localId, title: 'Harbour', caseId: 'c-0001', log: { head: here.head } }]);
    expect(await cases[0]!.log.read(1, 9)).toHaveLength(2);
    rescue!.close();
    const native = await openNative(device, 70);
    expect(native.version).toBe(70);
    native.close();
    expect(await openForExport({ ...device.options(), name: 'never-was' })).toBeUndefined();
  });

  test('a newer program in another tab: this one lets go, says so, refuses writes and never comes back', async () => {
    const device = new Device();
    const store = await device.tab();
    const here = await open(store, await makeCase(store));
    const events: unknown[] = [];
    store.subscribe((e) => events.push(e));
    const newer = await openNative(device, 20);
    expect(store.frozen).toBe('superseded');
    expect(events).toEqual([{ type: 'frozen', why: 'superseded' }]);
    expect(await here.commit(label('a', 'Ann'))).toMatchObject({ failed: true, reason: 'superseded' });
    expect(newer.version).toBe(20);
    expect(here.head.seq).toBe(1);
    newer.close();
  });

  test('storage cleared under the open page: frozen, memory kept, nothing acknowledged, nothing recreated', async () => {
    const device = new Device();
    let native: IDBDatabase | undefined;
    const original = device.indexedDB.open.bind(device.indexedDB);
    device.indexedDB.open = (...args: Parameters<typeof original>) => {
      const request = original(...args);
      request.addEventListener('success', () => {
        native = request.result;
      });
      return request;
    };
    const store = await device.tab();
    const here = await open(store, await makeCase(store));
    await here.commit(label('a', 'Ann'));
    // What Chromium does on "Clear site data": closes the connection, tells it, and empties the store.
    forceCloseDatabase(native as never);
    expect(store.frozen).toBe('cleared');
    await new Promise((resolve) => {
      device.indexedDB.deleteDatabase(device.name).onsuccess = resolve;
    });
    expect(await here.commit(label('a', 'Bob'))).toMatchObject({ failed: true, reason: 'cleared' });
    expect(here.state.entity('a')?.label).toBe('Ann');
    expect(await device.indexedDB.databases()).toEqual([]);
  });

  test('the browser is asked for lasting storage, and its answers may be missing', async () => {
    expect(await askToPersist({ persisted: async () => false, persist: async () => true } as never)).toBe(true);
    expect(await askToPersist({ persisted: async () => false, persist: async () => false } as never)).toBe(false);
    expect(await askToPersist({} as never)).toBeUndefined();
    expect(
      await askToPersist({
        persisted: async () => {
          throw new TypeError();
        },
      } as never),
    ).toBeUndefined();
    expect(await storageEstimate({ estimate: async () => ({ usage: 1, quota: 2 }) } as never)).toEqual({
      usage: 1,
      quota: 2,
    });
  });

  test('when a file was saved is remembered outside the log', async () => {
    const device = new Device();
    const store = await device.tab();
    const localId = await makeCase(store);
    expect(await store.lastSavedToFile(localId)).toBeUndefined();
    await store.markFromProgram(localId, 1);
    expect((await store.listCases())[0]).toMatchObject({ savedSeq: 1, count: 1 });
    expect((await store.listCases())[0]?.savedWall).toBeUndefined();
    expect(await store.lastSavedToFile(localId)).toBeUndefined();
    await store.markSavedToFile(localId, 1);
    expect(await store.lastSavedToFile(localId)).toEqual({ seq: 1, wall: '2026-01-05T08:00:00.000Z' });
    expect((await store.listCases())[0]).toMatchObject({ savedSeq: 1, count: 1 });
  });

  test('settings and mappings belong to the device and survive a reload', async () => {
    const device = new Device();
    const store = await device.tab();
    await store.settings.set('analyst', { initials: 'AB' });
    await store.mappings.set('m1', [1, 2]);
    await store.close();
    const again = await device.tab();
    expect(await again.settings.get('analyst')).toEqual({ initials: 'AB' });
    expect(await again.mappings.all()).toEqual(new Map([['m1', [1, 2]]]));
    await again.settings.remove('analyst');
    expect(await again.settings.get('analyst')).toBeUndefined();
  });
});
