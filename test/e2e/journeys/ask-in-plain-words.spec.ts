import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { inEnglish, spoken } from '../../support/any-language.ts';
import { expect, sitDown, test } from '../../support/browser.ts';
import { noSeriousBarrier } from '../serious-barriers.ts';
import { chartOf, openView, said } from './analyst-steps.ts';

test.setTimeout(90_000);

async function openResults(page: Page): Promise<void> {
  await sitDown(page);
  await page.getByRole('button', { name: /^Blue Kestrel, worked out/ }).click();
  await expect(page.locator('#explorer-entities')).toContainText('112', { timeout: 40_000 });
  await openView(page, 'Results');
}

const answer = (page: Page): Locator => page.locator('.results-said');
const question = (page: Page, words: string): Locator => page.getByRole('button', { name: words, exact: true });
const cells = (page: Page, grid: string, row: number): Locator =>
  page
    .getByRole('grid', { name: grid, exact: true })
    .getByRole('row')
    .nth(row + 1)
    .getByRole('gridcell');

test('a question in plain words leads to an answer that names its caveat, to the table, and on to the chart', async ({
  page,
}) => {
  await openResults(page);
  await question(page, 'Who would be missed most?').focus();
  await page.keyboard.press('Enter');
  await expect(answer(page)).toContainText('Sok Vannara, on the recorded links', { timeout: 20_000 });
  await expect(answer(page)).toContainText('Others may take over');
  // Whom it leaves out is counted in the head, and what it counts is told apart from what another question counts.
  await expect(page.locator('.results-head')).toContainText(
    /Left out: \d+ protected persons? and \d+ tagged “cleared”\./,
  );
  await expect(answer(page)).toContainText('“Who holds the network together?” asks something else');
  // The quiet broker leads only where unconfirmed links are left out, and the screen says so.
  await expect(answer(page)).toContainText(
    'With confirmed links alone the first is Duong Thi Hanh (rank 2 when all count)',
  );
  await expect(answer(page)).toContainText('the first place rests on links that are not confirmed');
  await expect(page.getByText(/of \d+ links in this scope are not confirmed/)).toBeVisible();
  await expect(cells(page, 'Betweenness', 1).nth(1)).toContainText('Sok Vannara');
  await expect(page.getByRole('columnheader', { name: 'Confirmed links only', exact: true })).toBeVisible();
  // The form says what was used, heads are read whole.
  const inQuestion = page.getByRole('checkbox', { name: /^Who is in question only/ });
  await expect(inQuestion).toBeChecked();
  const cut = await page
    .locator('.results-head, .dg-heading .clip')
    .evaluateAll((all) => all.filter((e) => e.scrollWidth > e.clientWidth).map((e) => e.textContent));
  expect(cut).toEqual([]);
  await noSeriousBarrier(page);

  await page.getByRole('button', { name: 'Show on the chart' }).click();
  await expect(chartOf(page)).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('Sok Vannara');

  // It may be asked of everything: the form is asked as it stands.
  await openView(page, 'Results');
  await inQuestion.uncheck();
  await page.getByRole('button', { name: 'Compute', exact: true }).click();
  await expect(page.locator('.results-head')).not.toContainText('Who is in question only', { timeout: 20_000 });
  await expect(inQuestion).not.toBeChecked();
  // What was set by hand is left so by the next question, which here counts confirmed links alone and says what all would.
  await page.getByRole('checkbox', { name: 'Confirmed links only' }).check();
  await question(page, 'Who could pass messages between groups?').click();
  await expect(answer(page)).toContainText('on confirmed links alone:', { timeout: 20_000 });
  await expect(answer(page)).toContainText('With all recorded links the first');
  await expect(inQuestion).not.toBeChecked();
});

