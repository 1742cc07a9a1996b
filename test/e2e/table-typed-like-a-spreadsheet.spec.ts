import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { inEnglish, inPseudo, wholly } from '../support/any-language.ts';
import { expect, test } from '../support/browser.ts';
import { chartOf, goTo, newCase } from './link-chart-steps.ts';
import { cell, goToCell, gridOf, openView, paste } from './table-steps.ts';

/** Words of the program that a pasted cell is taken by. */
const PERSON = wholly('Person');
const MIGRANT = wholly('Migrant');

/** Chooses in the open cell by its first letters; no keyboard has those of the made-up language, where the word is chosen. */
async function typeChoice(page: Page, word: string, letters: number): Promise<void> {
  const offered = gridOf(page).locator('select.dg-editor');
  await expect(offered).toBeFocused();
  if (inPseudo) await offered.selectOption(word);
  else await page.keyboard.type(word.slice(0, letters));
}

test('what is typed in the table is in the case, pasted blocks and fills are one undo each', async ({ page }) => {
  await newCase(page, 'Table');
  await openView(page, 'Table');
  await gridOf(page).focus();

  for (const name of ['SOK Dara', 'PEN Sophea']) {
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await expect(gridOf(page).getByRole('gridcell', { name, exact: true })).toBeVisible();
  }
  await expect(page.getByText('2 of 2')).toBeVisible();
  await expect(page.getByText('2, on charts 0')).toBeVisible();

  await paste(
    page,
    `សុខ ដារ៉ា\t${PERSON}\nKestrel\t${wholly('Vessel')}\nMALY Chan\t${PERSON}\t${MIGRANT}\nStrange\tSpaceship`,
  );
  await expect(page.getByText('5 of 5')).toBeVisible();
  // A type nobody knows is told in its cell; the line waits.
  await expect(page.getByText(/cell was not taken over: “Spaceship”/)).toBeVisible();
  await expect(gridOf(page).getByRole('gridcell', { name: 'P-01', exact: true })).toBeVisible();
  await expect(page.getByText('MALY Chan')).toHaveCount(0);
  // Khmer stands in a row of 28 pixels, the others in 24.
  const khmer = gridOf(page).getByRole('row').filter({ hasText: 'សុខ' });
  expect((await khmer.boundingBox())?.height).toBe(28);
  expect((await gridOf(page).getByRole('row').filter({ hasText: 'Kestrel' }).boundingBox())?.height).toBe(24);

  // Mend the waiting line.
  await goToCell(page, 'Strange');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('F2');
  await typeChoice(page, 'Vehicle', 3);
  await page.keyboard.press('Enter');
  await expect(page.getByText('6 of 6')).toBeVisible();

  // Fill down.
  await (await cell(page, 'PEN Sophea', 'Status')).click();
  await page.keyboard.press('F2');
  await typeChoice(page, 'Suspect', 3);
  await page.keyboard.press('Enter');
  await expect(await cell(page, 'PEN Sophea', 'Status')).toHaveText('Suspect');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+KeyD');
  await expect(await cell(page, 'សុខ ដារ៉ា', 'Status')).toHaveText('Suspect');
  await page.keyboard.press('Control+KeyZ');
  await expect(await cell(page, 'សុខ ដារ៉ា', 'Status')).toHaveText('');
  await expect(await cell(page, 'PEN Sophea', 'Status')).toHaveText('Suspect');

  // Links by name; a name nobody has is told in its cell.
  await page.getByText('Links', { exact: true }).first().click();
  await gridOf(page).focus();
  await paste(page, 'SOK Dara\tcalled\tPEN Sophea\nKestrel\tcalled\tNobody');
  await expect(page.getByText(/cell was not taken over: No entity is called “Nobody”/)).toBeVisible();
  await expect(page.getByText('1 of 1')).toBeVisible();
  await gridOf(page).getByText('Nobody', { exact: true }).click();
  await page.keyboard.type('P-01');
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 of 2')).toBeVisible();
  await expect(page.getByText('No entity is called')).toHaveCount(0);

  // The person of the table is the person of the inspector and of every chart.
  await page.getByText('Entities', { exact: true }).last().click();
  await goToCell(page, 'SOK Dara');
  await expect(page.getByRole('heading', { name: 'SOK Dara' })).toBeVisible();
  await page.getByRole('tab', { name: 'Chart 1', exact: true }).click();
  await expect(chartOf(page)).toBeVisible();
});

