import type { Page } from '@playwright/test';
import { expect, test } from '../../support/browser.ts';
import { addEntity, goTo } from '../link-chart-steps.ts';
import { beginCase, changeNumber, chartOf, expectChange, expectEntities, expectOnChart } from './analyst-steps.ts';

test.setTimeout(90_000);

/** The keyboard on the canvas. */
async function toChart(page: Page): Promise<void> {
  await page.bringToFront();
  await chartOf(page).focus();
}

test('what one tab does is seen in the other, and nothing of either is lost', async ({ page, desk }) => {
  await beginCase(page, 'Two desks');
  const other = await desk.context.newPage();
  await other.goto(page.url());
  await expect(chartOf(other)).toBeVisible();
  const before = await changeNumber(page);

  await toChart(page);
  await addEntity(page, 1, 'Anna');
  await expectEntities(other, 1);
  await expectOnChart(other, 1, 0);

  // By turns, each on what the other has just made.
  const names = ['Boran', 'Chea', 'Dara', 'Emil', 'Farid', 'Goran'];
  for (const [i, name] of names.entries()) {
    const here = i % 2 === 0 ? other : page;
    await toChart(here);
    await addEntity(here, 1, name);
    await expectEntities(here, i + 2);
  }
  for (const tab of [page, other]) {
    await expectEntities(tab, names.length + 1);
    await expectOnChart(tab, names.length + 1, 0);
  }
  const after = await changeNumber(page);
  expect(after).toBeGreaterThan(before + names.length);
  await expectChange(other, after);

  // A reload of either finds all of it.
  await page.reload();
  await expectEntities(page, names.length + 1);
  await expectChange(page, after);
});

test('what is deleted in one tab goes from the other', async ({ page, desk }) => {
  await beginCase(page, 'Two desks');
  await toChart(page);
  await addEntity(page, 1, 'Anna');
  await addEntity(page, 1, 'Boran');
  const other = await desk.context.newPage();
  await other.goto(page.url());
  await expectOnChart(other, 2, 0);
  await toChart(other);
  await goTo(other, 'Anna');
  await expect(other.getByText('1 selected')).toBeVisible();

  await toChart(page);
  await goTo(page, 'Anna');
  await page.keyboard.press('Delete');
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Delete/ })
    .click();
  await expectEntities(page, 1);
  await expectEntities(other, 1);
  await expectOnChart(other, 1, 0);
  await expect(other.getByText('1 selected')).toBeHidden();
  await page.keyboard.press('Control+z');
  await expectEntities(other, 2);
});
