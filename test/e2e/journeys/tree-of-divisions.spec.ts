import { expect, sitDown, test } from '../../support/browser.ts';
import { openView } from './analyst-steps.ts';

test.setTimeout(120_000);

test('the tree of divisions is drawn with its cut at the groups of the answer, and read split by split as a table', async ({
  page,
}) => {
  await sitDown(page);
  await page.getByRole('button', { name: /^Blue Kestrel, worked out/ }).click();
  await expect(page.locator('#explorer-entities')).toContainText('112', { timeout: 40_000 });
  await openView(page, 'Results');
  await page.getByRole('button', { name: /^Where does the network come apart/ }).click();
  const head = page.getByText(/^\d+ groups?, modularity [.\d]+/);
  await expect(head).toBeVisible({ timeout: 20_000 });
  const text = (await head.textContent())!;
  const [, larger, modularity] = /^(\d+) groups?, modularity ([.\d]+)/.exec(text)!;
  // Who stands alone is a group to the tree as well.
  const groups = Number(larger) + Number(/(\d+) entit(y|ies) stand/.exec(text)?.[1] ?? 0);
  const shape = page.getByRole('radiogroup', { name: 'Tree of divisions' });
  // By the keyboard: the radio of the drawing, then that of the table.
  await shape.getByRole('radio', { name: 'No tree' }).focus();
  await page.keyboard.press('ArrowRight');
  const tree = page.getByRole('img', { name: new RegExp(`^Tree of divisions of 73 entities, ${groups} groups`) });
  await expect(tree).toBeVisible();
  await expect(tree.locator('text')).toHaveCount(73);
  // As many joins are drawn strong as lead from single entities to the groups of the answer.
  await expect(tree.locator('path.within')).toHaveCount(73 - groups);
  await expect(tree.locator('path.cut')).toHaveCount(1);
  await page.keyboard.press('ArrowRight');
  const table = page.getByRole('table', { name: /^The splits in their order/ });
  const row = table.getByRole('row', {
    name: new RegExp(`^${groups}, this answer ${modularity!.replace('.', '\\.')}`),
  });
  await expect(row).toHaveCount(1);
});
