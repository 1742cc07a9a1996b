import type { Page } from '@playwright/test';
import { expect, sitDown, test } from '../support/browser.ts';
import { addEntity, chartOf, newCase } from './link-chart-steps.ts';
import { openView } from './table-steps.ts';

test.setTimeout(90_000);

async function openSample(page: Page): Promise<void> {
  await sitDown(page);
  await page.getByRole('button', { name: /^Blue Kestrel, worked out/ }).click();
  await expect(page.locator('#explorer-entities')).toContainText('112', { timeout: 30_000 });
}

const entities = (page: Page) => page.locator('#explorer-entities');
const said = (page: Page) => page.locator('.announcer');
const tabs = (page: Page) => page.getByRole('tablist', { name: 'Open views' }).getByRole('tab');

test('tabs change places by keyboard and by dragging; order and widths are there after a reload', async ({ page }) => {
  await openSample(page);
  await openView(page, 'Results');
  await openView(page, 'Table');
  await expect(tabs(page)).toHaveText([/^Association/, 'Results', 'Table']);
  await page.getByRole('tab', { name: 'Table', exact: true }).focus();
  await page.keyboard.press('Control+ArrowLeft');
  await expect(tabs(page)).toHaveText([/^Association/, 'Table', 'Results']);
  await expect(page.getByRole('tab', { name: 'Table', exact: true })).toBeFocused();

  const dragged = await page.getByRole('tab', { name: 'Results', exact: true }).boundingBox();
  const first = await tabs(page).first().boundingBox();
  if (!dragged || !first) throw new Error('no tabs to drag');
  await page.mouse.move(dragged.x + 20, dragged.y + 10);
  await page.mouse.down();
  await page.mouse.move(first.x + first.width / 2, first.y + 10, { steps: 8 });
  await page.mouse.move(first.x + 10, first.y + 10, { steps: 4 });
  await page.mouse.up();
  await expect(tabs(page)).toHaveText(['Results', /^Association/, 'Table']);

  const width = page.getByRole('separator', { name: 'Width of Explorer' });
  await width.focus();
  await page.keyboard.press('Shift+ArrowRight');
  const wide = await width.getAttribute('aria-valuenow');
  // Kept a moment after the last change.
  await page.waitForTimeout(1200);
  await page.reload();
  await expect(width).toHaveAttribute('aria-valuenow', wide ?? '', { timeout: 20_000 });
  await expect(tabs(page)).toHaveText(['Results', /^Association/, 'Table']);
});

test('figures open at the top with the selected row marked, and follow what is selected later', async ({ page }) => {
  await openSample(page);
  await entities(page).getByRole('button', { name: 'Persons' }).click();
  const least = entities(page).getByRole('button', { name: 'Clara Voss' });
  await least.click();
  await openView(page, 'Results');
  await page.getByRole('button', { name: /^Who stands between the others: the broker/ }).click();
  const grid = page.getByRole('grid', { name: 'Betweenness' });
  await expect(grid.getByRole('gridcell', { name: '1', exact: true })).toBeVisible({ timeout: 20_000 });
  expect(await grid.evaluate((element) => element.scrollTop)).toBe(0);
  await expect(grid.locator('[role="row"][aria-selected="true"]')).toContainText('Clara Voss');
  await entities(page).getByRole('button', { name: 'Sok Vannara' }).click();
  await expect(grid.locator('[role="row"][aria-selected="true"]')).toContainText('Sok Vannara');
  await least.click();
  await expect.poll(() => grid.evaluate((element) => element.scrollTop)).toBeGreaterThan(0);
  await expect(page.getByText(/73 entities, 142 linked pairs, out of the whole case\./)).toBeVisible();
});

