import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, sitDown, test } from '../../support/browser.ts';
import { changeNumber, chartOf, chooseFile, dropFile, expectChange } from './analyst-steps.ts';

test.setTimeout(90_000);

const counted = (page: Page) => page.locator('#explorer-entities').getByText(/, on charts /);
const row = (page: Page, name: RegExp) => page.getByRole('row', { name });

/** The sample, opened from the start page: its change number, and what its explorer and its chart count. */
async function openSample(page: Page) {
  await page.getByRole('button', { name: /^Blue Kestrel, worked out/ }).click();
  await expect(chartOf(page)).toBeVisible({ timeout: 30_000 });
  return countsOf(page);
}

async function countsOf(page: Page) {
  await expect(chartOf(page)).toHaveAccessibleName(/with \d+ items and \d+ links$/, { timeout: 20_000 });
  return {
    change: await changeNumber(page),
    entities: await counted(page).textContent(),
    chart: (await chartOf(page).getAttribute('aria-label')) ?? '',
  };
}

async function saveTo(page: Page, path: string): Promise<void> {
  const downloading = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  await (await downloading).saveAs(path);
}

test('a case saved, deleted and opened again is what it was; opened twice, it asks', async ({ page }, info) => {
  await sitDown(page);
  const before = await openSample(page);
  expect(before.change).toBeGreaterThan(1);
  expect(before.entities).not.toMatch(/^0,/);
  const file = info.outputPath('kestrel.skein');
  await saveTo(page, file);
  await page.keyboard.press('Alt+Home');
  await row(page, /Blue Kestrel/)
    .getByRole('button', { name: /Acts for/ })
    .click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete case' }).click();
  await expect(row(page, /Blue Kestrel/)).toHaveCount(0);

  await chooseFile(page, 'Control+o', file);
  await expect(page).toHaveURL(/#\/case\//, { timeout: 20_000 });
  expect(await countsOf(page)).toEqual(before);

  await page.keyboard.press('Alt+Home');
  await expect(row(page, /Blue Kestrel/)).toHaveCount(1);
  await chooseFile(page, 'Control+o', file);
  const here = page.getByRole('dialog', { name: 'This case is here already' });
  await expect(here).toContainText(`Here: the same ${before.change.toLocaleString('en-GB')} changes`);
  await here.getByRole('button', { name: 'Open what is here' }).click();
  await expectChange(page, before.change);
  await page.keyboard.press('Alt+Home');
  await expect(row(page, /Blue Kestrel/)).toHaveCount(1);
});

test('a package cut short or altered is refused with what is wrong, adds nothing, and is rescued when asked', async ({
  page,
}, info) => {
  await sitDown(page);
  const before = await openSample(page);
  const file = info.outputPath('kestrel.skein');
  await saveTo(page, file);
  await page.keyboard.press('Alt+Home');
  await expect(row(page, /Blue Kestrel/)).toHaveCount(1);
  const whole = readFileSync(file);
  const refused = page.getByRole('dialog', { name: 'The case package was not opened' });

  await dropFile(page, 'cut.skein', whole.subarray(0, Math.floor(whole.length / 2)));
  await expect(refused).toContainText('The file ends too early: part of it is missing.');
  await expect(refused).toContainText('Nothing was written');
  await refused.getByRole('button', { name: 'Close' }).last().click();
  await expect(row(page, /Blue Kestrel/)).toHaveCount(1);

  // One byte of the packed log, where nothing but its content is.
  const altered = Buffer.from(whole);
  const middle = Math.floor(whole.length / 2);
  altered[middle] = altered[middle]! ^ 0x55;
  await dropFile(page, 'altered.skein', altered);
  await expect(refused).toContainText(/altered or damaged|cannot be unpacked|does not fit together/);
  await expect(refused.getByRole('button', { name: /^Rescue/ })).toBeVisible();
  await refused.getByRole('button', { name: 'Close' }).last().click();
  await expect(row(page, /Blue Kestrel/)).toHaveCount(1);

  await dropFile(page, 'altered.skein', altered);
  await refused.getByRole('button', { name: /^Rescue/ }).click();
  await expect(page).toHaveURL(/#\/case\//, { timeout: 20_000 });
  await page.keyboard.press('Alt+Home');
  await expect(row(page, /Blue Kestrel/)).toHaveCount(2);
  expect(before.change).toBeGreaterThan(1);
});
