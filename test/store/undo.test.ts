import { expect, test } from 'vitest';
import { stateDigest } from '#domain/change/log';
import { add, analyst, Device, label, makeCase, open, person } from './device-of.ts';

test('undo of everything comes back to the empty case, redo to the same digest, also after a reload', async () => {
  const device = new Device();
  const store = await device.tab();
  const localId = await makeCase(store);
  const here = await open(store, localId);
  const empty = stateDigest(here.state);
  for (let i = 0; i < 12; i++) await here.commit(label(`p${i % 5}`, `name ${i}`));
  const full = stateDigest(here.state);
  for (let i = 0; i < 6; i++) expect(await here.undo(analyst)).toMatchObject({ committed: true });
  await store.close();
  const again = await open(await device.tab(), localId);
  for (let i = 0; i < 6; i++) expect(await again.undo(analyst)).toMatchObject({ committed: true });
  expect(stateDigest(again.state)).toBe(empty);
  expect(await again.undo(analyst)).toEqual({ refused: 'nothing-to-undo' });
  for (let i = 0; i < 12; i++) expect(await again.redo(analyst)).toMatchObject({ committed: true });
  expect(stateDigest(again.state)).toBe(full);
  expect(await again.redo(analyst)).toEqual({ refused: 'nothing-to-redo' });
  expect(again.head.seq).toBe(37);
});

test('the case as it was on a given change is folded afresh, and the live case is untouched', async () => {
  const device = new Device();
  const store = await device.tab();
  const here = await open(store, await makeCase(store));
  await here.commit(label('a', 'first'));
  const then = stateDigest(here.state);
  await here.commit(label('a', 'second'));
  await here.undo(analyst);
  await here.redo(analyst);
  expect((await here.stateAt(2)).entity('a')?.label).toBe('first');
  expect(stateDigest(await here.stateAt(2))).toBe(then);
  expect(stateDigest(await here.stateAt(4))).toBe(then);
  expect(stateDigest(await here.stateAt(5))).toBe(stateDigest(here.state));
});

test('the history reads back who, when, what and with which payload', async () => {
  const store = await new Device().tab();
  const localId = await makeCase(store);
  const here = await open(store, localId);
  await here.commit(label('a', 'Ann'));
  expect(await here.readPayload(2)).toEqual({ id: 'a', text: 'Ann' });
  expect(await here.readSteps(2)).toEqual([{ id: 'a', before: null, after: person('a', 'Ann') }]);
  expect(await store.readHeaders(localId, 2, 9)).toMatchObject([{ seq: 2, command: 'test-label', author: analyst }]);
  await expect(here.readSteps(9)).rejects.toThrow(RangeError);
});

test('state from a snapshot and the tail equals state from the log alone', async () => {
  const device = new Device();
  const store = await device.tab();
  const localId = await makeCase(store);
  const here = await open(store, localId);
  await here.commit(add(...Array.from({ length: 1300 }, (_, i) => person(`p${i}`, `person ${i}`))));
  for (let i = 0; i < 20; i++) await here.commit(label(`p${i * 3}`, `renamed ${i}`));
  await here.snapshot();
  for (let i = 0; i < 5; i++) await here.commit(label(`p${i}`, `again ${i}`));
  await here.undo(analyst);
  await store.close();
  const loaded = async (snapshot: boolean) => {
    const tab = await device.tab();
    const result = await tab.openCase(localId, { snapshot });
    if (!result.ok) throw new Error(result.code);
    return result.case;
  };
  const [fast, slow] = [await loaded(true), await loaded(false)];
  expect(stateDigest(fast.state)).toBe(stateDigest(slow.state));
  expect(stateDigest(fast.state)).toBe(stateDigest(here.state));
  expect(fast.state.indexSizes()).toEqual(slow.state.indexSizes());
  expect(fast.head).toEqual(slow.head);
  expect(fast.stacks).toEqual(slow.stacks);
});
