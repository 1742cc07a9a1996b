import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { inEnglish } from '../../support/any-language.ts';
import { expect, sitDown, test } from '../../support/browser.ts';
import {
  beginCase,
  changeNumber,
  chartOf,
  chooseTable,
  expectChange,
  expectEntities,
  handed,
  importRows,
  nextCheck,
  openView,
  said,
} from './analyst-steps.ts';

test.setTimeout(120_000);

const grid = (page: Page) => page.getByRole('grid', { name: 'Association matrix' });
const order = (page: Page) => page.getByRole('combobox', { name: 'Order' });
const inspector = (page: Page) => page.locator('#inspector');

async function openMatrix(page: Page): Promise<void> {
  await sitDown(page);
  await page.getByRole('button', { name: /^Blue Kestrel, worked out/ }).click();
  await expect(page.locator('#explorer-entities')).toContainText('112', { timeout: 30_000 });
  await openView(page, 'Association matrix');
  await expect(grid(page)).toBeVisible();
}

/** What a screen reader says of the place the keyboard stands on. */
const active = async (page: Page) =>
  inEnglish(
    await grid(page).evaluate((element) => {
      const at = document.getElementById(element.getAttribute('aria-activedescendant') ?? '');
      return at?.getAttribute('aria-label') ?? at?.textContent?.trim() ?? '';
    }),
  );

test('the matrix is walked by the keyboard, and shares its selection with the chart', async ({ page }) => {
  await openMatrix(page);
  await grid(page).focus();
  await expect.poll(() => active(page)).toBe('Aldo Ferrant, with itself');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => active(page)).toBe('Aldo Ferrant – Anurak Phromsiri: no link recorded');
  await page.keyboard.press('Control+End');
  await expect.poll(() => active(page)).toBe('260 associated pairs');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => active(page)).toBe('Aldo Ferrant');
  await page.keyboard.press('Space');
  await expect(inspector(page)).toContainText('Aldo Ferrant');

  // The links of a cell are those of the chart.
  const cell = grid(page).getByRole('gridcell', { name: /^Duong Thi Hanh – Chea Bopha: 1 link, confirmed, from/ });
  await cell.click();
  await expect(cell).toHaveAttribute('aria-selected', 'true');
  await expect(said(page)).toContainText('1 selected');
  await expect(inspector(page)).toContainText('Duong Thi Hanh');
  await page.keyboard.press('Escape');
  await expect(inspector(page)).toContainText('Nothing selected');

  // Who is selected elsewhere is brought into sight here.
  await page.locator('#explorer-entities').getByRole('button', { name: 'Persons' }).click();
  await page.locator('#explorer-entities').getByRole('button', { name: 'Sok Vannara' }).click();
  await expect(grid(page).getByRole('rowheader', { name: 'Sok Vannara' })).toHaveAttribute('aria-selected', 'true');
  await expect(grid(page).getByRole('rowheader', { name: 'Sok Vannara' })).toBeInViewport();
});

test('rows stand by a result on hand, which is named, and called old when the case has changed', async ({ page }) => {
  await openMatrix(page);
  const matrix = page.getByRole('tab', { name: 'Association matrix', exact: true });
  await openView(page, 'Results');
  await page.getByRole('button', { name: /^Who stands between the others: the broker/ }).click();
  const answer = page.getByRole('grid', { name: 'Betweenness' });
  await expect(answer).toBeVisible({ timeout: 20_000 });
  const first = await answer.getByRole('row').nth(2).getByRole('gridcell').nth(1).textContent();
  await matrix.click();
  await expect(
    order(page).getByRole('option', { name: 'Others: ask for a figure or groups in Results' }),
  ).toBeDisabled();
  await order(page).selectOption('Betweenness');
  await expect(page.locator('.matrix-said')).toContainText(/By Betweenness, .*change 480, highest first\./);
  await expect(grid(page).getByRole('row').nth(1).getByRole('rowheader')).toHaveText(first ?? '');
  await expect(page.locator('.matrix-said')).toContainText('stand at the end: not in that result');

  // A link more makes another graph than the one that was measured.
  const before = await changeNumber(page);
  await grid(page).focus();
  await page.keyboard.press('Control+Home');
  const empty = grid(page)
    .getByRole('gridcell', { name: /no link recorded$/ })
    .first();
  await empty.dblclick();
  const what = page.getByRole('combobox', { name: /^Link from/ });
  await expect(what).toBeFocused();
  await page.keyboard.press('Enter');
  await expectChange(page, before + 1);
  await expect(page.locator('.matrix-said')).toContainText('The case has changed since');
  await page.keyboard.press('Control+z');
  await expectChange(page, before + 2);
  await expect(page.locator('.matrix-said')).not.toContainText('The case has changed since');
});

