import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { inEnglish } from '../../support/any-language.ts';
import { expect, sitDown, test } from '../../support/browser.ts';
import { pdfText } from '../../support/pdf-text.ts';
import { changeNumber, chartOf, expectChange, openView, said } from './analyst-steps.ts';

test.setTimeout(120_000);

const answered = { timeout: 20_000 };
const legendOf = (page: Page): Locator => page.getByRole('region', { name: 'Legend' });

async function openSample(page: Page): Promise<void> {
  await sitDown(page);
  await page.getByRole('button', { name: /^Blue Kestrel, worked out/ }).click();
  await expect(page.locator('#explorer-entities')).toContainText('112', { timeout: 40_000 });
}

/** Opens a menu by the keyboard and takes what its entry is called. */
async function take(page: Page, menu: string, entry: RegExp): Promise<void> {
  await page.getByRole('button', { name: menu }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: entry })).toBeVisible();
  const all = await page.getByRole('menuitem').allTextContents();
  for (let down = all.findIndex((text) => entry.test(text)); down > 0; down--) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

test('a figure asked of those in question only says so in the legend of the chart it sizes', async ({ page }) => {
  await openSample(page);
  const chartName = (await page.getByRole('tab', { selected: true }).first().textContent())!.trim();
  await openView(page, 'Results');
  await page.getByRole('button', { name: /^Who would be missed most/ }).click();
  await expect(page.locator('.results-said')).toBeVisible(answered);
  await page.getByRole('button', { name: 'Size the chart' }).click();
  await expect(said(page)).toContainText('One undo takes it back');
  await page.getByRole('tab', { name: chartName, exact: true }).click();
  await expect(legendOf(page)).toContainText(/Betweenness, the whole case, who is in question only, change \d+/);
});

test('values under the names and ranks at the symbols, on the chart and on paper, each taken back with one undo, both cleared at once', async ({
  page,
}) => {
  await openSample(page);
  await expect(chartOf(page)).toBeVisible();
  const chartName = (await page.getByRole('tab', { selected: true }).first().textContent())!.trim();
  await openView(page, 'Results');
  await page.getByRole('button', { name: /^Who stands between the others: the broker/ }).click();
  await expect(page.getByRole('grid', { name: 'Betweenness', exact: true })).toBeVisible(answered);
  const before = await changeNumber(page);
  await take(page, 'Write on the chart', /^Values under the names/);
  await expectChange(page, before + 1);
  await expect(said(page)).toContainText('One undo takes it back');
  await take(page, 'Write on the chart', /^Ranks at the symbols/);
  await expectChange(page, before + 2);
  const tab = page.getByRole('tab', { name: chartName, exact: true });
  await tab.click();
  const legend = legendOf(page);
  await expect(legend).toContainText(/Under the name: Betweenness, the whole case, change \d+/);
  await expect(legend).toContainText(/Number: rank by Betweenness, the whole case, change \d+/);
  await page.keyboard.press('Control+KeyP');
  const sheet = page.getByRole('img', { name: /^Sheet as it will be printed/ });
  await expect(sheet).toBeVisible({ timeout: 30_000 });
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as PDF', exact: true }).click();
  const printed = inEnglish(pdfText(readFileSync(await (await downloading).path()))).replace(/\s+/g, ' ');
  expect(printed).toContain('Under the name: Betweenness, the whole case, change');
  expect(printed).toContain('Number: rank by Betweenness');

  await tab.click();
  await page.keyboard.press('Control+z');
  await expectChange(page, before + 3);
  await expect(legend).not.toContainText('Number: rank');
  await expect(legend).toContainText('Under the name: Betweenness');
  await page.keyboard.press('Control+y');
  await expect(legend).toContainText('Number: rank');
  await page.getByRole('tab', { name: 'Results' }).click();
  await take(page, 'Clear from the chart', /^All of it/);
  await tab.click();
  await expect(legend).not.toContainText('Number: rank');
  await expect(legend).not.toContainText('Under the name');
  // One act: one undo brings both back.
  await page.keyboard.press('Control+z');
  await expect(legend).toContainText('Number: rank');
  await expect(legend).toContainText('Under the name');
});

test('members whose group is doubtful have a broken ring, and the legend says what it means', async ({ page }) => {
  await openSample(page);
  const chartName = (await page.getByRole('tab', { selected: true }).first().textContent())!.trim();
  await openView(page, 'Results');
  await page.getByRole('button', { name: /^Which groups have more contact/ }).click();
  await expect(page.locator('.groups-said')).toContainText('50 runs', answered);
  await page.getByRole('button', { name: 'Colour the chart' }).click();
  await expect(said(page)).toContainText('One undo takes it back');
  await take(page, 'Write on the chart', /^Groups under the names/);
  await page.getByRole('tab', { name: chartName, exact: true }).click();
  const legend = legendOf(page);
  await expect(legend).toContainText(/Doubtful member: with its group in less than 80\s?% of 50 runs\s*\d+/);
  await expect(legend).toContainText(/Under the name: Louvain, the whole case/);
});