test('a name changed on one side is changed on the other, and the selection is one', async ({ page }) => {
  await newCase(page, 'Both ways');
  await page.keyboard.press('Digit1');
  await page.keyboard.type('NUON Rith');
  await page.keyboard.press('Enter');
  await openView(page, 'Table');
  // Selected on the chart, so selected here.
  const row = gridOf(page).getByRole('row').filter({ hasText: 'NUON Rith' });
  await expect(row).toHaveAttribute('aria-selected', 'true');
  await goToCell(page, 'NUON Rith');
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+KeyA');
  await page.keyboard.type('NUON Rithy');
  await page.keyboard.press('Enter');
  await goToCell(page, 'NUON Rithy');
  await expect(page.getByRole('heading', { name: 'NUON Rithy' })).toBeVisible();
  await page.getByRole('tab', { name: 'Chart 1', exact: true }).click();
  await chartOf(page).focus();
  await goTo(page, 'NUON Rithy');
  await openView(page, 'Table');
  await gridOf(page).focus();
  await page.keyboard.press('Control+KeyZ');
  await expect(gridOf(page).getByRole('gridcell', { name: 'NUON Rith', exact: true })).toBeVisible();
});

test('the table leaves as CSV: formulas made harmless, protected names as pseudonyms', async ({ page }) => {
  await newCase(page, 'Export');
  await openView(page, 'Table');
  await gridOf(page).focus();
  await paste(page, `=1+1\t${PERSON}\nMALY Chan\t${PERSON}\t${MIGRANT}\t\t\tម៉ាលី\nO, "Bo"\t${PERSON}`);
  await expect(page.getByText('3 of 3')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('entities.csv');
  const text = inEnglish(readFileSync(await file.path(), 'utf8'));
  expect(text).toContain('"\'=1+1",Person');
  expect(text).toMatch(/P-01,Person,Migrant,"",0,"",/);
  expect(text).toContain('"O, ""Bo""",Person');
  expect(text).not.toMatch(/MALY|ម៉ាលី/);
  expect(text.trimEnd().split('\r\n')).toHaveLength(4);
});

test('twenty thousand rows scroll, sort and filter without waiting', async ({ page }) => {
  test.setTimeout(90_000);
  await newCase(page, 'Many');
  await openView(page, 'Table');
  await gridOf(page).focus();
  const names = Array.from({ length: 20_000 }, (_, i) => `Person ${(i * 7919) % 20_000}`);
  await paste(page, names.join('\n'));
  await expect(page.getByText('20,000 of 20,000')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('columnheader', { name: 'Name' }).click();
  await page.keyboard.press('Control+End');
  await expect(gridOf(page).getByRole('gridcell', { name: 'Person 19999', exact: true })).toBeVisible();
  // Only what is on the screen is drawn.
  expect(await gridOf(page).getByRole('row').count()).toBeLessThan(80);
  await page.getByRole('textbox', { name: 'Filter Name' }).fill('1234');
  await expect(page.getByText(/^\d+ of 20,000$/)).toHaveText('12 of 20,000');
});

test('a word composed by an input method begins its cell, from the first letter on', async ({ page }) => {
  await newCase(page, 'Composed');
  await openView(page, 'Table');
  await gridOf(page).focus();
  const method = await page.context().newCDPSession(page);
  const compose = (text: string) =>
    method.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  for (const text of ['k', 'か', 'かい']) await compose(text);
  await expect(page.locator('.dg-composing')).toHaveText('かい');
  await method.send('Input.insertText', { text: '海' });
  await expect(page.locator('.dg-composing')).toHaveCount(0);
  await expect(page.locator('.dg-editor')).toHaveValue('海');
  // The editor goes on composing as any field does.
  await compose('と');
  await method.send('Input.insertText', { text: '斗' });
  await page.keyboard.press('Enter');
  await expect(gridOf(page).getByRole('gridcell', { name: '海斗', exact: true })).toBeVisible();
  // While a list is open it has the keyboard: nothing is composed into a cell beside it.
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('F2');
  await expect(gridOf(page).locator('select.dg-editor')).toBeFocused();
  await method.send('Input.insertText', { text: '北' });
  await compose('港');
  await expect(page.locator('.dg-composing')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(gridOf(page).locator('.dg-editor')).toHaveCount(0);
  await expect(gridOf(page).getByText('北')).toHaveCount(0);
});
