import type { Page, Worker } from '@playwright/test';
import { stateDigest } from '#domain/change/log';
import { spoken } from '../../support/any-language.ts';
import { expect, test } from '../../support/browser.ts';
import { savedCopy } from '../faults/fault-steps.ts';
import {
  beginCase,
  changeNumber,
  chooseTable,
  expectChange,
  expectEntities,
  handed,
  importRows,
  nextCheck,
  said,
} from './analyst-steps.ts';

test.setTimeout(300_000);

const ROWS = 6_000;
/** As many entities twice as rows: long enough to be broken off in the middle. */
const table = handed(
  'long.csv',
  `from,to\n${Array.from({ length: ROWS }, (_, i) => `Person ${i},Contact ${i}`).join('\n')}\n`,
);

/** Up to the last step, put on no chart: what is tried is the writing, not the drawing. */
async function toTheLastStep(page: Page): Promise<void> {
  await chooseTable(page, table);
  await nextCheck(page).click({ timeout: 40_000 });
  await page.getByRole('combobox', { name: 'Put the entities' }).selectOption('on no chart', { timeout: 40_000 });
  await expect(importRows(page)).toBeEnabled({ timeout: 40_000 });
}

/** How much of the writing is done when the page goes. */
const SHARES: Readonly<Record<string, number>> = { 'some-written': 0.1, 'half-written': 0.5 };

const writing = (page: Page) => said(page).getByText('Writing long.csv', { exact: true });

/** What lies in the store beside the log of cases: stages begun, and packs. */
const left = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<{ stages: number; packs: number }>((resolve, reject) => {
        const opening = indexedDB.open('skein');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const reading = db.transaction(['stages', 'packs']);
          const stages = reading.objectStore('stages').count();
          const packs = reading.objectStore('packs').count();
          reading.oncomplete = () => {
            db.close();
            resolve({ stages: stages.result, packs: packs.result });
          };
        };
      }),
  );

test('a reload while an import is written leaves the case as it was; after the last step, complete', async ({
  page,
}, info) => {
  await page.addInitScript((writing) => {
    // The page's own last transaction names the new head. The test says at which of its moments the page goes.
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args: Parameters<IDBObjectStore['put']>) {
      const request = put.apply(this, args);
      const moment = sessionStorage.getItem('reload-at');
      if (this.name !== 'heads' || !moment) return request;
      sessionStorage.removeItem('reload-at');
      if (moment === 'first-write') location.reload();
      else if (moment === 'complete') this.transaction.addEventListener('complete', () => location.reload());
      return request;
    };
    // Or how much of the writing shall be done: the page goes as soon as it shows so much.
    new MutationObserver(() => {
      const share = Number(sessionStorage.getItem('reload-at-share') ?? Number.NaN);
      const meter = document.querySelector(`[role="contentinfo"] [role="progressbar"][aria-label*="${writing}"]`);
      const [now, of] = ['aria-valuenow', 'aria-valuemax'].map((name) => Number(meter?.getAttribute(name)));
      if (!meter || !of || !(now! / of >= share)) return;
      sessionStorage.removeItem('reload-at-share');
      location.reload();
    }).observe(document, { subtree: true, childList: true, attributes: true });
  }, spoken('Writing'));
  await page.reload();
  await beginCase(page, 'Broken off');
  const before = await changeNumber(page);
  const digestNow = async (name: string) => {
    const copy = await savedCopy(page, () => page.keyboard.press('Control+s'), info.outputPath(`${name}.skein`));
    return stateDigest(copy.state);
  };
  const empty = await digestNow('empty');
  const outcomes: string[] = [];

  for (const moment of ['begun', 'some-written', 'half-written', 'first-write', 'complete'] as const) {
    const seq = await changeNumber(page);
    await toTheLastStep(page);
    if (moment === 'begun') {
      await importRows(page).click();
      await expect(writing(page)).toBeVisible();
      await page.reload();
    } else {
      const share = SHARES[moment];
      await page.evaluate(
        ([key, value]) => sessionStorage.setItem(key, value),
        share === undefined ? (['reload-at', moment] as const) : (['reload-at-share', String(share)] as const),
      );
      const reloaded = page.waitForEvent('load', { timeout: 60_000 });
      await importRows(page).click();
      await reloaded;
    }
    await expect(said(page).getByText(/^Saved .* · change/)).toBeVisible({ timeout: 40_000 });
    const now = await changeNumber(page);
    outcomes.push(`${moment}: ${now - seq}`);
    if (now === seq) {
      await expectEntities(page, 0);
      expect(await digestNow(moment), moment).toBe(empty);
      // The worker that was writing is gone, and what it staged goes at the next start at the latest.
      await expect
        .poll(
          async () => {
            const found = await left(page);
            if (found.stages + found.packs > 0) await page.reload();
            return found;
          },
          { intervals: [500], timeout: 30_000 },
        )
        .toEqual({ stages: 0, packs: 0 });
    } else {
      expect(now, moment).toBe(seq + 1);
      await expectEntities(page, 2 * ROWS, 0);
      await page.getByRole('button', { name: /^Undo/ }).click();
      await expectChange(page, now + 1, 40_000);
      await expectEntities(page, 0);
      expect(await digestNow(moment), moment).toBe(empty);
    }
  }
  // While packs are staged nothing; after the last transaction, all. Just before its end, one or the other.
  expect(outcomes).toContain('begun: 0');
  expect(outcomes).toContain('some-written: 0');
  expect(outcomes).toContain('complete: 1');
  expect(await changeNumber(page)).toBeGreaterThan(before);
});

