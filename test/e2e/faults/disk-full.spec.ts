import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statfsSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Desk, expect, openBrowser, sitDown, test } from '../../support/browser.ts';
import {
  beginCase,
  changeNumber,
  dropFile,
  expectChange,
  expectEntities,
  importRows,
  nextCheck,
} from '../journeys/analyst-steps.ts';
import { addPersons, banner, beginPerson, labelsIn, savedCopy } from './fault-steps.ts';

const failedBanner = (page: Page) => banner(page).filter({ hasText: 'The last change could not be saved' });

/** What the browser grants this address from now on; nothing of it is in its memory yet when asked before the first page. */
async function grant(desk: Desk, page: Page, quotaSize?: number): Promise<void> {
  const cdp = await desk.context.newCDPSession(page);
  const origin = new URL(desk.site.url).origin;
  await cdp.send('Storage.overrideQuotaForOrigin', { origin, ...(quotaSize !== undefined && { quotaSize }) });
}

/** A page that has been granted so little from its beginning. */
async function grantedLittle(desk: Desk, quotaSize: number): Promise<Page> {
  const page = await desk.context.newPage();
  await grant(desk, page, quotaSize);
  await page.goto(desk.site.url);
  return page;
}

test('the browser’s share of the disk is used up: the change is held, copied to a file, and saved when there is room', async ({
  desk,
}, info) => {
  const page = await grantedLittle(desk, 400_000);
  await beginCase(page, 'Quota');
  await addPersons(page, 'Anna', 'Boran');
  let before = 0;
  for (let i = 0; i < 60 && !(await failedBanner(page).isVisible()); i++) {
    before = (await changeNumberOf(page)) ?? before;
    await beginPerson(page, `Person ${i} ${'x'.repeat(9000)}`);
    await page.waitForTimeout(60);
  }
  await expect(failedBanner(page)).toContainText('the disk or the browser’s share of it is full');
  const status = page.getByRole('contentinfo', { name: 'Status' });
  await expect(status).toContainText('Not saved');
  await page.keyboard.press('Escape');
  // Nothing is piled upon it.
  await page.keyboard.press('Control+z');
  await failedBanner(page).getByRole('button', { name: 'Try again' }).click();
  await expect(failedBanner(page)).toBeVisible();
  const copy = await savedCopy(
    page,
    () => failedBanner(page).getByRole('button', { name: 'Save a copy to a file' }).click(),
    info.outputPath('copy.skein'),
  );
  const inCopy = labelsIn(copy);
  expect(inCopy.slice(0, 2)).toEqual(['Anna', 'Boran']);

  await grant(desk, page);
  await failedBanner(page).getByRole('button', { name: 'Try again' }).click();
  await expect(failedBanner(page)).toBeHidden();
  // The copy held the change that the disk then took.
  await expectChange(page, copy.head.seq);
  await expectEntities(page, inCopy.length);
  expect(copy.head.seq).toBeGreaterThanOrEqual(before);
  await page.reload();
  await expectChange(page, copy.head.seq);
  await expectEntities(page, inCopy.length);
});

test('without any room the store is not opened, unless the analyst says so', async ({ desk }) => {
  const page = await grantedLittle(desk, 100_000);
  await expect(page.getByRole('heading', { name: 'The disk is full' })).toBeVisible();
  await expect(page.getByText('Nothing was changed')).toBeVisible();
  expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
  await page.getByRole('button', { name: /^Open all the same/ }).click();
  await sitDown(page);
  await expect(page.getByRole('heading', { name: 'Cases on this computer' })).toBeVisible();
});

test('an import that the quota stops leaves the case as it was', async ({ desk }) => {
  const page = await grantedLittle(desk, 700_000);
  await beginCase(page, 'Quota');
  const before = await addPersons(page, 'Anna');
  const rows = Array.from({ length: 6000 }, (_, i) => `caller ${i},called ${(i * 7) % 6000}`);
  await dropFile(page, 'links.csv', Buffer.from(`from,to\n${rows.join('\n')}\n`));
  await nextCheck(page).click();
  await importRows(page).click();
  const told = page.getByRole('alert').filter({ hasText: 'Nothing was imported' });
  await expect(told).toContainText('There is no room left');
  await expect(told).toContainText('Make room');
  await grant(desk, page);
  await page.reload();
  await expectChange(page, before);
  await expectEntities(page, 1);
});

