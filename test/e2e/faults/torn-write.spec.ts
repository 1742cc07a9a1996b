import { appendFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Site } from '../../../scripts/serve.mjs';
import { expect } from '../../support/any-language.ts';
import { openBrowser } from '../../support/browser.ts';
import { type Tools, test } from '../store-page/fixture.ts';

/** A kill can cut what the browser writes in the middle; what is written after the next start must not be lost with it. */

declare const window: Window & { skein: Tools };

const JOURNAL_BLOCK = 32_768;

/** Leaves the browser's journal as a kill in the middle of a write leaves it: the head of a record, and a little of what it announces. */
function tear(profile: string): void {
  const folder = join(profile, 'Default', 'IndexedDB');
  const database = join(folder, readdirSync(folder).find((name) => name.endsWith('.leveldb'))!);
  const journals = readdirSync(database).filter((name) => name.endsWith('.log'));
  const journal = join(database, journals.sort().at(-1)!);
  const record = Buffer.alloc(20);
  record.writeUInt32LE(0x12345678, 0);
  record.writeUInt16LE(400, 4);
  record.writeUInt8(1, 6);
  appendFileSync(journal, record.subarray(0, JOURNAL_BLOCK - (statSync(journal).size % JOURNAL_BLOCK)));
}

interface Worked {
  readonly dataLoss: boolean;
  readonly lost: number;
  /** Changes found, and changes at the end. */
  readonly found: number;
  readonly made: number;
}

function work(page: Page, site: Site, options: { readonly page?: undefined } = {}): Promise<Worked> {
  return page.goto(site.url).then(() =>
    page.evaluate(async (given) => {
      const store = await window.skein.openStore(given);
      if ('problem' in store) throw new Error(store.problem);
      const { dataLoss, lost } = store.report;
      const here = await window.skein.theCase(store);
      const found = here.head.seq;
      for (let i = 0; i < 9; i++) await window.skein.act(store, here, i);
      return { dataLoss, lost: lost.length, found, made: here.head.seq };
    }, options),
  );
}

test('work done after a cut write is there at the start after it, however often the browser is killed', async ({
  site,
  profile,
}) => {
  let made = 1;
  for (let n = 0; n < 4; n++) {
    const { context } = await openBrowser(site, profile);
    const worked = await work(await context.newPage(), site);
    expect(worked, `start ${n}`).toMatchObject({ dataLoss: false, lost: 0, found: made });
    made = worked.made;
    await context.close();
    tear(profile);
  }
});

// When this fails, the browser no longer goes on in a journal that ends in a cut record, and `store/journal.ts` may go.
test('control: a store that does not keep its journal loses all of it at the second start', async ({
  site,
  profile,
}) => {
  const losses: boolean[] = [];
  for (let n = 0; n < 3; n++) {
    const { context } = await openBrowser(site, profile);
    losses.push((await work(await context.newPage(), site, { page: undefined })).dataLoss);
    await context.close();
    tear(profile);
  }
  expect(losses).toEqual([false, false, true]);
});

test('a page that says farewell leaves no note behind, and the next one renews nothing', async ({ site, profile }) => {
  const { context } = await openBrowser(site, profile);
  const page = await context.newPage();
  const notes = () =>
    page.evaluate(async () => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('skein-journal');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const asked = db.transaction('running').objectStore('running').getAllKeys();
      await new Promise((resolve) => {
        asked.onsuccess = resolve;
      });
      db.close();
      return asked.result;
    });
  await work(page, site);
  const [first] = await notes();
  expect(await notes()).toHaveLength(1);
  await page.goto(`${site.url}?again`);
  expect(await notes()).toEqual([]);
  await work(page, site);
  const after = await notes();
  expect(after).toHaveLength(1);
  expect(after).not.toContain(first);
  await context.close();
});
