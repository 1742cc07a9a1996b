import type { Page } from '@playwright/test';
import { expect, sitDown, test } from '../support/browser.ts';
import { chartOf } from './link-chart-steps.ts';

const filters = (page: Page) => page.locator('#explorer-filters');

test('a filter says plainly which of its dates cannot be, and limits nothing by two that contradict each other', async ({
  page,
}) => {
  await sitDown(page);
  await page.getByRole('button', { name: /^Blue Kestrel, worked out/ }).click();
  await expect(chartOf(page)).toBeVisible();
  const from = filters(page).getByRole('textbox', { name: 'From' });
  const to = filters(page).getByRole('textbox', { name: 'To' });
  await from.fill('2026-02-30');
  await expect(filters(page).getByRole('alert')).toHaveText('There is no 2026-02-30: 2026-02 has 28 days.');
  await expect(from).toHaveAttribute('aria-invalid', 'true');

  await from.fill('2026-04-10');
  await expect(filters(page).getByRole('alert')).toHaveCount(0);
  await expect(page.getByRole('contentinfo')).toContainText('Filters hide');
  await to.fill('2026-04-01');
  await expect(filters(page).getByRole('alert')).toHaveText(
    '“From” comes after “To”: neither limits anything until one is changed.',
  );
  await expect(page.getByRole('contentinfo')).not.toContainText('Filters hide');
  // What was typed stays, and counts again as soon as it can.
  await expect(from).toHaveValue('2026-04-10');
  await to.fill('2026-04-20');
  await expect(filters(page).getByRole('alert')).toHaveCount(0);
  await expect(page.getByRole('contentinfo')).toContainText('Filters hide');

  await chartOf(page).focus();
  await page.keyboard.press('KeyT');
  await page.keyboard.type('2026-04-31');
  await expect(page.getByRole('region', { name: 'Chart at a date' }).getByRole('alert')).toHaveText(
    'There is no 2026-04-31: 2026-04 has 30 days.',
  );
});