test('measures are found by their words, stand side by side, and are compared with other graphs', async ({ page }) => {
  await openResults(page);
  await page.getByRole('textbox', { name: 'Find a measure' }).fill(spoken('brandes'));
  await page
    .getByRole('button', { name: /Betweenness$/ })
    .first()
    .click();
  await expect(cells(page, 'Betweenness', 1).first()).toHaveText('1', { timeout: 20_000 });
  await page.getByRole('textbox', { name: 'Find a measure' }).fill('');
  await page.getByRole('button', { name: 'Add as a column: Degree', exact: true }).click();
  const degree = page.getByRole('columnheader', { name: 'Degree', exact: true });
  await expect(degree).toBeVisible({ timeout: 20_000 });

  await page.getByRole('button', { name: 'Compare with' }).click();
  await page.getByRole('menuitem', { name: 'Confirmed links only' }).click();
  await expect(page.getByRole('button', { name: 'Remove the column Confirmed links only' })).toBeVisible({
    timeout: 20_000,
  });

  // Any column sorts.
  await page.getByRole('columnheader', { name: 'Degree', exact: true }).click();
  await expect(degree).toHaveAttribute('aria-sort', /ascending|descending/);

  await page.getByRole('button', { name: 'Remove the column Degree', exact: true }).click();
  await expect(degree).toBeHidden();
});

test('one form draws the options, and the answer says what it was asked of', async ({ page }) => {
  await openResults(page);
  await page.getByRole('button', { name: 'Options' }).click();
  await page.getByRole('combobox', { name: 'Arrows' }).selectOption('as arrows run');
  await page.getByRole('combobox', { name: 'Weights' }).selectOption('weighed by strength of proof');
  await page.getByRole('checkbox', { name: /^Who is in question only/ }).check();
  await page
    .getByRole('button', { name: /Strength \(weighted degree\)$/ })
    .first()
    .click();
  await expect(page.getByText('Who is in question only · as arrows run · weighed by strength of proof')).toBeVisible({
    timeout: 20_000,
  });
  await expect(page.getByText(/Only persons and organisations count, without protected persons/)).toBeVisible();

  await page.getByRole('combobox', { name: 'Two kinds only' }).selectOption('Person');
  await page.getByRole('combobox', { name: 'Linked through' }).selectOption('Event');
  await page.getByRole('checkbox', { name: /^Who is in question only/ }).uncheck();
  await page
    .getByRole('button', { name: /Degree$/ })
    .first()
    .click();
  await expect(page.getByText(/Of Person only: two are linked by how many of Event they share/)).toBeVisible({
    timeout: 20_000,
  });
  await expect(said(page)).toBeVisible();
});

test('how sure a ranking is: ranks as whiskers, who leads over which links alone, and two measures against each other', async ({
  page,
}) => {
  await openResults(page);
  await question(page, 'Who is quietly important?').click();
  await expect(answer(page)).toContainText('by number of links, on the recorded links', { timeout: 20_000 });
  await expect(answer(page)).toContainText(/With confirmed links alone the answer (is another: |stays the same)/);
  await expect(page.getByRole('columnheader', { name: 'Degree', exact: true })).toBeVisible({ timeout: 20_000 });

  await question(page, 'How sure is that?').click();
  const intervals = page.getByRole('grid', { name: 'Rank intervals' });
  await expect(intervals).toBeVisible({ timeout: 30_000 });
  await expect(answer(page)).toContainText(/Sok Vannara is first in \d+% of 200 resamples \(ranks 1 to \d+\)/);
  await expect(answer(page)).toContainText('Assumed, not measured.');
  await expect(intervals.getByRole('row').nth(2).locator('svg.whisker')).toBeVisible();
  await page.getByText(/^What the sampling may have done: \d+ warnings$/).click();
  await expect(page.getByText(/rest on a single source each/)).toBeVisible();
  await noSeriousBarrier(page);

  // The quiet broker leads over confirmed links alone: in words, not by a colour.
  await page.getByRole('radiogroup', { name: 'How to look at it' }).getByText('Weakest link').click();
  await expect(answer(page)).toContainText('Duong Thi Hanh leads in this ranking only over: Confirmed links only.');
  await expect(page.getByRole('row', { name: /^Confirmed links only 79 Duong Thi Hanh/ })).toBeVisible();
  await noSeriousBarrier(page);

  await page.getByRole('radiogroup', { name: 'How to look at it' }).getByText('Rank flow').click();
  const flow = page.getByRole('listbox', { name: 'Rank flow: Betweenness' });
  await expect(
    flow.getByRole('option', { name: /^Duong Thi Hanh: All links 2, Confirmed links only 1/ }),
  ).toBeVisible();
  await noSeriousBarrier(page);

  await page.getByRole('radiogroup', { name: 'How to look at it' }).getByText('Two measures').click();
  const plot = page.getByRole('listbox', { name: 'Betweenness against Degree' });
  await plot.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: /^Duong Thi Hanh: Betweenness 131/ })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('Duong Thi Hanh');
  await noSeriousBarrier(page);
});

