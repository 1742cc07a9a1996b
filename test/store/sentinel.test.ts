import { describe, expect, test } from 'vitest';
import { skeinDatabase } from '#store/schema';
import { Device, label, makeCase, open } from './device-of.ts';

async function caseOf(changes: number): Promise<{ device: Device; localId: string; key: string }> {
  const device = new Device();
  const store = await device.tab();
  const localId = await makeCase(store);
  const here = await open(store, localId);
  for (let i = 0; i < changes; i++) await here.commit(label('a', `name ${i}`));
  await store.close();
  return { device, localId, key: `skein.sentinel.${localId}` };
}

describe('the sentinel outside the database', () => {
  test('holds local id, count and head, and no name', async () => {
    const { device, key } = await caseOf(3);
    expect(device.localStorage.getItem(key)).toMatch(/^4 [0-9a-f]{64}$/);
  });

  test('behind the store, or absent: opens normally and is renewed', async () => {
    const { device, localId, key } = await caseOf(3);
    const now = device.localStorage.getItem(key);
    const first = await device.tab();
    const at2 = (await open(first, localId)).headers[2]!.prev;
    await first.close();
    for (const old of [`2 ${at2}`, undefined]) {
      if (old) device.localStorage.setItem(key, old);
      else device.localStorage.removeItem(key);
      const store = await device.tab();
      expect((await store.openCase(localId)).ok).toBe(true);
      expect(device.localStorage.getItem(key)).toBe(now);
      await store.close();
    }
  });

  test('ahead of the store: a recovery, never an ordinary case; what is left can be accepted', async () => {
    const { device, localId, key } = await caseOf(3);
    const ahead = `9 ${'a'.repeat(64)}`;
    device.localStorage.setItem(key, ahead);
    const store = await device.tab();
    const result = await store.openCase(localId);
    expect(result).toMatchObject({ ok: false, code: 'store-behind', intact: { seq: 4 }, sentinel: { count: 9 } });
    expect(device.localStorage.getItem(key)).toBe(ahead);
    expect((await store.acceptWhatIsLeft(localId)).ok).toBe(true);
    expect(device.localStorage.getItem(key)).toMatch(/^4 /);
  });

  test('another hash at its count: a recovery', async () => {
    const { device, localId, key } = await caseOf(3);
    device.localStorage.setItem(key, `2 ${'b'.repeat(64)}`);
    const store = await device.tab();
    expect(await store.openCase(localId)).toMatchObject({ ok: false, code: 'store-differs' });
  });

  test('an emptied database is told by the sentinels at open', async () => {
    const { device, localId } = await caseOf(3);
    await new Promise((resolve) => {
      device.indexedDB.deleteDatabase(device.name).onsuccess = resolve;
    });
    const store = await device.tab();
    expect(store.report.lost).toMatchObject([{ localId, count: 4 }]);
    expect(await store.openCase(localId)).toMatchObject({ ok: false, code: 'store-empty' });
    expect(await store.lostCases()).toHaveLength(1);
    store.forgetLost(localId);
    expect(await store.lostCases()).toEqual([]);
  });

  test('the file to look for is known when the database is not there any more, and goes with a deleted case', async () => {
    const { device, localId } = await caseOf(3);
    const first = await device.tab();
    expect(await first.lastSavedToFile(localId)).toBeUndefined();
    await first.markSavedToFile(localId, 3);
    await first.markSavedToFile(localId, 4, 'skein-c0001-4.skein');
    await first.close();
    const beside = device.localStorage.getItem(`skein.saved.${localId}`);
    expect(beside).toBe('4 2026-01-05T08:00:00.000Z skein-c0001-4.skein');
    await new Promise((resolve) => {
      device.indexedDB.deleteDatabase(device.name).onsuccess = resolve;
    });
    const store = await device.tab();
    expect(await store.openCase(localId)).toMatchObject({
      code: 'store-empty',
      savedFile: { seq: 4, wall: '2026-01-05T08:00:00.000Z', file: 'skein-c0001-4.skein' },
    });
    // A note that is none is passed over.
    device.localStorage.setItem(`skein.saved.${localId}`, '4 yesterday <b>name</b>');
    expect(await store.openCase(localId)).not.toHaveProperty('savedFile');
    store.forgetLost(localId);
    expect(device.localStorage.getItem(`skein.saved.${localId}`)).toBeNull();
  });

  test('goes with the case that is deleted', async () => {
    const { device, localId, key } = await caseOf(1);
    const store = await device.tab();
    await store.deleteCase(localId);
    expect(device.localStorage.getItem(key)).toBeNull();
    expect(await store.listCases()).toEqual([]);
    expect(await store.openCase(localId)).toMatchObject({ ok: false, code: 'no-such-case' });
    const db = skeinDatabase(device.name, device.options() as never);
    await db.open();
    // Of the case itself nothing is left; that its id was deleted is noted.
    for (const table of db.tables) {
      const left = table.name === 'settings' ? [`deleted-case ${localId}`] : [];
      expect(await table.toCollection().primaryKeys(), table.name).toEqual(left);
    }
    db.close();
  });

  test('one that comes back after its case was deleted, because the browser wrote it late, is no loss and goes again', async () => {
    const { device, localId, key } = await caseOf(2);
    const sentinel = device.localStorage.getItem(key)!;
    const store = await device.tab();
    await store.deleteCase(localId);
    await store.close();
    device.localStorage.setItem(key, sentinel);
    const again = await device.tab();
    expect(again.report.lost).toEqual([]);
    expect(await again.lostCases()).toEqual([]);
    expect(device.localStorage.getItem(key)).toBeNull();
  });

  test('localStorage blocked: everything works, and the report says that losses cannot be noticed', async () => {
    const device = new Device();
    const store = await device.tab({
      localStorage: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    expect(store.report.sentinel).toBe(false);
    const localId = await makeCase(store);
    const here = await open(store, localId);
    expect(await here.commit(label('a', 'x'))).toMatchObject({ committed: true });
  });
});
