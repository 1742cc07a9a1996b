import type { Locator, Page } from '@playwright/test';
import { expect, sitDown, test } from '../support/browser.ts';
import { beginCase, chooseTable, handed, importRows, nextCheck } from './journeys/analyst-steps.ts';
import { addEntity, chartOf, expectOnChart, goTo, newCase } from './link-chart-steps.ts';

const said = (page: Page): Locator => page.locator('.link-chart .visually-hidden[role="status"]');

/** How much the canvas says is on it. */
async function counted(page: Page): Promise<{ items: number; links: number }> {
  const name = (await chartOf(page).getAttribute('aria-label')) ?? '';
  const [, items, links] = /with ([\d,]+) items? and ([\d,]+) links$/.exec(name) ?? [];
  return { items: Number(items?.replace(',', '')), links: Number(links?.replace(',', '')) };
}

/** The worked sample case, with a group of somebody and all that is linked with him. */
async function groupOf(page: Page, whom: string): Promise<void> {
  await sitDown(page);
  await page.getByRole('button', { name: /^Blue Kestrel, worked out/ }).click();
  await expect(chartOf(page)).toBeVisible();
  await chartOf(page).focus();
  await goTo(page, whom);
  await page.keyboard.press('KeyN');
  await page.keyboard.press('KeyG');
  await page.keyboard.type('Harbour cell');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Harbour cell' })).toBeVisible();
  await chartOf(page).focus();
}

test('a group of the sample case folds by keyboard into one item with its sums, and unfolds to where all was', async ({
  page,
}) => {
  await groupOf(page, 'Aldo Ferrant');
  const before = await counted(page);
  await page.keyboard.press('Shift+KeyG');
  await expect.poll(async () => (await counted(page)).items).toBeLessThan(before.items);
  const after = await counted(page);
  // The keyboard is on the group's item, and it says what it holds.
  await expect(said(page)).toHaveText(/^Harbour cell · .*links? inside, folded group/);
  const members = before.items - after.items + 1;
  const card = page.locator('aside.side.right');
  await expect(card.getByRole('button', { name: 'Unfold' })).toBeVisible();
  // What is inside and what leads out is all that there was.
  const inside = Number(/(\d+) links? inside/.exec((await said(page).textContent()) ?? '')?.[1]);
  expect(after.links + inside).toBe(before.links);
  expect(members).toBeGreaterThan(2);

  // The same as a list, for whoever does not see the canvas.
  await page.getByRole('button', { name: 'List of what is on the chart' }).click();
  const items = page.getByRole('listbox', { name: 'Items', exact: true });
  await expect(items.getByRole('option', { name: /Harbour cell/ })).toHaveCount(1);
  const groups = page.getByRole('listbox', { name: /^Groups/ });
  await expect(groups.getByRole('option')).toHaveText([/Harbour cell · folded4/]);
  // From the list too: chosen there, the same key opens it.
  await groups.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+KeyG');
  await expect(groups.getByRole('option')).toHaveText([/Harbour cell · open4/]);
  expect(await counted(page)).toEqual(before);
  await page.keyboard.press('Control+KeyZ');
  await expect(groups.getByRole('option')).toHaveText([/Harbour cell · folded4/]);
  expect(await counted(page)).toEqual(after);
});

