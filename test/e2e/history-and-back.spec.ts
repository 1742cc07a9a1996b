import { wholly } from '../support/any-language.ts';
import { expect, test } from '../support/browser.ts';
import { newCase } from './link-chart-steps.ts';
import { goToCell, gridOf, openView, paste } from './table-steps.ts';

test('see who did what, look at the case as it was, verify the log, and undo to a change', async ({ page }) => {
  await newCase(page, 'History');
  await openView(page, 'Table');
  await gridOf(page).focus();
  await paste(page, 'SOK Dara\nPEN Sophea');
  await expect(page.getByText('2 of 2')).toBeVisible();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Home');
  await page.keyboard.type('KEO Sarin');
  await page.keyboard.press('Enter');
  await expect(page.getByText('3 of 3')).toBeVisible();

  await openView(page, 'History');
  const rows = gridOf(page).getByRole('row');
  // Heading, filters, three changes; the newest first.
  await expect(rows).toHaveCount(5);
  await expect(rows.nth(2)).toContainText('Create an entity');
  await expect(rows.nth(2)).toContainText('AB, Unit C');
  await goToCell(page, 'Fill cells of the table');
  const detail = page.getByRole('complementary', { name: 'Change 2' });
  await expect(detail).toContainText('Person · SOK Dara');

  await detail.getByRole('button', { name: 'As it was then' }).click();
  await expect(page.getByText('2 entities · 0 links')).toBeVisible();
  await expect(gridOf(page).getByRole('gridcell', { name: 'KEO Sarin' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Back to the log' }).click();

  await page.getByRole('button', { name: 'Verify' }).click();
  await expect(page.getByText('All 3 changes were read from the disk and hold.')).toBeVisible();
  await expect(page.getByText(/^Not proved:/)).toBeVisible();

  await goToCell(page, 'Fill cells of the table');
  await detail.getByRole('button', { name: 'Undo to here' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('Undo 1 change?');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(gridOf(page).getByRole('gridcell', { name: 'Undo 3: Create an entity' })).toBeVisible();
  await expect(gridOf(page).getByText('undone by 4')).toBeVisible();
  await openView(page, 'Table');
  await expect(page.getByText('2 of 2')).toBeVisible();
});

test('type a report, quote it for a person, and see the quotation marked', async ({ page }) => {
  await newCase(page, 'Sources');
  await openView(page, 'Table');
  await gridOf(page).focus();
  await paste(page, `SOK Dara\nMALY Chan\t${wholly('Person')}\t${wholly('Migrant')}`);
  await expect(page.getByText('2 of 2')).toBeVisible();
  await openView(page, 'Sources');
  await page.getByRole('button', { name: 'Type or paste a report' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reference').fill('IR-2026-014');
  await dialog.getByLabel('Text, as it came').fill('SOK Dara told the skipper to wait.\nWith him came Maly Chan.');
  await dialog.getByText('Graded', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Add the source' }).click();
  const report = page.getByRole('article', { name: 'IR-2026-014' });
  await expect(report).toContainText('With him came P-01.');
  await expect(report).not.toContainText('Maly');

  await openView(page, 'Table');
  await goToCell(page, 'SOK Dara');
  await openView(page, 'Sources');
  await report.getByText('SOK Dara told the skipper to wait.').dblclick({ position: { x: 12, y: 8 } });
  await report.getByRole('button', { name: 'Quote for the selected' }).click();
  await expect(report.locator('mark')).toHaveText('SOK');
  await expect(report.getByRole('button', { name: 'SOK Dara' })).toBeVisible();
});