/** A disk of its own, so small that it can be filled; undefined where this machine forbids mounting. */
function smallDisk(megabytes: number): { path: string; end(): void } | undefined {
  const path = mkdtempSync(join(tmpdir(), 'skein-small-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path], { stdio: 'ignore' });
  } catch {
    rmSync(path, { recursive: true, force: true });
    return undefined;
  }
  return {
    path,
    end: () => {
      execFileSync('umount', ['-l', path], { stdio: 'ignore' });
      rmSync(path, { recursive: true, force: true });
    },
  };
}

/** To the last block: what is left is too little for any write. */
function fill(path: string): void {
  const { bavail, bsize } = statfsSync(path);
  for (let size = bavail * bsize; size >= 4096; size = Math.floor(size / 2)) {
    try {
      writeFileSync(join(path, 'ballast'), new Uint8Array(size), { flag: 'a' });
    } catch {
      // Less, then.
    }
  }
}

test('the disk itself is full: nothing is called saved that is not there, and work goes on when there is room', async ({
  site,
}, info) => {
  test.setTimeout(180_000);
  const disk = smallDisk(200);
  test.skip(!disk, 'not run: mounting a small disk is forbidden on this machine');
  if (!disk) return;
  const profile = join(disk.path, 'profile');
  mkdirSync(profile);
  try {
    const { context } = await openBrowser(site, profile);
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(site.url);
    await beginCase(page, 'Full');
    await addPersons(page, 'Anna', 'Boran');
    fill(disk.path);
    let acknowledged = 0;
    for (let i = 0; i < 40 && !(await banner(page).first().isVisible()); i++) {
      acknowledged = await changeNumber(page);
      fill(disk.path);
      await beginPerson(page, `Person ${i} ${'x'.repeat(9000)}`);
      await page.waitForTimeout(300);
    }
    // The browser may close the database of a disk that fails it; either way nothing is called saved from here on.
    await expect(banner(page).first()).toContainText(/could not be saved|closed the storage/);
    await expect(page.getByRole('contentinfo', { name: 'Status' })).toContainText('Not saved');
    await page.keyboard.press('Escape');
    const copy = await savedCopy(
      page,
      () => banner(page).getByRole('button', { name: 'Save a copy to a file' }).click(),
      info.outputPath('copy.skein'),
    );
    const inCopy = labelsIn(copy);
    expect(inCopy.slice(0, 2)).toEqual(['Anna', 'Boran']);
    // The change that the disk would not take is in it; the first change made the case.
    expect(inCopy.length).toBe(acknowledged);
    rmSync(join(disk.path, 'ballast'));
    await page.reload();
    await expectChange(page, acknowledged);
    await expectEntities(page, acknowledged - 1);
    await addPersons(page, 'Chea');
    await expectChange(page, acknowledged + 1);
    const there = page.url();
    await context.close();
    // What the full disk cut off must not come to light at a later start.
    for (const name of ['Dara', 'Eng']) {
      acknowledged++;
      const again = await openBrowser(site, profile);
      const next = again.context.pages()[0] ?? (await again.context.newPage());
      await next.goto(there);
      await expectChange(next, acknowledged);
      await addPersons(next, name);
      await kill(again);
    }
  } finally {
    disk.end();
  }
});

for (const [how, end] of [
  ['killed', kill],
  ['closed', ({ context }: Desk) => context.close()],
] as const)
  test(`${how} on a full disk and started on it again and again: nothing acknowledged is gone when there is room`, async ({
    site,
  }) => {
    test.setTimeout(180_000);
    const disk = smallDisk(200);
    test.skip(!disk, 'not run: mounting a small disk is forbidden on this machine');
    if (!disk) return;
    const profile = join(disk.path, 'profile');
    const ballast = join(disk.path, 'ballast');
    mkdirSync(profile);
    const start = async (): Promise<{ desk: Desk; page: Page }> => {
      const desk = await openBrowser(site, profile);
      const page = desk.context.pages()[0] ?? (await desk.context.newPage());
      await page.goto(site.url);
      return { desk, page };
    };
    try {
      const first = await start();
      await beginCase(first.page, 'Full');
      const there = first.page.url();
      let acknowledged = await addPersons(first.page, 'Anna', 'Boran');
      fill(disk.path);
      await end(first.desk);
      // No room at all, then some: enough for the browser to begin, too little for all it would write.
      for (const megabytes of [0, 1, 3, 6]) {
        fill(disk.path);
        truncateSync(ballast, statSync(ballast).size - megabytes * 1_000_000);
        const { desk, page } = await start();
        const full = page.getByRole('heading', { name: 'The disk is full' });
        await expect(full.or(page.getByRole('row', { name: /^Full / })).first()).toBeVisible();
        if (how === 'killed' || megabytes === 0) await expect(full).toBeVisible();
        await kill(desk);
      }
      rmSync(ballast);
      for (const name of ['Chea', 'Dara', 'Eng']) {
        const { desk, page } = await start();
        await page.goto(there);
        await expectChange(page, acknowledged);
        acknowledged = await addPersons(page, name);
        await kill(desk);
      }
    } finally {
      disk.end();
    }
  });

/** Ends a browser as a power cut does. */
async function kill({ context, profile }: Desk): Promise<void> {
  const ended = new Promise((resolve) => context.once('close', resolve));
  execFileSync('pkill', ['-KILL', '-f', profile], { stdio: 'ignore' });
  await ended;
}

async function changeNumberOf(page: Page): Promise<number | undefined> {
  const status = page.getByRole('contentinfo', { name: 'Status' }).getByText(/^Saved .* · change/);
  return (await status.isVisible()) ? changeNumber(page) : undefined;
}
