import type { Page } from '@playwright/test';
import { spoken } from '../support/any-language.ts';
import { expect, test } from '../support/browser.ts';
import { addEntity, chartOf, goTo, newCase } from './link-chart-steps.ts';

const names = ['SOK Dara', 'HENG Maly', 'CHAN Vuthy', 'PEN Sophea'] as const;
/** From the handle, at the right of an item, to its middle, px at 100 %. */
const TO_MIDDLE = 26;

/** Middle of an item in the window, read off its link handle. */
async function middleOf(page: Page, name: string): Promise<{ x: number; y: number }> {
  await chartOf(page).focus();
  await goTo(page, name);
  const handle = page.locator('.graph-canvas-handle');
  await expect(handle).toBeVisible();
  const box = (await handle.boundingBox())!;
  return { x: box.x + box.width / 2 - TO_MIDDLE, y: box.y + box.height / 2 };
}

async function middles(page: Page) {
  const all = [];
  for (const name of names) all.push(await middleOf(page, name));
  return all;
}

async function fromPalette(page: Page, act: string): Promise<void> {
  await page.keyboard.press('Control+KeyK');
  await page.keyboard.type(spoken(act));
  await expect(page.getByRole('option', { name: act }).first()).toBeVisible();
  await page.keyboard.press('Enter');
}

const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
const said = (page: Page) => page.locator('.announcer');

test('the selected line up and are spread evenly by keyboard, each with one undo; what is pinned stays', async ({
  page,
}) => {
  test.setTimeout(90_000);
  await newCase(page, 'Aligned');
  for (const name of names) await addEntity(page, 1, name);
  const before = await middles(page);
  expect(spread(before.map((p) => p.y))).toBeGreaterThan(40);

  await page.keyboard.press('KeyK');
  await expect(said(page)).toHaveText('1 item pinned.');
  await page.keyboard.press('Control+KeyA');
  await fromPalette(page, 'Align on one horizontal line');
  await expect(said(page)).toHaveText('3 items arranged. One undo brings them back.');
  const inLine = await middles(page);
  expect(spread(inLine.map((p) => p.y))).toBeLessThanOrEqual(1);
  expect(Math.abs(inLine[3]!.y - before[3]!.y)).toBeLessThanOrEqual(1);
  await page.keyboard.press('Control+KeyA');
  await fromPalette(page, 'Align on one horizontal line');
  await expect(said(page)).toHaveText('Nothing moved: they stand so already, or are pinned.');

  await page.keyboard.press('Control+KeyZ');
  await expect.poll(async () => spread((await middles(page)).map((p) => p.y))).toBeGreaterThan(40);

  // The same by the button of the tools.
  await page.keyboard.press('Control+KeyA');
  await page.getByRole('button', { name: 'Align', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Distribute evenly downwards' }).click();
  await expect(said(page)).toContainText('arranged');
  const ys = (await middles(page)).map((p) => p.y).sort((a, b) => a - b);
  const pinnedAt = ys.findIndex((y) => Math.abs(y - before[3]!.y) <= 1);
  expect(pinnedAt).toBeGreaterThanOrEqual(0);
  const steps = ys.slice(1).map((y, k) => y - ys[k]!);
  for (const part of [steps.slice(0, pinnedAt), steps.slice(pinnedAt)])
    if (part.length > 1) expect(spread(part)).toBeLessThanOrEqual(2);
});

test('what is dragged comes to rest on the grid while snapping is on', async ({ page }) => {
  test.setTimeout(90_000);
  await newCase(page, 'Grid');
  for (const name of names) await addEntity(page, 1, name);
  await page.getByTitle('Zoom to 100 %').click();
  await chartOf(page).focus();
  await page.keyboard.press('Control+KeyA');
  await fromPalette(page, 'Snap to the grid');
  await expect(said(page)).toContainText('arranged');
  const off = (a: number, b: number) => Math.abs(a - b - 20 * Math.round((a - b) / 20));
  const all = await middles(page);
  for (const p of all) {
    expect(off(p.x, all[0]!.x)).toBeLessThanOrEqual(1);
    expect(off(p.y, all[0]!.y)).toBeLessThanOrEqual(1);
  }

  await fromPalette(page, 'Snapping while moving');
  await expect(said(page)).toHaveText('What is moved now comes to rest on the grid.');
  const from = await middleOf(page, 'SOK Dara');
  const drag = async (dx: number, dy: number) => {
    const at = await middleOf(page, 'SOK Dara');
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    await page.mouse.move(at.x + dx, at.y + dy, { steps: 6 });
    await page.mouse.up();
  };
  await drag(57, 93);
  await expect(said(page)).toHaveText('1 item moved.');
  const to = await middleOf(page, 'SOK Dara');
  expect(Math.abs(to.x - from.x - 60)).toBeLessThanOrEqual(1);
  expect(Math.abs(to.y - from.y - 100)).toBeLessThanOrEqual(1);
  // Let go where the nearest crossing is the one it stood on: it goes back there.
  await drag(8, -7);
  await expect.poll(async () => Math.abs((await middleOf(page, 'SOK Dara')).x - to.x)).toBeLessThanOrEqual(1);
  await page.keyboard.press('Control+KeyZ');
  await expect.poll(async () => Math.abs((await middleOf(page, 'SOK Dara')).y - from.y)).toBeLessThanOrEqual(1);
});
