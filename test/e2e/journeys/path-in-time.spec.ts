import type { Page } from '@playwright/test';
import { expect, sitDown, test } from '../../support/browser.ts';
import { openView } from '../table-steps.ts';

/** The worked sample case, in the room of paths. */
async function kestrelPaths(page: Page): Promise<void> {
  await sitDown(page);
  await page.getByRole('button', { name: /^Blue Kestrel, worked out/ }).click();
  await expect(page.getByRole('application')).toBeVisible();
  await openView(page, 'Paths');
}

/** Types a name into a field of the room and takes the first that is offered. */
async function choose(page: Page, field: string, name: string): Promise<void> {
  const box = page.getByRole('combobox', { name: field, exact: true });
  await box.focus();
  await page.keyboard.type(name);
  await expect(page.getByRole('option', { name: new RegExp(name) }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  const chosen = page.getByRole('group', { name: field, exact: true }).getByRole('listitem');
  await expect(chosen.filter({ hasText: name })).toBeVisible();
}

async function ask(page: Page, question: string): Promise<void> {
  await page.getByRole('combobox', { name: 'What do you want to know?' }).selectOption(question);
}

async function find(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Find', exact: true }).focus();
  await page.keyboard.press('Enter');
}

const summary = (page: Page) => page.locator('.paths-summary');
const ways = (page: Page) => page.locator('.paths-ways button');

test('a path in time is found, read with its weakest link, shown on the chart and printed', async ({ page }) => {
  await kestrelPaths(page);
  await ask(page, 'time-respecting');
  await choose(page, 'From', 'Duong Thi Hanh');
  await choose(page, 'To', 'Sok Vannara');
  await find(page);
  // The bills: Hanh called Anand first on 3 March, Anand and Vannara first spoke on 4 March.
  await expect(ways(page).first()).toHaveText(
    /^Surely: Duong Thi Hanh – Felix Anand – Sok Vannara: 2 links, there by 2026-03-04 23:59 at the latest\. Weakest link: /,
  );
  await expect(ways(page).nth(1)).toHaveText(/^Possibly: .*there on 2026-03-04 00:00 at the earliest\./);
  await expect(summary(page)).toContainText('undated links left out');

  // Says who: the link of a step in the inspector, with its source.
  const steps = page.getByRole('table', { name: 'Steps of the path' });
  await expect(steps.getByRole('row')).toHaveCount(3);
  await steps.getByRole('row').nth(1).getByRole('button', { name: 'called', exact: true }).click();
  await expect(page.getByRole('complementary').getByRole('heading', { name: 'called', exact: true })).toBeVisible();

  // On the chart everything else is pale, until it is cleared.
  await page.getByRole('button', { name: 'Show on the chart' }).focus();
  await page.keyboard.press('Enter');
  const banner = page.getByRole('region', { name: 'What is brought out' });
  await expect(banner).toContainText('3 entities and 2 links of it stand here');
  await banner.getByRole('button', { name: 'Clear' }).click();
  await expect(banner).toBeHidden();

  // On paper: the steps, the sentences and the method, with the marking.
  await page.getByRole('tab', { name: 'Paths' }).click();
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  await expect(page.locator('.paper-view')).toHaveAttribute('aria-busy', 'false', { timeout: 30_000 });
  await expect(page.getByLabel('What is printed')).toHaveValue('paths');
  const sheet = page.locator('.paper-stack');
  await expect(sheet).toContainText('Could something have passed from one to');
  await expect(sheet).toContainText('Felix Anand');
});

test('a path that would run against time is refused in words, and so are ends that make none', async ({ page }) => {
  await kestrelPaths(page);
  await ask(page, 'time-respecting');
  await expect(page.getByRole('button', { name: 'Find', exact: true })).toHaveAttribute('aria-disabled', 'true');
  await choose(page, 'From', 'Duong Thi Hanh');
  await choose(page, 'To', 'Duong Thi Hanh');
  await find(page);
  await expect(page.getByText('Start and end are the same. Choose two different entities.')).toBeVisible();
  await choose(page, 'To', 'Sok Vannara');
  // Before the first call of the bills nothing can have passed.
  await page.getByLabel('Not after').fill('2026-03-01');
  await find(page);
  await expect(summary(page)).toContainText('Nothing can have passed from Duong Thi Hanh to Sok Vannara in time');
  await expect(summary(page)).toContainText(/Both are in the same piece of the network \(number 1 of \d+/);
  await page.getByLabel('Not after').fill('2026-02-31');
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Find', exact: true })).toHaveAttribute('aria-disabled', 'true');
});

test('who connects several that were selected on the chart, by keyboard', async ({ page }) => {
  await kestrelPaths(page);
  await page.getByRole('tab', { name: /^Association chart/ }).click();
  const chart = page.getByRole('application');
  await chart.focus();
  await page.keyboard.press('Control+KeyA');
  await expect(page.getByRole('contentinfo').getByText(/^\d+ selected$/)).toBeVisible();
  await page.keyboard.press('Shift+KeyP');
  await expect(page.getByRole('tab', { name: 'Paths' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('combobox', { name: 'What do you want to know?' })).toHaveValue('connecting-network');
  await find(page);
  await expect(summary(page)).toContainText(/^On the recorded links |pairs are connected/);
});
