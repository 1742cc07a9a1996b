import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, sitDown, test } from '../../support/browser.ts';
import { noSeriousBarrier } from '../serious-barriers.ts';
import { openView, said } from './analyst-steps.ts';

test.setTimeout(120_000);

async function openResults(page: Page): Promise<void> {
  await sitDown(page);
  await page.getByRole('button', { name: /^Blue Kestrel, worked out/ }).click();
  await expect(page.locator('#explorer-entities')).toContainText('112', { timeout: 40_000 });
  await page.setViewportSize({ width: 1366, height: 768 });
  await openView(page, 'Results');
}

const ask = (page: Page, question: RegExp) => page.getByRole('button', { name: question }).click();
const answer = (page: Page): Locator => page.locator('.results-answer');
const head = (page: Page): Locator => page.locator('.results-head');
const answered = { timeout: 30_000 };

/** From now on whatever is sent to a thread, and whatever waits until a change has been shown, comes so much later. */
async function slowDown(page: Page, ms: number): Promise<void> {
  await page.evaluate((late) => {
    const wait = window.setTimeout.bind(window);
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: Worker, ...sent: unknown[]) {
      wait(() => (post as (...all: unknown[]) => void).apply(this, sent), late);
    } as typeof post;
    window.setTimeout = ((run: () => void, after?: number) => wait(run, after === 30 ? late : after)) as typeof wait;
  }, ms);
}

test('how sure an answer is, is asked of its own measure, worked out anew as the form stands, or refused with the reason', async ({
  page,
}) => {
  await openResults(page);
  await ask(page, /^How sure is that/);
  await expect(answer(page)).toContainText('Ask another question first');

  await ask(page, /^Who has links with the most others/);
  await expect(page.getByRole('grid', { name: 'Degree', exact: true })).toBeVisible(answered);
  await ask(page, /^How sure is that/);
  await expect(page.getByRole('grid', { name: 'Rank intervals' })).toBeVisible(answered);
  await expect(head(page)).toContainText('How sure is that? Degree');
  const inQuestion = page.getByRole('checkbox', { name: /^Who is in question only/ });
  await expect(inQuestion).not.toBeChecked();

  // The form as it stands: ticked, and unticked again.
  await inQuestion.check();
  await page.getByRole('button', { name: 'Compute', exact: true }).click();
  await expect(head(page)).toContainText('Who is in question only', answered);
  await expect(head(page)).toContainText('Left out: ');
  await expect(page.getByRole('grid', { name: 'Rank intervals' })).toBeVisible(answered);
  await inQuestion.uncheck();
  await page.getByRole('button', { name: 'Compute', exact: true }).click();
  await expect(head(page)).not.toContainText('Who is in question only', answered);
  await expect(head(page)).toContainText('How sure is that? Degree');
  await expect(head(page)).not.toContainText('Left out');
  await expect(page.getByRole('grid', { name: 'Rank intervals' })).toBeVisible(answered);

  await ask(page, /^Who holds the network together/);
  await expect(answer(page).locator('.results-said')).toContainText('cannot reach each other', answered);
  await ask(page, /^How sure is that/);
  const sets = page.getByRole('table', { name: 'In the best sets of the resamples' });
  await expect(sets).toBeVisible(answered);
  await expect(answer(page).locator('.results-said')).toContainText(
    /no set does better than this one in [\d.]+% of 200 resamples/,
  );
  await expect(sets.getByRole('row', { name: / yes [\d.]+%$/ })).toHaveCount(3);
  await expect(sets.getByRole('row', { name: / no [\d.]+%$/ }).first()).toBeVisible();
  await expect(page.locator('.results-method')).toContainText('not how likely it is the right one');
  await noSeriousBarrier(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as CSV' }).click(),
  ]);
  expect(await readFile(await download.path(), 'utf8')).toMatch(/,yes,0\.\d+/);

  // What resamples keep is set here as for rankings, and the set is as it was.
  await page.getByText('What the resamples rest on').click();
  await page.getByRole('spinbutton', { name: 'Unconfirmed links kept' }).fill('0');
  await page.getByRole('button', { name: 'Resample with these' }).press('Enter');
  await expect(page.locator('.results-method')).toContainText('unconfirmed 0,', answered);
  await expect(answer(page)).toContainText('cannot reach each other');
  await page.getByRole('button', { name: 'Leave out how sure it is' }).click();
  await expect(sets).toHaveCount(0);
});

test('a number is typed freely: the field may be empty meanwhile, and what counts is said when it is left so', async ({
  page,
}) => {
  await openResults(page);
  await ask(page, /^Who has links with the most others/);
  await expect(page.getByRole('grid', { name: 'Degree', exact: true })).toBeVisible(answered);
  await ask(page, /^How sure is that/);
  await page.getByText('What the resamples rest on').click({ timeout: 20_000 });
  const resamples = page.getByRole('spinbutton', { name: 'Resamples' });
  await expect(resamples).toHaveValue('200');
  await resamples.focus();
  await resamples.press('End');
  for (const _ of '200') await resamples.press('Backspace');
  await expect(resamples).toHaveValue('');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('alert').filter({ hasText: 'Empty: 200 still counts.' })).toBeVisible();
  await expect(resamples).toHaveValue('');
  await resamples.focus();
  await page.keyboard.type('300');
  await expect(page.getByText('still counts')).toHaveCount(0);
  await page.getByRole('button', { name: 'Resample with these' }).press('Enter');
  await expect(page.locator('.results-method')).toContainText('in each of 300 resamples', answered);
});

test('a question about the whole network is cancelled like any other, and an answer not yet checked is said to be', async ({
  page,
}) => {
  await openResults(page);
  await slowDown(page, 4000);
  await ask(page, /^What is the network like as a whole/);
  const job = said(page).locator('.job').filter({ hasText: 'The network as a whole' });
  await job.getByRole('button', { name: 'Cancel' }).click();
  await expect(job).toHaveCount(0);
  await expect(answer(page)).toContainText('Cancelled: nothing was worked out.');
  await expect(page.getByRole('table', { name: 'The network as a whole' })).toHaveCount(0);

  await page.getByRole('button', { name: 'Compute', exact: true }).click();
  await expect(page.getByRole('table', { name: 'The network as a whole' })).toBeVisible(answered);
  await expect(head(page)).toContainText('Being checked against the case as it is now');
  await expect(head(page)).not.toContainText('Being checked', { timeout: 20_000 });
  await expect(page.getByText(/of 171 links in this scope are not confirmed/)).toBeVisible();
});

test('how sure an answer is, is worked out of the case of that answer alone: not of a change since, and again when that is undone', async ({
  page,
}) => {
  await openResults(page);
  await ask(page, /^Who would be missed most/);
  await expect(answer(page).locator('.results-said')).toContainText('Sok Vannara', answered);
  await answer(page)
    .getByRole('row', { name: /Sok Vannara/ })
    .click();
  await page.getByRole('region', { name: 'Roles' }).getByLabel('Status').selectOption('migrant');
  await expect(answer(page)).toContainText('The case has changed since', answered);
  await page.getByRole('radiogroup', { name: 'How to look at it' }).getByText('How sure').click();
  await expect(answer(page)).toContainText('the case has changed since this answer', answered);
  const intervals = page.getByRole('grid', { name: 'Rank intervals' });
  await expect(intervals).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(intervals).toBeVisible(answered);
  await expect(answer(page)).not.toContainText('The case has changed since');
  await expect(intervals.getByRole('row', { name: /Sok Vannara/ })).toBeVisible();
});
