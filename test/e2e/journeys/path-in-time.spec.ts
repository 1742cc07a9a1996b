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
    /^Could have passed, surely in time: Duong Thi Hanh – Felix Anand – Sok Vannara: 2 links, there by 2026-03-04 23:59 at the latest\. Weakest link: /,
  );
  await expect(ways(page).nth(1)).toHaveText(
    /^Could have passed, possibly in time: .*there on 2026-03-04 00:00 at the earliest\./,
  );
  await expect(summary(page)).toContainText('undated links left out');
  await expect(page.getByText(/^Sure asks for one chain of links/)).toBeVisible();

  // One stop of the tab key: arrows go from path to path.
  await ways(page).first().press('ArrowDown');
  await expect(ways(page).nth(1)).toBeFocused();
  await expect(ways(page).nth(1)).toHaveAttribute('aria-pressed', 'true');
  await ways(page).nth(1).press('Home');
  await expect(ways(page).first()).toHaveAttribute('aria-pressed', 'true');

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
  // So it is on paper: pale but for the path, and the legend and the block say which.
  await page.keyboard.press('Control+p');
  await expect(page.locator('.paper-view')).toHaveAttribute('aria-busy', 'false', { timeout: 30_000 });
  await expect(page.getByLabel('What is printed')).toHaveValue('chart');
  const chartSheet = page.locator('.paper-stack');
  await expect(chartSheet).toContainText(
    /Brought out, everything else pale: Could have passed, surely in time: Duong ?Thi ?Hanh/,
  );
  await expect(chartSheet).toContainText(/weakest ?link: ?Duong ?Thi ?Hanh – ?called/);
  await expect(chartSheet).toContainText('Pale: not of it');
  await page
    .getByRole('tab', { name: /^Association chart/ })
    .first()
    .click();
  await banner.getByRole('button', { name: 'Clear' }).click();
  await expect(banner).toBeHidden();

  // On paper: the steps, the sentences and the method, with the marking.
  await page.getByRole('tab', { name: 'Paths' }).click();
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  await expect(page.locator('.paper-view')).toHaveAttribute('aria-busy', 'false', { timeout: 30_000 });
  await expect(page.getByLabel('What is printed')).toHaveValue('paths');
  const sheet = page.locator('.paper-stack');
  await expect(sheet).toContainText(/Could something have passed from one ?to/);
  await expect(sheet).toContainText('Felix Anand');
  // Whom it was asked of, and what is called sure: nobody has the form beside the sheet.
  await expect(sheet).toContainText(/From ?Duong Thi Hanh to ?Sok Vannara\./);
  await expect(sheet).toContainText('Sure asks for one chain');
});

test('common contacts, who is around somebody, and two lists, with protected persons by pseudonym only', async ({
  page,
}) => {
  await kestrelPaths(page);
  await ask(page, 'common-neighbours');
  await choose(page, 'The chosen', 'M-03');
  await choose(page, 'The chosen', 'M-01');
  await choose(page, 'The chosen', 'Duong Thi Hanh');
  // Whoever is taken out leaves the focus with the next, then with the field.
  await page.getByRole('button', { name: 'Remove Duong Thi Hanh' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Remove M-01' })).toBeFocused();
  await find(page);
  await expect(summary(page)).toContainText('linked with at least 2 of the 2 chosen');
  await expect(page.locator('.paths-answer')).toContainText('Asked of M-03, M-01.');
  const contacts = page.getByRole('table', { name: 'Common contacts' });
  await expect(contacts.getByRole('row').nth(1)).toContainText('Sea Lotus 8');

  await ask(page, 'ego-network');
  await find(page);
  await expect(summary(page)).toContainText(/entit(y|ies) within 1 link of the chosen/);
  await expect(page.getByRole('table', { name: 'Ego network' }).getByRole('row').nth(1)).toContainText('M-01');

  await ask(page, 'two-lists');
  await choose(page, 'Second list', 'Pavel Imbert');
  await find(page);
  await expect(summary(page)).toContainText('of 2 pairs');
  await expect(page.locator('.paths-answer')).toContainText('From M-03, M-01 to Pavel Imbert.');
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
