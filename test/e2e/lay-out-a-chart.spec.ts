import type { Page } from '@playwright/test';
import { inPseudo } from '../support/any-language.ts';
import { expect, sitDown, test } from '../support/browser.ts';
import { addEntity, chartOf, expectOnChart, goTo, linkWith, newCase } from './link-chart-steps.ts';

const said = (page: Page) => page.locator('.announcer');

/** L opens the menu of layouts; the one of this name is chosen. */
async function layOut(page: Page, name: string): Promise<void> {
  await chartOf(page).focus();
  await page.keyboard.press('KeyL');
  await page.getByRole('menuitem', { name }).click();
}

/** Where the item with the keyboard stands in the window, read off its link handle. */
async function placeOf(page: Page, name: string): Promise<{ x: number; y: number }> {
  await chartOf(page).focus();
  await goTo(page, name);
  const handle = page.locator('.graph-canvas-handle');
  await expect(handle).toBeVisible();
  const box = (await handle.boundingBox())!;
  return { x: box.x, y: box.y };
}

/** From one item to another, px: the same whatever part of the chart is seen. */
async function way(page: Page, from: string, to: string): Promise<{ x: number; y: number }> {
  // Going to the second may move the view; coming back then does not.
  await placeOf(page, from);
  await placeOf(page, to);
  const [a, b] = [await placeOf(page, from), await placeOf(page, to)];
  return { x: b.x - a.x, y: b.y - a.y };
}

async function network(page: Page): Promise<void> {
  await newCase(page, 'Tamarind Coast');
  for (const name of ['SOK Dara', 'HENG Maly', 'CHAN Vuthy']) await addEntity(page, 1, name);
  for (const number of ['+855 12 900 127', '+855 12 900 114']) await addEntity(page, 3, number);
  await addEntity(page, 2, 'Reang Marine');
  await goTo(page, 'SOK Dara');
  await linkWith(page, 'HENG Maly', 'directs');
  await goTo(page, 'SOK Dara');
  await linkWith(page, '900 127', 'uses');
  await goTo(page, 'HENG Maly');
  await linkWith(page, '900 114', 'uses');
  await goTo(page, 'CHAN Vuthy');
  await linkWith(page, 'Reang Marine', 'member of');
}

test('a layout by type says what it did for the picture; only what is new finds a place afterwards', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await network(page);
  await layOut(page, 'By type');
  await expect(said(page)).toHaveText(
    /^6 items arranged\. One undo brings them back\. Stress [\d.]+ \(was [\d.]+\), crossings 0 \(\d+\), overlaps 0 \(\d+\)\.$/,
  );
  // One column for each type: people left of the organisation, and this left of the phones, as in the legend.
  const [dara, heng, reang, phone] = [
    await placeOf(page, 'SOK Dara'),
    await placeOf(page, 'HENG Maly'),
    await placeOf(page, 'Reang Marine'),
    await placeOf(page, '+855 12 900 127'),
  ];
  expect(Math.abs(dara.x - heng.x)).toBeLessThanOrEqual(2);
  expect(reang.x).toBeGreaterThan(dara.x + 40);
  expect(phone.x).toBeGreaterThan(reang.x + 40);

  await chartOf(page).focus();
  await addEntity(page, 1, 'PEN Sophea');
  await linkWith(page, 'SOK Dara', 'directs');
  await expectOnChart(page, 7, 5);
  await page.getByRole('button', { name: 'Fit to the window' }).click();
  const before = await way(page, 'CHAN Vuthy', 'HENG Maly');
  const zoom = await page.getByTitle('Zoom to 100 %').textContent();
  await page.keyboard.press('Escape');
  await layOut(page, 'With settings');
  const dialog = page.getByRole('dialog', { name: 'Layout' });
  await expect(dialog).toContainText(/As it stands: stress [\d.]+, crossings \d+, overlaps \d+/);
  await dialog.getByLabel('Layout', { exact: true }).selectOption({ label: 'Keep the picture' });
  await dialog.getByLabel('Only what is new: 1 put on it since the last layout').check();
  await dialog.getByRole('button', { name: 'Arrange' }).click();
  await expect(said(page)).toContainText('1 item arranged.');
  expect(await page.getByTitle('Zoom to 100 %').textContent()).toBe(zoom);
  const after = await way(page, 'CHAN Vuthy', 'HENG Maly');
  expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeLessThanOrEqual(1);
});

test('a layout by time says from when to when, and how well it can be read, without a word cut off', async ({
  page,
}) => {
  await sitDown(page);
  await page.getByRole('button', { name: /^Blue Kestrel, worked out/ }).click();
  await expect(chartOf(page)).toBeVisible();
  await layOut(page, 'By time');
  await expect(said(page)).toHaveText(
    /^45 items arranged by time, 2026-01-01 to 2026-05-05; undated at the left\. Stress [\d.]+ \(was [\d.]+\), crossings \d+ \(\d+\), overlaps \d+ \(\d+\)\.$/,
  );
  // The made-up language is longer than the line: there the whole of it is read under the pointer.
  if (!inPseudo)
    expect(await said(page).evaluate((line) => line.scrollWidth - line.clientWidth)).toBeLessThanOrEqual(0);
  expect(await said(page).getAttribute('title')).toBe(await said(page).textContent());
});

test('expanding a neighbour puts it beside, and nothing else moves', async ({ page }) => {
  test.setTimeout(120_000);
  await network(page);
  await goTo(page, 'HENG Maly');
  await page.keyboard.press('Shift+Delete');
  await expectOnChart(page, 5, 2);
  const before = await way(page, '+855 12 900 114', 'CHAN Vuthy');
  await goTo(page, 'SOK Dara');
  await page.keyboard.press('KeyE');
  await page.getByRole('dialog').getByRole('button', { name: /^Put/ }).click();
  await expectOnChart(page, 6, 4);
  const after = await way(page, '+855 12 900 114', 'CHAN Vuthy');
  expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeLessThanOrEqual(1);
  const apart = await way(page, '+855 12 900 114', 'HENG Maly');
  expect(Math.hypot(apart.x, apart.y)).toBeGreaterThan(50);
  await page.keyboard.press('Control+KeyZ');
  await expectOnChart(page, 5, 2);
});
