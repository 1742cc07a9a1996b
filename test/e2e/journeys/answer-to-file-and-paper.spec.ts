import { readFileSync } from 'node:fs';
import type { Page, TestInfo } from '@playwright/test';
import { inEnglish } from '../../support/any-language.ts';
import { expect, sitDown, test } from '../../support/browser.ts';
import { pdfText } from '../../support/pdf-text.ts';
import { openView } from './analyst-steps.ts';

test.setTimeout(150_000);

/** What a button saves, and what that is called. */
async function saved(page: Page, info: TestInfo, button: string) {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).click();
  const download = await downloading;
  const name = download.suggestedFilename();
  const path = info.outputPath(name);
  await download.saveAs(path);
  const bytes = readFileSync(path);
  return { name, bytes, text: inEnglish(bytes.toString('utf8')) };
}

async function printedLines(page: Page, info: TestInfo): Promise<string> {
  await page.keyboard.press('Control+KeyP');
  await expect(page.getByRole('img', { name: /^Sheet as it will be printed/ })).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('.paper-view')).toHaveAttribute('aria-busy', 'false', { timeout: 30_000 });
  const { bytes } = await saved(page, info, 'Save as PDF');
  return inEnglish(pdfText(bytes)).split('\n').join(' ');
}

test('an answer goes to a file and to paper as it stands on the screen: its caveats, its columns, how sure, over time', async ({
  page,
}, info) => {
  await sitDown(page);
  await page.getByRole('button', { name: /^Blue Kestrel, worked out/ }).click();
  await expect(page.locator('#explorer-entities')).toContainText('112', { timeout: 40_000 });
  await openView(page, 'Results');
  await page.getByRole('button', { name: 'Who could pass messages between groups?', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Remove the column Confirmed links only' })).toBeVisible({
    timeout: 20_000,
  });
  await expect(page.getByRole('columnheader', { name: 'Group', exact: true })).toBeVisible({ timeout: 20_000 });
  const table = await saved(page, info, 'Save as CSV');
  expect(table.text.split(/\r?\n/)[0]).toMatch(/Rank by Confirmed links only,Change,Group,/);
  const ranking = await printedLines(page, info);
  expect(ranking).toContain('Who could pass messages between groups?');
  expect(ranking).toContain('With confirmed links alone the first is Duong Thi Hanh');
  expect(ranking).toMatch(/links in this scope are not confirmed/);
  expect(ranking).toContain('Rank by Confirmed');
  expect(ranking).toContain('Group 1');

  await page.getByRole('tab', { name: 'Results', exact: true }).click();
  const views = page.getByRole('radiogroup', { name: 'How to look at it' });
  await views.getByText('How sure', { exact: true }).click();
  await expect(page.getByRole('grid', { name: 'Rank intervals' })).toBeVisible({ timeout: 40_000 });
  const sure = await saved(page, info, 'Save as CSV');
  // Of which case a file is, and how that is marked, stands in it, as its name holds no word of a case.
  expect(sure.text).toContain('Case: Blue Kestrel · BK/2026 · RESTRICTED');
  expect(sure.name).toMatch(/^how-sure-\d+\.csv$/);
  expect(sure.text).toContain('"Ranks, from","Ranks, to",Median rank,First,Top 3,Top 5,Top 10');
  const intervals = await printedLines(page, info);
  expect(intervals).toContain('Median rank');
  expect(intervals).toContain('What the sampling may have done');
  expect(intervals).toContain('in each of 200 resamples');

  await page.getByRole('tab', { name: 'Results', exact: true }).click();
  await views.getByText('Over time', { exact: true }).click();
  await expect(page.getByRole('columnheader', { name: /slices, one scale/ })).toBeVisible({ timeout: 20_000 });
  await page.getByRole('radiogroup', { name: 'Scale of the lines' }).getByText('Own scales', { exact: true }).click();
  await expect(page.getByRole('columnheader', { name: /slices, own scales/ })).toBeVisible();
  const time = await saved(page, info, 'Save as CSV');
  expect(time.name).toMatch(/^over-time-month-\d+\.csv$/);
  expect(time.text.split(/\r?\n/)[0]).toMatch(/Betweenness in 20\d\d-\d\d,Rank in 20\d\d-\d\d/);
  const slices = await printedLines(page, info);
  expect(slices).toMatch(/Rank in 20\d\d-\d\d/);
  expect(slices).toMatch(/no date and (is|are) in no slice/);
});

test('key players, figures of the network as a whole, links by a measure and kinds of links are printed as they stand', async ({
  page,
}, info) => {
  await sitDown(page);
  await page.getByRole('button', { name: /^Blue Kestrel, worked out/ }).click();
  await expect(page.locator('#explorer-entities')).toContainText('112', { timeout: 40_000 });
  await openView(page, 'Results');
  const results = page.getByRole('tab', { name: 'Results', exact: true });
  const shown = page.locator('.results-answer');

  await page.getByRole('button', { name: 'Who holds the network together?', exact: true }).click();
  await expect(shown.locator('.results-cuts')).toBeVisible({ timeout: 30_000 });
  const set = await saved(page, info, 'Save as CSV');
  expect(set.name).toMatch(/^key-players-\d+\.csv$/);
  const members = set.text.split(/\r?\n/);
  expect(members[0]).toContain('Lost without this one');
  expect(members.slice(1, 4).every((line) => /,\d[\d.e-]*,\d[\d.e-]*$/.test(line))).toBe(true);
  expect(set.text).toContain('Members of the set: 3');
  const key = await printedLines(page, info);
  expect(key).toMatch(/Sources of the links counted: \d+/);
  expect(key).toContain('Who holds the network together?');
  expect(key).toContain('Lost without this one');
  expect(key).toContain('Members of the set: 3');

  await results.click();
  await page.getByRole('button', { name: /^What is the network like as a whole/ }).click();
  await expect(shown.getByRole('region', { name: 'The network as a whole' })).toBeVisible({ timeout: 30_000 });
  await expect(shown.getByRole('columnheader', { name: /^By month/ })).toBeVisible({ timeout: 30_000 });
  const file = await saved(page, info, 'Save as CSV');
  expect(file.name).toMatch(/^network-\d+\.csv$/);
  const figures = file.text;
  expect(figures.split(/\r?\n/)[0]).toMatch(/,20\d\d-\d\d,20\d\d-\d\d/);
  expect(figures).toMatch(/\nDensity,0\.\d{6,},/);
  expect(figures).toContain('Density: ');
  const whole = await printedLines(page, info);
  expect(whole).toContain('What is the network like as a whole?');
  expect(whole).toContain('Density');
  expect(whole).toMatch(/By month, \d+ months/);

  await results.click();
  await page.getByRole('button', { name: /^Which links alone hold parts of the recorded network together/ }).click();
  await expect(shown.getByRole('grid', { name: 'Bridge' })).toBeVisible({ timeout: 30_000 });
  const links = await printedLines(page, info);
  expect(links).toContain('Which links alone hold parts');
  expect(links).not.toContain('Density');

  await results.click();
  await page.getByRole('button', { name: /^Which kinds of links are there/ }).click();
  await expect(shown.getByRole('region', { name: 'Links of each kind, and their overlap' })).toBeVisible({
    timeout: 30_000,
  });
  const kinds = await printedLines(page, info);
  expect(kinds).toContain('Kind of link');
  expect(kinds).toMatch(/Highest by Degree on the recorded links: all kinds together: /);
  expect(kinds).toMatch(/Degree is worked out over the links of all kinds together/);
});
