import { expect, test } from '../../support/browser.ts';
import { addEntity, goTo } from '../link-chart-steps.ts';
import {
  beginCase,
  changeNumber,
  chartOf,
  chooseTable,
  expectChange,
  expectEntities,
  expectSums,
  handed,
  importRows,
  nextCheck,
} from './analyst-steps.ts';

test.setTimeout(90_000);

for (const [what, content, words] of [
  ['an empty file', '', 'The file is empty.'],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452000000', 'hex'), 'This is no table of text: a picture.'],
] as const)
  test(`${what} is refused with what it is, and the case stays as it was`, async ({ page }) => {
    await beginCase(page, 'As it was');
    const before = await changeNumber(page);
    await chooseTable(page, handed('list.csv', content as string));
    await expect(page.getByText(words)).toBeVisible();
    await expect(nextCheck(page)).toBeDisabled();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(chartOf(page)).toBeVisible();
    expect(await changeNumber(page)).toBe(before);
    await expectEntities(page, 0);
  });

test('a header alone has nothing to import, and says so', async ({ page }) => {
  await beginCase(page, 'As it was');
  await chooseTable(page, handed('list.csv', 'from,to\n'));
  await nextCheck(page).click({ timeout: 20_000 });
  await expectSums(page, 0, 0);
  await expect(page.getByRole('button', { name: 'Import 0 rows' })).toBeDisabled();
});

test('a thousand columns are read, mapped and imported', async ({ page }) => {
  const columns = Array.from({ length: 998 }, (_, i) => `c${i}`);
  const cells = columns.map((_, i) => String(i));
  await beginCase(page, 'Wide');
  const table = [
    ['from', 'to', ...columns],
    ['Anna', 'Boran', ...cells],
  ]
    .map((row) => row.join(','))
    .join('\n');
  await chooseTable(page, handed('wide.csv', table));
  await nextCheck(page).click({ timeout: 30_000 });
  await importRows(page).click({ timeout: 30_000 });
  await expectEntities(page, 2);
});

test('an entity on three charts is deleted from all of them at once, and comes back to all', async ({ page }) => {
  await beginCase(page, 'Three charts');
  await chartOf(page).focus();
  await addEntity(page, 1, 'Anna');
  const tree = page.locator('#explorer-charts');
  for (let i = 0; i < 2; i++) {
    await tree.getByRole('button', { name: 'What to do with Chart 1', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Copy' }).click();
  }
  await expect(tree.getByRole('listitem')).toHaveCount(4);
  await expect(chartOf(page)).toHaveAccessibleName(/with 1 item and 0 links$/);
  const before = await changeNumber(page);
  await chartOf(page).focus();
  await goTo(page, 'Anna');
  await page.keyboard.press('Delete');
  const plan = page.getByRole('alertdialog');
  await expect(plan).toContainText('3');
  await plan.getByRole('button', { name: /^Delete/ }).click();
  await expectChange(page, before + 1);
  await expectEntities(page, 0);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expectChange(page, before + 2);
  await expectEntities(page, 1);
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    await expect(chartOf(page)).toHaveAccessibleName(/with 1 item and 0 links$/);
  }
});

test('with local storage blocked the program works, and says what it cannot notice', async ({ desk }) => {
  const page = await desk.context.newPage();
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  await page.goto(desk.site.url);
  await expect(page.getByText('The browser blocks local storage for this page')).toBeVisible();
  await beginCase(page, 'Blocked');
  await chartOf(page).focus();
  await addEntity(page, 1, 'Anna');
  await expectEntities(page, 1);
  await page.reload();
  await expectEntities(page, 1);
});