/** The worker that reads and writes tables. */
function exchangeWorker(page: Page): Worker {
  const found = page.workers().find((w) => /exchange/.test(w.url()));
  if (!found) throw new Error(`no such worker among ${page.workers().map((w) => w.url())}`);
  return found;
}

test('a worker that breaks while it writes: said at once, the case as it was, and the next import works', async ({
  page,
}) => {
  await beginCase(page, 'Crash');
  const before = await changeNumber(page);
  await toTheLastStep(page);
  const worker = exchangeWorker(page);
  await importRows(page).click();
  await expect(writing(page)).toBeVisible();
  await worker.evaluate(() => {
    setTimeout(() => {
      throw new Error('out of memory');
    });
  });
  await expect(page.getByRole('alert').getByText('its worker ended. Nothing was imported. Try again.')).toBeVisible();
  await expect(writing(page)).toBeHidden();
  expect(await changeNumber(page)).toBe(before);
  await expectEntities(page, 0);

  await nextCheck(page).click();
  await importRows(page).click({ timeout: 40_000 });
  await expectChange(page, before + 1, 60_000);
  await expectEntities(page, 2 * ROWS, 0);
});

test('a worker that vanishes without a word while it reads is noticed; the table can be read again', async ({
  page,
}) => {
  await beginCase(page, 'Silence');
  const before = await changeNumber(page);
  // Long enough that reading is under way when its worker goes.
  const line = `${'x'.repeat(90)},${'y'.repeat(90)}\n`;
  await chooseTable(page, handed('vast.csv', `from,to\n${line.repeat(240_000)}`));
  await expect(said(page).getByText('Reading vast.csv', { exact: true })).toBeVisible();
  await expect(said(page).getByRole('progressbar')).toBeVisible();
  await exchangeWorker(page).evaluate(() => self.close());
  await expect(page.getByRole('alert').getByText('its worker ended. Nothing was imported. Try again.')).toBeVisible({
    timeout: 40_000,
  });
  expect(await changeNumber(page)).toBe(before);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await chooseTable(page, handed('small.csv', 'from,to\nAnna,Boran\n'));
  await nextCheck(page).click({ timeout: 20_000 });
  await importRows(page).click();
  await expectEntities(page, 2);
  await expectChange(page, before + 1);
});
