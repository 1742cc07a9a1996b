import { expect, test } from 'vitest';
import { stateDigest } from '#domain/change/log';
import type { RawLog } from '#domain/change/raw-log';
import { packageBytes, readPackage } from '#exchange/case-package/index';
import { type StagedSteps, type Store, summaryOf } from '#store/index';
import { loadCase } from '#store/load-case';
import { type PackRow, type SkeinDatabase, skeinDatabase } from '#store/schema';
import { add, analyst, Device, label, makeCase, open, person, properties } from './device-of.ts';

/** What the store does not do twice for speed, and that nothing gets past because of it. */

const people = (n: number) => Array.from({ length: n }, (_, i) => person(`p${i}`, `person ${i}`));
const made = (n: number) => people(n).map((p) => ({ id: p.id, before: null, after: p }));
const request = { command: 'import-rows', author: analyst, payload: { rows: 1 } };

/** Works on the database behind the store's back. */
async function behind<T>(device: Device, act: (db: SkeinDatabase) => Promise<T>): Promise<T> {
  const db = skeinDatabase(device.name, device.options() as never);
  await db.open();
  try {
    return await act(db);
  } finally {
    db.close();
  }
}

function alterPack(device: Device, alter: (row: PackRow) => PackRow, which = 0): Promise<unknown> {
  return behind(device, async (db) => {
    const row = (await db.packs.toArray())[which]!;
    await db.packs.put(alter(row));
  });
}
const oneBit = (row: PackRow): PackRow => {
  const value = row.value.slice();
  value[value.length >> 1]! ^= 4;
  return { ...row, value };
};

async function stagedCase(
  rows: number,
): Promise<{ device: Device; store: Store; localId: string; staged: StagedSteps }> {
  const device = new Device();
  const store = await device.tab();
  const localId = await makeCase(store);
  const stage = await store.beginStage(localId);
  await stage.add(made(rows));
  return { device, store, localId, staged: await stage.seal() };
}

test('a stage tells one check for each pack, and a change made with them is the one made without', async () => {
  const { device, store, localId, staged } = await stagedCase(1300);
  expect(staged.checks).toHaveLength(staged.packs.length);
  for (const check of staged.checks ?? []) expect(check).toMatch(/^[0-9a-f]{64}$/);
  const here = await open(store, localId);
  expect(await here.commitStaged(staged, request)).toMatchObject({ committed: true, header: { packs: staged.packs } });
  const { checks: _, ...unchecked } = staged;
  const twin = new Device();
  const other = await twin.tab();
  const otherId = await makeCase(other);
  const again = await other.beginStage(otherId);
  await again.add(made(1300));
  const copy = await again.seal();
  const there = await open(other, otherId);
  expect(await there.commitStaged({ ...unchecked, ...copy, checks: [] }, request)).toMatchObject({ committed: true });
  expect(stateDigest(there.state)).toBe(stateDigest(here.state));
  expect(await behind(device, (db) => db.stages.count())).toBe(0);
});

test('a staged pack that is altered on the disk is refused, whatever tells it: the check, or the digest where there is none', async () => {
  for (const withChecks of [true, false]) {
    for (const alter of [oneBit, (row: PackRow) => ({ ...row, value: row.value.slice(0, 40) })]) {
      for (const which of [0, 2]) {
        const { device, store, localId, staged } = await stagedCase(1300);
        const here = await open(store, localId);
        await alterPack(device, alter, which);
        const { checks: _, ...unchecked } = staged;
        expect(await here.commitStaged(withChecks ? staged : unchecked, request)).toEqual({ refused: 'stage-lost' });
        expect([here.head.seq, here.state.countOf('entity')]).toEqual([1, 0]);
        expect(await here.commit(label('a', 'goes on'))).toMatchObject({ committed: true, header: { seq: 2 } });
        expect(await store.verifyCase(localId)).toMatchObject({ ok: true });
        await store.close();
      }
    }
  }
});

test('a check that was made of other bytes vouches for nothing', async () => {
  const { store, localId, staged } = await stagedCase(600);
  const here = await open(store, localId);
  const swapped = { ...staged, checks: [...(staged.checks ?? [])].reverse() };
  // The digests in the log still fit, so the change is good; it is only read the slow way.
  expect(await here.commitStaged(swapped, request)).toMatchObject({ committed: true });
  expect(here.state.countOf('entity')).toBe(600);
  const wrong = await store.beginStage(localId);
  await wrong.add(made(600).map((s) => ({ ...s, id: `x${s.id}`, after: person(`x${s.id}`, 'x') })));
  const other = await wrong.seal();
  const mixed = { ...other, packs: [...other.packs].reverse(), checks: other.checks ?? [] };
  expect(await here.commitStaged(mixed, request)).toMatchObject({ committed: true });
  expect(await store.verifyCase(localId)).toMatchObject({ ok: true });
});

test('the last bulk change is taken back from memory; a copy on the disk that is damaged meanwhile is still found', async () => {
  for (const kind of ['committed', 'staged'] as const) {
    const { device, store, localId, staged } = await stagedCase(1300);
    const here = await open(store, localId);
    const empty = stateDigest(here.state);
    if (kind === 'staged') await here.commitStaged(staged, request);
    else await here.commit(add(...people(1300)));
    const full = stateDigest(here.state);
    await behind(device, async (db) => {
      const row = (await db.packs.get([localId, here.headers[1]!.packs[1]!]))!;
      await db.packs.put(oneBit(row));
    });
    // Memory is good, so the analyst can go back and forth …
    expect(await here.undo(analyst)).toMatchObject({ committed: true, header: { undoes: 2, packs: [] } });
    expect(stateDigest(here.state)).toBe(empty);
    expect(await here.redo(analyst)).toMatchObject({ committed: true });
    expect(stateDigest(here.state)).toBe(full);
    // … and yet nobody is told that the disk is sound.
    expect(await store.verifyCase(localId)).toMatchObject({ ok: false, code: 'damaged', fault: { seq: 2 } });
    await store.close();
    const next = await device.tab();
    expect(await next.openCase(localId)).toMatchObject({ ok: false, code: 'damaged', fault: { seq: 2 } });
    expect(await next.rescueCase(localId, analyst)).toMatchObject({ ok: true, intact: { seq: 1 } });
    await next.close();
  }
});

