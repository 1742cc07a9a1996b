import { expect, test } from 'vitest';
import { stateDigest } from '#domain/change/log';
import { skeinDatabase } from '#store/schema';
import { add, analyst, Device, label, makeCase, open, person } from './device-of.ts';

const people = (n: number) => Array.from({ length: n }, (_, i) => person(`p${i}`, `person ${i}`));
const made = (n: number) => people(n).map((p) => ({ id: p.id, before: null, after: p }));
const request = { command: 'import-rows', author: analyst, payload: { rows: 5200 } };

async function rows(device: Device, table: string): Promise<number> {
  const db = skeinDatabase(device.name, device.options() as never);
  await db.open();
  const n = await db.table(table).count();
  db.close();
  return n;
}

test('a bulk change is invisible until its last transaction, and is one undo', async () => {
  const device = new Device();
  const [page, worker] = [await device.tab(), await device.tab()];
  const localId = await makeCase(page);
  const here = await open(page, localId);
  const empty = stateDigest(here.state);
  const stage = await worker.beginStage(localId);
  const steps = made(5200);
  for (let i = 0; i < steps.length; i += 700) await stage.add(steps.slice(i, i + 700));
  expect((await page.listCases())[0]?.count).toBe(1);
  const staged = await stage.seal();
  expect(staged).toMatchObject({ steps: 5200 });
  expect(staged.packs).toHaveLength(11);
  expect(here.state.countOf('entity')).toBe(0);

  expect(await here.commitStaged(staged, request)).toMatchObject({ committed: true, header: { seq: 2, steps: [] } });
  expect((await page.listCases())[0]?.entities).toBe(5200);
  stage.release();
  expect(here.state.countOf('entity')).toBe(5200);
  expect(await rows(device, 'stages')).toBe(0);
  const full = stateDigest(here.state);

  const undone = await here.undo(analyst);
  expect(undone).toMatchObject({ committed: true, header: { undoes: 2, steps: [], packs: [] } });
  expect(stateDigest(here.state)).toBe(empty);
  expect(await here.redo(analyst)).toMatchObject({ committed: true, header: { redoes: 2, steps: [], packs: [] } });
  expect(stateDigest(here.state)).toBe(full);
  await page.close();
  const again = await open(await device.tab(), localId);
  expect(stateDigest(again.state)).toBe(full);
  expect(await again.undo(analyst)).toMatchObject({ committed: true, header: { undoes: 2 } });
  expect(stateDigest(again.state)).toBe(empty);
});

test('a plan of more than 200 steps is packed in its own commit', async () => {
  const device = new Device();
  const store = await device.tab();
  const localId = await makeCase(store);
  const here = await open(store, localId);
  expect(await here.commit(add(...people(1201)))).toMatchObject({ committed: true, header: { steps: [] } });
  expect(here.headers[1]?.packs).toHaveLength(3);
  expect(await here.readSteps(2)).toHaveLength(1201);
  await here.undo(analyst);
  expect(here.state.countOf('entity')).toBe(0);
  expect(await store.verifyCase(localId)).toMatchObject({ ok: true });
});

test('packs nobody names are swept at the next open; those still being filled are not', async () => {
  const device = new Device();
  const store = await device.tab();
  const localId = await makeCase(store);
  const stage = await store.beginStage(localId);
  await stage.add(made(4000));
  expect(await rows(device, 'packs')).toBe(8);
  const second = await device.tab();
  expect(second.report.swept).toBe(0);
  expect(await rows(device, 'packs')).toBe(8);
  // The maker dies: its claim ends.
  stage.release();
  const third = await device.tab();
  expect(third.report.swept).toBe(1);
  expect(await rows(device, 'packs')).toBe(0);
  expect(await rows(device, 'stages')).toBe(0);
  const here = await open(store, localId);
  expect(await here.commitStaged({ ...(await stage.seal()) }, request)).toEqual({ refused: 'stage-lost' });
  expect(here.head.seq).toBe(1);
});

test('a discarded stage leaves nothing', async () => {
  const device = new Device();
  const store = await device.tab();
  const stage = await store.beginStage(await makeCase(store));
  await stage.add(made(2500));
  await stage.discard();
  expect(await rows(device, 'packs')).toBe(0);
  expect(await rows(device, 'stages')).toBe(0);
});

test('a bulk change whose records moved on meanwhile is refused, and committed when they did not', async () => {
  const device = new Device();
  const store = await device.tab();
  const localId = await makeCase(store);
  const here = await open(store, localId);
  const stage = await store.beginStage(localId);
  await stage.add(made(300));
  const staged = await stage.seal();
  await here.commit(label('other', 'made meanwhile'));
  expect(await here.commitStaged(staged, request)).toMatchObject({ committed: true, header: { seq: 3 } });
  const late = await store.beginStage(localId);
  await late.add(made(300));
  expect(await here.commitStaged(await late.seal(), request)).toMatchObject({ refused: 'record-moved-on' });
  expect(here.head.seq).toBe(3);
});

test('a bulk change planned against another head is refused, also where another tab moved it unheard', async () => {
  const device = new Device();
  const [a, b] = [await device.tab(), await device.tab()];
  const localId = await makeCase(a);
  const [left, right] = [await open(a, localId), await open(b, localId)];
  const stage = await a.beginStage(localId);
  await stage.add(made(300));
  const staged = await stage.seal();
  const planned = left.head;
  await left.commit(label('other', 'made meanwhile'));
  expect(await left.commitStaged(staged, { ...request, expected: planned })).toEqual({ refused: 'case-moved-on' });
  await left.refresh();
  const expected = left.head;
  await right.refresh();
  await right.commit(label('other', 'made in the other tab'));
  // The left has not pulled it: the disk tells, or the message that is under way.
  expect(await left.commitStaged(staged, { ...request, expected })).toEqual({ refused: 'case-moved-on' });
  await left.refresh();
  expect(left.head.seq).toBe(expected.seq + 1);
  expect(await left.commitStaged(staged, { ...request, expected: left.head })).toMatchObject({ committed: true });
});

test('a bulk change and another tab that edits at the same time both stay', async () => {
  const device = new Device();
  const [a, b] = [await device.tab(), await device.tab()];
  const localId = await makeCase(a);
  const [left, right] = [await open(a, localId), await open(b, localId)];
  const stage = await a.beginStage(localId);
  await stage.add(made(2600));
  const staged = await stage.seal();
  const edits = Array.from({ length: 8 }, (_, i) => right.commit(label('other', `name ${i}`)));
  expect(await left.commitStaged(staged, request)).toMatchObject({ committed: true });
  await Promise.all(edits);
  await Promise.all([left.refresh(), right.refresh()]);
  expect(left.head).toEqual(right.head);
  expect(left.head.seq).toBe(10);
  expect(stateDigest(left.state)).toBe(stateDigest(right.state));
});