test('by groups each block bears its number, on the screen, on paper and in the file', async ({ page }, info) => {
  await openMatrix(page);
  await openView(page, 'Results');
  await page.getByRole('button', { name: /^Which groups have more contact/ }).click();
  await expect(page.getByText(/^\d+ groups, modularity/)).toBeVisible({ timeout: 20_000 });
  await page.getByRole('tab', { name: 'Association matrix', exact: true }).click();
  await order(page).selectOption('Louvain');
  await expect(grid(page).getByRole('row').nth(1).getByRole('rowheader')).toContainText('Group 1');
  await expect(grid(page).getByRole('row').nth(2).getByRole('rowheader')).not.toContainText('Group');

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  const path = info.outputPath('matrix.csv');
  await (await downloading).saveAs(path);
  const [head, first] = inEnglish(readFileSync(path, 'utf8')).split('\r\n');
  expect(head).toContain('Entity,Type,Group,');
  expect(first).toMatch(/^[^,]+,[^,]+,1,/);

  await grid(page).focus();
  await page.keyboard.press('Control+KeyP');
  const view = page.locator('.paper-view');
  await expect(view).toHaveAttribute('aria-busy', 'false', { timeout: 30_000 });
  await expect(view.locator('svg').first()).toContainText('By groups: Louvain');
  await expect(view.locator('svg').first().getByText('Group 1', { exact: true })).toBeVisible();
});

test('a cell is edited where it stands, the line on the chart changes with it, and undo takes it back', async ({
  page,
}) => {
  await openMatrix(page);
  const before = await changeNumber(page);
  const named = (words: string) => grid(page).getByRole('gridcell', { name: words, exact: true });
  await grid(page).focus();
  // Aldo Ferrant and Anurak Phromsiri: nothing is recorded yet.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Link from Aldo Ferrant to Anurak Phromsiri' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(grid(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expectChange(page, before + 1);
  await expect(named('Aldo Ferrant – Anurak Phromsiri: 1 link, unconfirmed')).toBeVisible();
  await expect(named('Anurak Phromsiri – Aldo Ferrant: 1 link, unconfirmed')).toBeVisible();
  // No source has said it: the inspector, where one is given, says so.
  await expect(inspector(page)).toContainText('Anurak Phromsiri');
  await expect(inspector(page)).toContainText(/source/i);

  // S and D work on the cell as on a line.
  await expect(grid(page)).toBeFocused();
  await page.keyboard.press('KeyS');
  await expect(named('Aldo Ferrant – Anurak Phromsiri: 1 link, tentative')).toBeVisible();
  await page.keyboard.press('KeyD');
  await expect(
    named('Aldo Ferrant – Anurak Phromsiri: 1 link, tentative, from Aldo Ferrant to Anurak Phromsiri'),
  ).toBeVisible();
  await expectChange(page, before + 3);

  // Enter offers what can be made of it.
  await page.keyboard.press('Enter');
  await page.getByRole('menuitemcheckbox', { name: 'Confirmed', exact: true }).click();
  await expectChange(page, before + 4);
  await expect(
    named('Aldo Ferrant – Anurak Phromsiri: 1 link, confirmed, from Aldo Ferrant to Anurak Phromsiri'),
  ).toBeVisible();

  // Both stand on the chart: the line is there, and is the one that is selected.
  await page.getByRole('tab', { name: /^Association chart/ }).click();
  await expect(chartOf(page)).toHaveAccessibleName(/and 124 links$/);
  await page.getByRole('tab', { name: 'Association matrix', exact: true }).click();
  for (let i = 1; i <= 4; i++) {
    await page.keyboard.press('Control+z');
    await expectChange(page, before + 4 + i);
  }
  await expect(named('Aldo Ferrant – Anurak Phromsiri: no link recorded')).toBeVisible();
});