test('key players are told as a set with what each adds, and shown on the chart', async ({ page }) => {
  await openResults(page);
  await question(page, 'Who holds the network together?').click();
  await expect(answer(page)).toContainText('of the pairs of others cannot reach each other on the recorded links', {
    timeout: 30_000,
  });
  await expect(answer(page)).toContainText('none does better on the links counted');
  await expect(page.locator('.results-head')).toContainText('Left out: ');
  await expect(answer(page)).toContainText('“Who would be missed most?” asks something else');
  // Whether it rests on what is confirmed is said; the method is that of the set, and no other figure stands there unexplained.
  await expect(answer(page)).toContainText(
    /With confirmed links alone (no set of this size does better|the set is another|the search found|the network breaks no further)/,
  );
  await expect(page.locator('.results-method')).toContainText('Members of the set: 3');
  await expect(page.getByRole('grid')).toHaveCount(0);
  await page.getByRole('combobox', { name: 'How many' }).selectOption('1');
  await expect(page.getByRole('table', { name: 'Members of the set' }).getByRole('row')).toHaveCount(2, {
    timeout: 20_000,
  });
  // Who reaches most is another question, told by what it counts.
  await page.getByRole('combobox', { name: 'Key by' }).selectOption('Reach in a few steps');
  await expect(answer(page)).toContainText('of the network is in this set or one link away', {
    timeout: 20_000,
  });
  await expect(page.locator('.results-head')).toContainText('Which few have the most others within so many steps');
  await page.getByRole('button', { name: 'Show on the chart' }).click();
  await expect(chartOf(page)).toBeVisible();
});

test('a set is asked for with who must be in it and who must not, and says so wherever it is told', async ({
  page,
}) => {
  await openResults(page);
  await question(page, 'Who would be missed most?').click();
  await page
    .locator('.results-answer')
    .getByRole('row', { name: /Duong Thi Hanh/ })
    .click();
  await question(page, 'Who holds the network together?').click();
  const members = page.getByRole('table', { name: 'Members of the set' });
  await expect(members).toBeVisible({ timeout: 30_000 });
  await expect(answer(page)).not.toContainText('Required in the set');

  await page.getByText('Options of the set', { exact: true }).click();
  const must = page.getByRole('group', { name: 'Must be in it', exact: true });
  const mustNot = page.getByRole('group', { name: 'Must not be in it', exact: true });
  const find = page.getByRole('button', { name: 'Find the set', exact: true });
  await must.getByRole('button', { name: 'Take the selection' }).click();
  await expect(must.getByRole('listitem')).toHaveText('Duong Thi Hanh');
  await find.press('Enter');
  await expect(answer(page)).toContainText('Required in the set: Duong Thi Hanh.', { timeout: 30_000 });
  await expect(answer(page)).toContainText('What is said of other sets here is said of sets that keep to this choice.');
  await expect(members).toContainText('Duong Thi Hanh');
  await expect(page.locator('.results-method')).toContainText('Required in the set: Duong Thi Hanh.');
  await noSeriousBarrier(page);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV', exact: true }).click();
  const file = inEnglish(readFileSync(await (await downloading).path(), 'utf8'));
  expect(file).toContain('Required in the set: Duong Thi Hanh.');
  await page.getByRole('button', { name: 'Recipe', exact: true }).click();
  const recipe = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Save these analyses as a recipe' }).click();
  expect(readFileSync(await (await recipe).path(), 'utf8')).not.toContain('forced');
  await expect(
    page.getByText(/^The recipe was saved. Who must be in the set and who must not was left out/),
  ).toBeVisible();

  // Both lists cannot be kept to, and that is said.
  await mustNot.getByRole('button', { name: 'Take the selection' }).click();
  await find.click();
  await expect(page.getByText(/^Duong Thi Hanh must be in the set and must not be in it/)).toBeVisible({
    timeout: 20_000,
  });
  await must.getByRole('button', { name: 'Take Duong Thi Hanh off the list' }).press('Enter');
  await expect(must.getByRole('button', { name: 'Take the selection' })).toBeFocused();
  await page.getByRole('spinbutton', { name: 'Seed' }).fill('7');
  await find.click();
  await expect(answer(page)).toContainText('Kept out of the set by choice: Duong Thi Hanh.', { timeout: 30_000 });
  await expect(members).not.toContainText('Duong Thi Hanh');
  await expect(page.locator('.results-method')).toContainText('Seed: 7');
});

