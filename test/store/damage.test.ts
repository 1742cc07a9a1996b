import { describe, expect, test } from 'vitest';
import { stateDigest } from '#domain/change/log';
import { loadCase } from '#store/load-case';
import { type SkeinDatabase, skeinDatabase } from '#store/schema';
import { add, analyst, Device, label, makeCase, open, person } from './device-of.ts';

async function damaged(
  damage: (db: SkeinDatabase, localId: string) => Promise<unknown>,
): Promise<{ device: Device; localId: string; full: string }> {
  const device = new Device();
  const store = await device.tab();
  const localId = await makeCase(store);
  const here = await open(store, localId);
  for (let i = 0; i < 8; i++) await here.commit(add(person(`p${i}`, `person ${i}`)));
  await here.commit(add(...Array.from({ length: 600 }, (_, i) => person(`q${i}`, `pack ${i}`))));
  const full = stateDigest(here.state);
  await store.close();
  const db = skeinDatabase(device.name, device.options() as never);
  await db.open();
  await damage(db, localId);
  db.close();
  return { device, localId, full };
}

const flipped = (bytes: Uint8Array, at: number): Uint8Array => {
  const copy = bytes.slice();
  copy[at]! ^= 1;
  return copy;
};

describe('a damaged log', () => {
  test('a flipped bit in a header, a part or a pack is named with its change, and the good beginning is told', async () => {
    const cases: [number, (db: SkeinDatabase, id: string) => Promise<unknown>][] = [
      [
        5,
        async (db, id) => {
          const row = (await db.changes.get([id, 5]))!;
          await db.changes.put({ ...row, value: flipped(row.value, 40) });
        },
      ],
      [
        4,
        async (db, id) => {
          const header = JSON.parse(new TextDecoder().decode((await db.changes.get([id, 4]))!.value));
          const row = (await db.parts.get([id, header.steps[0]]))!;
          await db.parts.put({ ...row, value: flipped(row.value, 30) });
        },
      ],
      [
        10,
        async (db) => {
          const row = (await db.packs.toCollection().last())!;
          await db.packs.put({ ...row, value: flipped(row.value, 2000) });
        },
      ],
    ];
    for (const [seq, damage] of cases) {
      const { device, localId } = await damaged(damage);
      const store = await device.tab();
      expect(await store.verifyCase(localId)).toMatchObject({
        ok: false,
        code: 'damaged',
        fault: { seq },
        intact: { seq: seq - 1 },
      });
      expect(await store.openCase(localId)).toMatchObject({ ok: false, code: 'damaged', fault: { seq } });
    }
  });

  test('a missing change, a missing part and a cut tail are named', async () => {
    const missing = await damaged((db, id) => db.changes.delete([id, 6]));
    expect(await (await missing.device.tab()).verifyCase(missing.localId)).toMatchObject({ fault: { seq: 6 } });
    const part = await damaged(async (db, id) => {
      const header = JSON.parse(new TextDecoder().decode((await db.changes.get([id, 7]))!.value));
      await db.parts.delete([id, header.steps[0]]);
    });
    expect(await (await part.device.tab()).verifyCase(part.localId)).toMatchObject({
      fault: { seq: 7, code: 'part-missing' },
    });
    const cut = await damaged((db, id) => db.changes.delete([id, 10]));
    expect(await (await cut.device.tab()).verifyCase(cut.localId)).toMatchObject({
      fault: { seq: 10, code: 'log-short' },
    });
  });

  test('every single flipped bit of a header is found', async () => {
    const store = await new Device().tab();
    const localId = await makeCase(store);
    const here = await open(store, localId);
    await here.commit(label('a', 'Ann'));
    const log = here.log();
    const { verifyHeaders } = await import('#domain/change/log');
    const [first, second] = (await log.read(1, 2)).map((c) => c.headerBytes);
    let missed = 0;
    for (let bit = 0; bit < first!.length * 8; bit++) {
      const copy = first!.slice();
      copy[bit >> 3]! ^= 1 << (bit & 7);
      const chain = verifyHeaders([copy, second!]);
      if (!chain.fault && chain.head.hash === log.head.hash) missed++;
    }
    expect(missed).toBe(0);
  });

  test('what can be read is rescued as a new case, and the damaged one stays as it is', async () => {
    const { device, localId, full } = await damaged(async (db, id) => {
      const row = (await db.changes.get([id, 5]))!;
      await db.changes.put({ ...row, value: row.value.slice(0, 100) });
    });
    const store = await device.tab();
    const rescued = await store.rescueCase(localId, analyst);
    expect(rescued).toMatchObject({ ok: true, intact: { seq: 4 }, salvaged: 5, lost: 1 });
    if (!rescued.ok) throw new Error();
    expect(rescued.localId).not.toBe(localId);
    const here = await open(store, rescued.localId);
    expect(here.headers.at(-1)).toMatchObject({ seq: 5, command: 'rescue-case' });
    // Only the person of the unreadable change is missing.
    expect(here.state.entity('p3')).toBeUndefined();
    expect(here.state.countOf('entity')).toBe(607);
    expect(await store.verifyCase(rescued.localId)).toMatchObject({ ok: true });
    expect(await store.openCase(localId)).toMatchObject({ ok: false, code: 'damaged' });
    expect(stateDigest(here.state)).not.toBe(full);
    expect(await store.rescueCase('nowhere', analyst)).toEqual({ ok: false, code: 'no-such-case' });
  });

  test('a damaged or stale snapshot is passed over', async () => {
    const device = new Device();
    const store = await device.tab();
    const localId = await makeCase(store);
    const here = await open(store, localId);
    for (let i = 0; i < 5; i++) await here.commit(label('a', `name ${i}`));
    await here.snapshot();
    await here.commit(label('a', 'last'));
    await store.close();
    const db = skeinDatabase(device.name, device.options() as never);
    await db.open();
    const context = { db, codec: { id: 'p', encode: async (b: Uint8Array) => b, decode: async (b: Uint8Array) => b } };
    const load = () => loadCase({ ...context, sentinels: { read: () => undefined } } as never, localId);
    expect(await load()).toMatchObject({ ok: true, fromSnapshot: 6 });
    const row = (await db.snapshots.toCollection().first())!;
    for (const bad of [
      { ...row, value: flipped(row.value, 20) },
      { ...row, hash: 'a'.repeat(64) },
      { ...row, of: 2 },
      { ...row, seq: 99 },
    ]) {
      await db.snapshots.put(bad);
      const loaded = await load();
      expect(loaded).toMatchObject({ ok: true, fromSnapshot: 0 });
      if (loaded.ok) expect(stateDigest(loaded.state)).toBe(stateDigest(here.state));
    }
    db.close();
  });
});

