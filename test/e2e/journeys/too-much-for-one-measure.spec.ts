import { expect, test } from '../../support/browser.ts';
import { beginCase, chooseTable, expectEntities, handed, importRows, nextCheck, openView } from './analyst-steps.ts';

test.setTimeout(120_000);

const PERSONS = 2_010;

/** A ring of so many, each with a link to the next and to the one seven further. */
const ring = (): string =>
  [
    'from,to',
    ...Array.from({ length: PERSONS }, (_, i) => `N${i},N${(i + 1) % PERSONS}\nN${i},N${(i + 7) % PERSONS}`),
  ].join('\n');

test('where a measure is too much work for a network, the answer names those of a like question', async ({ page }) => {
  await beginCase(page, 'A ring');
  await chooseTable(page, handed('ring.csv', ring()));
  await nextCheck(page).click({ timeout: 40_000 });
  await page.getByRole('combobox', { name: 'Put the entities' }).selectOption('on no chart', { timeout: 40_000 });
  await expect(importRows(page)).toBeEnabled({ timeout: 40_000 });
  await importRows(page).click();
  await expectEntities(page, PERSONS, 0);
  await openView(page, 'Results');
  await page.getByRole('button', { name: /^Through whom .* Current-flow betweenness$/ }).click();
  const told = page.locator('.body').filter({
    hasText:
      'Current-flow betweenness is not worked out for 2,010 entities, as their part of the network is too large for it. A like question is answered by: Betweenness or Betweenness, sampled.',
  });
  await expect(told).toBeVisible({ timeout: 40_000 });
  await page.getByRole('button', { name: /^Who stands between .* Betweenness$/ }).click();
  await expect(page.getByText('is not worked out for')).toHaveCount(0, { timeout: 40_000 });
});
