import { expect, test } from 'vitest';
import { stateDigest } from '#domain/change/log';
import { packageBytes, readPackage } from '#exchange/case-package/index';
import { openForExport, summaryOf } from '#store/index';
import { skeinDatabase } from '#store/schema';
import { add, analyst, Device, label, makeCase, open, person } from './device-of.ts';

async function caseWithAll() {
  const device = new Device();
  const store = await device.tab();
  const localId = await makeCase(store);
  const here = await open(store, localId);
  await here.commit(add(...Array.from({ length: 450 }, (_, i) => person(`p${i}`, `person ${i}`))));
  await here.undo(analyst);
  await here.redo(analyst);
  await here.commit(label('p3', 'Ann'));
  await store.blobs.put(localId, new TextEncoder().encode('a scan'));
  return { device, store, localId, here };
}

test('saved to a file and opened on another computer: same head, same digest, same blobs, under a new local id', async () => {
  const { store, localId, here } = await caseWithAll();
  const bytes = await packageBytes((await store.packageSource(localId))!);
  const read = await readPackage(bytes);
  if (!read.ok) throw new Error(read.code);
  const elsewhere = await new Device().tab();
  expect(await elsewhere.copiesOf(read.caseId)).toEqual([]);
  const extras = [{ path: 'future/x', role: 'future', bytes: Uint8Array.of(9) }];
  const brought = await elsewhere.importLog(read.log, summaryOf(read.properties, read.state), {
    blobs: () => read.blobs,
    extras,
  });
  if (!brought.ok) throw new Error(brought.code);
  expect(brought.localId).not.toBe(localId);
  const there = await open(elsewhere, brought.localId);
  expect(there.head).toEqual(here.head);
  expect(stateDigest(there.state)).toBe(stateDigest(here.state));
  expect(there.stacks).toEqual(here.stacks);
  expect(await elsewhere.blobs.digests(brought.localId)).toEqual(await store.blobs.digests(localId));
  const again = await readPackage(await packageBytes((await elsewhere.packageSource(brought.localId))!));
  expect(again.ok && again.extras).toEqual(extras);
  // Opened twice: the caller learns that it is here.
  expect((await elsewhere.copiesOf(read.caseId)).map((c) => c.localId)).toEqual([brought.localId]);
});

test('a change that could not be saved leaves in the file all the same', async () => {
  const { store, localId, here } = await caseWithAll();
  const other = here.head;
  const twin = await store.duplicateCase(localId);
  if (!twin.ok) throw new Error(twin.code);
  const made = await (await open(store, twin.localId)).commit(label('p4', 'unsaved'));
  if (!('committed' in made)) throw new Error('not committed');
  const [change] = await (await store.log(twin.localId))!.read(other.seq + 1, other.seq + 1);
  const unsaved = { ...change!, header: made.header, hash: made.hash } as never;
  const read = await readPackage(await packageBytes((await store.packageSource(localId, unsaved))!));
  expect(read.ok && read.state.entity('p4')?.label).toBe('unsaved');
  expect((await store.listCases()).find((c) => c.localId === localId)?.count).toBe(other.seq);
});

test('the disk gone under the page: what is in memory still leaves as a file', async () => {
  const { store, here } = await caseWithAll();
  await store.close();
  const log = here.logFromMemory(analyst);
  const read = await readPackage(await packageBytes({ caseId: here.state.properties!.caseId, log }));
  expect(read.ok && stateDigest(read.state)).toBe(stateDigest(here.state));
});

test('a case too damaged to open still leaves as a file, and is rescued from it elsewhere', async () => {
  const { device, store, localId } = await caseWithAll();
  await store.close();
  const db = skeinDatabase(device.name, device.options() as never);
  await db.open();
  const row = (await db.changes.get([localId, 5]))!;
  await db.changes.put({ ...row, value: row.value.slice(0, 50) });
  await db.cases.update(localId, { value: new Uint8Array([1, 2, 3]) });
  db.close();
  const raw = (await openForExport(device.options()))!;
  const [found] = await raw.cases();
  expect(found).toMatchObject({ title: '', caseId: 'c-0001' });
  const bytes = await packageBytes(found!);
  raw.close();
  const read = await readPackage(bytes);
  if (read.ok || !read.salvage) throw new Error('no salvage');
  const elsewhere = await new Device().tab();
  const rescued = await elsewhere.rescueLog(read.salvage, analyst);
  expect(rescued).toMatchObject({ ok: true, intact: { seq: 4 }, lost: 1 });
  if (!rescued.ok) throw new Error();
  expect((await open(elsewhere, rescued.localId)).state.countOf('entity')).toBe(450);
});