/** Where the item with the keyboard stands in the window: its link handle is shown at its right. */
async function handleOf(page: Page, name: string | RegExp): Promise<{ x: number; y: number }> {
  await chartOf(page).focus();
  for (let i = 0; i < 20; i++) {
    const now = (await said(page).textContent()) ?? '';
    if (typeof name === 'string' ? now.startsWith(`${name},`) : name.test(now)) break;
    await page.keyboard.press('PageDown');
  }
  const handle = page.locator('.graph-canvas-handle');
  await expect(handle).toBeVisible();
  const box = (await handle.boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('a folded group that is moved takes its members along, from its menu too, and undo brings all back', async ({
  page,
}) => {
  await newCase(page, 'Folding');
  for (const name of ['SOK Dara', 'HENG Maly', 'CHAN Vuthy']) await addEntity(page, 1, name);
  await page.getByTitle('Zoom to 100 %').click();
  const maly = await handleOf(page, 'HENG Maly');
  const dara = await handleOf(page, 'SOK Dara');
  const vuthy = await handleOf(page, 'CHAN Vuthy');
  await goTo(page, 'SOK Dara');
  await page.keyboard.press('KeyC');
  await page.keyboard.type('HENG Maly');
  await page.keyboard.press('Enter');
  await page.keyboard.type('directs');
  await page.keyboard.press('Enter');
  await expectOnChart(page, 3, 1);
  await goTo(page, 'SOK Dara');
  await page.keyboard.press('KeyN');
  await page.keyboard.press('KeyG');
  await page.keyboard.type('Crew');
  await page.keyboard.press('Enter');
  await expect(page.locator('#inspector').getByRole('heading', { name: 'Crew' })).toBeVisible();
  await chartOf(page).focus();
  await page.keyboard.press('Shift+KeyG');
  await expectOnChart(page, 2, 0);
  await expect(said(page)).toHaveText(/^Crew · 2 Persons · 1 link inside, folded group/);
  for (let i = 0; i < 2; i++) await page.keyboard.press('Control+Shift+ArrowDown');
  await expect(page.locator('.announcer')).toHaveText('1 item moved.');

  const item = await handleOf(page, /^Crew/);
  // From the handle to the middle of the box, px at 100 %.
  await page.mouse.click(item.x - 32, item.y, { button: 'right' });
  await page.getByRole('menuitem', { name: 'Unfold the group Crew' }).click();
  await expectOnChart(page, 3, 1);
  const close = (a: { x: number; y: number }, b: { x: number; y: number }) => {
    // The handle is drawn on whole pixels.
    expect(Math.abs(a.x - b.x)).toBeLessThanOrEqual(1);
    expect(Math.abs(a.y - b.y)).toBeLessThanOrEqual(1);
  };
  close(await handleOf(page, 'HENG Maly'), { x: maly.x, y: maly.y + 40 });
  close(await handleOf(page, 'SOK Dara'), { x: dara.x, y: dara.y + 40 });
  close(await handleOf(page, 'CHAN Vuthy'), vuthy);
  for (let i = 0; i < 3; i++) {
    await page.keyboard.press('Control+KeyZ');
    await expectOnChart(page, i === 2 ? 3 : 2, i === 2 ? 1 : 0);
  }
  close(await handleOf(page, 'HENG Maly'), maly);
});

/** 1,700 names, each linked with an earlier one: more than the canvas of few takes. */
function manyNames(): string {
  const lines = ['source,target'];
  for (let i = 1; i < 1700; i++) lines.push(`N${i},N${Math.floor(i / 3)}`);
  return `${lines.join('\n')}\n`;
}

test('on a chart of many a group folds and unfolds just so', async ({ page }) => {
  await beginCase(page, 'Many');
  await chooseTable(page, handed('many.csv', manyNames()));
  await nextCheck(page).click();
  await importRows(page).click();
  await expect.poll(() => counted(page)).toEqual({ items: 1700, links: 1699 });
  await chartOf(page).focus();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('KeyN');
  await page.keyboard.press('KeyG');
  await page.keyboard.type('Ring');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Ring' })).toBeVisible();
  await chartOf(page).focus();
  await page.keyboard.press('Shift+KeyG');
  await expect(said(page)).toHaveText(/^Ring · \d Persons · \d links inside, folded group/);
  const after = await counted(page);
  const inside = Number(/(\d+) links inside/.exec((await said(page).textContent()) ?? '')?.[1]);
  const members = Number(/(\d+) Persons/.exec((await said(page).textContent()) ?? '')?.[1]);
  expect(after).toEqual({ items: 1700 - members + 1, links: 1699 - inside });
  await page.keyboard.press('Shift+KeyG');
  await expect.poll(() => counted(page)).toEqual({ items: 1700, links: 1699 });
});
