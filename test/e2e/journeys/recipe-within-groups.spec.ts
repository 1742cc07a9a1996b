import { readFileSync } from 'node:fs';
import { expect, sitDown, test } from '../../support/browser.ts';
import { openView } from './analyst-steps.ts';

test.setTimeout(120_000);

test('a figure within groups is kept in a recipe and comes back the same from its file; the form then asks the same again', async ({
  page,
}, info) => {
  await sitDown(page);
  await page.getByRole('button', { name: /^Blue Kestrel, worked out/ }).click();
  await expect(page.locator('#explorer-entities')).toContainText('112', { timeout: 40_000 });
  await openView(page, 'Results');
  const head = page.locator('.results-head');
  const grid = page.getByRole('grid', { name: 'Degree', exact: true });
  await page.getByRole('button', { name: /^Who has links with the most others/ }).click();
  await expect(grid).toBeVisible({ timeout: 20_000 });
  const within = page.getByRole('combobox', { name: 'Within each' });
  await within.selectOption({ index: 1 });
  const chosen = await within.inputValue();
  await page.getByRole('checkbox', { name: /^Confirmed links only/ }).check();
  await page.getByRole('button', { name: 'Compute' }).click();
  await expect(head).toContainText('within each', { timeout: 20_000 });
  const asked = (await head.textContent())!;
  // Those in sight: the list of the recipe takes a line.
  const rows = async () => (await grid.getByRole('row').allTextContents()).slice(0, 15);
  const before = await rows();

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Recipe' }).click();
  await page.getByRole('menuitem', { name: 'Save these analyses as a recipe' }).click();
  const download = await downloading;
  // Case, change, day and time, and no word of the case.
  expect(download.suggestedFilename()).toMatch(/^skein-[0-9a-z]{1,8}-recipe-\d+-\d{8}-\d{4}\.json$/);
  const path = info.outputPath('recipe.json');
  await download.saveAs(path);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ version: 2, analyses: [{ within: chosen }] });

  await page.getByRole('button', { name: /^Who stands between the others: the broker/ }).click();
  await expect(grid).toBeHidden({ timeout: 20_000 });
  await page.getByRole('checkbox', { name: /^Confirmed links only/ }).uncheck();
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Recipe' }).click();
  await page.getByRole('menuitem', { name: 'Run a recipe from a file' }).click();
  await (await choosing).setFiles(path);
  await expect(head).toHaveText(asked, { timeout: 20_000 });
  expect(await rows()).toEqual(before);
  await expect(within).toHaveValue(chosen);
  await expect(page.getByRole('checkbox', { name: /^Confirmed links only/ })).toBeChecked();
  await page.getByRole('button', { name: 'Compute' }).click();
  await expect(head).toHaveText(asked, { timeout: 20_000 });
});
