import { IDBObjectStore } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { stateDigest } from '#domain/change/log';
import type { OpenCase, Store } from '#store/index';
import { add, analyst, Device, label, makeCase, open, person } from './device-of.ts';

/** Makes the n-th write request from now fail, as a full disk does; `n` 0 fails none. Returns how many were asked. */
async function withFailingWrite(n: number, name: string, act: () => Promise<void>): Promise<number> {
  const originals = { add: IDBObjectStore.prototype.add, put: IDBObjectStore.prototype.put };
  let asked = 0;
  for (const method of ['add', 'put'] as const) {
    IDBObjectStore.prototype[method] = function (this: IDBObjectStore, ...args: Parameters<IDBObjectStore['put']>) {
      if (++asked === n) throw new DOMException('no room', name);
      return originals[method].apply(this, args);
    };
  }
  try {
    await act();
  } finally {
    Object.assign(IDBObjectStore.prototype, originals);
  }
  return asked;
}

async function script(here: OpenCase): Promise<number> {
  let acknowledged = 0;
  for (let i = 0; i < 30; i++) {
    const request = i % 3 === 2 ? label(`p${i - 1}`, `renamed ${i}`) : add(person(`p${i}`, `person ${i}`));
    const result = i % 10 === 9 ? await here.undo(analyst) : await here.commit(request);
    if ('committed' in result) acknowledged++;
  }
  return acknowledged;
}

async function prepared(): Promise<{ device: Device; store: Store; localId: string; here: OpenCase }> {
  const device = new Device();
  const store = await device.tab();
  const localId = await makeCase(store);
  return { device, store, localId, here: await open(store, localId) };
}

describe('a write that fails', () => {
  test('whichever of a script it is: nothing is acknowledged that is not there, and the rest goes on', async () => {
    const first = await prepared();
    const writes = await withFailingWrite(0, '', async () => {
      await script(first.here);
    });
    expect(writes).toBeGreaterThan(80);
    for (let n = 1; n <= writes; n++) {
      const { device, here, localId, store } = await prepared();
      let acknowledged = 0;
      await withFailingWrite(n, 'UnknownError', async () => {
        acknowledged = await script(here);
      });
      expect(acknowledged).toBe(here.head.seq - 1);
      const digest = stateDigest(here.state);
      await store.close();
      const again = await open(await device.tab(), localId);
      expect([n, again.head]).toEqual([n, here.head]);
      expect([n, stateDigest(again.state)]).toEqual([n, digest]);
    }
  }, 120_000);

  test('a transaction that ends in an abort after all was written into it: nothing is acknowledged', async () => {
    for (let n = 1; n <= 30; n += 7) {
      const { device, here, localId, store } = await prepared();
      const { put } = IDBObjectStore.prototype;
      let moved = 0;
      // The head is what a commit writes last; the disk fails when it is asked to keep it all.
      IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
        const request = put.apply(this, args);
        if (this.name === 'heads' && ++moved === n) {
          request.addEventListener('success', () => this.transaction.abort());
        }
        return request;
      };
      let acknowledged = 0;
      try {
        acknowledged = await script(here);
      } finally {
        IDBObjectStore.prototype.put = put;
      }
      expect(moved).toBeGreaterThanOrEqual(n);
      expect([n, acknowledged]).toEqual([n, here.head.seq - 1]);
      const digest = stateDigest(here.state);
      await store.close();
      const again = await open(await device.tab(), localId);
      expect([n, again.head, stateDigest(again.state)]).toEqual([n, here.head, digest]);
    }
  });

  test('leftovers that cannot be removed when the store opens do not keep it shut', async () => {
    const { device, store, localId } = await prepared();
    const stage = await store.beginStage(localId);
    await stage.add(
      Array.from({ length: 2000 }, (_, i) => ({ id: `p${i}`, before: null, after: person(`p${i}`, 'x') })),
    );
    stage.release();
    await store.close();
    const original = IDBObjectStore.prototype.delete;
    IDBObjectStore.prototype.delete = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    const full = await device.tab().finally(() => {
      IDBObjectStore.prototype.delete = original;
    });
    expect(full.report.swept).toBe(0);
    expect((await open(full, localId)).head.seq).toBe(1);
    await full.close();
    expect((await device.tab()).report.swept).toBe(1);
  });

  test('tells why, hands the change back, leaves the state alone, and the same request works when there is room', async () => {
    const { here, store, localId } = await prepared();
    const before = { head: here.head, digest: stateDigest(here.state) };
    const request = add(person('a', 'Ann'));
    await withFailingWrite(1, 'QuotaExceededError', async () => {
      const result = await here.commit(request);
      expect(result).toMatchObject({ failed: true, reason: 'storage-full', change: { header: { seq: 2 } } });
      expect({ head: here.head, digest: stateDigest(here.state) }).toEqual(before);
    });
    expect(await here.commit(request)).toMatchObject({ committed: true, header: { seq: 2 } });
    expect(await store.verifyCase(localId)).toMatchObject({ ok: true });
  });

  test('a case whose first change cannot be written does not exist', async () => {
    const device = new Device();
    const store = await device.tab();
    await withFailingWrite(2, 'QuotaExceededError', async () => {
      await expect(makeCase(store)).rejects.toThrow('not made');
    });
    expect(await store.listCases()).toEqual([]);
    expect(device.localStorage.length).toBe(1);
  });

  test('an import of a log that fails half-way leaves nothing', async () => {
    const { here, store, localId } = await prepared();
    for (let i = 0; i < 5; i++) await here.commit(label('a', `name ${i}`));
    await withFailingWrite(12, 'UnknownError', async () => {
      expect(await store.duplicateCase(localId)).toEqual({ ok: false, code: 'write-failed' });
    });
    expect(await store.listCases()).toHaveLength(1);
    expect(await store.duplicateCase(localId)).toMatchObject({ ok: true, head: here.head });
    expect(await store.listCases()).toHaveLength(2);
  });
});