test('somebody protected while an answer stands is named nowhere in it from then on', async ({ page }) => {
  await openResults(page);
  await question(page, 'Who would be missed most?').click();
  const answer = page.locator('.results-answer');
  await expect(answer.locator('.results-said')).toContainText('Sok Vannara', { timeout: 20_000 });
  await answer.getByRole('row', { name: /Sok Vannara/ }).click();
  await page.getByRole('region', { name: 'Roles' }).getByLabel('Status').selectOption('migrant');
  await expect(answer.locator('.results-said')).toContainText('P-01');
  await expect(answer).not.toContainText('Sok Vannara');
});

test('figures of the network as a whole stand in one table, by month where links are dated', async ({ page }) => {
  await openResults(page);
  await page.getByRole('textbox', { name: 'Find a measure' }).fill(spoken('centralisation'));
  await page.getByRole('button', { name: /^What is the network like as a whole/ }).click();
  const table = page.getByRole('table', { name: 'The network as a whole' });
  await expect(table.getByRole('row', { name: /^Density 0\.054/ })).toBeVisible({ timeout: 30_000 });
  await expect(table.getByRole('columnheader', { name: /^By month/ })).toBeVisible({ timeout: 30_000 });
  await expect(table.locator('svg.sparkline').first()).toBeVisible();
  // What the months leave out is said, as their figures differ from those of the whole.
  await expect(
    page.getByText(/^By month only those count .* \d+ links? (has|have) no date and (is|are) in no month\.$/),
  ).toBeVisible();
  await expect(page.getByText(/of 171 links in this scope are not confirmed/)).toBeVisible();
  await noSeriousBarrier(page);
  // A recipe holds them, and none of what was shown before in their place.
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Recipe' }).click();
  await page.getByRole('menuitem', { name: 'Save these analyses as a recipe' }).click();
  const { analyses } = JSON.parse(readFileSync(await (await downloading).path(), 'utf8'));
  expect(analyses).toMatchObject([{ kind: 'network', by: 'type' }]);
});

test('the analyses shown are saved as a recipe and run again from its file', async ({ page }, info) => {
  await openResults(page);
  await question(page, 'Who would be missed most?').click();
  const confirmed = page.getByRole('button', { name: 'Remove the column Confirmed links only' });
  await expect(confirmed).toBeVisible({ timeout: 20_000 });
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Recipe' }).click();
  await page.getByRole('menuitem', { name: 'Save these analyses as a recipe' }).click();
  const path = info.outputPath('recipe.json');
  await (await downloading).saveAs(path);

  await page.getByRole('button', { name: /^Who has links with the most others/ }).click();
  await expect(page.getByRole('grid', { name: 'Degree', exact: true })).toBeVisible({ timeout: 20_000 });
  await expect(confirmed).toBeHidden();
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Recipe' }).click();
  await page.getByRole('menuitem', { name: 'Run a recipe from a file' }).click();
  await (await choosing).setFiles(path);
  await expect(confirmed).toBeVisible({ timeout: 20_000 });
  await expect(cells(page, 'Betweenness', 1).nth(1)).toContainText('Sok Vannara');
});
