import { expect, sitDown, test } from '../../support/browser.ts';
import { addEntity } from '../link-chart-steps.ts';
import { beginCase, chartOf } from './analyst-steps.ts';

test('who protects a person is told which texts still spell the name; the card of the pseudonym never tells it', async ({
  page,
}) => {
  await page.goto('/');
  await beginCase(page, 'Protect');
  await chartOf(page).focus();
  await addEntity(page, 1, 'Friend of Mariam Sok');
  await addEntity(page, 1, 'Mariam Sok');
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector.getByRole('heading', { name: 'Mariam Sok', exact: true })).toBeVisible();
  await inspector.getByRole('button', { name: 'Protect', exact: true }).click();

  const dialog = page.getByRole('dialog', { name: 'Texts that still spell the name' });
  await expect(dialog).toContainText('The whole name still stands in the text of 1 record');
  await dialog.getByRole('button', { name: 'I have read it' }).click();
  await expect(inspector.getByRole('heading', { name: 'P-01' })).toBeVisible();
  await expect(inspector).toContainText('The whole name still stands in the text of 1 record');
  await expect(inspector).not.toContainText('Mariam');

  await page.keyboard.press('Control+z');
  await inspector.getByRole('button', { name: 'Protect', exact: true }).click();
  await dialog.getByRole('button', { name: /Friend of Mariam Sok$/ }).click();
  await expect(inspector.getByRole('heading', { name: 'Friend of Mariam Sok' })).toBeVisible();
});

test('a quotation that holds the name is not shown beside the pseudonym', async ({ page }) => {
  await page.goto('/');
  await sitDown(page);
  await page.locator('button.sample', { hasText: 'worked out' }).click();
  await expect(chartOf(page)).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search this case' }).fill('Yusra');
  await page.locator('#explorer-search li').getByRole('button', { name: 'Yusra Benning' }).click();
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector.locator('q').first()).toBeVisible();
  await inspector.getByRole('button', { name: 'Protect', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'I have read it' }).click();
  await expect(inspector).toContainText('The quotation holds the name, and is not shown here');
  await expect(inspector).not.toContainText('Yusra');
});
