import type { Page } from '@playwright/test';
import { expect, test } from '../support/browser.ts';
import { addEntity, chartOf, expectOnChart, goTo, newCase } from './link-chart-steps.ts';

/** Where the item with the keyboard stands in the window: its link handle is shown at its right. */
async function handleOf(page: Page, name: string): Promise<{ x: number; y: number }> {
  await chartOf(page).focus();
  await goTo(page, name);
  const handle = page.locator('.graph-canvas-handle');
  await expect(handle).toBeVisible();
  const box = (await handle.boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
/** From the handle to the middle of its item, px at 100 %. */
const TO_MIDDLE = 26;

test('a link is drawn by pressing on the handle of one item and dragging to the other', async ({ page }) => {
  await newCase(page, 'Pointer');
  await addEntity(page, 1, 'SOK Dara');
  await addEntity(page, 1, 'HENG Maly');
  const to = await handleOf(page, 'HENG Maly');
  const from = await handleOf(page, 'SOK Dara');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
  await page.mouse.move(to.x - TO_MIDDLE, to.y, { steps: 4 });
  await page.mouse.up();
  const field = page.getByRole('combobox', { name: 'Link from SOK Dara to HENG Maly' });
  await expect(field).toBeFocused();
  await page.keyboard.type('directs');
  await page.keyboard.press('Enter');
  await expectOnChart(page, 2, 1);
});

test('a drag on the item itself moves it, as one change, and undo brings it back', async ({ page }) => {
  await newCase(page, 'Moving');
  await addEntity(page, 1, 'SOK Dara');
  await addEntity(page, 1, 'HENG Maly');
  const at = await handleOf(page, 'SOK Dara');
  await page.mouse.move(at.x - TO_MIDDLE, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x - TO_MIDDLE + 60, at.y + 80, { steps: 5 });
  await page.mouse.up();
  await expect(page.locator('.announcer')).toHaveText('1 item moved.');
  const moved = await handleOf(page, 'SOK Dara');
  // Places are whole units, and the handle is drawn on whole pixels: each may round by one.
  expect(Math.abs(moved.x - at.x - 60)).toBeLessThanOrEqual(1);
  expect(Math.abs(moved.y - at.y - 80)).toBeLessThanOrEqual(1);
  await page.keyboard.press('Control+KeyZ');
  await expect.poll(async () => Math.abs((await handleOf(page, 'SOK Dara')).y - at.y)).toBeLessThanOrEqual(1);
  await expectOnChart(page, 2, 0);
});

test('a box drawn with Shift selects what lies in it', async ({ page }) => {
  await newCase(page, 'Box');
  for (const name of ['A-one', 'B-two', 'C-three']) await addEntity(page, 1, name);
  const box = (await chartOf(page).boundingBox())!;
  await page.keyboard.down('Shift');
  await page.mouse.move(box.x + 30, box.y + 90);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 3 });
  await page.mouse.move(box.x + box.width - 30, box.y + box.height - 60, { steps: 3 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await page.getByRole('button', { name: 'List of what is on the chart' }).click();
  await expect(page.getByRole('listbox', { name: 'Items' }).getByRole('option', { selected: true })).toHaveCount(3);
});

test('items copied from one chart are put on another, and the records stay one', async ({ page }) => {
  await newCase(page, 'Two charts');
  await addEntity(page, 1, 'SOK Dara');
  await addEntity(page, 3, '+855 12 900 127');
  await page.keyboard.press('Control+KeyA');
  await page.keyboard.press('Control+KeyC');
  await expect(page.locator('.announcer')).toContainText('2 items copied');
  await page.getByRole('button', { name: 'New chart' }).first().click();
  await expectOnChart(page, 0, 0);
  await chartOf(page).focus();
  await page.keyboard.press('Control+KeyV');
  await expectOnChart(page, 2, 0);
  await page.keyboard.press('Control+KeyV');
  await expect(page.locator('.announcer')).toHaveText('Nothing was put on the chart: it is there already.');
  // Taken off one chart, it is still in the case and on the other.
  await goTo(page, 'SOK Dara');
  await page.keyboard.press('Shift+Delete');
  await expectOnChart(page, 1, 0);
  await page.getByRole('tab', { name: /Chart 1/ }).click();
  await expectOnChart(page, 2, 0);
});

test('a layout moves what is free and leaves what is pinned; one undo brings all of it back', async ({ page }) => {
  await newCase(page, 'Arranged');
  for (const name of ['A-one', 'B-two', 'C-three', 'D-four']) await addEntity(page, 1, name);
  const free = await handleOf(page, 'A-one');
  const held = await handleOf(page, 'B-two');
  await page.keyboard.press('KeyK');
  await expect(page.getByRole('button', { name: 'Pinned 1' })).toBeVisible();
  // With all selected the window stays where it is, so that places can be compared.
  await page.keyboard.press('Control+KeyA');
  await page.getByRole('button', { name: 'Layout', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Circle' }).click();
  await expect(page.locator('.announcer')).toContainText('3 items arranged. One undo brings them back.');
  await expect.poll(() => handleOf(page, 'B-two')).toEqual(held);
  expect(await handleOf(page, 'A-one')).not.toEqual(free);
  await page.keyboard.press('Control+KeyZ');
  await expect.poll(() => handleOf(page, 'A-one')).toEqual(free);
  expect(await handleOf(page, 'B-two')).toEqual(held);
});
