import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, sitDown, test } from '../../support/browser.ts';
import { noSeriousBarrier } from '../serious-barriers.ts';
import { bringIn, dataFile, makeCase, openView, said } from './analyst-steps.ts';

test.setTimeout(150_000);

const answered = { timeout: 30_000 };

async function pick(page: Page, entry: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Recipe', exact: true }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

test('a recipe of an answer, the network as a whole and removals is put together, and worked out again in another case', async ({
  page,
}, info) => {
  page.on('filechooser', () => undefined);
  await sitDown(page);
  await page.getByRole('button', { name: /^Blue Kestrel, worked out/ }).click();
  await expect(page.locator('#explorer-entities')).toContainText('112', { timeout: 40_000 });
  await openView(page, 'Results');
  const list = page.getByRole('region', { name: 'Analyses of the recipe' });
  const add = 'Add what is shown to the recipe';
  await expect(list).toHaveCount(0);

  // An answer, looked at by its weakest link.
  await page.getByRole('button', { name: /^Who stands between the others: the broker/ }).click();
  await page.getByRole('radiogroup', { name: 'How to look at it' }).getByText('Weakest link').click(answered);
  await expect(page.getByRole('grid')).toBeVisible(answered);
  await pick(page, add);
  await expect(said(page)).toContainText('Added: the recipe has 1 analysis.');
  // The same is not added twice; the last that is taken off leaves the keyboard with the menu.
  const menu = page.getByRole('button', { name: 'Recipe', exact: true });
  await menu.click();
  await expect(page.getByRole('menuitem', { name: add })).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Escape');
  await list.getByRole('button', { name: /^Take Betweenness/ }).press('Enter');
  await expect(list).toHaveCount(0);
  await expect(menu).toBeFocused();
  await pick(page, 'Undo the last change of the recipe');
  await expect(list.getByRole('listitem')).toHaveCount(1);
  // The network as a whole, by groups that are found.
  await page.getByRole('button', { name: /^What is the network like as a whole/ }).click();
  await page.getByLabel('Groups by', { exact: true }).selectOption({ label: 'Community (Leiden)' });
  const index = page.getByRole('row', { name: /^E–I index/ });
  await expect(index).toContainText('groups by: Community (Leiden)', answered);
  await pick(page, add);
  await expect(list.getByRole('listitem')).toHaveCount(2);
  // A measure by kind of link.
  await page.getByRole('button', { name: /^Which kinds of links are there/ }).click();
  await page.getByText('Entity in each kind', { exact: true }).click(answered);
  await page.getByLabel('Measure in each kind', { exact: true }).selectOption({ label: 'Betweenness' });
  const byKind = page.getByRole('grid', { name: 'Betweenness by kind of link' });
  await expect(byKind).toBeVisible(answered);
  await pick(page, add);

  // Removals: whom to arrest, and how soon it falls apart; those thought away are named, and so left out.
  await openView(page, 'What if');
  await page.getByRole('spinbutton', { name: 'How many' }).fill('2');
  await page.getByRole('button', { name: 'Find the best sets' }).click();
  const arrests = page.getByRole('region', { name: 'Best 2 to arrest' });
  await expect(arrests.getByRole('listitem')).toHaveCount(2, answered);
  const names = await arrests.getByRole('listitem').allTextContents();
  await page.getByRole('button', { name: 'Draw removal curves' }).click();
  await expect(page.getByRole('img', { name: /^Removal curves/ })).toBeVisible(answered);
  await arrests.getByRole('button', { name: 'Think these away' }).click();
  await expect(page.getByRole('region', { name: 'Before and after' })).toBeVisible(answered);
  await pick(page, add);
  await expect(said(page)).toContainText('Who and what is thought away was left out: a recipe names nobody of a case.');
  await expect(list.getByRole('listitem')).toHaveText([
    '1 Betweenness: Weakest link',
    /^2 The network as a whole/,
    /^3 Betweenness by kind of link/,
    /^4 Arrest or watch.*, How soon it falls apart/,
  ]);
  await expect(list.getByRole('button', { name: /^4 Arrest/ })).toHaveAttribute('aria-pressed', 'true');
  await noSeriousBarrier(page);

  // Taken off and put back, by keyboard.
  await list.getByRole('button', { name: /^Take The network as a whole.* off the recipe$/ }).press('Enter');
  await expect(list.getByRole('listitem')).toHaveCount(3);
  await expect(list.getByRole('button', { name: /^2 Betweenness by kind/ })).toBeFocused();
  await pick(page, 'Undo the last change of the recipe');
  await expect(list.getByRole('listitem')).toHaveCount(4);

  const downloading = page.waitForEvent('download');
  await pick(page, 'Save the recipe of 4 analyses');
  const path = info.outputPath('recipe.json');
  await (await downloading).saveAs(path);
  const file = readFileSync(path, 'utf8');
  expect(JSON.parse(file)).toMatchObject({
    version: 3,
    analyses: [
      { kind: 'measure', id: 'betweenness' },
      { kind: 'how-sure', view: 'cuts', beside: true },
      { kind: 'network', by: 'community', groups: { method: 'leiden' } },
      { kind: 'layers', id: 'betweenness' },
      { kind: 'what-if', id: 'best-sets', parameters: { size: 2 } },
      { kind: 'what-if', id: 'curves', beside: true },
    ],
  });
  for (const name of names) expect(file).not.toContain(name);

  // Another case: the first is opened at once, the others by one key each.
  await page.keyboard.press('Alt+Home');
  await expect(page.getByRole('heading', { name: 'Cases on this computer' })).toBeVisible();
  await makeCase(page, 'Grey Lantern');
  await bringIn(page, dataFile('koschade_bali2002/edges.csv'));
  await openView(page, 'Results');
  const choosing = page.waitForEvent('filechooser');
  await pick(page, 'Run a recipe from a file');
  await (await choosing).setFiles(path);
  await expect(list.getByRole('listitem')).toHaveCount(4);
  await expect(said(page)).toContainText('The recipe has 4 analyses; the first is opened.');
  await expect(page.getByRole('radio', { name: 'Weakest link' })).toBeChecked(answered);
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible(answered);
  const first = list.getByRole('button', { name: /^1 Betweenness/ });
  await expect(first).toHaveAttribute('aria-pressed', 'true', answered);
  await first.press('2');
  await expect(index).toContainText('groups by: Community (Leiden)', answered);
  await expect(list.getByRole('button', { name: /^2 The network/ })).toHaveAttribute('aria-pressed', 'true');
  await first.press('3');
  const kinds = list.getByRole('button', { name: /^3 Betweenness by kind/ });
  await expect(kinds).toHaveAttribute('aria-pressed', 'true');
  await expect(byKind).toBeVisible(answered);
  await kinds.press('4');
  await expect(page.getByRole('tab', { name: 'What if' })).toHaveAttribute('aria-selected', 'true');
  await expect(arrests.getByRole('listitem')).toHaveCount(2, answered);
  await expect(page.getByRole('img', { name: /^Removal curves/ })).toBeVisible(answered);
  await expect(list.getByRole('button', { name: /^4 Arrest/ })).toHaveAttribute('aria-pressed', 'true');
  for (const name of await arrests.getByRole('listitem').allTextContents()) expect(names).not.toContain(name);
  // From there back to the first.
  await list.getByRole('button', { name: /^1 Betweenness/ }).press('Enter');
  await expect(page.getByRole('tab', { name: 'Results' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('radio', { name: 'Weakest link' })).toBeChecked(answered);
  await pick(page, 'Clear the recipe');
  await expect(list).toHaveCount(0);
});
