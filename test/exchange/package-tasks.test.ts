import { MessageChannel } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import { packageBytes } from '#exchange/case-package/index';
import { type CaseShelf, packageHandlers } from '#exchange/package-tasks';
import { PackageReading } from '#queries/packages';
import { type Store, summaryOf } from '#store/index';
import { nodePort } from '#threads/port';
import { serve } from '#threads/serve';
import { analyst, Device } from '../store/device-of.ts';
import { caseRecord, writtenLog } from './case-package/written-log.ts';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** What the exchange worker makes of its own connection to the store. */
const shelfOf = (store: Store): CaseShelf => ({
  log: (localId) => store.log(localId),
  write: ({ log, properties, blobs, extras, state }) =>
    store.importLog(log, summaryOf(properties, state), { blobs: () => blobs, extras, folded: state }),
  rescue: (log, author) => store.rescueLog(log, author),
});

/** A page and the worker that reads for it, on one device. */
async function desk() {
  const device = new Device();
  const [page, own] = [await device.tab(), await device.tab()];
  const reading = new PackageReading(() => {
    const { port1, port2 } = new MessageChannel();
    serve(
      nodePort(port2 as never),
      packageHandlers(async () => shelfOf(own)),
    );
    const end = () => {
      port1.close();
      port2.close();
    };
    ends.push(end);
    return { port: nodePort(port1 as never), end, onDeath: () => {} };
  });
  ends.push(() => reading.end());
  return { device, page, reading };
}

const packed = async () =>
  new Uint8Array(await packageBytes({ caseId: caseRecord.caseId, log: writtenLog().log() })) as Uint8Array<ArrayBuffer>;

test('a package is read, and written only when asked; the page then has the case, and its sentinel', async () => {
  const { device, page, reading } = await desk();
  const seen: number[] = [];
  const read = await reading.read(new Blob([await packed()]), { onProgress: (p) => seen.push(p.done) });
  expect(read).toEqual({ ok: true, caseId: caseRecord.caseId, head: writtenLog().head });
  expect(await page.listCases()).toEqual([]);
  const written = await reading.write();
  if (!written.ok) throw new Error(written.code);
  const [listed] = await page.listCases();
  expect(listed).toMatchObject({ localId: written.localId, title: caseRecord.title, count: writtenLog().head.seq });
  const opened = await page.openCase(written.localId);
  expect(opened.ok && opened.case.head).toEqual(writtenLog().head);
  // Without a sentinel a lost database could not be noticed.
  expect(device.localStorage.getItem(`skein.sentinel.${written.localId}`)).toContain(writtenLog().head.hash);
  // It is written once: a second writing has nothing left to write.
  expect(await reading.write()).toEqual({ ok: false, code: 'package-lost' });
});

test('a copy that is here is compared in the worker', async () => {
  const { page, reading } = await desk();
  const file = new Blob([await packed()]);
  await reading.read(file, {});
  const first = await reading.write();
  if (!first.ok) throw new Error(first.code);
  await reading.read(file, {});
  expect(await reading.compare([first.localId, 'nobody'])).toMatchObject([{ relation: 'same', there: 0 }, null]);
  expect(await page.listCases()).toHaveLength(1);
});

test('an altered package is refused with its reason, and rescued when asked', async () => {
  const { page, reading } = await desk();
  const bytes = await packed();
  const cut = new Blob([bytes.subarray(0, Math.floor(bytes.length * 0.7))]);
  const read = await reading.read(cut, {});
  expect(read).toMatchObject({ ok: false, code: 'truncated', rescuable: true });
  expect(read).not.toHaveProperty('salvage');
  expect(await reading.write()).toEqual({ ok: false, code: 'package-lost' });
  expect(await page.listCases()).toEqual([]);
  expect(await reading.rescue(analyst)).toMatchObject({ ok: true, localId: expect.any(String) });
  expect(await page.listCases()).toHaveLength(1);
});

test('what is no package is refused, and there is nothing to rescue', async () => {
  const { reading } = await desk();
  expect(await reading.read(new Blob(['no zip']), {})).toMatchObject({
    ok: false,
    code: 'not-a-package',
    rescuable: false,
  });
  expect(await reading.rescue(analyst)).toEqual({ ok: false, code: 'package-lost' });
});

test('a file that vanished before it was read is said to be unreadable', async () => {
  const { reading } = await desk();
  class Gone extends Blob {
    override arrayBuffer(): Promise<ArrayBuffer> {
      return Promise.reject(new DOMException('gone', 'NotFoundError'));
    }
  }
  const handlers = packageHandlers(async () => {
    throw new Error('the store is not asked');
  });
  const context = { data: undefined, revision: null, part: () => {}, signal: new AbortController().signal };
  const steps = handlers['read-package']({ file: new Gone(['x']) }, context as never);
  let step = await steps.next();
  while (!step.done) step = await steps.next();
  expect(step.value).toEqual({ result: { ok: false, code: 'file-unreadable' } });
  reading.end();
});

test('reading that is cancelled leaves nothing behind', async () => {
  const { page, reading } = await desk();
  const cancel = new AbortController();
  const run = reading.read(new Blob([await packed()]), { signal: cancel.signal });
  cancel.abort();
  expect(await run).toEqual({ ok: false, code: 'cancelled' });
  expect(await reading.write()).toEqual({ ok: false, code: 'package-lost' });
  expect(await page.listCases()).toEqual([]);
});
