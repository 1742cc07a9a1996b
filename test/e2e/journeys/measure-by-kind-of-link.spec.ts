import { readFileSync } from 'node:fs';
import { inEnglish } from '../../support/any-language.ts';
import { expect, sitDown, test } from '../../support/browser.ts';
import { openView } from './analyst-steps.ts';

test.setTimeout(120_000);

test('a measure is chosen and told in each kind of link: who leads over how many links, in a table, a file and by selection', async ({
  page,
}, info) => {
  await sitDown(page);
  await page.getByRole('button', { name: /^Blue Kestrel, worked out/ }).click();
  await expect(page.locator('#explorer-entities')).toContainText('112', { timeout: 40_000 });
  await page.setViewportSize({ width: 1366, height: 768 });
  await openView(page, 'Results');
  await page.getByRole('button', { name: /^Which kinds of links are there/ }).click();
  await expect(page.getByRole('region', { name: 'Links of each kind, and their overlap' })).toBeVisible({
    timeout: 30_000,
  });
  await page.getByText('Entity in each kind', { exact: true }).click();
  const said = page.locator('.results-said');
  await expect(said).toContainText('Highest by Degree on the recorded links: all kinds together: ');
  await expect(page.getByRole('grid', { name: 'Degree by kind of link' })).toBeVisible();

  await page.getByLabel('Measure in each kind', { exact: true }).selectOption({ label: 'Betweenness' });
  const grid = page.getByRole('grid', { name: 'Betweenness by kind of link' });
  await expect(grid).toBeVisible({ timeout: 30_000 });
  await expect(said).toContainText(/^Highest by Betweenness on the recorded links: .*“called” \([\d,]+ links\): /);
  await expect(said).toContainText(/Kinds of links rest on \d+ to \d+ of them/);
  await expect(page.locator('.results-method')).toContainText('no value and no rank in it');

  // With a parameter of its own; asking again keeps both.
  await page.getByText('How it is measured', { exact: true }).click();
  await page.getByRole('checkbox', { name: 'Normalised' }).check();
  await page.locator('.results-settings').getByRole('button', { name: 'Compute' }).click();
  await expect(page.locator('.results-method')).toContainText('Normalised: yes', { timeout: 30_000 });
  await page.locator('.results-run').getByRole('button', { name: 'Compute' }).click();
  await expect(page.locator('.results-method')).toContainText('Normalised: yes', { timeout: 30_000 });
  const sentence = (await said.textContent())!;
  const leader = /“called” \([\d,]+ links\): ([^;]+);/.exec(sentence)![1]!;

  // Sorted by a kind of link, its first comes first; who has none of it has a dash.
  const called = grid.getByRole('columnheader', { name: 'called', exact: true });
  await called.click();
  await expect(grid.getByRole('row').filter({ hasText: leader })).toHaveCount(1);
  await expect(grid.getByRole('gridcell', { name: '–', exact: true }).first()).toBeVisible();
  await grid.getByRole('gridcell', { name: leader, exact: true }).click();
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText(leader);

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV', exact: true }).click();
  const path = info.outputPath('layers.csv');
  await (await downloading).saveAs(path);
  const lines = inEnglish(readFileSync(path, 'utf8')).replaceAll('""', '').split(/\r?\n/);
  const head = lines.findIndex((line) => line.startsWith('Entity,Type,'));
  const columns = lines[head]!.split(',');
  expect(columns.slice(2, 4)).toEqual(['Betweenness: All kinds', 'Rank: All kinds']);
  const rank = columns.indexOf('Rank: called');
  expect(columns[rank - 1]).toBe('Betweenness: called');
  const rows = lines.slice(head + 1, lines.indexOf('', head)).map((line) => line.split(','));
  expect(rows.filter((row) => row[rank] === '1').map((row) => row[0])).toEqual([leader]);
  // Absence is no low value.
  expect(rows.some((row) => row[rank] === '' && row[rank - 1] === '')).toBe(true);
  expect(lines.join('\n')).toContain(sentence.slice(0, 60));
  expect(lines.join('\n')).toContain('Normalised: yes');
});