test('of a cell of several links one is changed, and another is drawn beside them', async ({ page }) => {
  await openMatrix(page);
  const before = await changeNumber(page);
  await order(page).selectOption('Most associated first');
  // A pair of whom both cells are in sight.
  const cells = grid(page).getByRole('gridcell', { name: /: 2 links, strongest/ });
  await expect(cells.first()).toBeVisible();
  const bothInSight = async () => {
    const labels = await cells.evaluateAll((all) => all.map((c) => c.getAttribute('aria-label') ?? ''));
    const pairs = labels.map((label) => inEnglish(label).replace(/:.*$/, '').split(' – '));
    return pairs.find(([a, b]) => pairs.some(([c, d]) => a === d && b === c)) ?? [];
  };
  // The cells may still be those of the order before.
  await expect.poll(async () => (await bothInSight()).length).toBe(2);
  const [one, two] = await bothInSight();
  const cell = grid(page).getByRole('gridcell', { name: new RegExp(`^${one} – ${two}: 2 links`) });
  // Whichever of the two cells of a pair is in sight.
  const links = (n: number) =>
    grid(page)
      .getByRole('gridcell', { name: new RegExp(`^(${one} – ${two}|${two} – ${one}): ${n} links`) })
      .first();
  await cell.click();
  await grid(page).focus();
  await page.keyboard.press('Enter');
  const menu = page.getByRole('menu', { name: 'Edit the cell' });
  // Two links and one more.
  await expect(menu.getByRole('menuitem')).toHaveCount(3);
  await page.keyboard.press('Enter');
  const strength = menu.getByRole('menuitemcheckbox', { name: /^(Confirmed|Unconfirmed|Tentative)$/ });
  await expect(strength).toHaveCount(3);
  await expect(said(page)).toContainText('1 selected');
  // Whichever way the link runs: the keyboard stays at its cell.
  expect(await active(page)).toContain(`${one} – ${two}:`);
  await page.keyboard.press('Escape');
  await grid(page)
    .getByRole('gridcell', { name: new RegExp(`^${two} – ${one}:`) })
    .dblclick();
  await menu.getByRole('menuitem').first().click();
  await expect(strength).toHaveCount(3);
  expect(await active(page)).toContain(`${two} – ${one}:`);
  const other = menu.getByRole('menuitemcheckbox', { name: /^(Unconfirmed|Tentative)$/, checked: false }).first();
  await other.click();
  await expectChange(page, before + 1);
  await expect(menu).toBeHidden();

  await page.keyboard.press('Enter');
  await menu.getByRole('menuitem', { name: 'Another link …' }).click();
  const what = page.getByRole('combobox', { name: /^Link from/ });
  await expect(what).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(grid(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(what).toBeFocused();
  await page.keyboard.press('Enter');
  await expectChange(page, before + 2);
  await expect(links(3)).toBeVisible();

  // A cell of one link has its second way too.
  await page.keyboard.press('Control+z');
  await expectChange(page, before + 3);
  await expect(links(2)).toBeVisible();
  await grid(page)
    .getByRole('gridcell', { name: /: 1 link, / })
    .first()
    .dblclick();
  await menu.getByRole('menuitem', { name: 'Another link …' }).click();
  await expect(what).toBeFocused();
});

test('the half form names each once, on the diagonal, and takes a selection of entities alone', async ({ page }) => {
  await openMatrix(page);
  await page.getByRole('radio', { name: 'Half' }).check({ force: true });
  await expect(grid(page).getByRole('columnheader')).toHaveCount(1);
  await grid(page).getByRole('rowheader', { name: 'Chea Bopha' }).click();
  await grid(page)
    .getByRole('gridcell', { name: /^Duong Thi Hanh – Chea Bopha/ })
    .click({ modifiers: ['Control'] });
  await page.getByRole('combobox', { name: 'Of', exact: true }).selectOption('Selected entities');
  await expect(page.locator('.matrix-said')).toContainText(
    'Of: Selected entities. Entities: 2. Associated pairs: 1 of 1 possible.',
  );
  await expect(grid(page).getByRole('rowheader')).toHaveCount(2);
});

test('what is shown is saved as a table in words, which no spreadsheet runs', async ({ page }, info) => {
  await openMatrix(page);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  const download = await downloading;
  // A name of a file stays in the browser: it says no word of the case.
  expect(download.suggestedFilename()).toMatch(/^skein-[0-9a-z]+-matrix-480-\d{8}-\d{4}\.csv$/);
  const path = info.outputPath('matrix.csv');
  await download.saveAs(path);
  const text = inEnglish(readFileSync(path, 'utf8'));
  const [head, first] = text.replace(/^\uFEFF/, '').split('\r\n');
  expect(head).toMatch(/^Entity,Type,Aldo Ferrant,Anurak Phromsiri,.*,Associated$/);
  expect(first).toMatch(/^Aldo Ferrant,Person,.*,7$/);
  expect(first).toContain('"confirmed, 2 links ↔"');
  expect(text).toContain('An empty cell says that nothing is recorded');
  expect(text.split('\r\n').filter((line) => /^[=+@-]/.test(line))).toEqual([]);
});

test('the matrix is printed in the form and order it is looked at, with its numbers on every sheet', async ({
  page,
}) => {
  await openMatrix(page);
  await page.getByRole('radio', { name: 'Half' }).check({ force: true });
  await order(page).selectOption('A to Z');
  await grid(page).focus();
  await page.keyboard.press('Control+KeyP');
  await expect(page.getByLabel('What is printed')).toHaveValue('association-matrix');
  const view = page.locator('.paper-view');
  await expect(view).toHaveAttribute('aria-busy', 'false', { timeout: 30_000 });
  const sheet = view.locator('svg').first();
  await expect(sheet).toContainText('Association matrix · Blue Kestrel');
  await expect(sheet).toContainText('A to Z. Of: Whole case. Entities: 112.');
  await expect(sheet).toContainText('RESTRICTED');
  await expect(page.getByText(/sheet 1 of \d+/)).toBeVisible();
  await page.getByRole('button', { name: 'Next sheet' }).click();
  await expect(view.locator('svg').first()).toContainText('Associated');
});

test('who comes to be protected is named neither in the matrix nor in its file nor on its sheet', async ({
  page,
}, info) => {
  await openMatrix(page);
  await grid(page).getByRole('rowheader', { name: 'Aldo Ferrant' }).click();
  await inspector(page).getByRole('button', { name: 'Protect', exact: true }).click();
  await page.getByRole('button', { name: 'I have read it' }).click();
  const covered = grid(page).getByRole('rowheader', { name: /^P-\d+$/ });
  await expect(covered).toBeVisible();
  await expect(grid(page)).not.toContainText('Ferrant');

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  const path = info.outputPath('matrix.csv');
  await (await downloading).saveAs(path);
  const text = readFileSync(path, 'utf8');
  expect(text).toMatch(/^P-\d+,/m);
  expect(text).not.toContain('Ferrant');

  await grid(page).focus();
  await page.keyboard.press('Control+KeyP');
  const view = page.locator('.paper-view');
  await expect(view).toHaveAttribute('aria-busy', 'false', { timeout: 30_000 });
  const sheet = view.locator('svg').first();
  await expect(sheet).toContainText(/P-\d+/);
  await expect(sheet).not.toContainText('Ferrant');
});

test('of more entities than anybody reads the first are shown, and said to be the first', async ({ page }) => {
  await beginCase(page, 'Many');
  const rows = Array.from({ length: 1200 }, (_, i) => `N${i},N${(i * 7 + 1) % 1200}`);
  await chooseTable(page, handed('many.csv', ['from,to', ...rows].join('\n')));
  await nextCheck(page).click({ timeout: 30_000 });
  await page.getByRole('combobox', { name: 'Put the entities' }).selectOption('on no chart', { timeout: 30_000 });
  await importRows(page).click({ timeout: 30_000 });
  await expectEntities(page, 1200, 0);
  await openView(page, 'Association matrix');
  await expect(page.getByText(/^Too large for one matrix: of 1,200 the first 1,000 are shown/)).toBeVisible();
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '1002');
  // Far more cells than are drawn.
  await grid(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  expect(await grid(page).getByRole('gridcell').count()).toBeLessThan(3000);
  for (let i = 0; i < 5; i++) await page.keyboard.press('PageDown');
  await expect.poll(() => active(page)).toMatch(/: associated with \d+ others? in this matrix$/);
  // One is taken on its own, with whom it is linked.
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await expect(inspector(page)).toContainText(/N\d+/);
});
