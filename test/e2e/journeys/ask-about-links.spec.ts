import { readFileSync } from 'node:fs';
import { expect, test } from '../../support/browser.ts';
import { beginCase, bringIn, dataFile, openView } from './analyst-steps.ts';

test.setTimeout(90_000);

test('links are ranked and chosen, kinds of links told, groups ranked alone, a sampled figure says how exact it is', async ({
  page,
}, info) => {
  await beginCase(page, 'October');
  await bringIn(page, dataFile('koschade_bali2002/edges.csv'));
  await page.setViewportSize({ width: 1366, height: 768 });
  await openView(page, 'Results');

  await page.getByRole('button', { name: /^Over which links do the shortest ways/ }).click();
  const links = page.getByRole('grid', { name: 'Link betweenness' });
  await expect(links).toBeVisible({ timeout: 20_000 });
  await links.getByRole('row').nth(2).getByRole('gridcell').first().click();
  await expect(page.getByRole('button', { name: 'Show on the chart' })).toBeEnabled();
  // Its file says what was asked, and of what.
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  const path = info.outputPath('links.csv');
  await (await downloading).saveAs(path);
  const file = readFileSync(path, 'utf8');
  expect(file).toMatch(/From,To,Link betweenness,Links\r\n[^,]+,[^,]+,[\d.]+,1\r\n/);
  expect(file).toContain('Over which links do the shortest ways between others run? · Link betweenness');
  expect(file).toContain('Whole case · ');

  await page.getByRole('button', { name: /^Which kinds of links are there/ }).click();
  await expect(page.getByRole('region', { name: 'Links of each kind, and their overlap' })).toBeVisible();
  await page.getByText('Entity in each kind', { exact: true }).click();
  await expect(page.getByRole('grid', { name: 'Degree by kind of link' })).toBeVisible();

  await page
    .getByRole('button', { name: /Betweenness, sampled/ })
    .first()
    .click();
  await expect(page.getByRole('list', { name: 'Beside these values' })).toContainText('Greatest error:', {
    timeout: 20_000,
  });

  await page.getByRole('button', { name: /^Who has links with the most others/ }).click();
  await expect(page.getByRole('grid', { name: 'Degree', exact: true })).toBeVisible();
  await page.getByRole('combobox', { name: 'Within each' }).selectOption('Group found last');
  await page.getByRole('button', { name: 'Compute', exact: true }).click();
  await expect(page.getByRole('columnheader', { name: 'Group (Group found last)' })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('Worked out within each group alone')).toBeVisible();
  await expect(page.getByText('Groups: found for this figure by Leiden')).toBeVisible();
  // Of what it was asked is told whole.
  const head = page.locator('.results-head');
  await expect(head).toContainText('arrows ignored · not weighted · within each: Group found last');
  expect(await head.evaluate((e) => e.scrollWidth - e.clientWidth)).toBeLessThanOrEqual(0);
});
