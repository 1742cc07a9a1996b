import { afterEach, expect, test, vi } from 'vitest';
import { readPackage } from '#exchange/case-package/index';
import { createSkein } from '#queries/workspace';
import { saveFromMemory } from '../../src/app/workspace/save-from-memory.ts';
import { Device } from '../store/device-of.ts';

const files = vi.hoisted(() => new Map<string, Blob>());
vi.mock('../../src/app/choose-file.ts', () => ({ saveFile: (name: string, blob: Blob) => void files.set(name, blob) }));

afterEach(() => files.clear());

async function page() {
  const skein = await createSkein(new Device().options());
  if ('problem' in skein) throw new Error(skein.problem);
  const localId = await skein.createCase({ title: 'Harbour', chartName: 'Chart 1' });
  const opened = await skein.openCase(localId!);
  if (!opened.ok) throw new Error(opened.code);
  await opened.case.run('edit-case-properties', { set: { title: 'Pier' } });
  return { skein, here: opened.case };
}

async function changesIn(file: string): Promise<number> {
  const read = await readPackage(new Uint8Array(await files.get(file)!.arrayBuffer()));
  if (!read.ok) throw new Error(read.code);
  expect(read.state.properties?.title).toBe('Pier');
  return read.head.seq;
}

test('while the log can be read, the copy holds all of it', async () => {
  const { skein, here } = await page();
  const copy = await saveFromMemory(skein, here);
  expect(copy).toMatchObject({ history: true });
  expect(await changesIn(copy!.file)).toBe(2);
});

test('when it cannot, the copy holds the records and says that the history is missing', async () => {
  const { skein, here } = await page();
  vi.spyOn(skein.store, 'packageSource').mockRejectedValue(new DOMException('gone', 'DatabaseClosedError'));
  const copy = await saveFromMemory(skein, here);
  expect(copy).toMatchObject({ history: false });
  expect(await changesIn(copy!.file)).toBe(1);
});

test('when nothing can be written, no copy is claimed', async () => {
  const { skein, here } = await page();
  vi.spyOn(skein.store, 'packageSource').mockRejectedValue(new DOMException('gone', 'DatabaseClosedError'));
  vi.spyOn(here.stored, 'logFromMemory').mockImplementation(() => {
    throw new RangeError('too large');
  });
  expect(await saveFromMemory(skein, here)).toBeUndefined();
  expect(files.size).toBe(0);
});