describe('a purged part', () => {
  test('leaves a tombstone, and chain, case and later changes still stand', async () => {
    const { device, localId } = await damaged(async () => undefined);
    const store = await device.tab();
    const before = await open(store, localId);
    const { head } = before;
    const alone = before.headers[3]!;
    const packed = (await before.log().read(10, 10))[0]!.packs[1]!.parts[7]!.digest;
    await before.snapshot();
    await store.closeCase(localId);
    expect(await store.purgePart(localId, alone.steps[0]!)).toBe(true);
    expect(await store.purgePart(localId, alone.payload)).toBe(true);
    expect(await store.purgePart(localId, packed)).toBe(true);
    expect(await store.purgePart(localId, 'f'.repeat(64))).toBe(false);
    expect(await store.verifyCase(localId)).toEqual({ ok: true, head, purged: 3 });
    const after = await open(store, localId);
    expect(after.head).toEqual(head);
    expect(after.state.entity('p2')).toBeUndefined();
    expect(after.state.entity('q507')).toBeUndefined();
    expect(after.state.countOf('entity')).toBe(606);
    expect(await after.readPayload(4)).toBeUndefined();
    expect(await after.commit(label('p3', 'goes on'))).toMatchObject({ committed: true });
    const copy = await store.duplicateCase(localId);
    if (!copy.ok) throw new Error(copy.code);
    expect(await store.verifyCase(copy.localId)).toMatchObject({ ok: true, purged: 3 });
  });
});
