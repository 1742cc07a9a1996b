import type { Page } from '@playwright/test';
import { readPackage } from '#exchange/case-package/index';
import { type Desk, expect, sitDown, test } from '../../support/browser.ts';
import { makeCase } from '../journeys/analyst-steps.ts';
import { addPersons } from './fault-steps.ts';

/** The picker cannot be driven without a screen: it answers with a folder of the origin's own private file system. */
async function pageWithFolder(desk: Desk): Promise<Page> {
  await desk.context.addInitScript(() => {
    Object.assign(window, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('Stick', { create: true }),
    });
  });
  const page = await desk.context.newPage();
  await page.goto(desk.site.url);
  return page;
}

/** What lies in the folder, by name; not a copy that is put in the place of the one before at this moment. */
async function filesIn(page: Page): Promise<Map<string, Uint8Array>> {
  const found = await page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('Stick').catch(() => undefined);
    const files: [string, number[]][] = [];
    const entries = folder as unknown as { values(): AsyncIterable<FileSystemFileHandle> } | undefined;
    if (entries)
      for await (const handle of entries.values()) {
        const bytes = await handle
          .getFile()
          .then((file) => file.arrayBuffer())
          .catch((error: DOMException) => {
            if (error.name !== 'NotReadableError' && error.name !== 'NotFoundError') throw error;
          });
        if (bytes) files.push([handle.name, [...new Uint8Array(bytes)]]);
      }
    return files;
  });
  return new Map(found.map(([name, bytes]) => [name, Uint8Array.from(bytes)]));
}

const status = (page: Page) => page.getByRole('contentinfo', { name: 'Status' });

async function changeInCopy(page: Page): Promise<number | undefined> {
  for (const bytes of (await filesIn(page)).values()) {
    const read = await readPackage(bytes);
    if (read.ok) return read.head.seq;
  }
  return undefined;
}

test('what is in no file is said until one key saves a copy; a chosen folder gets copies by itself, also after a reload', async ({
  desk,
}) => {
  const page = await pageWithFolder(desk);
  await sitDown(page);
  await makeCase(page, 'Safe');
  await addPersons(page, 'Anna');
  await expect(status(page).getByRole('button', { name: 'In no file: 2 changes' })).toBeVisible();
  const downloading = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  await downloading;
  await expect(status(page).getByRole('button', { name: /^In no file/ })).toBeHidden();
  await addPersons(page, 'Boran');
  await expect(status(page).getByRole('button', { name: 'In no file: 1 change' })).toBeVisible();

  await page.keyboard.press('Alt+Home');
  await page.getByRole('button', { name: 'Choose a folder' }).click();
  await expect(page.getByText('Safety copies of the case you work on are written into the folder')).toContainText(
    'Stick',
  );
  await page.getByRole('link', { name: 'Safe' }).click();
  // By itself, a while after the case was opened with changes that are in no file.
  await expect.poll(() => changeInCopy(page), { timeout: 30_000 }).toBe(3);
  await expect(status(page)).toContainText(/Safety copy \d\d:\d\d/);
  const names = async () => [...(await filesIn(page)).keys()];
  await expect.poll(names).toEqual([expect.stringMatching(/^skein-[0-9a-z]+-[0-9a-z]{4}\.skein$/)]);

  await page.reload();
  const change = await addPersons(page, 'Chea');
  // Leaving the case writes what is not written yet.
  await page.keyboard.press('Alt+Home');
  await expect.poll(() => changeInCopy(page), { timeout: 15_000 }).toBe(change);
  await expect(page.getByText('Every case is saved to a file as it is now.')).toBeVisible();
});

test('a folder that is gone is told, work goes on, and a folder that is back gets the copy', async ({ desk }) => {
  const page = await pageWithFolder(desk);
  await sitDown(page);
  await page.getByRole('button', { name: 'Choose a folder' }).click();
  await expect(page.getByText('Safety copies of the case you work on')).toContainText('Stick');
  await makeCase(page, 'Pulled out');
  const gone = (there: boolean) =>
    page.evaluate(async (make) => {
      const root = await navigator.storage.getDirectory();
      if (make) await root.getDirectoryHandle('Stick', { create: true });
      else await root.removeEntry('Stick', { recursive: true });
    }, there);
  await gone(false);
  await addPersons(page, 'Anna');
  await expect(status(page)).toContainText('No safety copy: the folder is not there', { timeout: 30_000 });
  await gone(true);
  const change = await addPersons(page, 'Boran');
  await expect.poll(() => changeInCopy(page), { timeout: 30_000 }).toBe(change);
  await expect(status(page)).toContainText(/Safety copy/);
});
