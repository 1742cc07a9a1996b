import type { Locator, Page } from '@playwright/test';
import { expect, sitDown, test } from '../support/browser.ts';
import { chartOf } from './link-chart-steps.ts';
import { openView } from './table-steps.ts';

const banner = (page: Page): Locator => page.getByRole('region', { name: 'Chart at a date' });
const dateOf = (page: Page): Locator => banner(page).getByRole('textbox', { name: 'Date' });

/** How many items and links the canvas says are on it. */
async function counted(page: Page): Promise<readonly number[]> {
  const name = (await chartOf(page).getAttribute('aria-label')) ?? '';
  return (/with ([\d,]+) items? and ([\d,]+) links$/.exec(name) ?? []).slice(1).map(Number);
}

async function kestrel(page: Page): Promise<void> {
  await sitDown(page);
  await page.getByRole('button', { name: /^Blue Kestrel, worked out/ }).click();
  await expect(chartOf(page)).toBeVisible();
  await chartOf(page).focus();
}

test('the sample case by a date, by keyboard: what had happened, what was known, step by step, never in silence', async ({
  page,
}) => {
  await kestrel(page);
  const today = await counted(page);
  await page.keyboard.press('KeyT');
  await expect(dateOf(page)).toBeFocused();
  await expect(banner(page).getByRole('status')).toContainText('As happened by');
  await page.keyboard.type('2026-03-10');
  await page.keyboard.press('Enter');
  await expect(banner(page).getByRole('status')).toHaveText(
    /^As happened by 2026-03-10\. \d+ of \d+ on this chart are not shown\.$/,
  );
  await expect.poll(async () => (await counted(page))[1]).toBeLessThan(today[1]!);
  const march = await counted(page);
  // The chart's own head says so too, and so do the filters.
  await expect(page.getByRole('note', { name: 'Chart block' })).toContainText('As happened by 2026-03-10');
  await expect(page.getByRole('note', { name: 'Chart block' })).toContainText('As of 2026-03-10');
  await expect(page.locator('#explorer-filters')).toContainText('As happened by 2026-03-10');

  // From the canvas: on to the next day on which something changes.
  await chartOf(page).focus();
  await page.keyboard.press('Period');
  await expect(banner(page).getByRole('status')).not.toContainText('2026-03-10');
  expect((await counted(page))[1]).toBeGreaterThanOrEqual(march[1]!);

  // What was known then is something else: reports come in later than things happen.
  await banner(page).getByText('was known on').click();
  await expect(banner(page).getByRole('status')).toContainText('As known on');
  await expect(banner(page)).toContainText('the day it was received is over');

  // On paper as such.
  await chartOf(page).focus();
  await page.keyboard.press('Control+KeyP');
  await expect(
    page
      .locator('.paper svg')
      .getByText(/As known on 2026-03-1\d: only what/)
      .first(),
  ).toBeVisible();
  await page.keyboard.press('Alt+KeyW');

  await chartOf(page).focus();
  await page.keyboard.press('KeyT');
  await expect(banner(page)).toBeHidden();
  await expect.poll(() => counted(page)).toEqual(today);
});

test('the table keeps to the date too, and every place says how much is left out', async ({ page }) => {
  await kestrel(page);
  await page.keyboard.press('KeyT');
  await page.keyboard.type('2026-03-10');
  await page.keyboard.press('Enter');
  const told = banner(page).getByRole('status');
  await expect(told).toContainText('2026-03-10');
  const [, hidden, of] = /(\d+) of (\d+) on this chart/.exec((await told.textContent()) ?? '')!;
  await expect(page.getByRole('contentinfo')).toContainText(`Filters hide ${hidden} of ${of}`);
  await expect(page.getByRole('note', { name: 'Chart block' })).toContainText(`${hidden} of ${of} kept off`);
  await openView(page, 'Table');
  await expect(page.getByRole('contentinfo')).toContainText(/Filters hide \d+ of \d+/);
  // Left among the filters: all of the case is there again.
  await page.locator('#explorer-filters').getByRole('button', { name: 'Show as of today' }).click();
  await expect(page.getByRole('contentinfo')).not.toContainText('Filters hide');
});

test('the inspector says that it tells of today, and nothing of the chart is hidden by the banner', async ({
  page,
}) => {
  await kestrel(page);
  const inspector = page.locator('#inspector');
  // An item is taken hold of: from then on the chart is no longer fitted to its canvas.
  const box = (await chartOf(page).boundingBox())!;
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+Space');
  await expect(inspector.getByRole('heading').first()).toBeVisible();
  await chartOf(page).focus();
  await expect(inspector.getByRole('note').filter({ hasText: 'What is known today' })).toHaveCount(0);
  await page.keyboard.press('KeyT');
  await page.keyboard.type('2026-03-10');
  await page.keyboard.press('Enter');
  await expect(
    inspector.getByText('What is known today. The case is shown differently: As happened by 2026-03-10.'),
  ).toBeVisible();
  await expect.poll(async () => (await chartOf(page).boundingBox())!.y).toBeGreaterThan(box.y + 40);

  // Block of the chart and sheet give the same date.
  await chartOf(page).focus();
  await page.keyboard.press('Control+KeyP');
  const onSheet = (text: string) =>
    page
      .getByRole('img', { name: /^Sheet as it will be printed/ })
      .getByText(text, { exact: true })
      .first();
  await expect(onSheet('As of')).toBeVisible();
  await expect(onSheet('2026-03-10')).toBeVisible();
});
