import { expect, test } from 'vitest';
import { stateDigest } from '#domain/change/log';
import { add, analyst, Device, label, makeCase, open, person, until } from './device-of.ts';

test('two tabs that edit the same case in turn and at once stay in step and lose nothing', async () => {
  const device = new Device();
  const [a, b] = [await device.tab(), await device.tab()];
  const localId = await makeCase(a);
  const [left, right] = [await open(a, localId), await open(b, localId)];
  expect(left).not.toBe(right);
  const work: Promise<unknown>[] = [];
  for (let i = 0; i < 40; i++) {
    const tab = i % 2 ? left : right;
    const result = tab.commit(add(person(`p${i}`, `person ${i}`)));
    if (i % 5 === 0) await result;
    work.push(result.then((r) => expect(r).toMatchObject({ committed: true })));
  }
  await Promise.all(work);
  await until(() => left.head.seq === 41 && right.head.seq === 41);
  expect(left.head).toEqual(right.head);
  expect(stateDigest(left.state)).toBe(stateDigest(right.state));
  for (let i = 0; i < 40; i++) expect(left.state.entity(`p${i}`)?.label).toBe(`person ${i}`);
  expect(await a.verifyCase(localId)).toMatchObject({ ok: true, head: left.head });
});

test('a change planned on an old state is planned again, or refused with its reason', async () => {
  const device = new Device();
  // No messages between these tabs: the second learns of the first only from the head.
  const [a, b] = [await device.tab(), await device.tab()];
  const localId = await makeCase(a);
  const [left, right] = [await open(a, localId), await open(b, localId)];
  await Promise.all([left.commit(label('x', 'one')), right.refresh()]);
  const seen: string[] = [];
  await left.commit(label('x', 'two'));
  const result = await right.commit({
    command: 'rename-if-one',
    author: analyst,
    plan: (state) => {
      const before = state.entity('x')!;
      seen.push(before?.label ?? 'missing');
      if (before?.label === 'two') return { refused: 'renamed-meanwhile' };
      return { steps: [{ id: 'x', before: before ?? null, after: person('x', 'three') }], payload: {} };
    },
  });
  expect(result).toEqual({ refused: 'renamed-meanwhile' });
  expect(seen.at(-1)).toBe('two');
  expect(right.state.entity('x')?.label).toBe('two');
});

test('listeners are told what came from elsewhere, after state and head agree', async () => {
  const device = new Device();
  const [a, b] = [await device.tab(), await device.tab()];
  const localId = await makeCase(a);
  const [left, right] = [await open(a, localId), await open(b, localId)];
  const told: string[] = [];
  right.subscribe((e) =>
    told.push(`${e.origin} ${e.changes.map((c) => c.header.seq)} ${right.state.entity('x')?.label}`),
  );
  await left.commit(label('x', 'Ann'));
  await until(() => told.length > 0);
  expect(told).toEqual(['elsewhere 2 Ann']);
});

test('a case deleted in another tab refuses further edits here and does not come back', async () => {
  const device = new Device();
  const [a, b] = [await device.tab(), await device.tab()];
  const localId = await makeCase(a);
  const right = await open(b, localId);
  const told: string[] = [];
  right.subscribe((e) => told.push(e.origin));
  await a.deleteCase(localId);
  expect(await right.commit(label('x', 'Ann'))).toEqual({ refused: 'case-deleted' });
  expect(told).toEqual(['gone']);
  expect(await a.listCases()).toEqual([]);
  await until(() => b.frozen === undefined && told.length === 1);
});

test('undo in one tab is known in the other', async () => {
  const device = new Device();
  const [a, b] = [await device.tab(), await device.tab()];
  const localId = await makeCase(a);
  const [left, right] = [await open(a, localId), await open(b, localId)];
  await left.commit(label('x', 'Ann'));
  await until(() => right.head.seq === 2);
  expect(await right.undo(analyst)).toMatchObject({ committed: true, header: { undoes: 2 } });
  await until(() => left.head.seq === 3);
  expect(left.state.entity('x')).toBeUndefined();
  expect(left.stacks).toEqual({ undo: [], redo: [2] });
  expect(await left.redo(analyst)).toMatchObject({ committed: true, header: { redoes: 2 } });
  await until(() => right.head.seq === 4);
  expect(right.state.entity('x')?.label).toBe('Ann');
});
