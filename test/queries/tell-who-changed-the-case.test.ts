import { expect, test } from 'vitest';
import type { Store } from '#store/index';
import { pageCase } from '../../src/queries/page-case.ts';
import { analyst, Device, makeCase, open, until } from '../store/device-of.ts';

const page = async (store: Store, localId: string) =>
  pageCase(await open(store, localId), {
    author: () => analyst,
    frozen: () => undefined,
    onFrozen: () => () => {},
    close: () => {},
  });

test('a change of another tab is told from one of this tab, also when they take turns', async () => {
  const device = new Device();
  const [a, b] = [await device.tab(), await device.tab()];
  const localId = await makeCase(a);
  const [left, right] = [await page(a, localId), await page(b, localId)];
  await left.run('create-entity', { entity: { id: 'x', kind: 'entity', type: 'person', label: 'X' } });
  await until(() => right.snapshot().head.seq === 2);
  expect([left.snapshot().from, right.snapshot().from]).toEqual(['here', 'elsewhere']);
  await right.run('delete-records', { ids: ['x'] });
  await until(() => left.snapshot().head.seq === 3);
  expect([left.snapshot().from, right.snapshot().from]).toEqual(['elsewhere', 'here']);
});