test('without its memory, a damaged bulk change is not taken back', async () => {
  const { device, store, localId, staged } = await stagedCase(1300);
  const here = await open(store, localId);
  await here.commitStaged(staged, request);
  await here.snapshot();
  await store.close();
  const next = await device.tab();
  const again = await open(next, localId);
  await alterPack(device, oneBit);
  expect(await again.undo(analyst)).toEqual({ refused: 'change-not-readable' });
  expect([again.head.seq, again.state.countOf('entity')]).toEqual([2, 1300]);
});

test('a bulk change of another tab is taken back by what that tab wrote', async () => {
  const { device, store, localId, staged } = await stagedCase(1300);
  const other = await device.tab();
  const [left, right] = [await open(store, localId), await open(other, localId)];
  await left.commitStaged(staged, request);
  await right.refresh();
  expect(await right.undo(analyst)).toMatchObject({ committed: true, header: { undoes: 2 } });
  await left.refresh();
  expect(await left.redo(analyst)).toMatchObject({ committed: true });
  await right.refresh();
  expect(stateDigest(right.state)).toBe(stateDigest(left.state));
  expect(right.state.countOf('entity')).toBe(1300);
});

async function packaged(): Promise<Awaited<ReturnType<typeof readPackage>> & { ok: true }> {
  const store = await new Device().tab();
  const localId = await makeCase(store);
  const here = await open(store, localId);
  await here.commit(add(...people(700)));
  for (let i = 0; i < 5; i++) await here.commit(label(`p${i}`, `renamed ${i}`));
  await here.undo(analyst);
  const source = (await store.packageSource(localId))!;
  const read = await readPackage(await packageBytes(source));
  await store.close();
  if (!read.ok) throw new Error(read.code);
  return read;
}

test('a log that comes with the state it was folded into opens from that, to the same case as one that comes without', async () => {
  const read = await packaged();
  const summary = summaryOf(read.properties);
  const opened: { digest: string; fromSnapshot: number; head: unknown }[] = [];
  for (const company of [{ folded: read.state }, {}]) {
    const device = new Device();
    const store = await device.tab();
    const brought = await store.importLog(read.log, summary, company);
    if (!brought.ok) throw new Error(brought.code);
    expect(await store.verifyCase(brought.localId)).toMatchObject({ ok: true, head: read.head });
    await store.close();
    await behind(device, async (db) => {
      const codec = { id: 'p', encode: async (b: Uint8Array) => b, decode: async (b: Uint8Array) => b };
      const loaded = await loadCase({ db, codec, sentinels: { read: () => undefined } } as never, brought.localId);
      if (!loaded.ok) throw new Error(loaded.code);
      opened.push({ digest: stateDigest(loaded.state), fromSnapshot: loaded.fromSnapshot, head: loaded.head });
    });
  }
  expect(opened[0]).toEqual({ digest: stateDigest(read.state), fromSnapshot: read.head.seq, head: read.head });
  expect(opened[1]).toEqual({ ...opened[0], fromSnapshot: 0 });
});

test('the folded state excuses no fault of the chain: an altered, missing or cut log leaves nothing', async () => {
  const read = await packaged();
  const altered = (alter: (bytes: Uint8Array, seq: number) => Uint8Array, keep = read.head.seq): RawLog => ({
    head: read.head,
    read: async (from, to) =>
      (await read.log.read(from, Math.min(to, keep))).map((c, i) => ({
        ...c,
        headerBytes: alter(c.headerBytes, from + i),
      })),
  });
  const flip = (bytes: Uint8Array, seq: number): Uint8Array => {
    const copy = bytes.slice();
    if (seq === 4) copy[30]! ^= 1;
    return copy;
  };
  const without: RawLog = {
    head: read.head,
    read: async (from, to) =>
      (await read.log.read(from, to)).map((c, i) => (from + i === 3 ? { ...c, steps: [undefined] } : c)),
  };
  for (const [log, seq] of [
    [altered(flip), 4],
    [altered((b) => b, 5), 6],
    [without, 3],
  ] as const) {
    const store = await new Device().tab();
    const result = await store.importLog(log, summaryOf(read.properties), { folded: read.state });
    expect(result).toMatchObject({ ok: false, code: 'log-altered' });
    expect([4, 5, 6, 3]).toContain((result as { seq: number }).seq);
    expect((result as { seq: number }).seq).toBeGreaterThanOrEqual(seq - 1);
    expect(await store.listCases()).toEqual([]);
    await store.close();
  }
});

test('the folded state is a cache: what is wrong in it is thrown away with it, and the log decides', async () => {
  const read = await packaged();
  const device = new Device();
  const store = await device.tab();
  const brought = await store.importLog(read.log, summaryOf(read.properties), { folded: read.state });
  if (!brought.ok) throw new Error(brought.code);
  await store.close();
  await behind(device, async (db) => {
    const row = (await db.snapshots.toCollection().first())!;
    const value = row.value.slice();
    value[200]! ^= 1;
    await db.snapshots.put({ ...row, value });
  });
  const next = await device.tab();
  const here = await open(next, brought.localId);
  expect(stateDigest(here.state)).toBe(stateDigest(read.state));
  expect(here.state.properties).toEqual({ ...properties });
});