test('a figure stays current when the chart is sized by it, and is old when the links change', async ({ page }) => {
  await openSample(page);
  await openView(page, 'Results');
  await page.getByRole('button', { name: /^Who stands between the others: the broker/ }).click();
  await expect(page.getByRole('grid', { name: 'Betweenness' })).toBeVisible({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Size the chart' }).click();
  await expect(said(page)).toContainText('One undo takes it back.');
  await expect(page.getByRole('button', { name: 'Clear from the chart' })).toBeVisible();
  await expect(page.getByText(/^The case has changed since/)).toHaveCount(0);

  await entities(page).getByRole('button', { name: 'Handsets' }).click();
  await entities(page).locator('.sub').first().getByRole('button').click();
  await page.locator('#inspector').getByRole('button', { name: 'Delete …' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText(/^The case has changed since/)).toBeVisible();
  await page.keyboard.press('Control+KeyZ');
  await expect(page.getByText(/^The case has changed since/)).toHaveCount(0);
});

test('groups stand under lines of their own that say how many they are and select them', async ({ page }) => {
  await openSample(page);
  await openView(page, 'Results');
  await page.getByRole('button', { name: /^Which groups have more contact/ }).click();
  const first = page
    .getByRole('grid')
    .getByRole('row', { name: /^Group 1 / })
    .first();
  await expect(first).toBeVisible({ timeout: 20_000 });
  const members = Number(await first.getByRole('gridcell').nth(2).textContent());
  expect(members).toBeGreaterThan(1);
  await first.dblclick();
  await expect(page.getByRole('contentinfo', { name: 'Status' })).toContainText(`${members} selected`);
  // What is asked of stays in sight at the last of the questions.
  await expect(page.getByRole('combobox', { name: 'Scope' })).toBeInViewport();
});

test('a message goes with the next act, not with what its own act moves', async ({ page }) => {
  await openSample(page);
  await chartOf(page).focus();
  await page.keyboard.press('KeyC');
  await expect(said(page)).toHaveText('Select the entity a link starts from, or two to link with each other.');
  await page.keyboard.press('PageDown');
  await expect(said(page)).toHaveText('');

  await page.keyboard.press('Control+KeyA');
  await expect(said(page)).toContainText('selected.');
  await page.keyboard.press('KeyK');
  await expect(said(page)).toContainText('pinned.');
  await page.keyboard.press('Control+KeyZ');
  await expect(said(page)).toHaveText(/^Undone: /);
  await openView(page, 'History');
  await expect(said(page)).toHaveText('');
});

test('what another tab deletes is said where it was selected', async ({ page }) => {
  await openSample(page);
  await entities(page).getByRole('button', { name: 'Handsets' }).click();
  const handset = entities(page).locator('.sub').first().getByRole('button');
  await handset.click();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await entities(other).getByRole('button', { name: 'Handsets' }).click();
  await entities(other).locator('.sub').first().getByRole('button').click();
  await other.locator('#inspector').getByRole('button', { name: 'Delete …' }).click();
  await other.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(said(page)).toHaveText('What was selected is gone: it was deleted in another tab.');
  await expect(page.locator('#inspector')).toContainText('Nothing selected.');
});

test('a group is renamed, coloured, made smaller and taken away in the inspector', async ({ page }) => {
  await openSample(page);
  await entities(page).getByRole('button', { name: 'Persons' }).click();
  await entities(page).getByRole('button', { name: 'Sok Vannara' }).click();
  await entities(page)
    .getByRole('button', { name: 'Chea Bopha' })
    .click({ modifiers: ['Control'] });
  await chartOf(page).focus();
  await page.keyboard.press('KeyG');
  await page.keyboard.type('Beach crew');
  await page.keyboard.press('Enter');
  const card = page.locator('#inspector');
  await expect(card.getByRole('heading', { name: 'Beach crew' })).toBeVisible();
  await card.getByLabel('Name', { exact: true }).fill('Night crew');
  await page.keyboard.press('Enter');
  await expect(card.getByRole('heading', { name: 'Night crew' })).toBeVisible();
  await card.getByText('Confirmed', { exact: true }).click();
  await expect(card.getByRole('radio', { name: 'Confirmed', exact: true })).toBeChecked();
  await card.getByLabel('Colour').selectOption({ label: '3 · triangle' });
  await expect(card.getByLabel('Colour')).toHaveValue('3');
  await card.getByRole('button', { name: 'Take Chea Bopha out of the group' }).click();
  await expect(card.getByRole('button', { name: /^Take / })).toHaveCount(1);
  await card.getByRole('button', { name: 'Ungroup' }).click();
  await expect(card).toContainText('Nothing selected.');
  await expect(entities(page)).toContainText('112, on charts 73');
});

test('two entities of different types are not merged, and the key says why', async ({ page }) => {
  await openSample(page);
  for (const type of ['Persons', 'Vessels']) await entities(page).getByRole('button', { name: type }).click();
  await entities(page).getByRole('button', { name: 'Sok Vannara' }).click();
  await entities(page)
    .getByRole('button', { name: 'Coral Dawn' })
    .click({ modifiers: ['Control'] });
  await chartOf(page).focus();
  await page.keyboard.press('KeyM');
  await expect(said(page)).toHaveText('Nothing was changed: only entities of the same type can be merged.');
});

test('from a source the inspector leads back to the record it was reached from, by key and by button', async ({
  page,
}) => {
  await openSample(page);
  await entities(page).getByRole('button', { name: 'Persons' }).click();
  await entities(page).getByRole('button', { name: 'Sok Vannara' }).click();
  const card = page.locator('#inspector');
  const person = card.getByRole('heading', { name: 'Sok Vannara' });
  await expect(person).toBeVisible();
  // Who says so stands above what can be edited.
  const basis = await card.locator('.basis').first().boundingBox();
  const name = await card.getByRole('textbox', { name: 'Name', exact: true }).boundingBox();
  expect(basis!.y).toBeLessThan(name!.y);
  const reference = (await card.locator('.basis .src .btn').first().textContent()) ?? '';
  await card.locator('.basis .src .btn').first().click();
  await expect(card.getByRole('heading', { name: reference.trim() })).toBeVisible();
  const text = await card.getByRole('textbox', { name: 'Text', exact: true }).boundingBox();
  expect(text!.height).toBeGreaterThan(140);
  await card.getByRole('button', { name: /^Back to Sok Vannara/ }).click();
  await expect(person).toBeVisible();
  await expect(card.getByRole('button', { name: /^Back/ })).toHaveCount(0);

  await card.locator('.basis .src .btn').first().click();
  await expect(person).toHaveCount(0);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(person).toBeVisible();
  await expect(page).toHaveURL(/#\/case\//);
  // Once more than there are steps, the case stays open.
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByRole('contentinfo', { name: 'Status' })).toContainText('There is nothing to go back to.');
  await expect(person).toBeVisible();
  await expect(page).toHaveURL(/#\/case\//);
});

test('the log says in full what was undone by which change', async ({ page }) => {
  await openSample(page);
  await chartOf(page).focus();
  await page.keyboard.press('Control+KeyA');
  await page.keyboard.press('KeyK');
  await expect(said(page)).toContainText('pinned.');
  await page.keyboard.press('Control+KeyZ');
  await expect(said(page)).toHaveText(/^Undone: /);
  await openView(page, 'History');
  const mark = page.getByRole('grid').locator('.tag', { hasText: /^undone by/ });
  await expect(mark).toBeVisible();
  const cell = mark.locator('xpath=ancestor::*[@role="gridcell"]');
  expect(await cell.evaluate((e) => e.scrollWidth <= e.clientWidth)).toBe(true);
});

test('with many views open no name of a view is cut, and a menu leads to each', async ({ page }) => {
  await openSample(page);
  for (const view of ['Results', 'Table', 'Sources', 'History', 'Import', 'Contacts']) await openView(page, view);
  for (const view of ['Results', 'Table', 'Sources', 'History', 'Import', 'Contacts'])
    expect(
      await page
        .getByRole('tab', { name: view, exact: true })
        .locator('.pane-label')
        .evaluate((e) => e.scrollWidth <= e.clientWidth),
      view,
    ).toBe(true);
  await page.getByRole('button', { name: 'All open views' }).click();
  await page
    .getByRole('menuitemradio', { name: 'Sources' })
    .or(page.getByRole('menuitemcheckbox', { name: 'Sources' }))
    .click();
  const sources = page.getByRole('tab', { name: 'Sources', exact: true });
  await expect(sources).toHaveAttribute('aria-selected', 'true');
  await expect(sources).toBeInViewport({ ratio: 0.9 });
});

test('arrow keys go through all kinds of records of the table without losing the choice', async ({ page }) => {
  await openSample(page);
  await openView(page, 'Table');
  const kinds = page.getByRole('radiogroup', { name: 'What the table shows' }).getByRole('radio');
  await kinds.first().focus();
  for (const kind of ['Events', 'Links', 'Sources']) {
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('grid', { name: kind, exact: true })).toBeVisible();
    await expect(page.getByRole('radio', { name: kind, exact: true })).toBeFocused();
  }
});

test('what was written in a field of the inspector is undone from there as any other change, letters not written as letters', async ({
  page,
}) => {
  await newCase(page, 'Cards');
  await addEntity(page, 1, 'SOK Dara');
  const status = page.getByRole('contentinfo', { name: 'Status' });
  const name = page.locator('#inspector').getByRole('textbox', { name: 'Name', exact: true });
  const before = Number((await status.textContent())?.match(/· change (\d+)/)?.[1]);
  await name.fill('SOK Dara-X');
  await name.press('Enter');
  await expect(status).toContainText(`· change ${before + 1}`);
  await name.press('Control+KeyZ');
  await expect(name).toHaveValue('SOK Dara');
  await expect(status).toContainText(`· change ${before + 2}`);
  await name.press('End');
  await name.press('KeyB');
  await name.press('Control+KeyZ');
  await expect(name).toHaveValue('SOK Dara');
  await chartOf(page).focus();
  await expect(status).toContainText(`· change ${before + 2}`);
});
