import type { Page } from '@playwright/test';
import { expect, sitDown, test } from '../support/browser.ts';
import { addEntity, chartOf } from './link-chart-steps.ts';

/** The generated sample: 2,000 entities, 8,000 links, drawn from flat arrays. */
async function openLarge(page: Page): Promise<void> {
  await page.goto('/');
  await sitDown(page);
  await page.locator('button.sample', { hasText: '2,000' }).click();
  await expect(chartOf(page)).toHaveAccessibleName(/with 2,?000 items and 8,?000 links$/);
}

const said = (page: Page) => page.locator('.link-chart .visually-hidden[role="status"]');
const handle = (page: Page) => page.locator('.graph-canvas-handle');

/** Middle of the selected item: its link handle stands just right of its disc. */
async function middleOfSelected(page: Page, radius: number): Promise<{ x: number; y: number }> {
  await expect(handle(page)).toBeVisible();
  const box = (await handle(page).boundingBox())!;
  return { x: box.x + box.width / 2 - radius - 12, y: box.y + box.height / 2 };
}

/** Share of a canvas that is not empty: the picture, or the names above it. */
async function inkOn(page: Page, canvas = 'picture'): Promise<number> {
  return page.locator(`canvas.graph-canvas-${canvas}`).evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    let inked = 0;
    for (let i = 3; i < data.length; i += 4) if (data[i]! > 40) inked++;
    return inked / (data.length / 4);
  });
}

test('a chart of many is drawn, walked by keyboard, and an item of it found, moved and put back', async ({ page }) => {
  await openLarge(page);
  await expect.poll(() => inkOn(page)).toBeGreaterThan(0.02);
  await chartOf(page).focus();
  await page.keyboard.press('PageDown');
  await expect(said(page)).toContainText(/1 of 2,?000/);
  const first = await said(page).textContent();
  // Names of all others stay while one is selected.
  await expect.poll(() => inkOn(page, 'names')).toBeGreaterThan(0.01);
  await page.keyboard.press('ArrowRight');
  await expect(said(page)).not.toHaveText(first!);
  await expect(handle(page)).toBeVisible();

  await page.getByTitle('Zoom to 100 %').click();
  await chartOf(page).focus();
  await page.keyboard.press('PageDown');
  const name = ((await said(page).textContent()) ?? '').split(',')[0]!;
  const at = await middleOfSelected(page, 14);
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + 70, at.y + 50, { steps: 4 });
  await page.mouse.up();
  await expect(page.locator('.announcer')).toHaveText('1 item moved.');
  const moved = await middleOfSelected(page, 14);
  expect(Math.abs(moved.x - at.x - 70)).toBeLessThanOrEqual(2);
  await page.keyboard.press('Control+KeyZ');
  await expect.poll(async () => Math.abs((await middleOfSelected(page, 14)).x - at.x)).toBeLessThanOrEqual(2);
  await expect(said(page)).toContainText(name);
});

test('on a chart of many a click selects, a drag beside pans, a box selects what is in it, the wheel zooms', async ({
  page,
}) => {
  await openLarge(page);
  await chartOf(page).focus();
  await page.keyboard.press('PageDown');
  await page.getByTitle('Zoom to 100 %').click();
  await chartOf(page).focus();
  await page.keyboard.press('PageDown');
  const at = await middleOfSelected(page, 14);
  await page.keyboard.press('Escape');
  await page.mouse.click(at.x, at.y);
  await expect(page.locator('aside.side.right')).not.toContainText('Nothing selected');
  const before = await middleOfSelected(page, 14);
  // Beside every item and line of this chart at 100 %: its top left corner is empty after a pan there.
  await page.mouse.move(at.x, at.y);
  await page.mouse.wheel(0, -120);
  await expect(page.locator('.chart-zoom')).not.toContainText('100%');
  const nearer = await middleOfSelected(page, 14 * Math.exp(0.24));
  expect(Math.hypot(nearer.x - before.x, nearer.y - before.y)).toBeLessThanOrEqual(4);

  await page.keyboard.press('KeyF');
  const box = (await chartOf(page).boundingBox())!;
  await page.keyboard.down('Shift');
  await page.mouse.move(box.x + 8, box.y + 8);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 8, box.y + box.height - 8, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await expect(page.locator('aside.side.right')).toContainText(/2,?000/);
  await page.mouse.click(box.x + 30, box.y + box.height / 2);
  await expect(page.locator('aside.side.right')).toContainText('Nothing selected');
});

test('the picture of a chart of many stands on whole pixels while it is pushed, and nothing empty lies over it', async ({
  page,
}) => {
  await openLarge(page);
  await expect.poll(() => inkOn(page)).toBeGreaterThan(0.02);
  await chartOf(page).focus();
  await page.keyboard.press('Escape');
  const layers = chartOf(page).locator('> canvas:not(.graph-canvas-names)');
  const corner = () =>
    page.locator('canvas.graph-canvas-picture').evaluate((c: HTMLCanvasElement) => {
      const { x, y } = c.getBoundingClientRect();
      const frame = c.closest('.graph-canvas')!.getBoundingClientRect();
      return [x - frame.x, y - frame.y];
    });
  const isWhole = (n: number) => Math.abs(n - Math.round(n)) < 0.001;
  const box = (await chartOf(page).boundingBox())!;
  const [x, y] = [box.x + 30, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let i = 1; i <= 6; i++) {
    await page.mouse.move(x + 9 * i, y + 2 * i);
    expect((await corner()).every(isWhole)).toBe(true);
  }
  await expect(layers.nth(0)).toBeHidden();
  await expect(layers.nth(1)).toBeHidden();
  await page.mouse.up();

  // What is selected is marked above the picture, and all of it is drawn again when it rests.
  await page.keyboard.press('PageDown');
  await expect(layers.nth(1)).toBeVisible();
  await expect.poll(async () => (await corner()).every(isWhole)).toBe(true);
  await expect.poll(() => inkOn(page)).toBeGreaterThan(0.02);
  await page.keyboard.press('Escape');
});

test('an entity typed onto a chart of many, and a link drawn to it, are on screen, on disk, and gone with undo', async ({
  page,
}) => {
  await openLarge(page);
  await chartOf(page).focus();
  await addEntity(page, 1, 'NEW Person');
  await expect(chartOf(page)).toHaveAccessibleName(/with 2,?001 items and 8,?000 links$/);
  await page.keyboard.press('KeyC');
  const whom = page.getByRole('combobox', { name: /^Link .* with$/ });
  await whom.fill('P-0000');
  await page.keyboard.press('Enter');
  const what = page.getByRole('combobox', { name: /^Link from/ });
  await what.fill('directs');
  await page.keyboard.press('Enter');
  await expect(chartOf(page)).toHaveAccessibleName(/with 2,?001 items and 8,?001 links$/);
  await page.reload();
  await expect(chartOf(page)).toHaveAccessibleName(/with 2,?001 items and 8,?001 links$/);
  await chartOf(page).focus();
  await page.keyboard.press('Control+KeyZ');
  await expect(chartOf(page)).toHaveAccessibleName(/with 2,?001 items and 8,?000 links$/);
  await page.keyboard.press('Control+KeyZ');
  await expect(chartOf(page)).toHaveAccessibleName(/with 2,?000 items and 8,?000 links$/);
});
