import { expect, test } from '../support/browser.ts';
import {
  beginCase,
  chooseTable,
  expectEntities,
  expectOnChart,
  handed,
  importRows,
  nextCheck,
} from './journeys/analyst-steps.ts';

/** 4,000 names: each hangs on an earlier one, and twenty are linked with each other. */
function bigNetwork(): string {
  const lines = ['source,target'];
  for (let i = 1; i < 4000; i++) lines.push(`N${i},N${(i * 7919) % i}`);
  for (let i = 0; i < 20; i++) for (let j = 0; j < i; j++) lines.push(`N${i},N${j}`);
  return `${lines.join('\n')}\n`;
}

test('a chart too large to read says so and gives parts that can be read, each a chart of its own', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await beginCase(page, 'Large');
  await chooseTable(page, handed('big.csv', bigNetwork()));
  await nextCheck(page).click();
  await importRows(page).click();
  const panel = page.locator('.too-many');
  await expect(panel.getByRole('heading', { name: 'Too many to read on one chart' })).toBeVisible();
  await expect(panel).toContainText('entities 4,000, links 4,189');
  await expectEntities(page, 4000);
  await panel.getByRole('button', { name: /^The dense core: \d+, each linked with at least 1\d of them/ }).click();
  await expect(page.getByRole('tab', { name: /Chart 1: 1\d-core/ })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('application')).toHaveAccessibleName(/with 20 items and 2\d\d links$/);
  await page.getByRole('tab', { name: 'Chart 1', exact: true }).click();
  await panel.getByRole('button', { name: 'The 100 most linked' }).click();
  await expect(page.getByRole('tab', { name: 'Chart 1: most linked' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('application')).toHaveAccessibleName(/with 100 items/);
  await page.getByRole('tab', { name: 'Chart 1', exact: true }).click();
  // All of it, as groups: each is one item, and what links them is summed.
  await panel.getByRole('button', { name: 'Groups found in it, each folded' }).click();
  await expect(page.getByRole('tab', { name: 'Chart 1: groups' })).toHaveAttribute('aria-selected', 'true', {
    timeout: 60_000,
  });
  const folded = page.getByRole('application');
  await expect(folded).toHaveAccessibleName(/^Chart 1: groups: link chart with \d{1,3} items and \d+ links$/);
  await page.getByRole('tab', { name: 'Chart 1', exact: true }).click();
  await panel.getByRole('button', { name: 'Draw all of it here' }).click();
  await expectOnChart(page, 4000, 4189);
});
