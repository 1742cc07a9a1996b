import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { inEnglish } from '../../support/any-language.ts';
import { expect, sitDown, test } from '../../support/browser.ts';
import { changeNumber, chartOf, openView } from './analyst-steps.ts';

test.setTimeout(90_000);

async function kestrel(page: Page): Promise<void> {
  await sitDown(page);
  await page.getByRole('button', { name: /^Blue Kestrel, worked out/ }).click();
  await expect(chartOf(page)).toBeVisible();
}

const cellsOf = async (row: Locator): Promise<string[]> => await row.getByRole('cell').allTextContents();

test('whom to arrest and whom to watch, what an arrest would leave, and nothing of it in the case', async ({
  page,
}) => {
  await kestrel(page);
  const before = await changeNumber(page);
  await openView(page, 'What if');
  await expect(page.getByText('Who or what might be gone?')).toBeVisible();

  // Two questions side by side, protected persons spared, replacement said.
  await page.getByRole('spinbutton', { name: 'How many' }).fill('2');
  await page.getByRole('button', { name: 'Find the best sets' }).click();
  const arrests = page.getByRole('region', { name: 'Best 2 to arrest' });
  const watch = page.getByRole('region', { name: 'Best 2 to watch' });
  await expect(arrests.getByRole('listitem')).toHaveCount(2, { timeout: 20_000 });
  await expect(watch.getByRole('listitem')).toHaveCount(2);
  await expect(arrests).toContainText('No other set of this size does better on the links counted.');
  await expect(page.getByText(/Networks answer a loss/)).toBeVisible();

  // The arrest, thought through.
  await arrests.getByRole('button', { name: 'Think these away' }).click();
  const compared = page.getByRole('region', { name: 'Before and after' });
  const entities = compared.getByRole('row', { name: /^Entities \d/ });
  await expect(entities).toBeVisible({ timeout: 20_000 });
  const [all, left] = (await cellsOf(entities)).map(Number);
  expect(left).toBe(all! - 2);
  const fragmentation = await cellsOf(compared.getByRole('row', { name: /^Fragmentation/ }));
  expect(Number(fragmentation[1])).toBeGreaterThan(Number(fragmentation[0]));
  const takeOver = page.getByRole('region', { name: 'Who comes to stand between others' });
  const [rank, was, is] = await cellsOf(takeOver.getByRole('row').nth(1));
  expect(rank).toMatch(/^\d+ → \d+$/);
  expect(Number(is!.replaceAll(',', ''))).toBeGreaterThan(Number(was!.replaceAll(',', '')));
  const heir = (await takeOver.getByRole('row').nth(1).getByRole('rowheader').textContent())!;
  await expect(page.getByText(`Of those who remain, ${heir} would gain most betweenness`)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Which ways break' }).getByRole('row')).not.toHaveCount(1);

  // The coordinator alone, chosen by keyboard: from the selection.
  const others = page.getByText(/^Before and after are of others thought away/);
  await expect(others).toHaveCount(0);
  await page.getByRole('button', { name: 'Put all back' }).press('Enter');
  await expect(others).toBeVisible();
  await takeOver.getByRole('button', { name: heir }).press('Enter');
  await page.getByRole('button', { name: 'Think the selection away' }).press('Enter');
  await expect(takeOver).toContainText(`Thought away: ${heir}, rank`, { timeout: 20_000 });
  await expect(others).toHaveCount(0);

  // Removal curves with the same figures in a table.
  await page.getByRole('button', { name: 'Draw removal curves' }).press('Enter');
  const curves = page.getByRole('region', { name: 'How soon it falls apart' });
  await expect(curves.getByRole('img', { name: /^Removal curves/ })).toBeVisible({ timeout: 30_000 });
  const area = async (name: RegExp) => Number((await cellsOf(curves.getByRole('row', { name }))).at(-1));
  expect(await area(/Betweenness, computed again/)).toBeLessThan(await area(/By chance/));

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as CSV' }).press('Enter'),
  ]);
  const saved = inEnglish(readFileSync(await file.path(), 'utf8'));
  expect(saved).toContain(`Thought away,${heir}`);
  expect(saved).toContain('Networks answer a loss');

  // Whoever is put back leaves the focus with the next, not nowhere.
  await page.getByRole('button', { name: `Put ${heir} back` }).press('Enter');
  await expect(page.getByRole('button', { name: 'Think the selection away' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(others).toHaveCount(0);

  // On paper, with the keys of any print: the caveat first, the answers, the two sets beside each other, curves with letters.
  await page.keyboard.press('Control+p');
  await expect(page.locator('.paper-view')).toHaveAttribute('aria-busy', 'false', { timeout: 30_000 });
  await expect(page.getByLabel('What is printed')).toHaveValue('what-if');
  await page.getByText('Black and white', { exact: true }).click();
  await expect(page.locator('.paper-view')).toHaveAttribute('aria-busy', 'false', { timeout: 30_000 });
  const sheets: string[] = [];
  const stack = page.locator('.paper-stack');
  for (;;) {
    sheets.push((await stack.textContent()) ?? '');
    const on = page.getByRole('button', { name: 'Next sheet' });
    if ((await on.getAttribute('aria-disabled')) === 'true') break;
    await on.press('Enter');
  }
  const printed = sheets.join('\n');
  for (const words of [
    'Networks answer a loss',
    `Without ${heir}`,
    'Before and after',
    'Who comes to stand between others',
    'Best 2 to arrest',
    'Best 2 to watch',
    'E · Key players, greedily',
    'need not be the best set of that size',
    'arrows and weights play no part',
  ])
    expect(printed).toContain(words);
  for (const sheet of sheets) expect(sheet.match(/RESTRICTED/g)?.length).toBeGreaterThanOrEqual(2);
  await expect(page.getByRole('button', { name: 'Save as PDF' })).not.toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('tab', { name: 'What if', exact: true }).click();

  // Confirmed links only: another graph, so that the answers say they are of another.
  await page.getByRole('checkbox', { name: /^Confirmed links only/ }).press('Space');
  await expect(page.getByText(/^This was worked out over other records/)).toBeVisible();

  // Asked of everything, protected persons are in the network and still not proposed.
  await page.getByRole('checkbox', { name: /^Who is in question only/ }).press('Space');
  await page.getByRole('button', { name: 'Find the best sets' }).press('Enter');
  await expect(page.getByText('6 protected persons are not proposed.')).toBeVisible({ timeout: 30_000 });
  await expect(arrests.getByText(/^M-0/)).toHaveCount(0);

  // On the chart what is thought away is pale, and the line above it says so.
  await page.getByRole('button', { name: 'Show on the chart' }).press('Enter');
  await expect(chartOf(page)).toBeVisible();
  await expect(page.getByText(`What remains without ${heir}`)).toBeVisible();

  expect(await changeNumber(page), 'the case').toBe(before);
});
