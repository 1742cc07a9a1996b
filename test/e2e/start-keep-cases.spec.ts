import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/browser.ts';

async function sitDown(page: Page, initials = 'AB'): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Who sits here?' });
  await dialog.getByLabel('Initials').fill(initials);
  await dialog.getByLabel('Unit').fill('Port unit');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
}

async function makeCase(page: Page, title: string, marking = ''): Promise<void> {
  await page.keyboard.press('Alt+n');
  const dialog = page.getByRole('dialog', { name: 'New case' });
  await dialog.getByLabel('Title').fill(title);
  if (marking) await dialog.getByLabel('Marking').fill(marking);
  await dialog.getByRole('button', { name: 'Create case' }).click();
  await expect(page).toHaveURL(/#\/case\/[0-9a-z]+$/);
  await expect(page.getByRole('button', { name: title })).toBeVisible();
}

test('the first start asks who sits here, says that it proves nothing, and can be switched', async ({ page }) => {
  const dialog = page.getByRole('dialog', { name: 'Who sits here?' });
  await expect(dialog).toContainText('proves no identity');
  await dialog.getByRole('button', { name: 'Begin' }).click();
  await expect(dialog.getByRole('alert')).toHaveText(/Give initials/);
  await sitDown(page);
  await page.getByRole('button', { name: 'AB', exact: true }).click();
  await page.getByRole('dialog', { name: 'Switch analyst' }).getByLabel('Initials').fill('CD');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'CD', exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'CD', exact: true })).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('a case is made, listed with its marking, renamed, duplicated and deleted', async ({ page }) => {
  await sitDown(page);
  await expect(page.getByText('Cases are not encrypted on this computer')).toBeVisible();
  await makeCase(page, 'Tamarind Coast', 'Restricted');
  await expect(page.getByRole('note', { name: 'Classification' })).toHaveText('Restricted');
  await page.keyboard.press('Alt+Home');
  const row = page.getByRole('row', { name: /Tamarind Coast/ });
  await expect(row).toContainText('never');
  await expect(row).toContainText('Restricted');
  await expect(page.getByRole('note', { name: 'Classification' })).toHaveText('Restricted');

  await row.getByRole('button', { name: /Acts for/ }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByRole('dialog').getByLabel('Title').fill('Grey Lantern');
  await page.keyboard.press('Enter');
  const renamed = page.getByRole('row', { name: /Grey Lantern/ });
  await expect(renamed).toBeVisible();

  await renamed.getByRole('button', { name: /Acts for/ }).click();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect(renamed).toHaveCount(2);

  await renamed
    .first()
    .getByRole('button', { name: /Acts for/ })
    .click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('It was never saved to a file');
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await dialog.getByRole('button', { name: 'Delete case' }).click();
  await expect(renamed).toHaveCount(1);
  await page.reload();
  await expect(renamed).toHaveCount(1);
});

test('a case saved as a package comes back from it, beside the one that is here or alone', async ({ page }, info) => {
  await sitDown(page);
  await makeCase(page, 'Monsoon Ledger');
  const downloading = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^skein-[0-9a-z]+-\d+-\d{8}-\d{4}\.skein$/);
  const file = info.outputPath('case.skein');
  await download.saveAs(file);

  await page.keyboard.press('Alt+Home');
  await expect(page.getByText('Every case is saved to a file as it is now.')).toBeVisible();
  const choose = async () => {
    // While a question stands open, keys belong to it.
    await expect(page.getByRole('dialog')).toHaveCount(0);
    const choosing = page.waitForEvent('filechooser');
    await page.keyboard.press('Control+o');
    await (await choosing).setFiles(file);
  };
  await choose();
  const dialog = page.getByRole('dialog', { name: 'This case is here already' });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('row', { name: /Monsoon Ledger/ })).toHaveCount(1);
  await choose();
  await dialog.getByRole('button', { name: 'Open the package as a copy' }).click();
  await expect(page).toHaveURL(/#\/case\//);
  await expect(page.getByRole('button', { name: 'Monsoon Ledger' })).toBeVisible();
  await page.keyboard.press('Alt+Home');
  await expect(page.getByRole('row', { name: /Monsoon Ledger/ })).toHaveCount(2);
});

test('a truncated package dropped on the window is refused with what is wrong, and rescued as a new case', async ({
  page,
}, info) => {
  await sitDown(page);
  await makeCase(page, 'Harbour watch');
  const downloading = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  const file = info.outputPath('whole.skein');
  await (await downloading).saveAs(file);
  await page.keyboard.press('Alt+Home');
  await expect(page.getByRole('row', { name: /Harbour watch/ })).toBeVisible();
  const whole = readFileSync(file);
  const drop = async (bytes: Buffer) => {
    const data = await page.evaluateHandle((base64) => {
      const transfer = new DataTransfer();
      const content = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      transfer.items.add(new File([content], 'case.skein'));
      return transfer;
    }, bytes.toString('base64'));
    await page.dispatchEvent('body', 'drop', { dataTransfer: data });
  };
  await drop(whole.subarray(0, 40));
  const refused = page.getByRole('dialog', { name: 'The case package was not opened' });
  await expect(refused).toContainText('Nothing was written');
  await refused.getByRole('button', { name: 'Close' }).last().click();
  await drop(whole.subarray(0, whole.length - 30));
  await refused.getByRole('button', { name: /Rescue/ }).click();
  await expect(page).toHaveURL(/#\/case\//);
  // The case is open, not only its address: keys act on the page that is shown.
  await expect(page.getByRole('button', { name: 'Harbour watch' })).toBeVisible();
  await page.keyboard.press('Alt+Home');
  await expect(page.getByRole('row', { name: /Harbour watch/ })).toHaveCount(2);
});

test('an address of a case that is not here says so and leads back', async ({ page }) => {
  await sitDown(page);
  await page.evaluate(() => {
    location.hash = '#/case/0123456789abcdef';
  });
  await expect(page.getByRole('heading', { name: 'This case is not as it was' })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('no such case');
  await page.getByRole('button', { name: 'All cases' }).click();
  await expect(page.getByRole('heading', { name: 'Cases on this computer' })).toBeVisible();
});

test('at another port the page says that cases live per address', async ({ page, site }) => {
  await sitDown(page);
  await expect(page.getByText(`This is ${new URL(site.url).origin}`)).toContainText('not visible here');
});
