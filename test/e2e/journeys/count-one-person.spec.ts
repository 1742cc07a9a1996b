import { expect, sitDown, test } from '../../support/browser.ts';
import { openView } from './analyst-steps.ts';

test.setTimeout(90_000);

test('why card, matrix and results count one person differently is told in one place, with the figures each shows', async ({
  page,
}) => {
  await sitDown(page);
  await page.getByRole('button', { name: /^Blue Kestrel, worked out/ }).click();
  await expect(page.locator('#explorer-entities')).toContainText('112', { timeout: 40_000 });
  await page.setViewportSize({ width: 1366, height: 768 });
  await openView(page, 'Results');
  await page.getByRole('button', { name: /^Who has links with the most others/ }).click();
  const grid = page.getByRole('grid', { name: 'Degree', exact: true });
  await expect(grid).toBeVisible({ timeout: 20_000 });
  const row = grid.getByRole('row', { name: /Sok Vannara/ });
  const cells = (await row.getByRole('gridcell').allTextContents()).map((c) => c.trim());
  await row.getByRole('gridcell').first().click();

  const card = page.getByRole('complementary', { name: 'Inspector' });
  const counts = card.getByText('How they are counted', { exact: true });
  await counts.scrollIntoViewIfNeeded();
  // By the keyboard: closed until it is asked for.
  await counts.focus();
  await page.keyboard.press('Enter');
  const list = card.locator('.link-counts');
  const figure = async (sentence: RegExp) => Number(sentence.exec((await list.textContent()) ?? '')?.[1]);
  await expect(list).toContainText(
    /\d+ links in what Results asked last \(Whole case · arrows ignored · not weighted\)/,
  );
  const degree = await figure(/Degree there: linked with (\d+) others/);
  const links = await figure(/(\d+) links in what Results/);
  expect(cells).toContain(String(degree));
  expect(cells).toContain(String(links));
  const all = await figure(/(\d+) links of all kinds/);
  const associates = await figure(/Associated with (\d+) others/);
  expect(all).toBeGreaterThanOrEqual(links);

  await openView(page, 'Association matrix');
  await expect(
    page.getByRole('gridcell', { name: `Sok Vannara: associated with ${associates} others in this matrix` }),
  ).toBeVisible({
    timeout: 20_000,
  });
});
