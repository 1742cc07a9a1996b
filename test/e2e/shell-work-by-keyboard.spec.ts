import type { Page } from '@playwright/test';
import { inEnglish, spoken } from '../support/any-language.ts';
import { expect, test } from '../support/browser.ts';

async function openNewCase(page: Page): Promise<void> {
  await page.getByRole('dialog').getByLabel('Initials').fill('AB');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Alt+n');
  await page.getByRole('dialog', { name: 'New case' }).getByLabel('Title').fill('Tamarind Coast');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Tamarind Coast' })).toBeVisible();
}

const palette = (page: Page) => page.getByRole('combobox', { name: 'Type a name or a command' });

test('the palette finds a command by name and performs it', async ({ page }) => {
  await openNewCase(page);
  await page.keyboard.press('Control+k');
  await palette(page).fill(spoken('case prop'));
  await expect(page.getByRole('listbox').getByRole('option', { selected: true })).toContainText('Case properties');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Case properties' });
  await dialog.getByLabel('Marking').fill('Confidential');
  await dialog.getByLabel('Period from').fill('2026-05-32');
  await dialog.getByRole('button', { name: 'Save properties' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Not a date');
  await dialog.getByLabel('Period from').fill('2026-05');
  await dialog.getByRole('button', { name: 'Save properties' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('note', { name: 'Classification' })).toHaveText('Confidential');
  await expect(page.getByRole('contentinfo')).toContainText('change 2');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('note', { name: 'Classification' })).toHaveText('No marking set');
  await page.reload();
  await expect(page.getByRole('contentinfo')).toContainText('change 3');
  await page.keyboard.press('Control+Shift+z');
  await expect(page.getByRole('note', { name: 'Classification' })).toHaveText('Confidential');
});

test('F6 goes round the regions and the skip button leads to the views', async ({ page }) => {
  await openNewCase(page);
  await page.locator('body').click({ position: { x: 700, y: 36 } });
  await page.keyboard.press('Escape');
  const region = async () =>
    inEnglish(
      await page.evaluate(() => document.activeElement?.closest('[data-region]')?.getAttribute('aria-label') ?? ''),
    );
  const seen = new Set<string>();
  for (let i = 0; i < 8; i++) {
    await page.keyboard.press('F6');
    seen.add(await region());
  }
  for (const name of ['Program bar', 'Views']) expect([...seen]).toContain(name);
  expect(seen.size).toBeGreaterThanOrEqual(3);
  const last = await region();
  await page.keyboard.press('Shift+F6');
  expect(await region()).not.toBe(last);
  await page.getByRole('button', { name: 'Skip to the main part' }).focus();
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
});

test('a side folds to a rail, a splitter moves by arrow keys, the theme stays after a reload', async ({ page }) => {
  await openNewCase(page);
  const explorer = page.getByRole('complementary', { name: 'Explorer' });
  const before = (await explorer.boundingBox())?.width ?? 0;
  const splitter = page.getByRole('separator', { name: 'Width of Explorer' });
  await splitter.focus();
  await page.keyboard.press('ArrowRight');
  expect((await explorer.boundingBox())?.width).toBe(before + 16);
  await page.keyboard.press('Control+BracketLeft');
  await expect(explorer).toBeHidden();
  expect((await page.getByRole('navigation', { name: 'Explorer' }).boundingBox())?.width).toBe(40);
  await page.keyboard.press('Control+BracketLeft');
  await expect(explorer).toBeVisible();

  await page.getByRole('button', { name: 'Light or dark' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('views open in tabs, the middle splits and comes back as it was left', async ({ page }) => {
  await openNewCase(page);
  await expect(page.getByRole('tab', { name: 'Chart 1' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Control+k');
  await palette(page).fill(spoken('new chart'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Chart 2' })).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('button', { name: 'Split to the right' }).click();
  await expect(page.getByRole('tablist')).toHaveCount(2);
  const splitter = page.getByRole('separator', { name: 'Place of the split' });
  const half = page.getByRole('region', { name: 'Views', exact: true });
  const before = (await half.boundingBox())?.width ?? 0;
  await splitter.focus();
  await page.keyboard.press('ArrowRight');
  expect((await half.boundingBox())?.width ?? 0).toBeCloseTo(before + 16, -0.5);
  await page.waitForTimeout(800);
  await page.reload();
  await expect(page.getByRole('tablist')).toHaveCount(2);
  await page.getByRole('tab', { name: 'Chart 1' }).focus();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('tablist')).toHaveCount(1);
  await expect(page.getByRole('tab')).toHaveCount(1);
});

test('all shortcuts are listed, one is changed, refused where the browser keeps it, and acts after a reload', async ({
  page,
}) => {
  await openNewCase(page);
  await page.getByRole('button', { name: 'All shortcuts' }).click();
  const dialog = page.getByRole('dialog', { name: 'All shortcuts' });
  const change = dialog.getByRole('button', { name: 'Change the key of “Save case package”' });
  await change.click();
  await page.keyboard.press('Control+t');
  await expect(dialog.getByRole('status')).toContainText('keeps Ctrl T for itself');
  await page.keyboard.press('Control+k');
  await expect(dialog.getByRole('status')).toContainText('already does');
  await page.keyboard.press('Control+Shift+s');
  await expect(change).toHaveText('Ctrl Shift S');
  await page.keyboard.press('Escape');
  await page.waitForTimeout(300);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Tamarind Coast' })).toBeVisible();
  const downloading = page.waitForEvent('download');
  await page.keyboard.press('Control+Shift+s');
  await downloading;
});

test('a question mark typed into a field is a letter, outside it lists the shortcuts', async ({ page }) => {
  await openNewCase(page);
  await page.keyboard.press('Control+k');
  await palette(page).pressSequentially('?');
  await expect(palette(page)).toHaveValue('?');
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Chart 1' }).focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'All shortcuts' })).toBeVisible();
});

test('a change that the disk refuses is kept, can leave in a file, and is saved by trying again', async ({
  page,
}, info) => {
  await openNewCase(page);
  await page.evaluate(() => {
    const kept = { add: IDBObjectStore.prototype.add, put: IDBObjectStore.prototype.put };
    const refuse = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    Object.assign(window, { giveRoom: () => Object.assign(IDBObjectStore.prototype, kept) });
    Object.assign(IDBObjectStore.prototype, { add: refuse, put: refuse });
  });
  await page.keyboard.press('Control+k');
  await palette(page).fill(spoken('new chart'));
  await page.keyboard.press('Enter');
  const banner = page.getByRole('alert').filter({ hasText: 'could not be saved' });
  await expect(banner).toContainText('kept in memory');
  await expect(page.getByRole('contentinfo')).toContainText('Not saved');
  const downloading = page.waitForEvent('download');
  await banner.getByRole('button', { name: 'Save a copy to a file' }).click();
  const file = info.outputPath('copy.skein');
  await (await downloading).saveAs(file);
  await page.evaluate(() => (window as unknown as { giveRoom(): void }).giveRoom());
  await banner.getByRole('button', { name: 'Try again' }).click();
  await expect(banner).toBeHidden();
  await expect(page.getByRole('contentinfo')).toContainText('change 2');
});
