import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { CaseProperties } from '#domain/case/case-properties';
import { createSkein } from '#queries/workspace';
import { Device } from '../store/device-of.ts';

/** A case as the page holds it, on a disk that can be told to take nothing more, or to take its time. */
async function page() {
  const device = new Device();
  const skein = await createSkein(device.options());
  if ('problem' in skein) throw new Error(skein.problem);
  const localId = await skein.createCase({ title: 'Harbour', chartName: 'Chart 1' });
  const opened = await skein.openCase(localId!);
  if (!opened.ok) throw new Error(opened.code);
  return { device, skein, here: opened.case, localId: localId! };
}
type Here = Awaited<ReturnType<typeof page>>['here'];

const rename = (here: Here, title: string) => here.run('edit-case-properties', { set: { title } });
const titleOf = (here: Here) => (here.snapshot().state.properties as CaseProperties).title;

const originals = { add: IDBObjectStore.prototype.add, put: IDBObjectStore.prototype.put };
afterEach(() => void Object.assign(IDBObjectStore.prototype, originals));
function fullDisk(): void {
  for (const method of ['add', 'put'] as const) {
    IDBObjectStore.prototype[method] = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
  }
}
const roomAgain = (): void => void Object.assign(IDBObjectStore.prototype, originals);

test('from its beginning to the answer of the disk an act counts as being written, the quickest too', async () => {
  const { here } = await page();
  const counts: [number, number][] = [];
  const stop = here.writing.subscribe(() => counts.push([here.writing.get(), here.snapshot().head.seq]));
  const acts = [rename(here, 'Pier'), rename(here, 'Quay')];
  expect(here.writing.get()).toBe(2);
  await Promise.all(acts);
  stop();
  // How many wait, and the change that is on the disk by then.
  expect(counts).toEqual([
    [1, 1],
    [2, 1],
    [1, 2],
    [0, 3],
  ]);
  fullDisk();
  await rename(here, 'Dock');
  expect(here.writing.get()).toBe(0);
});

describe('a change that the disk would not take', () => {
  test('is held, shown as not saved, and written when there is room', async () => {
    const { here } = await page();
    fullDisk();
    expect(await rename(here, 'Pier')).toEqual({ saved: false, failed: 'storage-full' });
    expect(here.snapshot().save).toEqual({ kind: 'failed', reason: 'storage-full' });
    expect(here.unsaved()?.header.seq).toBe(2);
    expect(titleOf(here)).toBe('Harbour');
    expect(await here.retry()).toEqual({ saved: false, failed: 'storage-full' });
    roomAgain();
    expect(await here.retry()).toEqual({ saved: true, seq: 2 });
    expect([titleOf(here), here.snapshot().save.kind, here.unsaved()]).toEqual(['Pier', 'saved', undefined]);
  });

  test('is not pushed out by what was begun while it was failing', async () => {
    const { here } = await page();
    fullDisk();
    const outcomes = await Promise.all([rename(here, 'Pier'), rename(here, 'Quay'), here.undo(), rename(here, 'Dock')]);
    expect(outcomes).toEqual([
      { saved: false, failed: 'storage-full' },
      { saved: false, refused: 'not-saved' },
      { saved: false, refused: 'not-saved' },
      { saved: false, refused: 'not-saved' },
    ]);
    roomAgain();
    expect(await here.retry()).toEqual({ saved: true, seq: 2 });
    expect(titleOf(here)).toBe('Pier');
    expect(await rename(here, 'Quay')).toEqual({ saved: true, seq: 3 });
  });

  test('is not pushed out by an act begun while it is tried again, and a second try waits for the first', async () => {
    const { here } = await page();
    fullDisk();
    await rename(here, 'Pier');
    const outcomes = await Promise.all([here.retry(), rename(here, 'Quay'), here.retry(), here.undo()]);
    expect(outcomes).toEqual([
      { saved: false, failed: 'storage-full' },
      { saved: false, refused: 'not-saved' },
      { saved: false, failed: 'storage-full' },
      { saved: false, refused: 'not-saved' },
    ]);
    expect([here.unsaved()?.header.seq, here.snapshot().save.kind]).toEqual([2, 'failed']);
    roomAgain();
    expect(await Promise.all([here.retry(), here.retry(), rename(here, 'Quay')])).toEqual([
      { saved: true, seq: 2 },
      { saved: true, seq: null },
      { saved: true, seq: 3 },
    ]);
    expect([titleOf(here), here.snapshot().save.kind]).toEqual(['Quay', 'saved']);
  });

  test('stays held when trying again is refused or breaks off, until it is given up', async () => {
    const { here } = await page();
    fullDisk();
    await rename(here, 'Pier');
    const commit = vi.spyOn(here.stored, 'commit');
    commit.mockResolvedValueOnce({ refused: 'too-busy' });
    expect(await here.retry()).toEqual({ saved: false, refused: 'too-busy' });
    commit.mockRejectedValueOnce(new TypeError('broke off'));
    await expect(here.retry()).rejects.toThrow('broke off');
    expect([here.unsaved()?.header.seq, here.snapshot().save.kind]).toEqual([2, 'failed']);
    expect(await rename(here, 'Quay')).toEqual({ saved: false, refused: 'not-saved' });
    roomAgain();
    expect(await here.retry()).toEqual({ saved: true, seq: 2 });
    expect(titleOf(here)).toBe('Pier');
  });

  test('given up while it is tried again is not held anew', async () => {
    const { here } = await page();
    fullDisk();
    await rename(here, 'Pier');
    const again = here.retry();
    await Promise.resolve();
    here.abandon();
    expect(await again).toEqual({ saved: false, failed: 'storage-full' });
    expect([here.unsaved(), here.snapshot().save.kind]).toEqual([undefined, 'saved']);
  });

  test('can be dropped, and the case is as it was last saved', async () => {
    const { here } = await page();
    fullDisk();
    await rename(here, 'Pier');
    here.abandon();
    expect([titleOf(here), here.snapshot().save.kind]).toEqual(['Harbour', 'saved']);
    roomAgain();
    expect(await rename(here, 'Quay')).toEqual({ saved: true, seq: 2 });
  });
});

test('a disk that takes its time is said to be saving, and saved only when it has it', async () => {
  const { here } = await page();
  const kinds: string[] = [];
  here.subscribe(() => kinds.push(`${here.snapshot().save.kind} ${here.snapshot().head.seq}`));
  let release: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  // The disk: a request that goes on only when it is let.
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args: Parameters<typeof originals.put>) {
    const request = originals.put.apply(this, args);
    if (this.name === 'heads') {
      const { transaction } = this;
      const again = (): void => {
        if (done) return;
        const wait = transaction.objectStore('heads').count();
        wait.addEventListener('success', again);
      };
      again();
    }
    return request;
  };
  let done = false;
  void held.then(() => {
    done = true;
  });
  const saving = rename(here, 'Pier');
  const next = rename(here, 'Quay');
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(kinds).toEqual(['saving 1']);
  expect(titleOf(here)).toBe('Harbour');
  release();
  expect(await Promise.all([saving, next])).toEqual([
    { saved: true, seq: 2 },
    { saved: true, seq: 3 },
  ]);
  expect(kinds.at(-1)).toBe('saved 3');
  expect(titleOf(here)).toBe('Quay');
});
