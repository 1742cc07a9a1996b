import { expect, test } from 'vitest';
import { stateDigest } from '#domain/change/log';
import { pageCase } from '../../src/queries/page-case.ts';
import { analyst, Device, makeCase, open } from '../store/device-of.ts';

async function casePage() {
  const store = await new Device().tab();
  const stored = await open(store, await makeCase(store));
  const page = pageCase(stored, {
    author: () => analyst,
    frozen: () => undefined,
    onFrozen: () => () => {},
    close: () => {},
  });
  const add = (id: string) =>
    page.run('create-entity', { entity: { id, kind: 'entity', type: 'person', label: id } }).then((o) => {
      if (!o.saved) throw new Error('not saved');
    });
  return { page, add, digest: () => stateDigest(page.snapshot().state) };
}

test('undoing to a change ends at the state right after it, past undos and redos', async () => {
  const { page, add, digest } = await casePage();
  await add('a');
  const afterA = digest();
  await add('b');
  await add('c');
  await page.undo();
  await page.undo();
  await page.redo();
  await page.redo();
  await add('d');
  // Changes 3 and 4 stand under their old numbers, done again by 7 and 8; d is change 9.
  expect(await page.undoTo(2)).toMatchObject({ undone: 3, outcome: { saved: true } });
  expect(digest()).toBe(afterA);
});

test('a change that was done again since is undone to, whatever its number', async () => {
  const { page, add, digest } = await casePage();
  await add('a');
  await add('b');
  await page.undo();
  const withoutB = digest();
  await page.redo();
  // Change 4 is the undo of b: b, number 3, stands above it again.
  expect(await page.undoTo(4)).toMatchObject({ undone: 1, outcome: { saved: true } });
  expect(digest()).toBe(withoutB);
});

test('nothing is undone where what stood then was taken back and left behind', async () => {
  const { page, add, digest } = await casePage();
  await add('a');
  await add('b');
  await page.undo();
  await add('c');
  const before = digest();
  expect(await page.undoTo(3)).toEqual({ undone: 0, outcome: { saved: false, refused: 'undone-since' } });
  expect(digest()).toBe(before);
  expect(await page.undoTo(5)).toEqual({ undone: 0, outcome: { saved: true, seq: null } });
});
