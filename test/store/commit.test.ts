import { IDBDatabase } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { stateDigest } from '#domain/change/log';
import { skeinDatabase } from '#store/schema';
import { add, analyst, Device, label, makeCase, open, person, properties } from './device-of.ts';

describe('committing a change', () => {
  test('a case that was saved opens again with the same records, head and digest', async () => {
    const device = new Device();
    const store = await device.tab();
    const localId = await makeCase(store);
    const here = await open(store, localId);
    for (let i = 0; i < 30; i++) await here.commit(label(`e${i % 7}`, `name ${i}`));
    await store.close();
    const again = await open(await device.tab(), localId);
    expect(again.head).toEqual(here.head);
    expect(again.head.seq).toBe(31);
    expect(stateDigest(again.state)).toBe(stateDigest(here.state));
    expect(again.state.entity('e1')?.label).toBe('name 29');
  });

  test('the list shows title and counts, and the title follows the case record', async () => {
    const device = new Device();
    const store = await device.tab();
    const localId = await makeCase(store);
    const here = await open(store, localId);
    device.now += 60_000;
    await here.commit({
      command: 'rename-case',
      author: analyst,
      plan: (state) => ({
        steps: [{ id: 'case', before: state.properties!, after: { ...state.properties!, title: 'River' } }],
        payload: {},
      }),
    });
    expect(await store.listCases()).toEqual([
      {
        localId,
        caseId: 'c-0001',
        title: 'River',
        entities: 0,
        sources: 0,
        count: 2,
        hash: here.head.hash,
        changed: '2026-01-05T08:01:00.000Z',
      },
    ]);
    await here.undo(analyst);
    expect((await store.listCases())[0]?.title).toBe(properties.title);
  });

  test('the list counts entities and sources with every change, undo and import, without opening the case', async () => {
    const device = new Device();
    const store = await device.tab();
    const here = await open(store, await makeCase(store));
    const counts = async () => {
      const [listed] = await store.listCases();
      return [listed?.entities, listed?.sources, listed?.title];
    };
    await here.commit(add(person('a', 'A'), person('b', 'B')));
    await here.commit(label('a', 'Ann'));
    expect(await counts()).toEqual([2, 0, properties.title]);
    const source = { id: 's', kind: 'source', sourceKind: 'report', reference: 'IR 1' } as const;
    await here.commit({
      command: 'swap',
      author: analyst,
      plan: (state) => ({
        steps: [
          { id: 'a', before: state.entity('a')!, after: null },
          { id: 's', before: null, after: source },
        ],
        payload: {},
      }),
    });
    expect(await counts()).toEqual([1, 1, properties.title]);
    await here.undo(analyst);
    expect(await counts()).toEqual([2, 0, properties.title]);
  });

  test('a plan that refuses, or that alters nothing, writes nothing', async () => {
    const store = await new Device().tab();
    const here = await open(store, await makeCase(store));
    const before = here.head;
    expect(await here.commit({ command: 'x', author: analyst, plan: () => ({ refused: 'no-such-entity' }) })).toEqual({
      refused: 'no-such-entity',
    });
    expect(await here.commit(add())).toEqual({ refused: 'nothing-changes' });
    expect(here.head).toEqual(before);
  });

  test('a plan that does not start from what stands is a bug and throws before anything is written', async () => {
    const store = await new Device().tab();
    const localId = await makeCase(store);
    const here = await open(store, localId);
    await here.commit(add(person('a', 'Ann')));
    await expect(here.commit(add(person('a', 'Bob')))).rejects.toThrow(TypeError);
    expect((await store.verifyCase(localId)).ok).toBe(true);
    expect(here.head.seq).toBe(2);
  });

  test('changes given at once are written one after another', async () => {
    const store = await new Device().tab();
    const here = await open(store, await makeCase(store));
    const results = await Promise.all(Array.from({ length: 20 }, (_, i) => here.commit(label('a', `name ${i}`))));
    expect(results.map((r) => ('committed' in r ? r.header.seq : 0))).toEqual(
      Array.from({ length: 20 }, (_, i) => i + 2),
    );
    expect(here.state.entity('a')?.label).toBe('name 19');
  });

  test('every writing transaction asks for strict durability', async () => {
    const asked: (string | undefined)[] = [];
    const original = IDBDatabase.prototype.transaction;
    // Dexie binds the method when it opens, so it is replaced before.
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args: Parameters<typeof original>) {
      const tx = original.apply(this, args);
      if (args[1] === 'readwrite') asked.push(tx.durability);
      return tx;
    };
    try {
      const store = await new Device().tab();
      const here = await open(store, await makeCase(store));
      await here.commit(add(person('a', 'Ann')));
      await here.undo(analyst);
    } finally {
      IDBDatabase.prototype.transaction = original;
    }
    expect(asked).toEqual(['strict', 'strict', 'strict']);
  });

  test('keys and indexes hold no word of the case, and every index counts every row', async () => {
    const device = new Device();
    const store = await device.tab();
    const localId = await makeCase(store, 'Secretword');
    const here = await open(store, localId);
    await here.commit(add(person('p1', 'Secretword Person')));
    await here.snapshot();
    const db = skeinDatabase(device.name, { ...device.options() } as never);
    await db.open();
    for (const table of db.tables) {
      for (const index of table.schema.indexes) {
        expect(await table.orderBy(index.name).count()).toBe(await table.count());
      }
      expect(JSON.stringify(await table.toCollection().primaryKeys())).not.toContain('Secretword');
      for (const row of (await table.toArray()) as Record<string, unknown>[]) {
        const { value: _, ...clear } = row;
        expect(JSON.stringify(clear)).not.toContain('Secretword');
      }
    }
    db.close();
  });

  test('the wall clock set back is recorded, and order stays that of the numbers', async () => {
    const device = new Device();
    const store = await device.tab();
    const here = await open(store, await makeCase(store));
    await here.commit(label('a', 'first'));
    device.now -= 3_600_000;
    await here.commit(label('a', 'second'));
    expect(here.headers[2]).toMatchObject({ seq: 3, clockBack: 3_600_000, wall: '2026-01-05T07:00:00.000Z' });
    device.now -= 1500;
    await here.commit(label('a', 'third'));
    expect(here.headers[3]?.clockBack).toBeUndefined();
  });

  test('every payload passes the codec', async () => {
    const device = new Device();
    const flip = (b: Uint8Array): Promise<Uint8Array> => Promise.resolve(b.map((x) => x ^ 0x5a));
    const codec = { id: 'flip', encode: flip, decode: flip };
    const store = await device.tab({ codec });
    const localId = await makeCase(store, 'Secretword');
    const here = await open(store, localId);
    await here.commit(add(...Array.from({ length: 250 }, (_, i) => person(`p${i}`, 'Secretword'))));
    await here.commit(label('p1', 'Secretword again'));
    await here.snapshot();
    await store.settings.set('analyst', { initials: 'Secretword' });
    await store.blobs.put(localId, new TextEncoder().encode('Secretword'));
    await store.close();
    const db = skeinDatabase(device.name, { ...device.options() } as never);
    await db.open();
    let rows = 0;
    for (const table of db.tables) {
      for (const row of (await table.toArray()) as { value?: Uint8Array }[]) {
        if (!row.value) continue;
        rows++;
        expect(new TextDecoder().decode(row.value)).not.toContain('Secretword');
      }
    }
    expect(rows).toBeGreaterThan(8);
    db.close();
    const again = await open(await device.tab({ codec }), localId);
    expect(again.state.entity('p1')?.label).toBe('Secretword again');
  });
});
