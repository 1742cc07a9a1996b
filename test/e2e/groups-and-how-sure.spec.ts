import type { Page } from '@playwright/test';
import { expect, sitDown, test } from '../support/browser.ts';
import { openView } from './table-steps.ts';

test.setTimeout(90_000);

async function openSample(page: Page): Promise<void> {
  await sitDown(page);
  await page.getByRole('button', { name: /^Blue Kestrel, worked out/ }).click();
  await expect(page.locator('#explorer-entities')).toContainText('112', { timeout: 30_000 });
  await openView(page, 'Results');
}

const ask = (page: Page, question: RegExp) => page.getByRole('button', { name: question }).click();
const answered = { timeout: 20_000 };

test('groups say how sure they are, and who is doubtful is marked in words', async ({ page }) => {
  await openSample(page);
  await ask(page, /^Which groups have more contact/);
  const panel = page.locator('.groups-said');
  await expect(panel).toContainText(
    /50 runs, mean agreement with this answer [.\d]+ \(adjusted Rand index\)/,
    answered,
  );
  const said = await panel.textContent();
  const count = Number(/Doubtful: (\d+)/.exec(said ?? '')?.[1]);
  expect(count).toBeGreaterThan(0);
  const grid = page.getByRole('grid', { name: 'Louvain' });
  const doubtful = grid.getByRole('row', { name: /\? doubtful: \d+ of 50/ }).first();
  for (let down = 0; down < 40 && (await doubtful.count()) === 0; down++) {
    await grid.evaluate((element) => element.scrollBy(0, 150));
    await page.waitForTimeout(50);
  }
  await expect(doubtful).toBeVisible();
  await expect(doubtful).toHaveClass(/results-doubtful/);
});

test('the resolution is moved by keys, and groups and modularity follow', async ({ page }) => {
  await openSample(page);
  await ask(page, /^Which crews hold together/);
  const head = page.getByText(/^\d+ groups?, modularity [.\d]+$/);
  await expect(head).toBeVisible(answered);
  const groups = async () => Number(/^\d+/.exec((await head.textContent()) ?? '')?.[0]);
  const before = await groups();
  const slider = page.getByRole('slider', { name: /^Resolution/ });
  await expect(slider).toHaveAttribute('aria-valuetext', '1');
  await slider.focus();
  for (let step = 0; step < 10; step++) await page.keyboard.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', '3.16');
  await expect.poll(groups, answered).toBeGreaterThan(before);
  // The method note states what was asked for at last.
  await expect(page.locator('.results-method')).toContainText('Resolution (higher: smaller groups): 3.16.', answered);
  await page.keyboard.press('Home');
  await expect(page.locator('.results-method')).toContainText('Resolution (higher: smaller groups): 0.1.', answered);
  await expect.poll(groups, answered).toBeLessThan(before);
});

test('groups are crossed with an attribute, and the figures say what they rest on', async ({ page }) => {
  await openSample(page);
  await ask(page, /^Which crews hold together/);
  await expect(page.getByText(/^\d+ groups, modularity/)).toBeVisible(answered);
  await page.getByRole('combobox', { name: 'Compare with' }).selectOption({ label: 'Kind of entity' });
  const overlap = page.getByRole('region', { name: 'Groups by Kind of entity' });
  await expect(overlap).toContainText(/\d+ compared: adjusted Rand index -?[.\d]+ /);
  await expect(overlap.getByRole('columnheader', { name: 'Person' })).toBeVisible();
  await expect(overlap.getByRole('row', { name: /^Group 1 / })).toBeVisible();
});

test('what a method refuses or cannot say is said in words', async ({ page }) => {
  await openSample(page);
  await ask(page, /^Which sets are all in contact/);
  await expect(page.getByText(/^\d+ groups?; no modularity: groups of this kind may overlap/)).toBeVisible(answered);
  await expect(page.getByRole('columnheader', { name: /^Also in groups/ })).toBeVisible();
  await page.getByRole('combobox', { name: 'Compare with' }).selectOption({ label: 'Kind of entity' });
  await expect(page.getByRole('region', { name: 'Groups by Kind of entity' })).toContainText(
    /^\d+ memberships counted: groups overlap, and who is in several counts in each/,
  );
  await ask(page, /^Which dense cores/);
  await expect(page.getByText(/^\d+ groups?; no modularity: some are in no group/)).toBeVisible(answered);
  await page.getByRole('button', { name: 'Colour the chart' }).click();
  await expect(page.locator('.announcer')).toContainText('One undo takes it back.');
});

test('what rank intervals rest on is set by the analyst, and the method says it; groups have bars', async ({
  page,
}) => {
  await openSample(page);
  await ask(page, /^Which crews hold together/);
  const bars = page.getByRole('region', { name: 'Members of each group' });
  await expect(bars.getByRole('row', { name: /^Group 1 \d+$/ })).toBeVisible(answered);
  await page.getByRole('combobox', { name: 'Compare with' }).selectOption({ label: 'Kind of entity' });
  await expect(bars.getByRole('row', { name: /^Group 1 \d+ .*Person \d+/ })).toBeVisible();
  // Groups are no ranking; how sure is asked of a measure.
  await ask(page, /^How sure is that/);
  await expect(page.locator('.results-answer')).toContainText('groups are none');
  await ask(page, /^Who has links with the most others/);
  await expect(page.getByRole('grid', { name: 'Degree', exact: true })).toBeVisible(answered);
  await ask(page, /^How sure is that/);
  await page.getByText('What the resamples rest on').click({ timeout: 20_000 });
  await page.getByRole('spinbutton', { name: 'Unobserved links, as a share' }).fill('0.1');
  await page.getByRole('spinbutton', { name: 'Resamples' }).fill('300');
  await page.getByRole('button', { name: 'Resample with these' }).press('Enter');
  await expect(page.locator('.results-method')).toContainText('in each of 300 resamples', answered);
  await expect(page.locator('.results-method')).not.toContainText('No unobserved links are added');

  // A recipe that says otherwise is seen in the form.
  const setup = {
    scope: 'case',
    confirmedOnly: false,
    actorsOnly: true,
    direction: 'ignore',
    weights: 'none',
    events: false,
  };
  const sure = { kind: 'how-sure', id: 'degree', parameters: {}, settings: { resamples: 200 }, setup };
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Recipe' }).click();
  await page.getByRole('menuitem', { name: 'Run a recipe from a file' }).click();
  const recipe = { format: 'skein-recipe', version: 1, analyses: [sure] };
  await (await choosing).setFiles({
    name: 'sure.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(recipe)),
  });
  await expect(page.locator('.results-method')).toContainText('in each of 200 resamples', answered);
  await page.getByText('What the resamples rest on').click();
  await expect(page.getByRole('spinbutton', { name: 'Resamples' })).toHaveValue('200');
});
