import { expect, sitDown, test } from '../../support/browser.ts';
import { openView } from './analyst-steps.ts';

test.setTimeout(120_000);

test('a ranking is followed from month to month and from week to week, as lines in the table and as a flow, and says what is in no slice', async ({
  page,
}) => {
  await sitDown(page);
  await page.getByRole('button', { name: /^Blue Kestrel, worked out/ }).click();
  await expect(page.locator('#explorer-entities')).toContainText('112', { timeout: 40_000 });
  await openView(page, 'Results');
  await page.getByRole('button', { name: /^Who stands between the others: the broker/ }).click();
  const grid = page.getByRole('grid', { name: 'Betweenness', exact: true });
  await expect(grid).toBeVisible({ timeout: 20_000 });
  await page.getByText('Over time', { exact: true }).click();
  const slices = page.getByText(/^\d+ slices, the first from 20\d\d-\d\d, the last from 20\d\d-\d\d\./);
  await expect(slices).toBeVisible({ timeout: 20_000 });
  const months = Number(/^\d+/.exec((await slices.textContent())!)![0]);
  // What the case says: links without a date are in no slice.
  await expect(page.getByText(/of 171 links (has|have) no date and (is|are) in no slice\./)).toBeVisible();
  await expect(page.locator('.results-said')).toContainText(/First place: .* in \d+ of \d+ slices/);
  await expect(grid.getByRole('columnheader', { name: `Over ${months} slices` })).toBeVisible();
  const broker = grid.getByRole('row', { name: /Sok Vannara/ });
  await expect(broker).toContainText(/to [\d.,]+, in \d+/);
  await expect(broker.locator('svg.sparkline')).toHaveCount(1);

  await page.getByText('By week', { exact: true }).click();
  const weeks = page.getByText(/^\d+ slices, the first from 20\d\d-\d\d-\d\d/);
  await expect(weeks).toBeVisible({ timeout: 20_000 });
  expect(Number(/^\d+/.exec((await weeks.textContent())!)![0])).toBeGreaterThan(months);

  await page.getByText('By month', { exact: true }).click();
  await page.getByRole('radiogroup', { name: 'Shown as' }).getByText('Rank flow').click();
  const flow = page.getByRole('listbox', { name: 'Rank flow: Betweenness' });
  await expect(flow).toBeVisible();
  const line = flow.getByRole('option', { name: /^Sok Vannara: 20\d\d-\d\d/ });
  await expect(line).toHaveAccessibleName(/20\d\d-\d\d (\d+|–), 20\d\d-\d\d (\d+|–)/);
  // By the keyboard: the line that Enter takes is selected everywhere.
  await flow.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(flow.getByRole('option', { selected: true })).toHaveCount(1);
});
