import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { inEnglish } from '../../support/any-language.ts';
import { expect, test } from '../../support/browser.ts';
import {
  beginCase,
  bringIn,
  changeNumber,
  expectChange,
  expectEntities,
  handed,
  openView,
  said,
} from './analyst-steps.ts';

test.setTimeout(120_000);

const answered = { timeout: 20_000 };

/** Two crews that have Chea in common, and Guy with nobody but Fay. */
const CREWS =
  'from,to\nAnna,Boran\nBoran,Chea\nChea,Anna\nChea,Dara\nDara,Eve\nEve,Chea\nEve,Fay\nFay,Dara\nFay,Chea\nFay,Guy\n';

async function begin(page: Page): Promise<void> {
  await beginCase(page, 'Two crews');
  await bringIn(page, handed('contacts.csv', CREWS), true);
  await expectEntities(page, 7);
  await openView(page, 'Results');
  await page.getByRole('button', { name: /^Which sets are all in contact/ }).click();
  await expect(page.getByText(/^2 groups; no modularity/)).toBeVisible(answered);
}

test('whoever is in several groups stands in each of them: in the table, the bars and the file', async ({
  page,
}, info) => {
  await begin(page);
  const grid = page.getByRole('grid', { name: 'Cliques' });
  await expect(
    page
      .getByText(
        'Groups overlap: 1 of the 6 in a group is in more than one and stands in each. Sizes count everyone in full and add up to 7, more than there are.',
      )
      .first(),
  ).toBeVisible();
  await expect(grid.getByRole('row', { name: /^Group 1 Group 1 4/ })).toBeVisible();
  await expect(grid.getByRole('row', { name: /^Group 2 Group 2 3/ })).toBeVisible();
  await expect(grid.getByRole('row', { name: /^Chea Group 1 2 / })).toHaveCount(1);
  await expect(grid.getByRole('row', { name: /^Chea Group 2 1 / })).toHaveCount(1);
  const bars = page.getByRole('region', { name: 'Members of each group' });
  await expect(bars.getByRole('row', { name: 'Group 1 4' })).toBeVisible();
  await expect(bars.getByRole('row', { name: 'Group 2 3' })).toBeVisible();

  // A line stays where it was chosen, and is one person; the line of a group selects all its members, the common one too.
  await grid.getByRole('row', { name: /^Chea Group 2 / }).click();
  await expect(grid.locator('[role=row][aria-selected=true]')).toHaveText(/Chea.*Group 2/);
  await grid.getByRole('row', { name: /^Group 2 Group 2/ }).click();
  await page.keyboard.press('Enter');
  const marked = grid.locator('[role=row][aria-selected=true]');
  await expect(marked).toHaveCount(3);
  for (const name of ['Anna', 'Boran', 'Chea'])
    await expect(marked.filter({ hasText: name })).toHaveText(new RegExp(`${name}.*Group 2`));

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  const path = info.outputPath('groups.csv');
  await (await downloading).saveAs(path);
  const text = inEnglish(readFileSync(path, 'utf8'));
  expect(text.split(/\r?\n/).filter((line) => line.includes('Chea'))).toHaveLength(2);
  expect(text).toContain('Groups overlap: 1 of the 6');
});

test('on the chart whoever is in several groups has the colour of none of them, and the legend says so', async ({
  page,
}) => {
  await begin(page);
  const before = await changeNumber(page);
  await page.getByRole('button', { name: 'Colour the chart' }).click();
  await expectChange(page, before + 1);
  await expect(said(page)).toContainText('One is in several groups: shown as that, and as in none of them.');
  await page.getByRole('tab', { name: 'Chart 1' }).click();
  const legend = page.getByRole('region', { name: 'Legend' });
  await expect(legend.getByRole('listitem').filter({ hasText: 'In several groups at once' })).toContainText('1');
  // Chea is in both: the colours are of those in one group alone, and Guy is in none.
  await expect(legend.getByRole('listitem').filter({ hasText: 'In group 1 alone' })).toContainText('3');
  await expect(legend.getByRole('listitem').filter({ hasText: 'In group 2 alone' })).toContainText('2');
  await expect(legend.getByRole('listitem').filter({ hasText: 'In no group of this answer' })).toContainText('1');
  await page.keyboard.press('Control+z');
  await expectChange(page, before + 2);
  await expect(legend).not.toContainText('In several groups at once');
});

test('a measure within groups that overlap is refused, with the reason and a way on', async ({ page }) => {
  await begin(page);
  await page.getByRole('button', { name: /^Who has links with the most others/ }).click();
  await page.getByRole('combobox', { name: 'Within each' }).selectOption({ label: 'Group found last' });
  await page.getByRole('button', { name: 'Compute', exact: true }).click();
  await expect(page.locator('.results-answer')).toContainText(
    'The groups asked for last overlap (in several of them: 1), and choosing one group for each would be a guess.',
    answered,
  );
});
