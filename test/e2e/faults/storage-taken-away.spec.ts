import { expect, sitDown, test } from '../../support/browser.ts';
import { beginCase, chartOf, expectEntities } from '../journeys/analyst-steps.ts';
import { addPersons, banner, labelsIn, savedCopy } from './fault-steps.ts';

test('a newer version in another tab: this one says so, saves nothing more, and gives a copy', async ({
  page,
  desk,
}, info) => {
  await beginCase(page, 'Superseded');
  const before = await addPersons(page, 'Anna', 'Boran');
  const newer = await desk.context.newPage();
  await newer.goto(desk.site.url);
  await newer.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('skein', 30);
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
        request.onerror = () => reject(request.error);
        request.onblocked = () => reject(new Error('the old tab did not let go'));
      }),
  );
  await expect(banner(page)).toContainText('A newer version of Skein was opened in another tab');
  await expect(page.getByRole('contentinfo', { name: 'Status' })).toContainText('Not saved');

  // An edit now is refused, not pretended.
  await chartOf(page).focus();
  await page.keyboard.press('Digit1');
  await page.keyboard.type('Chea');
  await page.keyboard.press('Enter');
  await expectEntities(page, 2);
  await page.keyboard.press('Escape');

  const copy = await savedCopy(
    page,
    () => banner(page).getByRole('button', { name: 'Save a copy to a file' }).click(),
    info.outputPath('memory.skein'),
  );
  expect(labelsIn(copy)).toEqual(['Anna', 'Boran']);

  // After a reload this version does not touch the newer database, and still hands out the cases in it.
  await banner(page).getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByRole('heading', { name: 'A newer version of Skein was here' })).toBeVisible();
  await expect(page.locator('main')).toContainText('version 3');
  const exported = await savedCopy(
    page,
    () => page.getByRole('button', { name: 'Save case package' }).click(),
    info.outputPath('disk.skein'),
  );
  expect(labelsIn(exported)).toEqual(['Anna', 'Boran']);
  expect(exported.head.seq).toBe(before);
  const version = await newer.evaluate(async () => (await indexedDB.databases())[0]?.version);
  expect(version).toBe(30);
  await newer.close();
});

test('site data cleared under the open page: frozen, kept in memory, given as a file; the next start tells the loss', async ({
  page,
  desk,
}, info) => {
  await beginCase(page, 'Cleared');
  const before = await addPersons(page, 'Anna', 'Boran');
  const cdp = await desk.context.newCDPSession(page);
  const origin = new URL(desk.site.url).origin;
  await cdp.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
  await expect(banner(page)).toContainText('The browser closed the storage of this page');
  await expectEntities(page, 2);
  const copy = await savedCopy(
    page,
    () => banner(page).getByRole('button', { name: 'Save a copy to a file' }).click(),
    info.outputPath('memory.skein'),
  );
  expect(labelsIn(copy)).toEqual(['Anna', 'Boran']);
  // Nothing came back by itself, empty.
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);

  await banner(page).getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByRole('heading', { name: 'This case is not as it was' })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText(`The browser lost all of it, up to change ${before}`);
  // Who sits here was cleared too, and is asked again.
  await sitDown(page);
  await page.getByRole('button', { name: 'All cases' }).click();
  await expect(page.getByText('1 case that was here is missing from the store')).toBeVisible();

  // The copy brings it back.
  const choosing = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+o');
  await (await choosing).setFiles(info.outputPath('memory.skein'));
  await expect(page).toHaveURL(/#\/case\//);
  await expectEntities(page, 2);
});

test('a browser that gives no storage is told so before any work begins', async ({ desk }) => {
  for (const how of ['throws', 'fails'] as const) {
    const page = await desk.context.newPage();
    await page.addInitScript((refusal) => {
      IDBFactory.prototype.open = () => {
        if (refusal === 'throws') throw new DOMException('private', 'SecurityError');
        const request = new EventTarget() as IDBOpenDBRequest & { error: DOMException };
        Object.assign(request, { error: new DOMException('disk', 'UnknownError') });
        setTimeout(() => {
          const event = new Event('error', { cancelable: true });
          request.dispatchEvent(event);
          request.onerror?.(event);
        });
        return request;
      };
    }, how);
    await page.goto(desk.site.url);
    await expect(page.getByRole('heading', { name: 'The browser gives this page no storage' })).toBeVisible();
    await expect(page.locator('main')).toContainText(how === 'throws' ? 'SecurityError' : 'UnknownError');
    await expect(page.getByRole('button', { name: 'Reload' })).toBeVisible();
    await page.close();
  }
});
