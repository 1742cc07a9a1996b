import { expect, test } from '../../support/browser.ts';
import { addEntity } from '../link-chart-steps.ts';
import { beginCase, chartOf } from './analyst-steps.ts';

test('who is protected is shown by pseudonym; texts that spell the name are listed, and lead to their record', async ({
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
  await expect(inspector.getByRole('heading', { name: 'P-01' })).toBeVisible();
  await expect(inspector).not.toContainText('Mariam Sok, ');
  await expect(inspector).toContainText('The name still stands in the text of 1 record');
  await inspector.getByRole('button', { name: 'Friend of Mariam Sok' }).click();
  await expect(inspector.getByRole('heading', { name: 'Friend of Mariam Sok' })).toBeVisible();
});
